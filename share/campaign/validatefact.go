package campaign

import (
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// The most characters of a fact's words. A headline is a sentence on a card;
// a claim fits a post of any platform but the shortest.
const (
	maxHeadline = 160
	maxClaim    = 600
)

// factRules checks a fact: its words, source and days, what it shows.
type factRules struct{ *validator }

func (v factRules) facts() {
	for i := range v.c.Facts {
		v.fact(&v.c.Facts[i])
	}
}

func (v factRules) fact(f *Fact) {
	v.needs(f.at, "headline", f.Headline)
	v.needs(f.at, "claim", f.Claim)
	v.within(f.at, "headline", f.Headline, maxHeadline)
	v.within(f.at, "headline_short", f.HeadlineShort, maxHeadline)
	v.within(f.at, "headline_alone", f.HeadlineAlone, maxHeadline)
	v.within(f.at, "claim", f.Claim, maxClaim)
	if !f.IsAction() {
		v.needs(f.at, "attribution", f.Attribution)
	}
	v.source(f)
	v.status(f)
	v.dates(f)
	v.refer(f.at, "topic", f.Topic, "topic", idsOf(v.c.Topics, func(t Topic) string { return t.ID }))
	v.refer(f.at, "action", f.Action, "action", v.actionIDs())
	for i, t := range f.Tags {
		v.tag(f.at.In("tags").Index(i), "", t)
	}
	v.chart(f)
	v.evidence(f)
}

func (v *validator) actionIDs() []string {
	return idsOf(v.c.Actions, func(a Action) string { return a.ID })
}

func (v factRules) source(f *Fact) {
	s, at := f.Source, f.at.In("source")
	if empty(s.Publisher) && s.URL == "" {
		v.fail(f.at, "source", "source-missing", nil)
		return
	}
	v.needs(at, "publisher", s.Publisher)
	if s.URL == "" {
		v.fail(at, "url", "source-address-missing", nil)
	}
	v.link(at, "url", s.URL, "https")
	for i, u := range f.AltURLs {
		v.link(f.at.In("alt_urls").Index(i), "", u, "https")
	}
}

func (v factRules) status(f *Fact) {
	if !slices.Contains([]Status{"", Current, Superseded, Retracted}, f.Status) {
		v.fail(f.at, "status", "status-unknown", with{"status": read.Clip(string(f.Status))})
	}
	switch {
	case f.Status == Superseded && f.SupersededBy == "":
		v.fail(f.at, "superseded_by", "successor-missing", nil)
	case f.SupersededBy == f.ID && f.ID != "":
		v.fail(f.at, "superseded_by", "successor-self", nil)
	case f.Status != Superseded && f.SupersededBy != "":
		v.fail(f.at, "superseded_by", "successor-unwanted", nil)
	}
	v.refer(f.at, "superseded_by", f.SupersededBy, "fact", v.factIDs())
	v.refersToFacts(f.at, "not_with", f.NotWith)
}

// dates validates the order of a fact's days. A source may be published after
// the day for which the fact is true, but neither after the campaign's own.
func (v factRules) dates(f *Fact) {
	if f.AsOf.IsZero() {
		v.fail(f.at, "as_of", "fact-date-missing", nil)
		return
	}
	for field, d := range inOrder(map[string]Date{"source.published": f.Source.Published, "as_of": f.AsOf}) {
		if pack := v.c.AsOf; !pack.IsZero() && !d.IsZero() && d.First().After(pack.Last()) {
			v.fail(f.at, field, "date-after-campaign", with{"date": d, "as_of": pack})
		}
	}
	for field, d := range inOrder(map[string]Date{"review_after": f.ReviewAfter, "expires": f.Expires}) {
		if !d.IsZero() && d.Last().Before(f.AsOf.First()) {
			v.fail(f.at, field, "date-before-fact", with{"date": d, "as_of": f.AsOf})
		}
	}
}

// tags validates the campaign's tags.
func (v headerRules) tags() {
	seen := map[string]string{}
	for _, t := range v.c.Tags {
		v.tag(t.at, "name", t.Name)
		key := hashtag.Tag(t.Name).Key()
		if first, twice := seen[key]; twice {
			v.fail(t.at, "name", "tag-twice", with{"tag": read.Clip(t.Name), "first": read.Clip(first)})
		}
		seen[key] = t.Name
		if t.Lang != "" && !v.speaks(t.Lang) && !v.inherited(t.at) {
			v.unknownLanguage(t.at.In("lang"), t.Lang)
		}
	}
}

func (v *validator) tag(p place, field, name string) {
	if _, err := hashtag.ParseTag(name); err != nil {
		v.fail(p, field, "tag-form", with{"cause": err})
	}
}
