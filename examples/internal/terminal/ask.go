package terminal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// Interactive reports whether there is somebody to ask.
func (t *Terminal) Interactive() bool { return t.Is(t.In) && t.Is(t.Err) }

// Ask asks for a line; Ctrl-C ends the wait for it. The error is io.EOF if
// there is nobody any more to answer.
func (t *Terminal) Ask(ctx context.Context, in *bufio.Reader, text string) (string, error) {
	fmt.Fprint(t.Err, t.Paint(t.Err, Bold, text)+" ")
	line, err := await(ctx, func() (string, error) { return in.ReadString('\n') })
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	line = strings.TrimSpace(line)
	if errors.Is(err, io.EOF) && line != "" {
		err = nil
	}
	return line, err
}

// Hidden reads a line that is typed at the terminal and not shown.
type Hidden func(context.Context) ([]byte, error)

// AskHidden asks for a line that is not shown. It is for those who find
// [Terminal.Interactive] true.
func (t *Terminal) AskHidden(ctx context.Context, text string) ([]byte, error) {
	fmt.Fprint(t.Err, t.Paint(t.Err, Bold, text)+" ")
	defer fmt.Fprintln(t.Err)
	return t.Hidden(ctx)
}

// readHidden reads a line from the terminal without showing it. Ctrl-C ends the
// wait, and the terminal shows again what is typed.
func readHidden(ctx context.Context) ([]byte, error) {
	fd := int(os.Stdin.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return nil, err
	}
	line, err := await(ctx, func() ([]byte, error) { return term.ReadPassword(fd) })
	if ctx.Err() != nil {
		return nil, errors.Join(ctx.Err(), term.Restore(fd, before))
	}
	return line, err
}

// await is what read brings, or nothing once ctx is done.
func await[T any](ctx context.Context, read func() (T, error)) (line T, err error) {
	type answer struct {
		line T
		err  error
	}
	got := make(chan answer, 1)
	go func() {
		line, err := read()
		got <- answer{line, err}
	}()
	select {
	case <-ctx.Done():
		return line, ctx.Err()
	case a := <-got:
		return a.line, a.err
	}
}
