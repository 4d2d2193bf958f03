package parts

import (
	"fmt"
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Rows draws Bars: labels above their bars, or all in a column before them
// where every one is short.
type Rows struct {
	Field   string
	Bars    []BarRow
	Longest float64 // value
	Labels  []*text.Passage
	Values  []*text.Passage
	W, U    float64
	Label   float64 // px per em
	Value   float64 // the most
	Edge    float64 // of an outline
	Tallest float64 // bar of many
	Floor   float64

	lines  [][]text.Line
	words  float64 // height that is not bars
	column float64 // width of the label column; 0: labels above
	bar    float64
	air    float64 // between rows, more than there must be
}

// BarRow is one bar: how long it is beside the others, and whether it has the accent.
type BarRow struct {
	Value float64
	Focus bool
}

// The measures of rows, in units.
const (
	columnGap  = 2.4 // between a column of labels and the bars
	labelBelow = 1.6 // between a label and its bar
	rowsApart  = 3   // between a bar and the next label
	rowsClose  = 1.8 // between bars with their labels in a column
	barLeast   = 5.2
	axisOver   = 0.8 // of the line that bars begin at, at both ends
	valueIn    = 2   // before a value in its bar, and after it
	valueAfter = 2.2 // between a bar and its value
	edgeMost   = 0.6
)

// Shares of rows.
const (
	columnMost = 0.3  // of the width, for a column of labels
	columnAir  = 0.1  // of the room that is left, between rows
	labelsAir  = 0.3  // with labels above the bars
	edgeShare  = 0.04 // an outline, of a bar's height
	valueShare = 0.56 // a value, of that
)

// labelMiddle is half of a label's capitals, em.
const labelMiddle = 0.36

// layout breaks the labels, once, and returns the height that is not bars.
func (r *Rows) layout() float64 {
	if r.lines != nil {
		return r.words
	}
	widest := 0.0
	for _, l := range r.Labels {
		widest = max(widest, l.Width()*r.Label)
	}
	if widest <= columnMost*r.W {
		r.column = widest + columnGap*r.U
	}
	h := 0.0
	for i, l := range r.Labels {
		lines := l.Lines(r.W / r.Label)
		r.lines = append(r.lines, lines)
		if r.column == 0 {
			h += r.labelHeight(len(lines)) + labelBelow*r.U
		}
		if i > 0 {
			h += r.between()
		}
	}
	r.words = h
	return h
}

// rowLead is from line to line of a label, in em.
const rowLead = 1.2

func (r *Rows) labelHeight(lines int) float64 {
	return (capital + rowLead*float64(lines-1)) * r.Label
}

func (r *Rows) between() float64 {
	if r.column > 0 {
		return rowsClose * r.U
	}
	return rowsApart * r.U
}

func (r *Rows) Span() (float64, float64) {
	h, n := r.layout(), float64(len(r.Labels))
	most := r.Tallest
	if n <= 2 {
		most *= 1.5
	}
	return h + n*max(1.5*r.Floor, barLeast*r.U), h + n*most
}

func (r *Rows) Set(h float64) float64 {
	text, n := r.layout(), float64(len(r.Labels))
	least, most := r.Span()
	h = min(h, most)
	// Tall bars stand further apart, so that a label goes with its own.
	spare, share := max(0, h-least), columnAir
	if r.column == 0 {
		share = labelsAir
	}
	r.air = math.Floor(share * spare / n)
	r.bar = math.Floor((h - text - r.air*(n-1)) / n)
	r.Edge = max(r.Edge, min(edgeMost*r.U, math.Floor(edgeShare*r.bar)))
	return text + r.bar*n + r.air*(n-1)
}

func (r *Rows) Draw(p *Pen, x, y float64) {
	size := r.valueSize()
	start := x + r.column
	top := y
	for i, it := range r.Bars {
		field := fmt.Sprintf("%s.Items[%d]", r.Field, i)
		if r.column == 0 {
			for j := range r.lines[i] {
				p.line(field+".Label", &r.lines[i][j], r.Label, x, y+capital*r.Label+rowLead*float64(j)*r.Label, r.W, p.Text.RGBA, p.Text.RGBA)
			}
			y += r.labelHeight(len(r.lines[i])) + labelBelow*r.U
		} else {
			p.line(field+".Label", &r.lines[i][0], r.Label, x, y+r.bar/2+labelMiddle*r.Label, r.column, p.Text.RGBA, p.Text.RGBA)
		}
		r.drawBar(p, field, i, it, start, y, size)
		y += r.bar + r.air + r.between()
	}
	if r.column > 0 {
		p.rect(scene.Furniture, r.Field, p.Line.RGBA, start-3, top-axisOver*r.U, 3, y-r.air-r.between()-top+2*axisOver*r.U)
	}
}

// length of a bar.
func (r *Rows) length(it BarRow) float64 {
	return max(r.Edge*2, math.Floor((r.W-r.column)*it.Value/r.Longest))
}

// valueSize is what suits the bars' height and leaves every value room in its
// bar or after it.
func (r *Rows) valueSize() float64 {
	size := min(r.Value, valueShare*r.bar)
	for i, it := range r.Bars {
		long := r.length(it)
		room := max(long-2*valueIn*r.U, r.W-r.column-long-valueAfter*r.U)
		size = min(size, room/r.Values[i].Width())
	}
	return max(r.Floor, size)
}

func (r *Rows) drawBar(p *Pen, field string, i int, it BarRow, x, y, size float64) {
	full, w := r.W-r.column, r.length(it)
	ink := p.Text
	if it.Focus {
		p.rect(scene.Mark, field, p.Mark.RGBA, x, y, w, r.bar)
		ink = p.Ground
	} else {
		p.rects(scene.Mark, field, p.Line.RGBA, outline(x, y, w, r.bar, r.Edge))
	}
	line := r.Values[i].Whole()
	at := x + valueIn*r.U
	if line.Width*size+2*valueIn*r.U > w {
		at, ink = x+w+valueAfter*r.U, p.Text
	}
	p.line(field+".Text", &line, size, at, y+r.bar/2+r.Values[i].Style.Font.CapHeight*size/2, full, ink.RGBA, ink.RGBA)
}
