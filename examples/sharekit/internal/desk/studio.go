package desk

import (
	"context"
	"errors"
	"io/fs"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/wasm/program"
	"github.com/shutdowncecot/toolkit/share"
)

// noStudio is the value of --studio for a kit whose start page draws nothing.
const noStudio = "none"

// Studio is the program of the start page: that of a file, or the one built
// into this command, or one built here. A kit is made without it too.
func (a *Desk) Studio(ctx context.Context, from string) (*share.Studio, error) {
	if from == noStudio {
		return nil, nil
	}
	if from != "" {
		s, err := program.Read(from)
		var path *fs.PathError
		if errors.As(err, &path) {
			err = cli.Unreadable(path.Path, err)
		}
		return s, err
	}
	if a.Program == nil {
		return nil, nil
	}
	if a.Is(a.Err) {
		a.Note("studio-building", nil)
	}
	s, err := a.Program(ctx)
	switch {
	case err == nil || ctx.Err() != nil:
		return s, err
	case errors.Is(err, program.ErrNoSource):
		a.Note("studio-none", nil)
	default:
		a.Note("studio-failed", cli.With{"cause": err})
	}
	return nil, nil
}
