package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// reelFlags are the choices of the verb reel.
type reelFlags struct {
	scope
	out                  string
	still, force, ffmpeg bool
}

func reelCommand(a *app) *cobra.Command {
	var f reelFlags
	c := a.verb(groupMake, "reel", a.args(1, 1), func(c *cobra.Command, args []string) error {
		return a.reel(c.Context(), &f, args[0])
	})
	c.Flags().StringVarP(&f.out, "out", "o", ".", "")
	c.Flags().BoolVar(&f.still, "still", false, "")
	c.Flags().BoolVar(&f.force, "force", false, "")
	c.Flags().BoolVar(&f.ffmpeg, "with-ffmpeg", false, "")
	f.dayFlag(c)
	f.flags(c)
	c.MarkFlagDirname("out")
	completesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return reelIDs(quietly(f.campaign)) })
	return c
}

// reel writes the video of a reel or a fact and what goes with it.
func (a *app) reel(ctx context.Context, f *reelFlags, id string) error {
	c, err := a.load(f.campaign)
	if err != nil {
		return err
	}
	lang, err := a.language(c, f.lang)
	if err != nil {
		return err
	}
	today, err := a.day(f.today)
	if err != nil {
		return err
	}
	if !slices.Contains(reelIDs(c), id) {
		return a.choice("fact", id, reelIDs(c))
	}
	all, err := share.Reels(ctx, c, id, &share.Options{Languages: []string{lang}, AsOf: today, FFmpeg: ffmpegIf(f.ffmpeg)})
	if err != nil {
		return err
	}
	r := all[0]
	r.Still = r.Still || f.still
	if err := os.MkdirAll(f.out, 0o755); err != nil {
		return err
	}
	text, err := r.Text()
	if err != nil {
		return err
	}
	words := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	for _, file := range []struct {
		ext   string
		write func(io.Writer) error
	}{{".mp4", r.WriteMP4}, {".png", r.WritePoster}, {".txt", words(text)}, {".vtt", words(r.VTT())}, {".srt", words(r.SRT())}} {
		t := target{name: filepath.Join(f.out, id+"-"+lang+file.ext), force: f.force}
		if err := a.write(ctx, t, file.write); err != nil {
			return err
		}
		a.note("wrote", with{"file": t.name})
	}
	return nil
}

// reelIDs are what a video can be made of: the campaign's reels and its facts.
func reelIDs(c *campaign.Campaign) []string {
	return append(names(c.Reels, func(r campaign.Reel) string { return r.ID }), factIDs(c)...)
}
