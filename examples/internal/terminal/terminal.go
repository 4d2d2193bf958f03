// Package terminal prints for people who read in a terminal, and asks them.
// What goes into a file or another program stays as it is: no colours, and
// lines as long as they are.
package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// Columns is the width of a page of help at most, and of what is not on a
// terminal.
const Columns = 80

// A Terminal is what a program sees of the terminal that it runs in, or of the
// files and programs in its place.
type Terminal struct {
	In       io.Reader
	Out, Err io.Writer

	Is     func(stream any) bool // whether one of the three is a terminal
	Width  func() int            // of the terminal that is Out, in columns; nil: Columns
	Getenv func(string) string
	Hidden Hidden // nil: nobody can be asked so
}

// Own is the terminal of this process.
func Own() Terminal {
	return Terminal{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Is: isTerminal, Width: outWidth, Getenv: os.Getenv, Hidden: readHidden,
	}
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func outWidth() int {
	width, _, err := term.GetSize(int(os.Stdout.Fd()))
	if err != nil {
		return Columns
	}
	return width
}

// Room is how long a line may be.
func (t *Terminal) Room() int {
	if !t.Is(t.Out) || t.Width == nil {
		return Columns
	}
	return max(Columns/2, t.Width())
}

// Fold is [Wrap] for what is read on a terminal; what is piped on keeps its
// lines.
func (t *Terminal) Fold(text string, at int) string {
	if !t.Is(t.Out) {
		return text
	}
	return Wrap(text, at, t.Room())
}

// Tell prints a text after a word that is set apart, if there is one. Each of
// its lines is one, which a terminal shows in several.
func (t *Terminal) Tell(w io.Writer, how Style, lead, text string) {
	for line := range strings.Lines(text) {
		if line = Harmless(strings.TrimRight(line, "\n")); lead != "" {
			line = lead + " " + line
		}
		if t.Is(w) {
			line = Wrap(line, 2, t.Room())
		}
		if how == Dim {
			line = t.Paint(w, how, line) // all of it
		} else if lead != "" {
			line = t.Paint(w, how, lead) + strings.TrimPrefix(line, lead)
		}
		fmt.Fprintln(w, line)
	}
}

// Harmless is what a stranger's file says, or what it is called, without what a
// terminal would obey and what turns the direction of text.
func Harmless(s string) string { return runes.Terminal.Clean(s) }

// An Output remembers that it could not be written to, so that a list that a
// full disk cut short does not end well.
type Output struct {
	io.Writer
	Err error
}

func (o *Output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if o.Err == nil {
		o.Err = err
	}
	return n, err
}

// Remember makes Out an [Output].
func (t *Terminal) Remember() *Output {
	out, is := &Output{Writer: t.Out}, t.Is
	t.Out = out
	t.Is = func(stream any) bool {
		if stream == any(out) {
			stream = out.Writer
		}
		return is(stream)
	}
	return out
}
