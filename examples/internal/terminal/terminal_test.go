package terminal_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"image/color"
	"io"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
)

func seen(out, err io.Writer, is bool, env map[string]string) *terminal.Terminal {
	return &terminal.Terminal{
		In: strings.NewReader(""), Out: out, Err: err, Getenv: func(name string) string { return env[name] },
		Is: func(any) bool { return is }, Width: func() int { return 50 },
	}
}

// FuzzWrap: wrapping moves no word and makes no line wider than it has to be.
func FuzzWrap(f *testing.F) {
	f.Add("a kit of posts, cards and letters", 2, 20)
	f.Add("工具包有帖子、卡片和信件 and letters", 0, 9)
	f.Add("one-very-long-name-of-a-fact-that-is-not-broken x", 4, 10)
	f.Fuzz(func(t *testing.T, text string, at, width int) {
		at, width = at&15, 1+width&127
		got := terminal.Wrap(text, at, width)
		if bare := strings.NewReplacer(" ", "", "\n", ""); bare.Replace(got) != strings.Join(strings.Fields(text), "") {
			t.Skip("spaces of other scripts") // Fields parts at more than these two
		}
		for i, line := range strings.Split(got, "\n") {
			if i == 0 {
				line = strings.Repeat(" ", at) + line
			}
			if words := strings.Fields(line); uniseg.StringWidth(line) > width && len(words) > 1 {
				t.Errorf("%q at %d of %d: a line %q", text, at, width, line)
			}
		}
	})
}

// TestPaint: colours are for terminals that want them.
func TestPaint(t *testing.T) {
	for _, c := range []struct {
		is   bool
		env  map[string]string
		want bool
	}{
		{true, nil, true}, {false, nil, false}, {true, map[string]string{"NO_COLOR": "1"}, false}, {true, map[string]string{"TERM": "dumb"}, false},
	} {
		term := seen(io.Discard, io.Discard, c.is, c.env)
		if got := strings.Contains(term.Paint(term.Out, terminal.Red, "word"), "\x1b["); got != c.want {
			t.Errorf("%+v: painted %v", c, got)
		}
	}
	deep := seen(nil, nil, true, map[string]string{"COLORTERM": "truecolor"})
	if got := deep.Cell(color.Gray{Y: 7}); got != "\x1b[48;2;7;7;7m  \x1b[0m" {
		t.Errorf("a cell is %q", got)
	}
}

// TestTell: what a stranger's file says cannot steer the terminal, and only a
// terminal gets its lines broken.
func TestTell(t *testing.T) {
	long := strings.Repeat("word ", 30) + "\x1b[31m"
	for is, lines := range map[bool]int{true: 4, false: 1} {
		var out bytes.Buffer
		term := seen(&out, io.Discard, is, map[string]string{"NO_COLOR": "1"})
		term.Tell(term.Out, terminal.Red, "note:", long)
		if got := strings.Count(out.String(), "\n"); got != lines || strings.Contains(out.String(), "\x1b") {
			t.Errorf("terminal %v: %d lines, %q", is, got, out.String())
		}
	}
}

// TestAsk: an answer without a line's end counts, nobody is io.EOF, and a run
// that is stopped waits no longer.
func TestAsk(t *testing.T) {
	term := seen(io.Discard, io.Discard, true, nil)
	in := bufio.NewReader(strings.NewReader(" mine \nlast"))
	for _, want := range []string{"mine", "last"} {
		if got, err := term.Ask(t.Context(), in, "?"); got != want || err != nil {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
	}
	if _, err := term.Ask(t.Context(), in, "?"); !errors.Is(err, io.EOF) {
		t.Errorf("nobody answers: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	silent, _ := io.Pipe()
	if _, err := term.Ask(ctx, bufio.NewReader(silent), "?"); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestRemember: what could not be written is known at the end, and the stream
// is still the terminal that it was.
func TestRemember(t *testing.T) {
	term := seen(full{}, io.Discard, false, nil)
	term.Is = func(stream any) bool { return stream == any(full{}) }
	out := term.Remember()
	if io.WriteString(term.Out, "a"); !errors.Is(out.Err, io.ErrShortWrite) || !term.Is(term.Out) {
		t.Errorf("remembered %v, a terminal: %v", out.Err, term.Is(term.Out))
	}
}
