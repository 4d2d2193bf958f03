package campaign

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// mostCaptions bounds the captions of a fact in one language: each is compared
// with every other.
const mostCaptions = 200

// wordRules checks what is said and posted.
type wordRules struct{ *validator }

func (v wordRules) captions() {
	for _, set := range v.c.Captions {
		if set.Fact == "" {
			v.fail(set.at, "fact", "caption-fact-missing", nil)
		}
		v.refer(set.at, "fact", set.Fact, "fact", v.factIDs())
		v.everyLanguage(set.at, "captions", func(lang string) int { return len(set.Captions[lang]) })
		for lang, list := range inOrder(set.Captions) {
			if n := len(list); n > mostCaptions {
				v.fail(set.at.In("captions"), lang, "too-many-entries", with{"n": n, "limit": mostCaptions})
				continue
			}
			for i, c := range list {
				v.caption(set.at.In("captions").In(lang).Index(i), &c)
			}
		}
	}
}

func (v wordRules) caption(at place, c *Caption) {
	v.said(at, c.Text, c.Limit)
	v.refer(at, "action", c.Action, "action", v.actionIDs())
	v.refersToFacts(at, "also", c.Also)
}

// said reports words that are missing or longer than limit; 0 is no limit.
func (v *validator) said(at place, text string, limit int) {
	n := utf8.RuneCountInString(text)
	switch {
	case strings.TrimSpace(text) == "":
		v.fail(at, "text", "words-missing", nil)
	case limit > 0 && n > limit:
		v.fail(at, "text", "words-too-long", with{"n": n, "over": n - limit, "limit": limit})
	}
}

// everyLanguage reports the languages of the campaign in which there is
// nothing.
func (v *validator) everyLanguage(at place, field string, count func(lang string) int) {
	for _, lang := range v.c.Languages {
		if count(lang) == 0 {
			v.fail(at.In(field), lang, "text-missing", with{"languages": strings.Join(v.c.Languages, ", ")})
		}
	}
}

func (v wordRules) messages() {
	m := &v.c.Messages
	for _, p := range []*Passage{&m.Ask, &m.AskShort, &m.WhatChanged, &m.Elevator} {
		v.refersToFacts(p.at, "facts", p.Facts)
	}
	for _, p := range m.Frames {
		v.needs(p.at, "text", p.Text)
		v.refersToFacts(p.at, "facts", p.Facts)
	}
	v.postcard()
	for _, e := range m.List {
		v.needs(e.at, "headline", e.Headline)
		v.refersToFacts(e.at, "facts", e.Facts)
	}
}

func (v wordRules) threads() {
	for _, t := range v.c.Threads {
		v.needs(t.at, "title", t.Title)
		v.everyLanguage(t.at, "parts", func(lang string) int { return len(t.Parts[lang]) })
		for lang, parts := range inOrder(t.Parts) {
			for i, p := range parts {
				at := t.at.In("parts").In(lang).Index(i)
				v.said(at, p.Text, t.Limit)
				v.refersToFacts(at, "facts", p.Facts)
			}
		}
	}
}

// maxOnScreen is how many words can be read in one scene.
const maxOnScreen = 12

func (v wordRules) reels() {
	for _, r := range v.c.Reels {
		v.needs(r.at, "title", r.Title)
		v.refersToFacts(r.at, "facts", r.Facts)
		if r.Motion != "" && !r.Still() {
			v.fail(r.at, "motion", "motion-unknown", with{"name": read.Clip(r.Motion)})
		}
		v.everyLanguage(r.at, "captions", func(lang string) int { return len(r.Captions[lang]) })
		last := 0.0
		for i, s := range r.Scenes {
			at := r.at.In("scenes").Index(i)
			last = v.period(at, last, s.Start, s.End, r.Seconds)
			v.scene(at, &r, &s)
			for lang, words := range inOrder(s.Screen) {
				if n := len(strings.Fields(words)); n > maxOnScreen {
					v.fail(at.In("screen"), lang, "screen-too-long", with{"n": n, "over": n - maxOnScreen, "limit": maxOnScreen})
				}
			}
		}
		for lang, cues := range inOrder(r.Captions) {
			last := 0.0
			for i, c := range cues {
				at := r.at.In("captions").In(lang).Index(i)
				last = v.period(at, last, c.Start, c.End, r.Seconds)
				v.said(at, c.Text, 0)
			}
		}
	}
}

