package campaign

import (
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// kinds are the kinds of charts, each with what it cannot do without.
var kinds = map[Kind]struct {
	part string
	has  func(*Chart) bool
}{
	"":           {},
	KindClaim:    {},
	KindAction:   {},
	KindStat:     {"stat.value", func(c *Chart) bool { return !empty(c.Stat.Value) }},
	KindBars:     {"bars", func(c *Chart) bool { return len(c.Bars) > 0 }},
	KindPeople:   {"people.segments", func(c *Chart) bool { return len(c.People.Segments) > 0 }},
	KindQuote:    {"quote.text", func(c *Chart) bool { return !empty(c.Quote.Text) }},
	KindList:     {"list", func(c *Chart) bool { return len(c.List) > 0 }},
	KindTimeline: {"timeline.events", func(c *Chart) bool { return len(c.Timeline.Events) > 0 }},
}

func (v factRules) chart(f *Fact) {
	c, at := &f.Chart, f.at.In("chart")
	kind, known := kinds[c.Kind]
	switch {
	case !known:
		v.fail(at, "kind", "chart-kind", with{"kind": read.Clip(string(c.Kind))})
	case kind.has != nil && !kind.has(c):
		v.fail(at, kind.part, "chart-part-missing", with{"kind": c.Kind})
	}
	v.stat(f, at.In("stat"))
	v.bars(c.Bars, at.In("bars"))
	v.people(&c.People, at.In("people"))
	v.list(c.List, at.In("list"))
	v.timeline(&c.Timeline, at.In("timeline"))
	v.refersToFacts(at, "also", c.Also)
	if q := at.In("quote"); !empty(c.Quote.Text) {
		v.needs(q, "speaker", c.Quote.Speaker)
	}
}

// stat checks that a figure stands in its headline, where it is then drawn
// large, or else has a label of its own: a number alone says nothing.
func (v factRules) stat(f *Fact, at place) {
	s := f.Chart.Stat
	for _, lang := range v.c.Languages {
		value := s.Value.In(lang)
		if value == "" || s.Label.Has(lang) {
			continue
		}
		for _, headline := range []Text{f.Headline, f.HeadlineAlone} {
			if headline.Has(lang) && !figure.In(headline.Plain(lang), value) {
				v.fail(at.In("value"), lang, "figure-not-in-headline", with{"figure": read.Clip(value)})
			}
		}
	}
}

func (v factRules) bars(bars []Bar, at place) {
	if n := len(bars); n != 0 && (n < figure.LeastBars || n > figure.MostBars) {
		v.fail(at, "", "bars-count", with{"n": n})
	}
	for i, b := range bars {
		v.needs(at.Index(i), "label", b.Label)
	}
	if n := count(bars, func(b Bar) bool { return b.Focus }); n > 1 {
		v.fail(at, "", "bars-focus", with{"n": n})
	}
}

func (v factRules) people(p *People, at place) {
	total, per := 0, max(1, p.Per)
	for i, s := range p.Segments {
		seg := at.In("segments").Index(i)
		switch {
		case s.Count <= 0:
			v.fail(seg, "count", "segment-empty", with{"n": s.Count})
		case s.Count%per != 0:
			v.fail(seg, "count", "segment-multiple", with{"n": s.Count, "per": per})
		}
		if !slices.Contains([]Mark{Solid, Hatch, Open, Foot}, s.Mark) {
			v.fail(seg, "mark", "segment-mark", with{"mark": read.Clip(string(s.Mark))})
		}
		v.needs(seg, "label", s.Label)
		total += s.Count
	}
	if total/per > figure.MostUnits {
		v.fail(at, "per", "too-many-bars", with{"n": total / per, "limit": figure.MostUnits})
	}
}

func (v factRules) list(rows []Text, at place) {
	if n := len(rows); n != 0 && (n < figure.LeastRows || n > figure.MostRows) {
		v.fail(at, "", "list-count", with{"n": n})
	}
	for i, t := range rows {
		v.needs(at.Index(i), "", t)
	}
}

func (v factRules) timeline(t *Timeline, at place) {
	events := at.In("events")
	if n := len(t.Events); n != 0 && (n < figure.LeastEvents || n > figure.MostEvents) {
		v.fail(events, "", "timeline-count", with{"n": n})
	}
	for i, e := range t.Events {
		v.needs(events.Index(i), "text", e.Text)
		switch {
		case e.At.IsZero():
			v.fail(events.Index(i), "at", "event-date-missing", nil)
		case i > 0 && e.At.First().Before(t.Events[i-1].At.First()):
			v.fail(events.Index(i), "at", "timeline-order", with{"date": e.At, "before": t.Events[i-1].At})
		}
	}
	if n := count(t.Events, func(e TimelineEvent) bool { return e.Focus }); n > 1 {
		v.fail(events, "", "timeline-focus", with{"n": n})
	}
	if s := t.Span; s.From.IsZero() != s.To.IsZero() || s.To.Last().Before(s.From.First()) {
		v.fail(at, "span", "span-order", nil)
	}
}

func count[T any](list []T, is func(T) bool) int {
	n := 0
	for _, e := range list {
		if is(e) {
			n++
		}
	}
	return n
}
