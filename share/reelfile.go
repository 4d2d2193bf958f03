package share

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/caption"
)

// Reels are the videos of one id in each language of the options: of the reel
// that the campaign has by that name, else of the fact: a hook, its chart, its
// source, what it asks for. A nil *Options is the default.
//
// Its errors are those of [Pictures] and *ReelError.
func Reels(ctx context.Context, c *campaign.Campaign, id string, o *Options) ([]Reel, error) {
	var opt Options
	if o != nil {
		opt = *o
	}
	opt.WithoutVideos = false
	p, err := newPlan(c, &opt)
	if err != nil {
		return nil, err
	}
	all, err := p.reelsOf(id)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := all[i].check(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (p *plan) reelsOf(id string) (all []Reel, err error) {
	add := func(ed *edition, r *campaign.Reel) {
		all = append(all, Reel{ID: id, Lang: ed.lang, Still: r.Still(), ed: ed, of: r})
	}
	for _, r := range p.reels() {
		if r.ID == id && filmed(r) {
			for _, ed := range p.editions {
				add(ed, r)
			}
			return all, nil
		}
	}
	f, err := p.standingFact(id)
	if err != nil {
		return nil, err
	}
	for _, ed := range p.editions {
		add(ed, director{ed}.reelOf(f))
	}
	return all, nil
}

// Film is the reel with its cards and captions laid out.
func (r *Reel) Film() (*graphic.Reel, error) {
	if r.ed == nil {
		return nil, errNotBuilt
	}
	film := &graphic.Reel{Lang: r.ed.tag, Title: r.Title(), Description: r.said(), Still: r.Still, Options: r.options()}
	for i := range r.of.Scenes {
		s := &r.of.Scenes[i]
		card, err := r.scene(s, i == len(r.of.Scenes)-1)
		if err != nil {
			return nil, r.failed("reel-undrawable", i, fault.Values{"scene": i + 1, "cause": err})
		}
		film.Scenes = append(film.Scenes, graphic.ReelScene{Card: card, Length: seconds(s.Seconds)})
	}
	for _, c := range r.of.Captions[r.Lang] {
		if !r.onCard(c) {
			film.Cues = append(film.Cues, graphic.Cue{From: seconds(c.Start), To: seconds(c.End), Text: r.ed.say.NoBreak(c.Text)})
		}
	}
	return film, nil
}

// check lays the reel out.
func (r *Reel) check() error {
	film, err := r.Film()
	if err != nil {
		return err
	}
	if _, err := film.Cards(); err != nil {
		return r.failed("reel-unfit", 0, fault.Values{"cause": err})
	}
	return nil
}

func (r *Reel) failed(rule string, scene int, values fault.Values) *ReelError {
	return reelError(rule, r.ID, r.Lang, scene, values)
}

// WriteMP4 writes the video.
func (r *Reel) WriteMP4(w io.Writer) error {
	return r.write(w, ".mp4", func(film *graphic.Reel, w io.Writer) error {
		if r.ed.ffmpeg.program == "" {
			return film.WriteMP4(w)
		}
		var b bytes.Buffer
		if err := film.WriteMP4(&b); err != nil {
			return err
		}
		return r.ed.ffmpeg.write(w, b.Bytes())
	})
}

// WritePoster writes its first frame, as PNG.
func (r *Reel) WritePoster(w io.Writer) error { return r.write(w, ".png", (*graphic.Reel).WritePoster) }

func (r *Reel) write(w io.Writer, ext string, write func(*graphic.Reel, io.Writer) error) error {
	film, err := r.Film()
	if err != nil {
		return err
	}
	return r.ed.cache.film(w, film, r.ed.ffmpeg.version, ext, func(w io.Writer) error { return write(film, w) })
}

// A ReelFile is a file of a reel. It is safe for concurrent use.
type ReelFile struct {
	Ending string // of its name: ".mp4"
	Write  func(io.Writer) error
}

// Files are the video, its poster, the text to post with it, and captions in
// two forms, and again under the name that Facebook wants.
func (r *Reel) Files() ([]ReelFile, error) {
	text, err := r.Text()
	if err != nil {
		return nil, err
	}
	words := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	return []ReelFile{
		{".mp4", r.WriteMP4}, {".png", r.WritePoster}, {".txt", words(text)}, {".vtt", words(r.VTT())}, {".srt", words(r.SRT())},
		{"." + locale(r.ed.tag) + ".srt", words(r.SRT())},
	}, nil
}

// VTT is the captions as WebVTT, for players.
func (r *Reel) VTT() string { return caption.VTT(cues(r.of, r.Lang), r.ed.captioned()) }

// SRT is the captions as SubRip.
func (r *Reel) SRT() string { return caption.SRT(cues(r.of, r.Lang), r.ed.captioned()) }

// Text is what to post with the video: a caption with sources and tags, and
// what it shows, for those who do not see it.
func (r *Reel) Text() (string, error) {
	film, err := r.Film()
	if err != nil {
		return "", err
	}
	cards, err := film.Cards()
	if err != nil {
		return "", r.failed("reel-unfit", 0, fault.Values{"cause": err})
	}
	ed := r.ed
	var b strings.Builder
	part := func(label, text string) {
		if text != "" {
			title := ed.say.Label(label)
			b.WriteString(title + "\n" + strings.Repeat("-", len([]rune(title))) + "\n" + text + "\n\n")
		}
	}
	b.WriteString(r.Title() + "\n\n")
	part("reel_post", r.post())
	alt := []string{fmt.Sprintf("%s (%s s).", ed.say.Label("reel_silent"), ed.say.Number(r.of.Seconds))}
	for _, g := range cards {
		alt = append(alt, g.Alt())
	}
	part("reel_alt", strings.Join(alt, " "))
	part("sources", ed.citations(r.facts()))
	return strings.TrimRight(b.String(), "\n") + "\n", nil
}

// post is a caption for any platform.
func (r *Reel) post() string {
	ed := r.ed
	var from []string
	for _, id := range r.facts() {
		if f, _ := ed.campaign.Fact(id); f.Source.Publisher.Has(ed.lang) {
			if line := ed.say.List(f.Source.Publisher.In(ed.lang), ed.say.Long(f.Source.Published)); !slices.Contains(from, line) {
				from = append(from, line)
			}
		}
	}
	tags := ed.cardTags(&campaign.Fact{})
	for i := range tags {
		tags[i] = "#" + tags[i]
	}
	return joined("\n\n", r.of.ContentNote.In(ed.lang), r.Title(), r.said(),
		joined(" ", ed.say.Label("source"), strings.Join(from, "; ")), strings.Join(tags, " "))
}

// locale is a language as Facebook wants it in the names of caption files:
// "en_US" (facebook.com/help/509746615868430, checked 2026-11-28).
func locale(tag language.Tag) string {
	base, _ := tag.Base()
	region, _ := tag.Region()
	name := base.String() + "_" + region.String()
	if own, ok := theirLocales[name]; ok {
		return own
	}
	return name
}

// theirLocales are those that Facebook calls otherwise.
var theirLocales = map[string]string{"es_419": "es_LA", "ar_EG": "ar_AR"}
