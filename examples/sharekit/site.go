package main

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share"
)

// siteFlags are the choices of the verb site.
type siteFlags struct {
	Base    string   `flag:"base-url"`
	Out     string   `flag:"out,o,dir"`
	Langs   []string `flag:"lang,list"`
	WithKit bool     `flag:"with-kit"`
	Force   bool     `flag:"force"`
	Cache   string   `flag:"cache,dir"`
	Studio  string   `flag:"studio"`
	desk.OfDay
	desk.OfCampaign
}

func siteCommand(a *app) *cobra.Command {
	var f siteFlags
	c := a.Verb(cli.GroupMake, "site", a.Args(0, 0), func(c *cobra.Command, _ []string) error {
		if err := cli.Needs(c, "base-url"); err != nil {
			return err
		}
		return f.run(c.Context(), a)
	})
	desk.Flags(c, &f)
	return c
}

// run checks the campaign on today's date and writes its website.
func (f *siteFlags) run(ctx context.Context, a *app) error {
	if err := share.CheckSiteBase(f.Base); err != nil {
		return err
	}
	m, err := a.Material(ctx, f.OfDay, f.OfCampaign, f.Langs)
	if err != nil {
		return err
	}
	if f.Out == "" {
		f.Out = m.Campaign.Name + "-site"
	}
	if err := desk.Keeps(f.Cache); err != nil {
		return err
	}
	if err := a.Passes(m); err != nil {
		return err
	}
	studio, err := a.Studio(ctx, f.Studio)
	if err != nil {
		return err
	}
	site, err := share.NewSite(ctx, m.Campaign, f.Base, &share.SiteOptions{
		Options: share.Options{Languages: m.Langs, Cache: f.Cache, Studio: studio, Progress: a.Step("checking")}, WholeKit: f.WithKit,
	})
	if err != nil {
		return err
	}
	if err := a.Allows(ctx, site); err != nil {
		return err
	}
	if err := site.WriteDir(ctx, f.Out, f.Force, a.Step("writing")); err != nil {
		return err
	}
	a.Report("site-done", cli.With{"n": len(site.Names()), "folder": f.Out, "url": site.Base()})
	a.Report("site-hosts", cli.With{"file": filepath.Join(f.Out, "hosting", "README.txt")})
	return nil
}
