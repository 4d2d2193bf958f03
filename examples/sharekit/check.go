package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/review"
)

// checkFlags are the choices of the verb check.
type checkFlags struct {
	desk.OfDay
	Build    bool `flag:"build"`
	Pictures bool `flag:"pictures"`
	JSON     bool `flag:"json"`
	desk.OfCampaign
}

func checkCommand(a *app) *cobra.Command {
	var f checkFlags
	c := a.Verb(cli.GroupCheck, "check", a.Args(0, 0), func(c *cobra.Command, _ []string) error {
		return f.run(c.Context(), a)
	})
	desk.Flags(c, &f)
	c.Flags().StringVar(&f.Today, "as-of", "", "") // what today was called
	c.Flags().MarkHidden("as-of")
	return c
}

// run prints what is wrong with a campaign, or may be.
func (f *checkFlags) run(ctx context.Context, a *app) error {
	today, err := a.Day(f.Today)
	if err != nil {
		return err
	}
	if err := desk.IsFolder(f.Campaign); err != nil {
		return err
	}
	c, err := desk.Read(ctx, f.Campaign)
	reviewed, err := review.Of(ctx, c, err, review.Options{
		AsOf: today, Build: f.Build, Pictures: f.Pictures, Progress: a.Step("checking"), Measuring: a.Step("measuring"),
	})
	if err != nil {
		return err
	}
	all := []desk.Found{} // JSON: never null
	for _, r := range reviewed {
		all = append(all, a.Found(r))
		if r.Severity == campaign.Error {
			err = cli.ErrSaid
		}
	}
	if !f.JSON {
		a.Review(all)
	} else if err := a.JSON(all); err != nil {
		return err
	}
	return err
}
