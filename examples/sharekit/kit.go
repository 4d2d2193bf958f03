package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/files"
)

// kitFlags are the choices of the verb kit.
type kitFlags struct {
	scope
	out, cache, part string
	studio           string
	langs            []string
	sign             string
	zip, force       bool
	filmless, ffmpeg bool
}

func kitCommand(a *app) *cobra.Command {
	var f kitFlags
	c := a.verb(groupMake, "kit", a.args(0, 0), func(c *cobra.Command, _ []string) error {
		return a.kit(c.Context(), &f, func(k *share.Kit, d *share.Delivery) error { return k.Deliver(c.Context(), f.out, d) })
	})
	f.register(c)
	c.Flags().StringVar(&f.cache, "cache", "", "")
	c.Flags().StringVar(&f.part, "part", "", "")
	c.Flags().BoolVar(&f.ffmpeg, "with-ffmpeg", false, "")
	c.MarkFlagDirname("cache")
	return c
}

// joinCommand makes the whole kit of parts that kit --part made.
func joinCommand(a *app) *cobra.Command {
	var f kitFlags
	c := a.verb(groupMake, "join", a.args(1, 10_000), func(c *cobra.Command, folders []string) error {
		parts, done, err := openKits(folders)
		if err != nil {
			return err
		}
		defer done()
		return a.kit(c.Context(), &f, func(k *share.Kit, d *share.Delivery) error { return k.Join(c.Context(), f.out, parts, d) })
	})
	f.register(c)
	c.ValidArgsFunction = nil // files
	return c
}

// openKits opens several kits or parts of one.
func openKits(names []string) (all []fs.FS, done func(), err error) {
	var open []func() error
	done = func() {
		for _, f := range open {
			f()
		}
	}
	for _, name := range names {
		fsys, end, err := openKit(name)
		if err != nil {
			done()
			return nil, nil, err
		}
		all, open = append(all, fsys), append(open, end)
	}
	return all, done, nil
}

func (f *kitFlags) register(c *cobra.Command) {
	c.Flags().StringVarP(&f.out, "out", "o", "", "")
	c.Flags().BoolVar(&f.zip, "zip", true, "")
	c.Flags().StringSliceVar(&f.langs, "lang", nil, "")
	c.Flags().StringVar(&f.sign, "sign", "", "")
	c.MarkFlagFilename("sign", "key")
	c.Flags().BoolVar(&f.force, "force", false, "")
	c.Flags().StringVar(&f.studio, "studio", "", "")
	c.Flags().BoolVar(&f.filmless, "without-videos", false, "")
	f.dayFlag(c)
	campaignFlag(c, &f.campaign)
	completes(c, "lang", func() []string { return quietly(f.campaign).Languages })
	c.MarkFlagDirname("out")
}

// kit checks the campaign on today's date and has its kit delivered.
func (a *app) kit(ctx context.Context, f *kitFlags, deliver func(*share.Kit, *share.Delivery) error) error {
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
	part, err := partOf(f.part)
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = c.Name + "-kit"
		if f.part != "" {
			f.out += fmt.Sprintf("-%d-of-%d", part.Number, part.Of)
		}
	}
	d := share.Delivery{Force: f.force, Progress: a.progress("writing"), Aside: func(place, aside string) {
		a.note("set-aside", with{"place": place, "aside": aside})
	}}
	if f.zip && f.part == "" {
		d.Zip = filepath.Clean(f.out) + ".zip"
	}
	if err := d.Check(c.Name, f.out); err != nil {
		return err
	}
	if err := keeps(f.cache); err != nil {
		return err
	}
	key, err := a.privateKey(ctx, f.sign)
	if err != nil {
		return err
	}
	if err := a.findings(checked(c.Check(today))); err != nil {
		return err
	}
	studio, err := a.studio(ctx, f.studio)
	if err != nil {
		return err
	}
	kit, err := share.Build(ctx, c, &share.Options{
		Languages: langs, Cache: f.cache, Part: part, Studio: studio, WithoutVideos: f.filmless, FFmpeg: ffmpegIf(f.ffmpeg),
		Key: key, Progress: a.progress("checking"),
	})
	if err != nil {
		return err
	}
	if err := a.allows(ctx, kit); err != nil {
		return err
	}
	if err := deliver(kit, &d); err != nil {
		return err
	}
	if f.part != "" {
		a.report("kit-done", with{"n": len(kit.Names()), "folder": f.out})
		a.report("kit-part-done", nil)
		return nil
	}
	return a.delivered(len(kit.Names()), f.out, d.Zip)
}

// partOf reads "3/16"; "" is the whole kit.
func partOf(s string) (p share.Part, err error) {
	if s == "" {
		return p, nil
	}
	number, of, ok := strings.Cut(s, "/")
	if ok {
		p.Number, err = strconv.Atoi(number)
	}
	if ok && err == nil {
		p.Of, err = strconv.Atoi(of)
	}
	if !ok || err != nil || p.Number < 1 || p.Number > p.Of {
		return p, refuse(usage, "value-part", with{"value": s})
	}
	return p, nil
}

// ffmpegIf is the program's name if it is wanted.
func ffmpegIf(wanted bool) string {
	if wanted {
		return "ffmpeg"
	}
	return ""
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
		return refuse(unwriteable, "at", with{"place": "--cache", "cause": files.Blame(dir, err)})
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
