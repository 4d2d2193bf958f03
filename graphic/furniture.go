package graphic

import (
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// masthead is the first slot of a card, nil where it would be empty.
func (c *composer) masthead(w float64) []*parts.Slot {
	m := &parts.Masthead{Folio: parts.Folio{Number: c.Folio.Number, Of: c.Folio.Of}, Size: c.sz().slug, Rule: c.t.Rule.Top * c.u / 10, W: w, U: c.u}
	if c.f.Landscape() {
		m.Folio = parts.Folio{}
	} else if c.Kicker != "" {
		m.Kicker = c.shape("Kicker", c.Kicker, "label")
		if m.Kicker.Width()*m.Size > min(0.62*w, w-m.FolioWidth()-1.2*m.Size) {
			m.Kicker = nil
		}
	}
	if m.Height() == 0 {
		return nil
	}
	drop := 2
	if m.Rule > 0 {
		drop = 0
	}
	return []*parts.Slot{{Part: m, Field: "Kicker", Rank: parts.Fixed, Drop: drop}}
}

// slug is the last slot of every card.
func (c *composer) slug(w float64, rule bool) *parts.Slot {
	s := c.slugLines(w, rule, !c.f.Landscape())
	if s.Low && c.v.drop {
		s.Spare = c.slugLines(w, rule, false)
	}
	gap := 5.2 * c.u
	if c.v.compact && !rule {
		gap = 3.8 * c.u
	}
	return &parts.Slot{Part: s, Field: "Source", Rank: parts.Fixed, Gap: gap}
}

func (c *composer) slugLines(w float64, rule, low bool) *parts.Slug {
	s := &parts.Slug{Size: c.sz().slug, W: w, Gap: 3.4 * c.u, Low: low}
	if rule {
		s.Rule = max(2, c.t.Rule.Slug*c.u/10)
	}
	for _, part := range []struct{ field, s string }{{"Source", c.sourceText()}, {"AsOf", c.AsOf}} {
		if part.s != "" {
			s.Source = append(s.Source, c.shape(part.field, part.s, "small"))
			s.Fields = append(s.Fields, part.field)
		}
	}
	if len(c.Tags) > 0 && !c.f.preview {
		s.Tag = c.shape("Tags", "#"+strings.TrimPrefix(c.Tags[0], "#"), "label")
	}
	switch len(s.Source) {
	case 1:
		c.splitIfLong(s)
	case 2:
		c.joinIfRoom(s)
	}
	return s
}

// splitIfLong puts the date on a line of its own beside the tag, where both
// are too long for one line.
func (c *composer) splitIfLong(s *parts.Slug) {
	source, field := s.Source[0], s.Fields[0]
	if field != "Source" || !s.Low || s.Tag == nil || source.Width()*s.Size <= s.Room() {
		return
	}
	whole := c.sourceText()
	if i := beforeDate(whole); i > 0 {
		_, n := utf8.DecodeRuneInString(whole[i:])
		name, date := whole[:i+n], strings.TrimSpace(whole[i+n:])
		if a := c.shape(field, name, "small"); date != "" && a.Width()*s.Size <= s.W {
			s.Source, s.Fields = []*text.Passage{a, c.shape(field, date, "small")}, []string{field, field}
		}
	}
}

// beforeDate is where the last comma stands, but for the one within a date:
// "Town Gazette, Jan 6, 2030".
func beforeDate(source string) int {
	last := strings.LastIndexAny(source, ",،")
	if last < 1 || source[last-1] < '0' || source[last-1] > '9' {
		return last
	}
	if i := strings.LastIndexAny(source[:last], ",،"); i > 0 {
		return i
	}
	return last
}

// joinIfRoom puts source and as-of date on one line, where that leaves the
// tag its room.
func (c *composer) joinIfRoom(s *parts.Slug) {
	both := c.shape("Source", c.sourceText()+" · "+c.AsOf, "small")
	room := s.W
	if s.Low && s.Tag != nil {
		room = s.Room()
	}
	if both.Width()*s.Size <= room {
		s.Source, s.Fields = []*text.Passage{both}, []string{"Source"}
	}
}

// bandLine refuses a line whose two ends would meet.
func (c *composer) bandLine(b *parts.BandLine, field string) *parts.Slot {
	b.Folio = &parts.Masthead{Folio: parts.Folio{Number: c.Folio.Number, Of: c.Folio.Of}, W: b.W, U: c.u}
	if c.f.Landscape() {
		b.Folio.Folio = parts.Folio{}
	}
	if c.err == nil && b.Width() > b.W {
		c.fail(fitError(field, c.f.Name, max(1, b.Start.Runes()-int(float64(b.Start.Runes())*b.W/b.Width()))))
	}
	return &parts.Slot{Part: b, Field: b.Field, Rank: parts.Fixed}
}
