package graphic

import (
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// A furnisher makes what frames a card: masthead and slug, the action's panel.
type furnisher struct{ *typesetter }

// masthead is the first slot of a card, nil where it would be empty.
func (fr *furnisher) masthead(w float64) []*parts.Slot {
	m := &parts.Masthead{Folio: parts.Folio{Number: fr.Folio.Number, Of: fr.Folio.Of}, Size: fr.sz().slug, Rule: fr.t.Rule.Top * fr.u / 10, W: w, U: fr.u}
	if fr.f.Landscape() {
		m.Folio = parts.Folio{}
	} else if fr.Kicker != "" {
		m.Kicker = fr.shape("Kicker", fr.Kicker, "label")
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
func (fr *furnisher) slug(w float64, rule bool) *parts.Slot {
	s := fr.slugLines(w, rule, !fr.f.Landscape())
	if s.Low && fr.v.drop {
		s.Spare = fr.slugLines(w, rule, false)
	}
	gap := 5.2 * fr.u
	if fr.v.compact && !rule {
		gap = 3.8 * fr.u
	}
	return &parts.Slot{Part: s, Field: "Source", Rank: parts.Fixed, Gap: gap}
}

func (fr *furnisher) slugLines(w float64, rule, low bool) *parts.Slug {
	s := &parts.Slug{Size: fr.sz().slug, W: w, Gap: 3.4 * fr.u, Low: low}
	if rule {
		s.Rule = max(2, fr.t.Rule.Slug*fr.u/10)
	}
	for _, part := range []struct{ field, s string }{{"Source", fr.sourceText()}, {"AsOf", fr.AsOf}} {
		if part.s != "" {
			s.Source = append(s.Source, fr.shape(part.field, part.s, "small"))
			s.Fields = append(s.Fields, part.field)
		}
	}
	if len(fr.Tags) > 0 && !fr.f.preview {
		s.Tag = fr.shape("Tags", "#"+strings.TrimPrefix(fr.Tags[0], "#"), "label")
	}
	switch len(s.Source) {
	case 1:
		fr.splitIfLong(s)
	case 2:
		fr.joinIfRoom(s)
	}
	return s
}

// splitIfLong puts the date on a line of its own beside the tag, where both
// are too long for one line.
func (fr *furnisher) splitIfLong(s *parts.Slug) {
	source, field := s.Source[0], s.Fields[0]
	if field != "Source" || !s.Low || s.Tag == nil || source.Width()*s.Size <= s.Room() {
		return
	}
	whole := fr.sourceText()
	if i := beforeDate(whole); i > 0 {
		_, n := utf8.DecodeRuneInString(whole[i:])
		name, date := whole[:i+n], strings.TrimSpace(whole[i+n:])
		if a := fr.shape(field, name, "small"); date != "" && a.Width()*s.Size <= s.W {
			s.Source, s.Fields = []*text.Passage{a, fr.shape(field, date, "small")}, []string{field, field}
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
func (fr *furnisher) joinIfRoom(s *parts.Slug) {
	both := fr.shape("Source", fr.sourceText()+" · "+fr.AsOf, "small")
	room := s.W
	if s.Low && s.Tag != nil {
		room = s.Room()
	}
	if both.Width()*s.Size <= room {
		s.Source, s.Fields = []*text.Passage{both}, []string{"Source"}
	}
}

// bandLine refuses a line whose two ends would meet.
func (fr *furnisher) bandLine(b *parts.BandLine, field string) *parts.Slot {
	b.Folio = &parts.Masthead{Folio: parts.Folio{Number: fr.Folio.Number, Of: fr.Folio.Of}, W: b.W, U: fr.u}
	if fr.f.Landscape() {
		b.Folio.Folio = parts.Folio{}
	}
	if fr.err == nil && b.Width() > b.W {
		fr.fail(fitError(field, fr.f.Name, max(1, b.Start.Runes()-int(float64(b.Start.Runes())*b.W/b.Width()))))
	}
	return &parts.Slot{Part: b, Field: b.Field, Rank: parts.Fixed}
}
