// Package desk is where the verbs of the command come by the campaign that their
// flags name, by what is called by a name in it or in the libraries, and by a
// judgement of words that somebody brings.
package desk

import (
	"context"
	"time"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/share"
)

// A Desk serves the verbs of one run.
type Desk struct {
	*cli.App
	Today   time.Time
	Program func(context.Context) (*share.Studio, error) // of the start page; nil: there is none
}
