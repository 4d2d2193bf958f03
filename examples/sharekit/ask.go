package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// interactive reports whether there is somebody to ask.
func (a *app) interactive() bool {
	return a.env.terminal(a.env.stdin) && a.env.terminal(a.env.stderr)
}

// question asks for a line; Ctrl-C ends the wait for it. The error is io.EOF
// if there is nobody any more to answer.
func (a *app) question(ctx context.Context, in *bufio.Reader, text string) (string, error) {
	fmt.Fprint(a.env.stderr, a.paint(a.env.stderr, bold, text)+" ")
	type answer struct {
		line string
		err  error
	}
	got := make(chan answer, 1)
	go func() {
		line, err := in.ReadString('\n')
		got <- answer{strings.TrimSpace(line), err}
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case r := <-got:
		if errors.Is(r.err, io.EOF) && r.line != "" {
			r.err = nil
		}
		return r.line, r.err
	}
}
