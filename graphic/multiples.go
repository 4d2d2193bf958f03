package graphic

import (
	"fmt"
	"math"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Multiples draws parts of one group that overlap, or do not sum to it, side by
// side: the whole group for each, with the bars of the part filled from the
// foot. The first part is the one that the card speaks of; a link preview shows
// it alone.
// Multiples are safe for concurrent use as long as nobody changes them.
type Multiples struct {
	Of     int       `json:"of,omitzero"`     // bars of the whole group
	Parts  []Segment `json:"parts,omitempty"` // two to four; their marks are solid
	Figure string    `json:"figure,omitzero"` // the first part as printed, where it stands alone; empty: its Figure
	Unit   string    `json:"unit,omitzero"`   // what a bar stands for, in alt text
}

var _ = wired[Multiples]("multiples")

// How many fields stand side by side.
const leastParts, mostParts = 2, 4

func (b Multiples) traits() traits { return traits{claims: true, whole: true} }

func (b Multiples) check() *FieldError {
	switch n := len(b.Parts); {
	case n < leastParts || n > mostParts:
		return refuse("multiples-parts", "Parts", fault.Values{"n": n, "least": leastParts, "most": mostParts})
	case b.Of < leastField || b.Of > mostField:
		return refuse("field-size", "Of", fault.Values{"n": b.Of, "least": leastField, "most": mostField})
	}
	for i, p := range b.Parts {
		at := fmt.Sprintf("Parts[%d].", i)
		switch {
		case p.Count < 1 || p.Count > b.Of:
			return refuse("multiples-count", at+"Count", fault.Values{"n": p.Count, "of": b.Of})
		case p.Mark != Solid:
			return refuse("multiples-mark", at+"Mark", nil)
		}
	}
	return nil
}

func (b Multiples) describe(w *tongue) string {
	var said []string
	for _, p := range b.Parts {
		said = append(said, joinWords(fmt.Sprint(p.Count), text.Plain(p.Label)))
	}
	return w.say("multiples", fault.Values{"k": len(b.Parts), "n": b.Of}) + ": " + strings.Join(said, "; ")
}

func (b Multiples) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Multiples) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

// The measures of small multiples, in units: the space beside and between them,
// and their numbers' capitals.
const (
	multiplesSide   = 3.6
	multiplesNumber = 11.6
	multiplesLabel  = 3.5
	multiplesTop    = 4.4
	multiplesRise   = 0.6 // that accents may stand over it
	multiplesHead   = 4.6 // below the headline
	multiplesFoot   = 3.2
	multiplesSpace  = 2.6 // below a number
)

// A bar of a group, of its place, and how much more places there are across
// than down in a square.
const (
	multiplesWide = 0.5
	multiplesHigh = 0.79
	multiplesMore = 1.05
)

// multiplesTries are, where longer words would leave the bars no room, the parts of
// the height that the headline may take, and of their size that the numbers have.
var multiplesTries = [...]struct{ head, number float64 }{{0.17, 1}, {0.17, 0.82}, {0.11, 1}, {0.11, 0.82}, {0.11, 0.66}}

func (b Multiples) draw(k *Canvas) error {
	if k.c.f.preview {
		first := b.Parts[0]
		return sow(k, []Segment{first, {Count: b.Of - first.Count, Mark: Open}}, listFields("Parts", 2), "", first.Figure).draw()
	}
	room, u := k.wordRoom(), k.Unit()
	side := max(multiplesSide*u, float64(k.c.f.Safe.Min.X))
	k.side = side
	all := Area{side, max(room.Y, multiplesTop*u), float64(k.scene.W) - 2*side, 0}
	if k.c.f.deep {
		all.X, all.W = room.X, room.W
	}
	head := Area{max(all.X, room.X), all.Y, room.W, 0}
	foot := k.foot(room)
	for _, try := range multiplesTries {
		title, ok := k.Text("Headline", k.Card().Headline, FaceDisplay).Into(head.W, try.head*float64(k.scene.H), max(k.Floor(), 5*u), 9*u)
		if !ok {
			continue
		}
		over := max(0, title.Rise()-multiplesRise*u)
		under := all
		under.Y += over + title.Height + title.Under() + multiplesHead*u
		under.H = foot.top - multiplesFoot*u - under.Y
		if columns, ok := b.columns(k, under, try.number); ok {
			k.Draw(title, ToneText, head.X, head.Y+over)
			b.drawColumns(k, columns)
			foot.draw(k)
			return nil
		}
	}
	k.Refuse("Headline", 5)
	return nil
}

