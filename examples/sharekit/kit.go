package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share"
)

// kitFlags are the choices of the verb kit.
type kitFlags struct {
	scope
	out, cache string
	langs      []string
	zip, force bool
}

func kitCommand(a *app) *cobra.Command {
	var f kitFlags
	c := a.verb(groupMake, "kit", a.args(0, 0), func(c *cobra.Command, _ []string) error {
		return a.kit(c.Context(), &f)
	})
	c.Flags().StringVarP(&f.out, "out", "o", "", "")
	c.Flags().BoolVar(&f.zip, "zip", true, "")
	c.Flags().StringSliceVar(&f.langs, "lang", nil, "")
	c.Flags().BoolVar(&f.force, "force", false, "")
	c.Flags().StringVar(&f.cache, "cache", "", "")
	f.dayFlag(c)
	campaignFlag(c, &f.campaign)
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
	langs, err := a.languages(c, f.langs)
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = c.Name + "-kit"
	}
	d := share.Delivery{Force: f.force, Progress: a.progress("writing")}
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
	kit, err := share.Build(ctx, c, &share.Options{Languages: langs, Cache: f.cache, Progress: a.progress("checking")})
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
		return refuse(unwriteable, "at", with{"place": "--cache", "cause": err})
	}
	f, err := os.CreateTemp(dir, "")
	if err != nil {
		return refuse(unwriteable, "at", with{"place": "--cache", "cause": asked(dir, err)})
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// delivered says what came out and what to do with it.
func (a *app) delivered(files int, dir, zip string) error {
	a.report("kit-done", with{"n": files, "folder": dir})
	if zip != "" {
		info, err := os.Stat(zip)
		if err != nil {
			return err
		}
		a.report("kit-zip", with{"file": zip, "mb": fmt.Sprintf("%.1f", float64(info.Size())/1e6)})
	}
	a.report("kit-open", with{"file": filepath.Join(dir, "START-HERE.html")})
	return nil
}