// scene wants a scene that says what it shows to name it among the reel's
// facts and the campaign's actions.
func (v wordRules) scene(at place, r *Reel, s *ReelScene) {
	if s.Show != "" && !slices.Contains(shows, s.Show) {
		v.fail(at, "show", "show-unknown", with{"name": read.Clip(string(s.Show))})
	}
	if s.Show != "" && s.Fact == "" {
		v.fail(at, "fact", "scene-fact-missing", nil)
	}
	v.refer(at, "fact", s.Fact, "fact", r.Facts)
	v.refer(at, "action", s.Action, "action", v.actionIDs())
}

// period reports a stretch of a reel that does not follow the one before it,
// and returns its end.
func (v wordRules) period(at place, after, start, end, most float64) float64 {
	switch {
	case end <= start:
		v.fail(at, "end", "time-order", with{"end": end, "start": start})
	case start < after:
		v.fail(at, "start", "time-overlap", with{"start": start, "after": after})
	case end > most:
		v.fail(at, "end", "time-after-end", with{"end": end, "limit": most})
	}
	return end
}

// maxRows is how many rows of demands and steps fit a card.
const maxRows = 6

func (v wordRules) demands() {
	d := &v.c.Demands
	v.rows(d.at, "demands", len(d.List), maxRows)
	for _, e := range d.List {
		v.needs(e.at, "headline", e.Headline)
		v.refersToFacts(e.at, "facts", e.Facts)
	}
}

func (v wordRules) steps() {
	for _, s := range v.c.Steps {
		v.needs(s.at, "title", s.Title)
		v.refersToFacts(s.at, "facts", s.Facts)
		v.readFirst(s.at, s.ReadFirst)
		v.rows(s.at, "items", len(s.Items), maxRows)
		for i, u := range s.Links {
			v.link(s.at.In("links").Index(i), "", u, "https")
		}
		for i, e := range s.Items {
			v.needs(s.at.In("items").Index(i), "text", e.Text)
		}
	}
}

func (v wordRules) chants() {
	for _, c := range v.c.Chants.List {
		v.needs(c.at, "lead", c.Lead)
		v.needs(c.at, "answer", c.Answer)
		v.refersToFacts(c.at, "facts", c.Facts)
		for lang, beat := range inOrder(c.Beat) {
			if strings.Trim(beat, "Xx. /") != "" {
				v.fail(c.at.In("beat"), lang, "beat-form", with{"beat": read.Clip(beat)})
			}
		}
	}
}

// motif validates a field of bars: it counts what its fact counts.
func (v *validator) motif(at place, m *Motif) {
	if m.Fact == "" && m.Count == 0 && len(m.Note) == 0 {
		return
	}
	v.refer(at, "fact", m.Fact, "fact", v.factIDs())
	v.needs(at, "note", m.Note)
	f, _ := v.c.Fact(m.Fact)
	if m.Count < 1 || m.Count > figure.MostUnits || !slices.ContainsFunc(f.Figures, func(g Figure) bool { return g.Value == float64(m.Count) }) {
		v.fail(at, "count", "motif-count", with{"n": m.Count, "fact": m.Fact})
	}
}

// logo validates the campaign's mark: the name of a file in its folder, which is
// read where it is drawn, and that of the group.
func (v *validator) logo(at place, l *Logo) {
	if l.File == "" && len(l.Name) == 0 {
		return
	}
	v.needs(at, "name", l.Name)
	if ext := strings.ToLower(path.Ext(l.File)); !fs.ValidPath(l.File) || ext != ".svg" && ext != ".png" {
		v.fail(at, "file", "logo-file", with{"file": read.Clip(l.File)})
	}
}

