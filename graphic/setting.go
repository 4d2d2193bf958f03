package graphic

import (
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
)

// setting is how a text of a card is set: the role of its typeface in the
// theme, between which sizes, px per em, and in which of a scheme's inks.
type setting struct {
	role        string
	least, most float64
	ink         parts.Ink
}

// as is how a text of a role is set where nothing else is asked for.
func (ts *typesetter) as(role string) setting {
	z := ts.sz()
	s := setting{role: role, ink: parts.PlainText}
	switch role {
	case "body":
		s.least, s.most = z.bodyMin, z.bodyMax
	case "sub", "passage", "verb":
		s.least, s.most = z.subMin, z.subMax
	case "label":
		s.least, s.most = z.labelMin, z.labelMax
	case "display":
		s.least, s.most = z.headMin, z.headMax
	default: // small
		s.least, s.most = ts.f.Floor, z.labelMax
	}
	return s
}

func (s setting) from(least float64) setting {
	s.least = least
	return s
}

func (s setting) upTo(most float64) setting {
	s.most = most
	return s
}

func (s setting) in(ink parts.Ink) setting {
	s.ink = ink
	return s
}

// prose is a passage of the card, never smaller than can be read.
func (ts *typesetter) prose(field, s string, w float64, set setting) *parts.Prose {
	return &parts.Prose{
		Field: field, Text: ts.shape(field, s, set.role), W: w,
		Min: max(set.least, ts.f.Floor), Max: max(set.most, ts.f.Floor), Color: set.ink,
	}
}

// body is the card's, gap units below what stands above it; none without one.
func (ts *typesetter) body(w float64, set setting, gap float64) []*parts.Slot {
	s := ts.bodyText()
	if s == "" {
		return nil
	}
	return []*parts.Slot{ts.slot(ts.prose("Body", s, w, set), parts.Prose1, gap*ts.u)}
}

// attribution is the card's, gap units below what stands above it; none
// without one.
func (ts *typesetter) attribution(w float64, set setting, gap float64) []*parts.Slot {
	if ts.Attribution == "" {
		return nil
	}
	return []*parts.Slot{ts.slot(ts.prose("Attribution", ts.Attribution, w, set), parts.Prose1, gap*ts.u)}
}

// follow is what stands below a card's figure or headline: note, body,
// attribution.
func (ts *typesetter) follow(w float64) []*parts.Slot {
	return slices.Concat(ts.note(w), ts.body(w, ts.as("body"), 4), ts.attribution(w, ts.as("label"), 3))
}

// note is a line that a card may do without.
func (ts *typesetter) note(w float64) []*parts.Slot {
	if ts.Note == "" || ts.v.bare {
		return nil
	}
	s := ts.slot(ts.prose("Note", ts.Note, w, ts.as("small").from(ts.sz().slug).in(parts.MuteText)), parts.Prose1, 2.8*ts.u)
	s.Drop, s.Noted = 3, true
	return []*parts.Slot{s}
}

// blockGap is the space above a block, in units.
const blockGap = 4.4
