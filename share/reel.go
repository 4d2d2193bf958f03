package share

import (
	"slices"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/caption"
)

// A Reel is a short upright video of a campaign in one language: cards of its
// facts with captions burnt in, and no voice. Reels come from [Reels]: the zero
// Reel cannot be written. It is safe for concurrent use as long as nobody
// changes it.
type Reel struct {
	ID   string
	Lang string

	// Still leaves out all motion but the cuts.
	Still bool

	ed *edition
	of *campaign.Reel
}

// filmed reports whether a reel says of each scene what it shows. Others are
// storyboards, for people to film.
func filmed(r *campaign.Reel) bool {
	return len(r.Scenes) > 0 && !slices.ContainsFunc(r.Scenes, func(s campaign.ReelScene) bool { return s.Show == "" })
}

// Name is how the video's files in the kit are called: "video/en/a", to which
// each adds its ending.
func (r *Reel) Name() string { return "video/" + r.Lang + "/" + r.ID }

// Title is the reel's.
func (r *Reel) Title() string {
	if r.of == nil {
		return ""
	}
	return r.of.Title.Plain(r.Lang)
}

// Length is how long the video runs.
func (r *Reel) Length() time.Duration {
	if r.of == nil {
		return 0
	}
	return seconds(r.of.Seconds)
}

// options returns what all cards of the reel share: the look of its first fact.
func (r *Reel) options() graphic.Options {
	theme := r.ed.looks[r.of.Scenes[0].Fact].theme
	return *r.ed.options(r.ed.tag, graphic.Options{Format: graphic.ReelFormats()[0], Theme: theme, Ground: walk(graphic.ReelGrounds(theme), r.ID, "")})
}

func seconds(s float64) time.Duration { return time.Duration(s*1000+0.5) * time.Millisecond }

// onCard reports a cue that stands on its scene's card.
func (r *Reel) onCard(c campaign.Cue) bool {
	return slices.ContainsFunc(r.of.Scenes, func(s campaign.ReelScene) bool {
		return s.Show == campaign.ShowWords && s.Start <= c.Start && c.Start < s.End
	})
}

// said is all that the captions say.
func (r *Reel) said() string {
	var all []string
	for _, c := range r.of.Captions[r.Lang] {
		all = append(all, c.Text)
	}
	return strings.Join(all, " ")
}

// facts are the ids of those that the reel rests on, each once.
func (r *Reel) facts() (ids []string) {
	for _, id := range r.of.Facts {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// reels lists the reels that may be published: a reel falls with any of its facts,
// and all videos where none are wanted.
func (p *plan) reels() []*campaign.Reel {
	var all []*campaign.Reel
	for i := range p.campaign.Reels {
		if r := &p.campaign.Reels[i]; p.stand(r.Facts) && !(p.filmless && filmed(r)) {
			all = append(all, r)
		}
	}
	return all
}

// captioned is the language as captions take it.
func (ed *edition) captioned() caption.Language {
	return caption.Language{Tag: ed.tag, Right: ed.say.Direction == "rtl"}
}

func cues(r *campaign.Reel, lang string) []caption.Cue {
	var all []caption.Cue
	for _, c := range r.Captions[lang] {
		all = append(all, caption.Cue{Start: c.Start, End: c.End, Text: c.Text})
	}
	return all
}
