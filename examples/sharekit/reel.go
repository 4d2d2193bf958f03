package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/share"
)

// reelFlags are the choices of the verb reel.
type reelFlags struct {
	Out    string `flag:"out,o,dir"`
	Still  bool   `flag:"still"`
	Force  bool   `flag:"force"`
	FFmpeg bool   `flag:"with-ffmpeg"`
	desk.Scope
}

func reelCommand(a *app) *cobra.Command {
	f := reelFlags{Out: "."}
	c := a.Verb(cli.GroupMake, "reel", a.Args(1, 1), func(c *cobra.Command, args []string) error {
		return f.run(c.Context(), a, args[0])
	})
	desk.Flags(c, &f)
	cli.CompletesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return desk.ReelIDs(desk.Quietly(f.Campaign)) })
	return c
}

// run writes the video of a reel or a fact and what goes with it.
func (f *reelFlags) run(ctx context.Context, a *app, id string) error {
	o, err := a.Open(ctx, f.Scope)
	if err != nil {
		return err
	}
	if ids := desk.ReelIDs(o.Campaign); !slices.Contains(ids, id) {
		return a.Choice("fact", id, ids)
	}
	all, err := share.Reels(ctx, o.Campaign, id, &share.Options{Languages: []string{o.Lang}, AsOf: o.Day, FFmpeg: desk.FFmpeg(f.FFmpeg)})
	if err != nil {
		return err
	}
	r := all[0]
	r.Still = r.Still || f.Still
	if err := os.MkdirAll(f.Out, 0o755); err != nil {
		return err
	}
	files, err := r.Files()
	if err != nil {
		return err
	}
	for _, file := range files {
		t := cli.Target{Name: filepath.Join(f.Out, id+"-"+o.Lang+file.Ending), Force: f.Force}
		if err := a.Save(ctx, t, file.Write); err != nil {
			return err
		}
	}
	return nil
}
