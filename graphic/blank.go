package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Blank leaves room for a volunteer's own words or picture: the headline is
// the prompt ("I called because"), the body what to mind.
// A Blank is safe for concurrent use as long as nobody changes it.
type Blank struct {
	Lines int    `json:"lines,omitzero"` // to write on, 3 to 8
	Area  string `json:"area,omitzero"`  // instead: what the empty field is for, "Your picture"
}

var _ = wired[Blank]("blank")

func (b Blank) traits() traits { return traits{wide: leftOut} }

func (b Blank) check() *FieldError {
	if b.Area == "" && (b.Lines < 3 || b.Lines > 8) {
		return refuse("blank-lines", "Lines", fault.Values{"n": b.Lines})
	}
	return nil
}

func (b Blank) describe(w *tongue) string {
	if b.Area != "" {
		return b.Area
	}
	return w.say("lines", fault.Values{"n": b.Lines})
}

func (b Blank) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	room := &parts.BlankRoom{Field: field, Lines: b.Lines, W: w, U: ts.u}
	if b.Area != "" {
		room.Lines = 0
		room.Label = ts.prose(field+".Area", b.Area, w-8*ts.u, ts.as("small").in(parts.MuteText))
	}
	return []*parts.Slot{{Part: room, Field: field, Rank: r, Gap: blockGap * ts.u}}
}

func (b Blank) arrange(c *composer, i int) []*parts.Column {
	c.ground.Foot = c.t.Lightest()
	if c.f.Landscape() {
		return b.besides(c, i)
	}
	title, share := parts.Heading, 0.13
	if c.ground.Strips {
		title, share = parts.Focal, 0.2 // a strip is higher than its letters
	}
	return c.titled(title, share, func(w float64) []*parts.Slot {
		return append(b.slots(c.typesetter, c.blockField(i), w, parts.Focal), b.mind(c.typesetter, w)...)
	})
}

// mind is what to mind when writing.
func (b Blank) mind(ts *typesetter, w float64) []*parts.Slot {
	s := ts.bodyText()
	if s == "" {
		return nil
	}
	return []*parts.Slot{ts.slot(ts.prose("Body", s, w, ts.as("small").in(parts.MuteText)), parts.Prose2, 4*ts.u)}
}

// besides puts the room in the second half of a wide card.
func (b Blank) besides(c *composer, i int) []*parts.Column {
	said, room := c.halves(0.44)
	head := c.head(said.W, c.headline(c.headlineText(), said.W, parts.Focal, 0.5))
	head.Slots = append(append(head.Slots, b.mind(c.typesetter, said.W)...), c.slug(said.W, true))
	said.Groups = []parts.Group{head}
	room.Groups = []parts.Group{c.foot(b.slots(c.typesetter, c.blockField(i), room.W, parts.Focal)...)}
	return []*parts.Column{said, room}
}
