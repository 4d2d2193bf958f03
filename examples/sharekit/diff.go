package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func diffCommand(a *app) *cobra.Command {
	var asJSON bool
	c := a.Verb(cli.GroupCheck, "diff", a.Args(2, 2), func(_ *cobra.Command, args []string) error {
		return a.diff(args[0], args[1], asJSON)
	})
	c.Flags().BoolVar(&asJSON, "json", false, "")
	c.ValidArgsFunction = nil // files
	return c
}

// diff prints what changed from one kit to another.
func (a *app) diff(older, newer string, asJSON bool) error {
	was, done, err := desk.OpenKit(older)
	if err != nil {
		return err
	}
	defer done()
	is, done, err := desk.OpenKit(newer)
	if err != nil {
		return err
	}
	defer done()
	d, err := share.Diff(was, is)
	var two *share.KitError
	switch {
	case errors.As(err, &two) && two.Rule() == "kit-other":
		return err
	case err != nil:
		return cli.Refuse(cli.Problems, "no-kit", cli.With{"cause": err})
	case asJSON:
		return a.JSON(d)
	}
	fmt.Fprint(a.Out, terminal.Harmless(d.Text(campaign.Default().Strings(a.Tongue.Lang))))
	return nil
}
