package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share"
)

// kitFlags are the choices of the verb kit.
type kitFlags struct {
	out, campaign, today string
	cache                string
	langs                []string
	zip, force           bool
}

func kitCommand(a *app) *cobra.Command {
	var f kitFlags
	c := a.verb(groupMake, a.say.Kit, a.args(0, 0), func(c *cobra.Command, _ []string) error {
		return a.kit(c.Context(), &f)
	})
	c.Flags().StringVarP(&f.out, "out", "o", "", a.say.Flag.Out)
	c.Flags().BoolVar(&f.zip, "zip", true, a.say.Flag.Zip)
	c.Flags().StringSliceVar(&f.langs, "lang", nil, a.say.Flag.Langs)
	c.Flags().BoolVar(&f.force, "force", false, a.say.Flag.Force)
	c.Flags().StringVar(&f.cache, "cache", "", a.say.Flag.Cache)
	c.Flags().StringVar(&f.today, "today", "", a.say.Flag.Today)
	a.campaignFlag(c, &f.campaign)
	completes(c, "lang", func() []string { return quietly(f.campaign).Languages })
	c.MarkFlagDirname("out")
	c.MarkFlagDirname("cache")
	return c
}

// kit checks the campaign on today's date and writes its kit.
func (a *app) kit(ctx context.Context, f *kitFlags) error {
	today, err := a.day(f.today)
	if err != nil {
		return err
	}
	c, err := a.load(f.campaign)
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
	if err := d.Check(c.Name, f.out); err != nil {
		return err
	}
	if err := keeps(f.cache); err != nil {
		return err
	}
	if err := a.findings(c.Check(today)); err != nil {
		return err
	}
	kit, err := share.Build(ctx, c, &share.Options{Languages: once(f.langs), Cache: f.cache, Progress: a.progress(a.say.Checking)})
	if err != nil {
		return err
	}
	if err := kit.Deliver(ctx, f.out, &d); err != nil {
		return err
	}
	return a.delivered(len(kit.Names()), f.out, d.Zip)
}

// keeps refuses a cache that nothing can be kept in.
func keeps(dir string) error {
	if dir == "" {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return &writeError{&placeError{"--cache", err}, ""}
	}
	f, err := os.CreateTemp(dir, "")
	if err != nil {
		return &writeError{&placeError{"--cache", asked(dir, err)}, ""}
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// delivered says what came out and what to do with it.
func (a *app) delivered(files int, dir, zip string) error {
	a.report(a.say.DoneKit, files, dir)
	if zip != "" {
		info, err := os.Stat(zip)
		if err != nil {
			return err
		}
		a.report(a.say.DoneZip, zip, float64(info.Size())/1e6)
	}
	a.report(a.say.Open, filepath.Join(dir, "START-HERE.html"))
	return nil
}
