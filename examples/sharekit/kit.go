package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// kitFlags are the choices of the verb kit.
type kitFlags struct {
	out, campaign, today string
	langs                []string
	zip, force           bool
}

func kitCommand(a *app) *cobra.Command {
	var f kitFlags
	c := &cobra.Command{
		Use: "kit", Short: a.say.KitShort, Long: a.say.KitLong, Example: a.say.KitExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{fmt.Errorf(a.say.Unwanted, args[0])}
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return a.kit(c.Context(), &f) },
	}
	c.Flags().StringVar(&f.out, "out", "", a.say.FlagOut)
	c.Flags().BoolVar(&f.zip, "zip", true, a.say.FlagZip)
	c.Flags().StringSliceVar(&f.langs, "lang", nil, a.say.FlagLang)
	c.Flags().StringVar(&f.campaign, "campaign", "", a.say.FlagCampaign)
	c.Flags().BoolVar(&f.force, "force", false, a.say.FlagForce)
	c.Flags().StringVar(&f.today, "today", "", a.say.FlagToday)
	return c
}

// kit checks the campaign on today's date and writes its kit.
func (a *app) kit(ctx context.Context, f *kitFlags) error {
	today, err := a.day(f.today)
	if err != nil {
		return err
	}
	c, err := loadCampaign(f.campaign)
	if err != nil {
		return a.mistakes(err)
	}
	if err := a.findings(c.Check(today)); err != nil {
		return err
	}
	kit, err := share.Build(ctx, c, &share.Options{Languages: f.langs, Progress: a.progress(a.say.Checking)})
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = c.Name + "-kit"
	}
	d := share.Delivery{Force: f.force, Progress: a.progress(a.say.Writing)}
	if f.zip {
		d.Zip = filepath.Clean(f.out) + ".zip"
	}
	if err := kit.Deliver(ctx, f.out, &d); err != nil {
		return err
	}
	return a.delivered(len(kit.Names()), f.out, d.Zip)
}

func (a *app) day(flag string) (time.Time, error) {
	if flag == "" {
		return a.env.today, nil
	}
	day, err := time.Parse(time.DateOnly, flag)
	if err != nil {
		return day, &usageError{fmt.Errorf(a.say.BadDate, flag)}
	}
	return day, nil
}

// loadCampaign reads a folder, or the built-in campaign.
func loadCampaign(dir string) (*campaign.Campaign, error) {
	if dir == "" {
		return campaign.Default(), nil
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, &campaignError{dir}
	}
	return campaign.Load(os.DirFS(dir))
}

// campaignError says that there is no campaign folder.
type campaignError struct{ dir string }

func (e *campaignError) Error() string { return "--campaign: there is no folder " + e.dir }

// mistakes prints what is wrong with a campaign's files, a line each.
func (a *app) mistakes(err error) error {
	all := campaign.Mistakes(err)
	if all == nil {
		return err
	}
	for _, m := range all {
		fmt.Fprintln(a.env.stderr, m)
	}
	fmt.Fprintf(a.env.stderr, a.say.Problems+"\n", len(all))
	return errSaid
}

// shownWarnings is how many warnings are printed before the rest is counted.
const shownWarnings = 5

// findings prints what Check found and fails if any of it forbids a kit.
func (a *app) findings(all []campaign.Finding) error {
	problems, warnings := 0, 0
	for _, f := range all {
		switch {
		case f.Severity == campaign.Error:
			problems++
			fmt.Fprintln(a.env.stderr, a.say.Problem, f)
		case f.Severity == campaign.Warning:
			if warnings++; warnings <= shownWarnings {
				fmt.Fprintln(a.env.stderr, a.say.Warning, f)
			}
		}
	}
	if warnings > shownWarnings {
		fmt.Fprintf(a.env.stderr, a.say.MoreWarnings+"\n", warnings-shownWarnings)
	}
	if problems > 0 {
		fmt.Fprintf(a.env.stderr, a.say.Problems+"\n", problems)
		return errSaid
	}
	return nil
}

// delivered says what came out and what to do with it.
func (a *app) delivered(files int, dir, zip string) error {
	w := a.env.stdout
	fmt.Fprintf(w, a.say.DoneKit+"\n", files, dir)
	if zip != "" {
		info, err := os.Stat(zip)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, a.say.DoneZip+"\n", zip, float64(info.Size())/1e6)
	}
	fmt.Fprintf(w, a.say.Open+"\n", filepath.Join(dir, "START-HERE.html"))
	return nil
}
