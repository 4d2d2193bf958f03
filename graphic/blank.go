package graphic

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Blank leaves room for a volunteer's own words or picture: the headline is
// the prompt ("I called because"), the body what to mind.
type Blank struct {
	Lines int    // to write on, 3 to 8
	Area  string // instead: what the empty field is for, "Your picture"
}

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

func (b Blank) slots(c *composer, field string, w float64, r rank) []*slot {
	room := &blankRoom{field: field, lines: b.Lines, w: w, u: c.u}
	if b.Area != "" {
		room.lines = 0
		room.label = c.prose(field+".Area", b.Area, "small", w-8*c.u, c.f.Floor, c.sz().labelMax, muteText)
	}
	return []*slot{{part: room, field: field, rank: r, gap: blockGap * c.u}}
}

func (b Blank) arrange(c *composer, i int) []*column {
	c.ground.Foot = c.t.Lightest()
	if c.f.Landscape() {
		return b.besides(c, i)
	}
	title, share := heading, 0.13
	if c.ground.Strips {
		title, share = focal, 0.2 // a strip is higher than its letters
	}
	return c.titled(title, share, func(w float64) []*slot {
		return append(b.slots(c, c.blockField(i), w, focal), c.mind(w)...)
	})
}

// mind is what to mind when writing.
func (c *composer) mind(w float64) []*slot {
	s := c.bodyText()
	if s == "" {
		return nil
	}
	return []*slot{c.slot(c.prose("Body", s, "small", w, c.f.Floor, c.sz().labelMax, muteText), prose2, 4*c.u)}
}

// besides puts the room in the second half of a wide card.
func (b Blank) besides(c *composer, i int) []*column {
	said, room := c.halves(0.44)
	slots := append(c.masthead(said.w), c.headline(c.headlineText(), said.w, focal, 0.5))
	slots = append(append(slots, c.mind(said.w)...), c.slug(said.w, true))
	said.groups = []group{{scheme: c.scheme(c.ground.Head), slots: slots}}
	room.groups = []group{{scheme: c.scheme(c.ground.Foot), slots: b.slots(c, c.blockField(i), room.w, focal)}}
	return []*column{said, room}
}

// blankRoom draws Blank.
type blankRoom struct {
	field string
	lines int
	label *prose // of the empty field
	w, u  float64

	h float64
}

func (b *blankRoom) span() (float64, float64) {
	if b.lines > 0 {
		return float64(b.lines) * 8 * b.u, float64(b.lines) * 13.4 * b.u
	}
	return 30 * b.u, 160 * b.u
}

func (b *blankRoom) set(h float64) float64 {
	_, most := b.span()
	b.h = math.Floor(min(h, most))
	return b.h
}

func (b *blankRoom) draw(p *pen, x, y float64) {
	thick := max(2, 0.4*b.u)
	for i := range b.lines {
		p.rect(scene.Furniture, b.field, p.Rule.RGBA, x, math.Floor(y+float64(i+1)*b.h/float64(b.lines)-thick), b.w, thick)
	}
	if b.label != nil {
		p.rects(scene.Furniture, b.field, p.Line.RGBA, outline(x, y, b.w, b.h, thick))
		b.label.at(1)
		b.label.draw(p, x+4*b.u, y+4*b.u)
	}
}
