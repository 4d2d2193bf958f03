package parts

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Ring draws Donut: the others' words at the start, the ring at the end.
type Ring struct {
	Field     string
	Count, Of int
	Value     *Figure
	Label     *Prose // nil: none, as with the others
	RestValue *Figure
	Rest      *Prose
	W, U      float64
	Rule      float64
	Most      float64

	d float64 // diameter
}

// The measures of a ring.
const (
	ringLeast   = 0.74 // of its greatest height
	ringFigure  = 0.44 // the height of its figure, of the diameter
	labelGather = 0.8  // how small its label becomes to save a line
	tickWide    = 0.42 // of a tick's place
	tickMost    = 0.04 // of the radius
	tickOthers  = 0.9  // where ticks begin that are not meant
	restGap     = 2.4  // units, around the figure of the rest
	restFigure  = 5.6
)

func (g *Ring) Span() (float64, float64) { return ringLeast * g.Most, g.Most }

func (g *Ring) Set(h float64) float64 {
	least, most := g.Span()
	g.d = math.Floor(max(least, min(h, most)))
	return g.d
}

// Inner is the share of the radius where the ticks that are meant begin.
const Inner = 0.63

// RoomInHole is the share of the hole's width that the figure may take.
const RoomInHole = 0.84

func (g *Ring) Draw(p *Pen, x, y float64) {
	r := g.d / 2
	cx, cy := x+g.W-r, y+r
	g.drawTicks(p, cx, cy, r-1)
	hole := 2 * Inner * r * RoomInHole
	g.Value.W = hole
	vh := g.Value.Set(ringFigure * g.d)
	lh := 0.0
	if g.Label != nil {
		g.Label.W = hole
		g.Label.Gather(labelGather)
		lh = g.Label.Set(1e9) + 2*g.U
	}
	top := cy - (vh+lh)/2
	g.Value.Draw(p, cx-g.Value.width()/2, top)
	if g.Label != nil {
		g.drawLabel(p, cx, top+vh+2*g.U, hole)
	}
	g.drawRest(p, x, y)
}

// drawLabel centres every line under the figure: the one place where a card
// centres.
func (g *Ring) drawLabel(p *Pen, cx, y, w float64) {
	st := g.Label.Text.Style
	y += st.Font.CapHeight * g.Label.Size
	lines := g.Label.Text.Lines(w / g.Label.Size)
	for i := range lines {
		half := lines[i].Width * g.Label.Size / 2
		p.line(g.Label.Field, &lines[i], g.Label.Size, cx-half, y, w, p.Text.RGBA, p.Text.RGBA)
		y += st.Leading * g.Label.Size
	}
}

func (g *Ring) drawRest(p *Pen, x, y float64) {
	if g.RestValue == nil && g.Rest == nil {
		return
	}
	side := g.W - g.d - 3*g.U
	p.rect(scene.Furniture, g.Field, p.Rule.RGBA, x, y, side, g.Rule)
	y += g.Rule + restGap*g.U
	if g.RestValue != nil {
		g.RestValue.W = side
		y += g.RestValue.Set(restFigure * g.U)
		g.RestValue.Draw(p, x, y-g.RestValue.size*g.RestValue.Full())
		y += restGap * g.U
	}
	if g.Rest != nil {
		g.Rest.W = side
		g.Rest.Set(1e9)
		g.Rest.Draw(p, x, y)
	}
}

// drawTicks begins at twelve o'clock and goes clockwise.
func (g *Ring) drawTicks(p *Pen, cx, cy, r float64) {
	half := min(tickWide*2*math.Pi*Inner*r/float64(g.Of), tickMost*r)
	var meant, others [][]text.Point
	for i := range g.Of {
		sin, cos := math.Sincos(2 * math.Pi * (float64(i) + 0.5) / float64(g.Of))
		at := func(along, across float64) text.Point {
			return text.Point{X: float32(cx + along*sin + across*cos), Y: float32(cy - along*cos + across*sin)}
		}
		tick := func(from float64) []text.Point {
			return []text.Point{at(from*r, -half), at(r, -half), at(r, half), at(from*r, half)}
		}
		if i < g.Count {
			meant = append(meant, tick(Inner))
		} else {
			others = append(others, tick(tickOthers))
		}
	}
	p.polygons(scene.Mark, g.Field, p.Mark.RGBA, meant)
	if len(others) > 0 {
		p.polygons(scene.Mark, g.Field, p.Mute.RGBA, others)
	}
}
