package campaign

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

func (v *validator) chart(f *Fact) {
	c, at := &f.Chart, f.at.in("chart")
	kind, known := kinds[c.Kind]
	switch {
	case !known:
		v.fail(at, "kind", fmt.Sprintf("%q is not a kind of chart", clip(string(c.Kind))), "write claim, stat, bars, people, quote, list, timeline or action")
	case kind.has != nil && !kind.has(c):
		v.fail(at, kind.part, "is missing", fmt.Sprintf("a chart of kind %s draws it", c.Kind))
	}
	v.stat(f, at.in("stat"))
	v.bars(c.Bars, at.in("bars"))
	v.people(&c.People, at.in("people"))
	v.list(c.List, at.in("list"))
	v.timeline(&c.Timeline, at.in("timeline"))
	v.refersToFacts(at, "also", c.Also)
	if q := at.in("quote"); !empty(c.Quote.Text) {
		v.needs(q, "speaker", c.Quote.Speaker)
	}
}

// stat holds that a figure stands in its headline, where it is then drawn
// large, or else has a label of its own: a number alone says nothing.
func (v *validator) stat(f *Fact, at place) {
	s := f.Chart.Stat
	for _, lang := range v.c.Languages {
		value := s.Value.In(lang)
		if value == "" || s.Label.Has(lang) || !f.Headline.Has(lang) || figureIn(f.Headline.Plain(lang), value) {
			continue
		}
		v.fail(at.in("value"), lang, fmt.Sprintf("%q does not stand in the headline", clip(value)), "write it as there, or give it a label")
	}
}

// figureIn reports whether s contains value as a figure of its own, not as a
// part of a longer number.
func figureIn(s, value string) bool {
	for rest := s; ; {
		i := strings.Index(rest, value)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(rest[:i])
		after, n := utf8.DecodeRuneInString(rest[i+len(value):])
		next, _ := utf8.DecodeRuneInString(rest[i+len(value)+n:])
		goesOn := unicode.IsDigit(after) || (after == '.' || after == ',') && unicode.IsDigit(next)
		if !unicode.IsDigit(before) && !goesOn {
			return true
		}
		rest = rest[i+len(value):]
	}
}

func (v *validator) bars(bars []Bar, at place) {
	if n := len(bars); n != 0 && (n < 2 || n > 7) {
		v.fail(at, "", fmt.Sprintf("has %d rows", n), "two to seven can be compared")
	}
	for i, b := range bars {
		v.needs(at.index(i), "label", b.Label)
	}
	if n := count(bars, func(b Bar) bool { return b.Focus }); n > 1 {
		v.fail(at, "", fmt.Sprintf("%d rows have the focus", n), "at most one can")
	}
}

// maxUnits is how many bars of People can be seen apart.
const maxUnits = 320

func (v *validator) people(p *People, at place) {
	total, per := 0, max(1, p.Per)
	for i, s := range p.Segments {
		seg := at.in("segments").index(i)
		switch {
		case s.Count <= 0:
			v.fail(seg, "count", fmt.Sprintf("is %d", s.Count), "a segment stands for somebody: leave it out")
		case s.Count%per != 0:
			v.fail(seg, "count", fmt.Sprintf("%d is not a multiple of per, %d", s.Count, per), "let every bar stand for the same number")
		}
		if !slices.Contains([]Mark{Solid, Hatch, Open, Foot}, s.Mark) {
			v.fail(seg, "mark", fmt.Sprintf("%q is not a mark", clip(string(s.Mark))), "write solid, hatch, open or foot")
		}
		v.needs(seg, "label", s.Label)
		total += s.Count
	}
	if total/per > maxUnits {
		v.fail(at, "per", fmt.Sprintf("%d bars are too many to see", total/per), fmt.Sprintf("at most %d: let one stand for 10 or 100", maxUnits))
	}
}

func (v *validator) list(rows []Text, at place) {
	if n := len(rows); n != 0 && (n < 2 || n > 6) {
		v.fail(at, "", fmt.Sprintf("has %d rows", n), "two to six fit a card")
	}
	for i, t := range rows {
		v.needs(at.index(i), "", t)
	}
}

func (v *validator) timeline(t *Timeline, at place) {
	events := at.in("events")
	if n := len(t.Events); n != 0 && (n < 2 || n > 6) {
		v.fail(events, "", fmt.Sprintf("has %d events", n), "two to six fit a card")
	}
	for i, e := range t.Events {
		v.needs(events.index(i), "text", e.Text)
		switch {
		case e.At.IsZero():
			v.fail(events.index(i), "at", "is missing", "write a day, a month or a year")
		case i > 0 && e.At.First().Before(t.Events[i-1].At.First()):
			v.fail(events.index(i), "at", fmt.Sprintf("%s comes after %s", e.At, t.Events[i-1].At), "write the events in order of time")
		}
	}
	if n := count(t.Events, func(e Event) bool { return e.Focus }); n > 1 {
		v.fail(events, "", fmt.Sprintf("%d events have the focus", n), "at most one can")
	}
	if s := t.Span; s.From.IsZero() != s.To.IsZero() || s.To.Last().Before(s.From.First()) {
		v.fail(at, "span", "does not go from a day to a later one", "give from and to")
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
