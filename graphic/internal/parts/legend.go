package parts

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// SegmentName is the card's field that holds a part of a segment.
type SegmentName func(segment int, part string) string

// Legend is the segments' marks, figures and labels in running rows.
type Legend struct {
	Name     SegmentName
	Marks    []Pattern
	Figures  []*text.Passage
	Labels   []*text.Passage
	W, U     float64
	Min, Max float64

	size  float64
	cells []legendCell
}

// Measures of a legend, in em of its text. A mark is a little higher than the
// capitals beside it and hangs as far below their baseline.
const (
	capital      = 0.72 // of the theme's faces for labels, about
	legendLead   = 1.4
	legendFoot   = 0.1 // for descenders
	markWide     = 0.46
	markTall     = 0.96
	markRise     = 0.84 // of its top above the baseline
	afterMark    = 0.4
	afterFigure  = 0.28
	betweenCells = 1.1
)

type legendCell struct {
	segment, row int
	x            float64
	lines        []text.Line
	figure       text.Line
}

func (l *Legend) Span() (float64, float64) { return l.layout(l.Min), l.layout(l.Max) }

func (l *Legend) Set(h float64) float64 {
	size := l.Max
	for size > l.Min && l.layout(size) > h+slop {
		size = max(l.Min, size*0.98)
	}
	return l.layout(size)
}

func (l *Legend) mark() float64 { return markWide * l.size }

func (l *Legend) lead() float64 { return legendLead * l.size }

func (l *Legend) start() float64 { return l.mark() + afterMark*l.size }

// layout places the cells and returns the height, cap top to last baseline
// with a foot for the descenders.
func (l *Legend) layout(size float64) float64 {
	l.size, l.cells = size, l.cells[:0]
	x, row := 0.0, 0
	for i := range l.Marks {
		if l.Labels[i] == nil && l.Figures[i] == nil {
			continue
		}
		c := legendCell{segment: i}
		fw := 0.0
		if l.Figures[i] != nil {
			c.figure = l.Figures[i].Whole()
			fw = c.figure.Width*size + afterFigure*size
		}
		room := l.W - l.start() - fw
		if l.Labels[i] != nil {
			c.lines = l.Labels[i].Lines(room / size)
		}
		wide := l.start() + fw + widest(c.lines)*size
		if x > 0 && (x+wide > l.W || len(c.lines) > 1) {
			x, row = 0, row+1
		}
		c.x, c.row = x, row
		l.cells = append(l.cells, c)
		x += wide + betweenCells*size
		if len(c.lines) > 1 {
			x, row = 0, row+len(c.lines)
		}
	}
	rows := 0
	for _, c := range l.cells {
		rows = max(rows, c.row+max(1, len(c.lines)))
	}
	return capital*size + float64(rows-1)*l.lead() + legendFoot*size
}

func widest(lines []text.Line) float64 {
	w := 0.0
	for i := range lines {
		w = max(w, lines[i].Width)
	}
	return w
}

func (l *Legend) Draw(p *Pen, x, y float64) {
	for _, c := range l.cells {
		mark := l.Marks[c.segment]
		base := y + capital*l.size + float64(c.row)*l.lead()
		p.rects(scene.Mark, l.Name(c.segment, "Mark"), p.markColor(mark),
			mark.bar(nil, math.Floor(x+c.x), math.Floor(base-markRise*l.size), math.Floor(l.mark()), math.Floor(markTall*l.size), l.U))
		at := x + c.x + l.start()
		if len(c.figure.Glyphs) > 0 {
			p.line(l.Name(c.segment, "Figure"), &c.figure, l.size, at, base, l.W, p.Text.RGBA, p.Text.RGBA)
			at += (c.figure.Width + afterFigure) * l.size
		}
		for i := range c.lines {
			p.line(l.Name(c.segment, "Label"), &c.lines[i], l.size, at, base+float64(i)*l.lead(), l.W, p.Text.RGBA, p.Text.RGBA)
		}
	}
}
