package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share"
)

// kitFlags are the choices of the verbs kit and join.
type kitFlags struct {
	Out      string   `flag:"out,o,dir"`
	Zip      bool     `flag:"zip"`
	Langs    []string `flag:"lang,list"`
	Sign     string   `flag:"sign,file:key"`
	Force    bool     `flag:"force"`
	Studio   string   `flag:"studio"`
	Filmless bool     `flag:"without-videos"`
	Marks    bool     `flag:"crop-marks"`
	desk.OfDay
	desk.OfCampaign
	alone kitAlone
}

// kitAlone are the choices of the verb kit alone.
type kitAlone struct {
	Cache  string `flag:"cache,dir"`
	Part   string `flag:"part"`
	FFmpeg bool   `flag:"with-ffmpeg"`
}

func kitCommand(a *app) *cobra.Command {
	f := kitFlags{Zip: true}
	c := a.Verb(cli.GroupMake, "kit", a.Args(0, 0), func(c *cobra.Command, _ []string) error {
		return f.run(c.Context(), a, func(k *share.Kit, d *share.Delivery) error { return k.Deliver(c.Context(), f.Out, d) })
	})
	desk.Flags(c, &f)
	desk.Flags(c, &f.alone)
	return c
}

// joinCommand makes the whole kit of parts that kit --part made.
func joinCommand(a *app) *cobra.Command {
	f := kitFlags{Zip: true}
	c := a.Verb(cli.GroupMake, "join", a.Args(1, 10_000), func(c *cobra.Command, folders []string) error {
		parts, done, err := desk.OpenKits(folders)
		if err != nil {
			return err
		}
		defer done()
		return f.run(c.Context(), a, func(k *share.Kit, d *share.Delivery) error { return k.Join(c.Context(), f.Out, parts, d) })
	})
	desk.Flags(c, &f)
	c.ValidArgsFunction = nil // files
	return c
}

// run checks the campaign on today's date and has its kit delivered.
func (f *kitFlags) run(ctx context.Context, a *app, deliver func(*share.Kit, *share.Delivery) error) error {
	m, err := a.Material(ctx, f.OfDay, f.OfCampaign, f.Langs)
	if err != nil {
		return err
	}
	part, err := desk.Part(f.alone.Part)
	if err != nil {
		return err
	}
	d := f.delivery(m.Campaign.Name, part)
	d.Progress = a.Step("writing")
	d.Aside = func(place, aside string) { a.Note("set-aside", cli.With{"place": place, "aside": aside}) }
	if err := d.Check(m.Campaign.Name, f.Out); err != nil {
		return err
	}
	if err := desk.Keeps(f.alone.Cache); err != nil {
		return err
	}
	key, err := a.PrivateKey(ctx, f.Sign)
	if err != nil {
		return err
	}
	if err := a.Passes(m); err != nil {
		return err
	}
	studio, err := a.Studio(ctx, f.Studio)
	if err != nil {
		return err
	}
	kit, err := share.Build(ctx, m.Campaign, &share.Options{
		Languages: m.Langs, Cache: f.alone.Cache, Part: part, Studio: studio, WithoutVideos: f.Filmless, CropMarks: f.Marks, FFmpeg: desk.FFmpeg(f.alone.FFmpeg),
		Key: key, Progress: a.Step("checking"),
	})
	if err != nil {
		return err
	}
	if err := a.Allows(ctx, kit); err != nil {
		return err
	}
	if err := a.OmitsSome(kit.Pictures()); err != nil {
		return err
	}
	if err := deliver(kit, &d); err != nil {
		return err
	}
	return a.delivered(len(kit.Names()), f, d.Zip)
}

// delivery is where the kit of a campaign goes.
func (f *kitFlags) delivery(name string, part share.Part) share.Delivery {
	if f.Out == "" {
		f.Out = name + "-kit"
		if f.alone.Part != "" {
			f.Out += fmt.Sprintf("-%d-of-%d", part.Number, part.Of)
		}
	}
	d := share.Delivery{Force: f.Force}
	if f.Zip && f.alone.Part == "" {
		d.Zip = filepath.Clean(f.Out) + ".zip"
	}
	return d
}

// delivered says what came out and what to do with it.
func (a *app) delivered(files int, f *kitFlags, zip string) error {
	a.Report("kit-done", cli.With{"n": files, "folder": f.Out})
	if f.alone.Part != "" {
		a.Report("kit-part-done", nil)
		return nil
	}
	if zip != "" {
		info, err := os.Stat(zip)
		if err != nil {
			return err
		}
		a.Report("kit-zip", cli.With{"file": zip, "mb": fmt.Sprintf("%.1f", float64(info.Size())/1e6)})
	}
	a.Report("kit-open", cli.With{"file": filepath.Join(f.Out, "START-HERE.html")})
	return nil
}
