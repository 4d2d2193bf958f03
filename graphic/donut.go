package graphic

import (
	"math"
	"strings"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Donut is one share of a whole: a ring of one tick for each unit, those
// meant long, the others short. Wide formats draw it as a band of bars.
type Donut struct {
	Count, Of int    // ticks meant, of all
	Value     string // in the middle: "75%"
	Label     string // below it: "179 of 238 men"
	RestValue string // of the others: "About 22%"
	Rest      string // what they are
}

func (d Donut) traits() traits { return traits{claims: true, wide: belowHeadline} }

func (d Donut) check() *FieldError {
	switch {
	case d.Of < 2 || d.Of > figures.MostUnits:
		return refuse("donut-of", "Of", fault.Values{"n": d.Of, "most": figures.MostUnits})
	case d.Count < 1 || d.Count > d.Of:
		return refuse("donut-count", "Count", fault.Values{"count": d.Count, "of": d.Of})
	case d.Value == "":
		return refuse("donut-value", "Value", nil)
	}
	return nil
}

func (d Donut) describe(w *tongue) string {
	return w.say("donut", fault.Values{"of": d.Of, "n": d.Count}) + listing(joined(joinWords(d.Value, d.Label), joinWords(d.RestValue, d.Rest)))
}

func (d Donut) slots(c *composer, field string, w float64, r rank) []*slot {
	if c.f.Landscape() {
		band := &crowd{field: field, segments: []segment{{bars: d.Count, figure: d.Value, label: d.Label}, {bars: d.Of - d.Count, mark: open}}}
		return c.crowd(band, w, r, func(_ int, part string) string {
			return field + "." + map[string]string{"Mark": "Count", "Figure": "Value", "Label": "Label"}[part]
		})
	}
	g := &ring{field: field, count: d.Count, of: d.Of, w: w, u: c.u, rule: c.t.Rule.Row * c.u / 10}
	g.most = min(0.66*w, 0.6*c.height())
	hole := inner * g.most * roomInHole
	g.value = c.figure(field+".Value", d.Value, "number", hole, 0, 18*c.u)
	if d.Label != "" {
		g.label = c.prose(field+".Label", d.Label, "label", hole, c.f.Floor, c.sz().labelMax, plainText)
	}
	side := w - g.most - 3*c.u
	if d.RestValue != "" {
		g.restValue = c.figure(field+".RestValue", d.RestValue, "number", side, 0, 5.6*c.u)
		g.restValue.color = plainText
	}
	if d.Rest != "" {
		g.rest = c.prose(field+".Rest", d.Rest, "small", side, c.f.Floor, c.f.Floor*1.12, plainText)
	}
	for _, t := range []*prose{g.label, g.rest} {
		if t != nil && c.err == nil && !t.fits() {
			c.fail(fitError(t.field, c.f.Name, 1))
		}
	}
	return []*slot{{part: g, field: field, rank: r, gap: blockGap * c.u}}
}

// listed joins with commas the strings that are not empty.
func listed(parts ...string) string { return strings.Join(joined(parts...), ", ") }

// joined leaves out the empty strings.
func joined(parts ...string) []string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// ring draws Donut: the others' words at the start, the ring at the end.
type ring struct {
	field     string
	count, of int
	value     *figure
	label     *prose // nil: none, as with the others
	restValue *figure
	rest      *prose
	w, u      float64
	rule      float64
	most      float64

	d float64 // diameter
}

func (g *ring) span() (float64, float64) { return 0.74 * g.most, g.most }

func (g *ring) set(h float64) float64 {
	least, most := g.span()
	g.d = math.Floor(max(least, min(h, most)))
	return g.d
}

// inner is the share of the radius where the ticks that are meant begin.
const inner = 0.63

// roomInHole is the share of the hole's width that the figure may take.
const roomInHole = 0.84

func (g *ring) draw(p *pen, x, y float64) {
	r := g.d / 2
	cx, cy := x+g.w-r, y+r
	g.drawTicks(p, cx, cy, r-1)
	hole := 2 * inner * r * roomInHole
	g.value.w = hole
	vh := g.value.set(0.44 * g.d)
	lh := 0.0
	if g.label != nil {
		g.label.w = hole
		g.label.gather(0.8)
		lh = g.label.set(1e9) + 2*g.u
	}
	top := cy - (vh+lh)/2
	g.value.draw(p, cx-g.value.width()/2, top)
	if g.label != nil {
		g.drawLabel(p, cx, top+vh+2*g.u, hole)
	}
	g.drawRest(p, x, y)
}

// drawLabel centres every line under the figure: the one place where a card
// centres.
func (g *ring) drawLabel(p *pen, cx, y, w float64) {
	st := g.label.text.Style
	y += st.Font.CapHeight * g.label.size
	lines := g.label.text.Lines(w / g.label.size)
	for i := range lines {
		half := lines[i].Width * g.label.size / 2
		p.line(g.label.field, &lines[i], g.label.size, cx-half, y, w, p.Text.RGBA, p.Text.RGBA)
		y += st.Leading * g.label.size
	}
}

func (g *ring) drawRest(p *pen, x, y float64) {
	if g.restValue == nil && g.rest == nil {
		return
	}
	side := g.w - g.d - 3*g.u
	p.rect(scene.Furniture, g.field, p.Rule.RGBA, x, y, side, g.rule)
	y += g.rule + 2.4*g.u
	if g.restValue != nil {
		g.restValue.w = side
		y += g.restValue.set(5.6 * g.u)
		g.restValue.draw(p, x, y-g.restValue.size*g.restValue.full())
		y += 2.4 * g.u
	}
	if g.rest != nil {
		g.rest.w = side
		g.rest.set(1e9)
		g.rest.draw(p, x, y)
	}
}

// drawTicks begins at twelve o'clock and goes clockwise.
func (g *ring) drawTicks(p *pen, cx, cy, r float64) {
	half := min(0.42*2*math.Pi*inner*r/float64(g.of), 0.04*r)
	var meant, others [][]text.Point
	for i := range g.of {
		sin, cos := math.Sincos(2 * math.Pi * (float64(i) + 0.5) / float64(g.of))
		at := func(along, across float64) text.Point {
			return text.Point{X: float32(cx + along*sin + across*cos), Y: float32(cy - along*cos + across*sin)}
		}
		tick := func(from float64) []text.Point {
			return []text.Point{at(from*r, -half), at(r, -half), at(r, half), at(from*r, half)}
		}
		if i < g.count {
			meant = append(meant, tick(inner))
		} else {
			others = append(others, tick(0.9))
		}
	}
	p.polygons(scene.Mark, g.field, p.Mark.RGBA, meant)
	if len(others) > 0 {
		p.polygons(scene.Mark, g.field, p.Mute.RGBA, others)
	}
}
