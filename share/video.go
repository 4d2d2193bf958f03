package share

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/caption"
)

// maxCaptions is the largest file of captions that Bluesky takes, in bytes
// (app.bsky.embed.video at atproto d6296a1, 2026-08-20).
const maxCaptions = 20_000

// addVideo adds for each reel and language its captions as WebVTT and SubRip,
// and the video with what to post, or the storyboard of one that people are to
// film.
func (k binder) addVideo() {
	for _, r := range k.plan.reels() {
		for _, ed := range k.plan.editions {
			tells := about{lang: ed.lang, rests: r.Facts}
			name := "video/" + ed.lang + "/" + r.ID
			if filmed(r) {
				k.addFilm(&Reel{ID: r.ID, Lang: ed.lang, Still: r.Still(), ed: ed, of: r}, tells)
			} else {
				k.addText(name+".md", tells, func() (string, error) { return director{ed}.storyboard(r), nil })
			}
			k.addText(name+".vtt", tells, func() (string, error) { return caption.VTT(cues(r, ed.lang), ed.captioned()), nil })
			srt := func() (string, error) { return caption.SRT(cues(r, ed.lang), ed.captioned()), nil }
			k.addText(name+".srt", tells, srt)
			k.addText(name+"."+locale(ed.tag)+".srt", tells, srt) // the name that Facebook wants
		}
	}
}

// addFilm adds what is drawn of a reel.
func (k binder) addFilm(r *Reel, tells about) {
	name := r.Name()
	tells.format = graphic.ReelFormats()[0].Name
	k.add(name+".mp4", plain, tells, func(_ context.Context, _ fs.FS, w io.Writer) error { return r.WriteMP4(w) })
	k.add(name+".png", plain, tells, func(_ context.Context, _ fs.FS, w io.Writer) error { return r.WritePoster(w) })
	tells.format = ""
	k.addText(name+".txt", tells, r.Text)
}

// storyboard is a reel scene by scene, its spoken words and its sources.
func (ed director) storyboard(r *campaign.Reel) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s · %s\n\n", r.Title.Plain(ed.lang), ed.say.Number(r.Seconds)+" s", "9:16")
	if note := r.ContentNote.In(ed.lang); note != "" {
		b.WriteString(note + "\n\n")
	}
	for i, s := range r.Scenes {
		fmt.Fprintf(&b, "## %d · %s–%s s\n\n", i+1, ed.say.Number(s.Start), ed.say.Number(s.End))
		for _, row := range []struct{ label, text string }{
			{"scene_visual", s.Visual.In(ed.lang)}, {"scene_screen", s.Screen.In(ed.lang)}, {"scene_voice", s.Voice.In(ed.lang)},
		} {
			if row.text != "" {
				fmt.Fprintf(&b, "- %s %s\n", ed.say.Label(row.label), row.text)
			}
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "## %s\n\n", ed.say.Label("sources"))
	for _, id := range slices.Compact(slices.Clone(r.Facts)) {
		f, _ := ed.campaign.Fact(id)
		b.WriteString("- " + ed.cited(&f) + "\n")
	}
	return b.String()
}
