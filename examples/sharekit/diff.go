package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func diffCommand(a *app) *cobra.Command {
	var asJSON bool
	c := a.verb(groupCheck, "diff", a.args(2, 2), func(_ *cobra.Command, args []string) error {
		return a.diff(args[0], args[1], asJSON)
	})
	c.Flags().BoolVar(&asJSON, "json", false, "")
	c.ValidArgsFunction = nil // files
	return c
}

// A difference is what Diff says, for programs. Its lists are never null.
type difference struct {
	Facts   []factDifference `json:"facts"`
	Added   []string         `json:"added"`
	Removed []string         `json:"removed"`
	Changed []string         `json:"changed"`
}

type factDifference struct {
	ID     string        `json:"id"`
	Was    campaign.Text `json:"was,omitempty"` // the headline
	Is     campaign.Text `json:"is,omitempty"`
	Fields []string      `json:"fields,omitempty"`
}

// diff prints what changed from one kit to another.
func (a *app) diff(older, newer string, asJSON bool) error {
	was, done, err := openKit(older)
	if err != nil {
		return err
	}
	defer done()
	is, done, err := openKit(newer)
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
		return refuse(problems, "no-kit", with{"cause": err})
	case asJSON:
		return a.json(differenceOf(d))
	}
	fmt.Fprint(a.Out, terminal.Harmless(d.Text(campaign.Default().Strings(a.tongue.lang))))
	return nil
}

func differenceOf(d *share.Difference) difference {
	out := difference{Facts: []factDifference{}, Added: listOf(d.Added), Removed: listOf(d.Removed), Changed: listOf(d.Changed)}
	for _, f := range d.Facts {
		out.Facts = append(out.Facts, factDifference(f))
	}
	return out
}

// listOf is a list that JSON shows as such when it is empty.
func listOf(names []string) []string { return append([]string{}, names...) }
