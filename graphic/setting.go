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
func (c *composer) as(role string) setting {
	z := c.sz()
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
		s.least, s.most = c.f.Floor, z.labelMax
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
func (c *composer) prose(field, s string, w float64, set setting) *parts.Prose {
	return &parts.Prose{
		Field: field, Text: c.shape(field, s, set.role), W: w,
		Min: max(set.least, c.f.Floor), Max: max(set.most, c.f.Floor), Color: set.ink,
	}
}

// body is the card's, gap units below what stands above it; none without one.
func (c *composer) body(w float64, set setting, gap float64) []*parts.Slot {
	s := c.bodyText()
	if s == "" {
		return nil
	}
	return []*parts.Slot{c.slot(c.prose("Body", s, w, set), parts.Prose1, gap*c.u)}
}

// attribution is the card's, gap units below what stands above it; none
// without one.
func (c *composer) attribution(w float64, set setting, gap float64) []*parts.Slot {
	if c.Attribution == "" {
		return nil
	}
	return []*parts.Slot{c.slot(c.prose("Attribution", c.Attribution, w, set), parts.Prose1, gap*c.u)}
}

// head is what stands on the card's first ground, below its masthead.
func (c *composer) head(w float64, slots ...*parts.Slot) parts.Group {
	return parts.Group{Scheme: c.scheme(c.ground.Head), Slots: append(c.masthead(w), slots...)}
}

// foot is what stands on the card's second ground.
func (c *composer) foot(slots ...*parts.Slot) parts.Group {
	return parts.Group{Scheme: c.scheme(c.ground.Foot), Slots: slots}
}

// ending is how a card ends: with slots on its last ground, or with a group of
// its own.
type ending struct {
	own  []*parts.Slot
	last parts.Group
}

// slug is the one that it ends with, nil where a panel holds it.
func (e ending) slug() *parts.Slug {
	all := append(e.own, e.last.Slots...)
	s, _ := all[len(all)-1].Part.(*parts.Slug)
	return s
}

// page is one column: groups from the top, of which the last bears the card's
// end.
func (c *composer) page(end ending, groups ...parts.Group) []*parts.Column {
	foot := &groups[len(groups)-1]
	foot.Slots = append(foot.Slots, end.own...)
	return []*parts.Column{c.vertical(append(groups, end.last)...)}
}

// follow is what stands below a card's figure or headline: note, body,
// attribution.
func (c *composer) follow(w float64) []*parts.Slot {
	return slices.Concat(c.note(w), c.body(w, c.as("body"), 4), c.attribution(w, c.as("label"), 3))
}

// note is a line that a card may do without.
func (c *composer) note(w float64) []*parts.Slot {
	if c.Note == "" || c.v.bare {
		return nil
	}
	s := c.slot(c.prose("Note", c.Note, w, c.as("small").from(c.sz().slug).in(parts.MuteText)), parts.Prose1, 2.8*c.u)
	s.Drop, s.Noted = 3, true
	return []*parts.Slot{s}
}

// noteless reports a card that is drawn without its note, other than in a
// format whose cards have none.
func (c *composer) noteless(cols []*parts.Column) bool {
	if c.Note == "" || c.f.Landscape() {
		return false
	}
	return !slices.ContainsFunc(cols, func(col *parts.Column) bool {
		return slices.ContainsFunc(col.Slots(), func(s *parts.Slot) bool { return s.Noted })
	})
}

// vertical is one column over the whole canvas. Neighbours on one scheme
// become one group.
func (c *composer) vertical(groups ...parts.Group) *parts.Column {
	var kept []parts.Group
	for _, g := range groups {
		switch n := len(kept); {
		case len(g.Slots) == 0:
		case n > 0 && kept[n-1].Scheme == g.Scheme && kept[n-1].Inset == g.Inset && !kept[n-1].Picture:
			kept[n-1].Slots = append(kept[n-1].Slots, g.Slots...)
		default:
			kept = append(kept, g)
		}
	}
	roomy := 4.4 * c.u
	pad := roomy
	if c.v.compact && !c.f.Landscape() {
		pad = 2.4 * c.u
	}
	return &parts.Column{
		X: c.sz().side, W: c.live(), Top: c.sz().top, Bottom: float64(c.f.H) - c.sz().bottom,
		From: 0, To: float64(c.f.W), Pad: pad, Roomy: roomy, Groups: kept,
	}
}

// blockGap is the space above a block, in units.
const blockGap = 4.4
