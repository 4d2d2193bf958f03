package main

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// correctFlags are the choices of the verb correct.
type correctFlags struct {
	Was       []string `flag:"was"`
	Now       []string `flag:"now"`
	Date      string   `flag:"date"`
	URL       string   `flag:"source-url"`
	Publisher string   `flag:"publisher"`
	Out       string   `flag:"out,o"`
	Langs     []string `flag:"lang,list"`
	Formats   []string `flag:"format,list"`
	Force     bool     `flag:"force"`
	JSON      bool     `flag:"json"`
	desk.OfCampaign
	desk.Overruling
}

func correctCommand(a *app) *cobra.Command {
	var f correctFlags
	c := a.Verb(cli.GroupCheck, "correct", a.Args(1, 1), func(c *cobra.Command, args []string) error {
		return f.run(c.Context(), a, args[0])
	})
	desk.Flags(c, &f)
	cli.CompletesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return desk.FactIDs(desk.Quietly(f.Campaign)) })
	return c
}

// run writes what corrects a fact that has been shared, and names the
// files that should not be shared any more.
func (f *correctFlags) run(ctx context.Context, a *app, id string) error {
	c, err := a.Load(ctx, f.Campaign)
	if err != nil {
		return err
	}
	if _, err := a.Fact(c, id); err != nil {
		return err
	}
	change, err := f.change(a, c, id)
	if err != nil {
		return err
	}
	if err := f.judgeChange(a, c, &change); err != nil {
		return err
	}
	langs, err := a.Languages(c, f.Langs)
	if err != nil {
		return err
	}
	formats, err := a.Formats(f.Formats)
	if err != nil {
		return err
	}
	fixed, err := share.Correct(ctx, c, change, &share.Options{Languages: langs, Formats: formats, Progress: a.Step("checking")})
	var lacks *share.FactError
	if errors.As(err, &lacks) {
		return cli.Refuse(cli.Usage, "lacking", cli.With{"cause": err})
	}
	if err != nil {
		return err
	}
	if f.Out == "" {
		f.Out = id + "-correction"
	}
	err = cli.WriteFolder(ctx, f.Out, f.Force, func(dir string) error { return fixed.Write(ctx, dir) })
	if err != nil {
		return err
	}
	return f.corrected(a, fixed)
}

// change is what the flags say.
func (f *correctFlags) change(a *app, c *campaign.Campaign, id string) (share.Change, error) {
	change := share.Change{Fact: id}
	var err error
	if change.Was, err = a.Texts(c, "--was", f.Was); err != nil {
		return change, err
	}
	if change.Now, err = a.Texts(c, "--now", f.Now); err != nil {
		return change, err
	}
	if f.URL != "" {
		if err := desk.Leads("--source-url", f.URL); err != nil {
			return change, err
		}
		change.Source = campaign.Source{URL: f.URL, Publisher: campaign.Text{"": f.Publisher}}
	}
	if f.Date == "" {
		f.Date = a.env.today.Format(time.DateOnly)
	}
	change.Date, err = desk.On("--date", f.Date)
	return change, err
}

// corrected says what came out.
func (f *correctFlags) corrected(a *app, fixed *share.CorrectionSet) error {
	if f.JSON {
		cards := []string{}
		for i := range fixed.Cards {
			cards = append(cards, fixed.Cards[i].Name())
		}
		return a.JSON(map[string]any{"fact": fixed.Fact, "folder": f.Out, "cards": cards, "do_not_share": fixed.Files})
	}
	a.Report("corrected", cli.With{"pictures": len(fixed.Cards), "posts": len(fixed.Posts), "folder": f.Out})
	a.Report("do-not-share", cli.With{"n": len(fixed.Files), "file": filepath.Join(f.Out, "do-not-share.txt")})
	return nil
}

// judgeChange reads what a correction says is true. A figure that no fact holds
// yet needs the source that the correction brings.
func (f *correctFlags) judgeChange(a *app, c *campaign.Campaign, change *share.Change) error {
	after, texts := change.Texts(c)
	for i := range texts {
		texts[i].Field = "--now"
	}
	return a.Pass(truth.New(after), f.Anyway, texts...)
}
