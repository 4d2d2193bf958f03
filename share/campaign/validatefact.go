package campaign

import (
	"fmt"
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag"
)

// The most characters of a fact's words. A headline is a sentence on a card;
// a claim fits a post of any platform but the shortest.
const (
	maxHeadline = 160
	maxClaim    = 600
)

func (v *validator) fact(f *Fact) {
	v.needs(f.at, "headline", f.Headline)
	v.needs(f.at, "claim", f.Claim)
	v.within(f.at, "headline", f.Headline, maxHeadline)
	v.within(f.at, "headline_short", f.HeadlineShort, maxHeadline)
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
		v.tag(f.at.in("tags").index(i), "", t)
	}
	v.chart(f)
}

func (v *validator) actionIDs() []string {
	return idsOf(v.c.Actions, func(a Action) string { return a.ID })
}

func (v *validator) source(f *Fact) {
	s, at := f.Source, f.at.in("source")
	if empty(s.Publisher) && s.URL == "" {
		v.fail(f.at, "source", "is missing", "a fact without a source is not published: give publisher, url and published")
		return
	}
	v.needs(at, "publisher", s.Publisher)
	if s.URL == "" {
		v.fail(at, "url", "is missing", "give the address where it can be read")
	}
	v.link(at, "url", s.URL, "https")
	for i, u := range f.AltURLs {
		v.link(f.at.in("alt_urls").index(i), "", u, "https")
	}
}

func (v *validator) status(f *Fact) {
	if !slices.Contains([]Status{"", Current, Superseded, Retracted}, f.Status) {
		v.fail(f.at, "status", fmt.Sprintf("%q is not a status", clip(string(f.Status))), "write current, superseded or retracted")
	}
	switch {
	case f.Status == Superseded && f.SupersededBy == "":
		v.fail(f.at, "superseded_by", "is missing", "name the fact that replaces this one, or write status: retracted")
	case f.SupersededBy == f.ID && f.ID != "":
		v.fail(f.at, "superseded_by", "names the fact itself", "name the one that replaces it")
	case f.Status != Superseded && f.SupersededBy != "":
		v.fail(f.at, "superseded_by", "is given for a fact that stands", "write status: superseded")
	}
	v.refer(f.at, "superseded_by", f.SupersededBy, "fact", v.factIDs())
	v.refersToFacts(f.at, "not_with", f.NotWith)
}

// dates validates the order of a fact's days. A source may be published after
// the day for which the fact is true, but neither after the campaign's own.
func (v *validator) dates(f *Fact) {
	if f.AsOf.IsZero() {
		v.fail(f.at, "as_of", "is missing", "write the day for which the fact is true, as 2025-11-12")
		return
	}
	for field, d := range map[string]Date{"source.published": f.Source.Published, "as_of": f.AsOf} {
		if pack := v.c.AsOf; !pack.IsZero() && !d.IsZero() && d.First().After(pack.Last()) {
			v.fail(f.at, field, fmt.Sprintf("%s is after the campaign's as_of, %s", d, pack), "correct one of them")
		}
	}
	for field, d := range map[string]Date{"review_after": f.ReviewAfter, "expires": f.Expires} {
		if !d.IsZero() && d.Last().Before(f.AsOf.First()) {
			v.fail(f.at, field, fmt.Sprintf("%s is before the fact's as_of, %s", d, f.AsOf), "correct one of them")
		}
	}
}

// tags validates the campaign's tags.
func (v *validator) tags() {
	seen := map[string]string{}
	for _, t := range v.c.Tags {
		v.tag(t.at, "name", t.Name)
		key := hashtag.Tag(t.Name).Key()
		if first, twice := seen[key]; twice {
			v.fail(t.at, "name", fmt.Sprintf("%q is the same tag as %q", clip(t.Name), clip(first)), "keep one")
		}
		seen[key] = t.Name
		if t.Lang != "" && !v.speaks(t.Lang) && !v.inherited(t.at) {
			v.fail(t.at, "lang", fmt.Sprintf("unknown language %q", clip(t.Lang)), v.languageAdvice(t.Lang))
		}
	}
}

func (v *validator) tag(p place, field, name string) {
	if _, err := hashtag.ParseTag(name); err != nil {
		v.fail(p, field, err.Error(), "")
	}
}
