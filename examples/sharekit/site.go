package main

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share"
)

// siteFlags are the choices of the verb site.
type siteFlags struct {
	scope
	base, out, cache string
	studio           string
	langs            []string
	withKit, force   bool
}

func siteCommand(a *app) *cobra.Command {
	var f siteFlags
	c := a.verb(groupMake, "site", a.args(0, 0), func(c *cobra.Command, _ []string) error {
		if err := needs(c, "base-url"); err != nil {
			return err
		}
		return a.site(c.Context(), &f)
	})
	c.Flags().StringVar(&f.base, "base-url", "", "")
	c.Flags().StringVarP(&f.out, "out", "o", "", "")
	c.Flags().StringSliceVar(&f.langs, "lang", nil, "")
	c.Flags().BoolVar(&f.withKit, "with-kit", false, "")
	c.Flags().BoolVar(&f.force, "force", false, "")
	c.Flags().StringVar(&f.cache, "cache", "", "")
	c.Flags().StringVar(&f.studio, "studio", "", "")
	f.dayFlag(c)
	campaignFlag(c, &f.campaign)
	completes(c, "lang", func() []string { return quietly(f.campaign).Languages })
	c.MarkFlagDirname("out")
	c.MarkFlagDirname("cache")
	return c
}

// site checks the campaign on today's date and writes its website.
func (a *app) site(ctx context.Context, f *siteFlags) error {
	if err := share.CheckSiteBase(f.base); err != nil {
		return err
	}
	today, err := a.day(f.today)
	if err != nil {
		return err
	}
	c, err := a.load(f.campaign)
	if err != nil {
		return err
	}
	langs, err := a.languages(c, f.langs)
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = c.Name + "-site"
	}
	if err := keeps(f.cache); err != nil {
		return err
	}
	if err := a.findings(checked(c.Check(today))); err != nil {
		return err
	}
	studio, err := a.studio(ctx, f.studio)
	if err != nil {
		return err
	}
	site, err := share.NewSite(ctx, c, f.base, &share.SiteOptions{
		Options: share.Options{Languages: langs, Cache: f.cache, Studio: studio, Progress: a.progress("checking")}, WholeKit: f.withKit,
	})
	if err != nil {
		return err
	}
	if err := a.allows(ctx, site); err != nil {
		return err
	}
	if err := site.WriteDir(ctx, f.out, f.force, a.progress("writing")); err != nil {
		return err
	}
	a.report("site-done", with{"n": len(site.Names()), "folder": f.out, "url": site.Base()})
	a.report("site-hosts", with{"file": filepath.Join(f.out, "hosting", "README.txt")})
	return nil
}