// A multiplesColumn is the place of one part: its number and words over its bars.
type multiplesColumn struct {
	number, label Setting
	x, y, under   float64 // of the number and the label
	grid          Area
}

// columns stands the fields side by side, below their words and numbers of a part
// of their size. It reports whether their bars can be seen.
func (b Multiples) columns(k *Canvas, all Area, part float64) (out []multiplesColumn, ok bool) {
	u, n := k.Unit(), float64(len(b.Parts))
	gap, space := multiplesSide*u, multiplesSpace*part*u
	wide := (all.W - (n-1)*gap) / n
	size, high := math.Inf(1), 0.0
	var numbers []*Text
	for i, p := range b.Parts {
		t := k.Text(fmt.Sprintf("%s.Parts[%d].Figure", k.field, i), b.number(p), faceNumber)
		numbers = append(numbers, t)
		size = min(size, t.Across(wide), part*multiplesNumber*u/max(1e-6, t.Capital(1)))
		l := k.Text(fmt.Sprintf("%s.Parts[%d].Label", k.field, i), p.Label, FaceLabel).Set(max(k.Floor(), multiplesLabel*u), wide)
		if l.Wide > wide+1 {
			return nil, false
		}
		out = append(out, multiplesColumn{label: l, x: all.X + float64(i)*(wide+gap), y: all.Y})
		high = max(high, l.Height+l.Under())
	}
	for i := range out {
		c := &out[i]
		c.number = numbers[i].Set(size, wide+2)
		c.under = all.Y + numbers[i].Capital(size) + space
		top := c.under + high + space
		c.grid = Area{c.x, top, wide, all.Y + all.H - top}
		if g, ok := b.gridIn(c.grid); !ok || g.bh < standing.leastH || g.bw < leastInside+2*k.hair() {
			return nil, false
		}
	}
	return out, true
}

func (b Multiples) drawColumns(k *Canvas, columns []multiplesColumn) {
	for i, c := range columns {
		tone := ToneText
		if i == 0 {
			tone = ToneFigure
		}
		k.Draw(c.number, tone, c.x, c.y)
		k.Draw(c.label, ToneText, c.x, c.under)
		b.grid(k, i, c.grid)
	}
}

func (b Multiples) number(p Segment) string {
	if p.Figure != "" {
		return p.Figure
	}
	return fmt.Sprint(p.Count)
}

// A multiplesGrid is the bars of a group in an area: their pitches and size, px.
type multiplesGrid struct {
	cols, rows     int
	px, py, bw, bh float64
}

func (b Multiples) gridIn(a Area) (g multiplesGrid, ok bool) {
	if a.H <= 0 {
		return g, false
	}
	g.cols = max(1, int(math.Round(math.Sqrt(float64(b.Of)*a.W*multiplesMore/a.H))))
	g.rows = (b.Of + g.cols - 1) / g.cols
	g.px, g.py = a.W/float64(g.cols), a.H/float64(g.rows)
	g.bw, g.bh = math.Round(multiplesWide*g.px), math.Round(multiplesHigh*g.py)
	return g, true
}

// grid draws the whole group for one part, filled from the foot.
func (b Multiples) grid(k *Canvas, part int, a Area) {
	g, _ := b.gridIn(a)
	cols, rows, px, py, bw, bh := g.cols, g.rows, g.px, g.py, g.bw, g.bh
	var solid, open []Area
	for n := range b.Of {
		col, row := n%cols, rows-1-n/cols
		bar := Area{math.Round(a.X + float64(col)*px + (px-bw)/2), math.Round(a.Y + float64(row)*py + (py-bh)/2), bw, bh}
		if n < b.Parts[part].Count {
			solid = append(solid, bar)
		} else {
			open = append(open, bar)
		}
	}
	tone := ToneText
	if part == 0 {
		tone = ToneMark
	}
	k.barsIn(tone, Solid, solid)
	k.barsIn(ToneLine, Open, open)
}