// postcard validates the side of a postcard that is written on.
func (v wordRules) postcard() {
	p := &v.c.Messages.Postcard
	if len(p.To) == 0 {
		return
	}
	v.needs(p.at, "greeting", p.Greeting)
	v.needs(p.at, "text", p.Text)
	v.refersToFacts(p.at, "facts", p.Facts)
	if n := len(p.To); n < 2 || n > 4 {
		v.fail(p.at, "to", "postcard-lines", with{"n": n})
	}
}

func (v *validator) rows(at place, field string, n, most int) {
	if n > most {
		v.fail(at, field, "too-many-rows", with{"n": n, "limit": most})
	}
}

// maxBlanks is how many blanks fit a poster.
const maxBlanks = 7

func (v wordRules) events() {
	for _, e := range v.c.Events {
		v.needs(e.at, "headline", e.Headline)
		v.motif(e.at.In("motif"), &e.Motif)
		v.logo(e.at.In("host_logo"), &e.HostLogo)
		v.rows(e.at, "fields", len(e.Fields), maxBlanks)
		switch {
		case e.Ends.IsZero():
		case e.Starts.IsZero():
			v.fail(e.at, "ends", "event-without-start", nil)
		case e.Starts.Clock != e.Ends.Clock || e.Starts.Fixed != e.Ends.Fixed:
			v.fail(e.at, "ends", "event-ends-otherwise", nil)
		case e.Ends.At.Before(e.Starts.At):
			v.fail(e.at, "ends", "event-ends-before", with{"ends": e.Ends, "starts": e.Starts})
		}
		v.hour(e.at, "starts", e.Starts)
		v.hour(e.at, "ends", e.Ends)
		for _, f := range e.Fields {
			v.needs(f.at, "label", f.Label)
		}
	}
}

// hour holds a time of the clock to those that the campaign's zone has: in the
// night in which clocks are set forward an hour is left out.
func (v wordRules) hour(at place, field string, m Moment) {
	zone, err := v.c.zone()
	if err != nil || zone == nil || !m.Clock || m.Fixed {
		return
	}
	if m.In(zone).At.Format(layoutClock) != m.At.Format(layoutClock) {
		v.fail(at, field, "event-hour-skipped", with{"time": m, "zone": v.c.TimeZone})
	}
}

func (v wordRules) orgs() {
	for _, o := range v.c.Orgs.List {
		v.needs(o.at, "name", o.Name)
		v.motif(o.at.In("motif"), &o.Motif)
		if !slices.Contains([]OrgKind{OrgSupport, OrgRead, OrgPublicBody}, o.Kind) {
			v.fail(o.at, "kind", "org-kind", with{"kind": read.Clip(string(o.Kind))})
		}
		for field, u := range inOrder(map[string]string{"link": o.Link, "donate": o.Donate, "volunteer": o.Volunteer}) {
			v.link(o.at, field, u, "https")
		}
		for i, h := range o.Handles {
			at := o.at.In("handles").Index(i)
			v.link(at, "url", h.URL, "https")
			if !slices.Contains([]Confidence{Confirmed, CheckBeforeTagging}, h.Confidence) {
				v.fail(at, "confidence", "confidence-unknown", with{"name": read.Clip(string(h.Confidence))})
			}
		}
	}
}

var telPattern = pattern.New(`^\+[0-9]{7,15}$`)

func (v wordRules) contacts() {
	for _, c := range v.c.Contacts {
		v.needs(c.at, "label", c.Label)
		v.link(c.at, "url", c.URL, "https")
		v.link(c.at, "also", c.Also, "https")
		switch {
		case c.URL == "" && c.Phone == "" && c.Mail == "" && len(c.Address) == 0:
			v.fail(c.at, "", "contact-empty", nil)
		case c.Finder && c.URL == "":
			v.fail(c.at, "finder", "finder-nowhere", nil)
		case c.Tel != "" && !telPattern().MatchString(c.Tel):
			v.fail(c.at, "tel", "phone-form", with{"phone": read.Clip(c.Tel)})
		case c.Mail != "" && !MailAddress(c.Mail):
			v.fail(c.at, "mail", "mail-form", with{"mail": read.Clip(c.Mail)})
		}
	}
}
