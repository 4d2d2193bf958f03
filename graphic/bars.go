package graphic

import (
	"fmt"
	"math"
	"strconv"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Bars compares two to seven values on a zero baseline.
type Bars struct {
	Items []Bar
}

// Bar is one row of Bars. Text is Value as printed.
type Bar struct {
	Label string
	Value float64
	Text  string
	Focus bool // drawn in the accent
}

func (b Bars) traits() traits { return traits{claims: true} }

func (b Bars) check() *FieldError {
	if n := len(b.Items); n < figures.LeastBars || n > figures.MostBars {
		return refuse("bars-items", "Items", fault.Values{"n": n})
	}
	for i, it := range b.Items {
		if it.Value < 0 || math.IsNaN(it.Value) || math.IsInf(it.Value, 0) {
			return refuse("bars-item-value", fmt.Sprintf("Items[%d].Value", i), nil)
		}
		if it.Text == "" {
			return refuse("bars-item-text", fmt.Sprintf("Items[%d].Text", i), nil)
		}
	}
	if b.largest() == 0 {
		return refuse("bars-all-zero", "Items", nil)
	}
	return nil
}

func (b Bars) largest() float64 {
	m := 0.0
	for _, it := range b.Items {
		m = max(m, it.Value)
	}
	return m
}

func (b Bars) describe(w *tongue) string {
	var parts []string
	for _, it := range b.Items {
		parts = append(parts, joinWords(it.Label+":", it.Text))
	}
	return w.say("bars", fault.Values{"n": len(b.Items)}) + listing(parts)
}

// rows draws Bars: labels above their bars, or all in a column before them
// where every one is short.
type rows struct {
	field   string
	bars    []barRow
	longest float64 // value
	labels  []*text.Passage
	values  []*text.Passage
	w, u    float64
	label   float64 // px per em
	value   float64 // the most
	edge    float64 // of an outline
	tallest float64 // bar of many
	floor   float64

	lines  [][]text.Line
	words  float64 // height that is not bars
	column float64 // width of the label column; 0: labels above
	bar    float64
	air    float64 // between rows, more than there must be
}

// barRow is one bar: how long it is beside the others, and whether it has the accent.
type barRow struct {
	value float64
	focus bool
}

// layout breaks the labels, once, and returns the height that is not bars.
func (r *rows) layout() float64 {
	if r.lines != nil {
		return r.words
	}
	widest := 0.0
	for _, l := range r.labels {
		widest = max(widest, l.Width()*r.label)
	}
	if widest <= 0.3*r.w {
		r.column = widest + 2.4*r.u
	}
	h := 0.0
	for i, l := range r.labels {
		lines := l.Lines(r.w / r.label)
		r.lines = append(r.lines, lines)
		if r.column == 0 {
			h += r.labelHeight(len(lines)) + 1.6*r.u
		}
		if i > 0 {
			h += r.between()
		}
	}
	r.words = h
	return h
}

func (r *rows) labelHeight(lines int) float64 {
	return (0.72 + 1.2*float64(lines-1)) * r.label
}

func (r *rows) between() float64 {
	if r.column > 0 {
		return 1.8 * r.u
	}
	return 3 * r.u
}

func (r *rows) span() (float64, float64) {
	h, n := r.layout(), float64(len(r.labels))
	most := r.tallest
	if n <= 2 {
		most *= 1.5
	}
	return h + n*max(1.5*r.floor, 5.2*r.u), h + n*most
}

func (r *rows) set(h float64) float64 {
	text, n := r.layout(), float64(len(r.labels))
	least, most := r.span()
	h = min(h, most)
	// Tall bars stand further apart, so that a label goes with its own.
	spare, share := max(0, h-least), 0.1
	if r.column == 0 {
		share = 0.3
	}
	r.air = math.Floor(share * spare / n)
	r.bar = math.Floor((h - text - r.air*(n-1)) / n)
	r.edge = max(r.edge, min(0.6*r.u, math.Floor(0.04*r.bar)))
	return text + r.bar*n + r.air*(n-1)
}

func (r *rows) draw(p *pen, x, y float64) {
	size := r.valueSize()
	start := x + r.column
	top := y
	for i, it := range r.bars {
		field := fmt.Sprintf("%s.Items[%d]", r.field, i)
		if r.column == 0 {
			for j := range r.lines[i] {
				p.line(field+".Label", &r.lines[i][j], r.label, x, y+0.72*r.label+1.2*float64(j)*r.label, r.w, p.Text.RGBA, p.Text.RGBA)
			}
			y += r.labelHeight(len(r.lines[i])) + 1.6*r.u
		} else {
			p.line(field+".Label", &r.lines[i][0], r.label, x, y+r.bar/2+0.36*r.label, r.column, p.Text.RGBA, p.Text.RGBA)
		}
		r.drawBar(p, field, i, it, start, y, size)
		y += r.bar + r.air + r.between()
	}
	if r.column > 0 {
		p.rect(scene.Furniture, r.field, p.Line.RGBA, start-3, top-0.8*r.u, 3, y-r.air-r.between()-top+1.6*r.u)
	}
}

// length of a bar.
func (r *rows) length(it barRow) float64 {
	return max(r.edge*2, math.Floor((r.w-r.column)*it.value/r.longest))
}

// valueSize is what suits the bars' height and leaves every value room in its
// bar or after it.
func (r *rows) valueSize() float64 {
	size := min(r.value, 0.56*r.bar)
	for i, it := range r.bars {
		long := r.length(it)
		room := max(long-4*r.u, r.w-r.column-long-2.2*r.u)
		size = min(size, room/r.values[i].Width())
	}
	return max(r.floor, size)
}

func (r *rows) drawBar(p *pen, field string, i int, it barRow, x, y, size float64) {
	full, w := r.w-r.column, r.length(it)
	ink := p.Text
	if it.focus {
		p.rect(scene.Mark, field, p.Mark.RGBA, x, y, w, r.bar)
		ink = p.Ground
	} else {
		p.rects(scene.Mark, field, p.Line.RGBA, outline(x, y, w, r.bar, r.edge))
	}
	line := r.values[i].Whole()
	at := x + 2*r.u
	if line.Width*size+4*r.u > w {
		at, ink = x+w+2.2*r.u, p.Text
	}
	p.line(field+".Text", &line, size, at, y+r.bar/2+r.values[i].Style.Font.CapHeight*size/2, full, ink.RGBA, ink.RGBA)
}

func (b Bars) slots(c *composer, field string, w float64, r rank) []*slot {
	return []*slot{{part: c.rows(b, field, w), field: field, rank: r, gap: blockGap * c.u}}
}

func (c *composer) rows(b Bars, field string, w float64) *rows {
	r := &rows{
		field: field, longest: b.largest(), w: w, u: c.u, floor: c.f.Floor, label: c.sz().labelMin * 1.12,
		value: 10 * c.u, tallest: c.most(11 * c.u), edge: c.t.Rule.Row * c.u / 10,
	}
	if c.f.Landscape() {
		r.label = c.f.Floor
	}
	for i, it := range b.Items {
		at := field + ".Items[" + strconv.Itoa(i) + "]"
		role := "small"
		if it.Focus {
			role = "label"
		}
		r.bars = append(r.bars, barRow{it.Value, it.Focus})
		r.labels = append(r.labels, c.shape(at+".Label", it.Label, role))
		r.values = append(r.values, c.shape(at+".Text", it.Text, "number"))
	}
	return r
}
