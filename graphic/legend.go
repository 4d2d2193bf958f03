package graphic

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// segmentName is the card's field that holds a part of a segment.
type segmentName func(segment int, part string) string

// legend is the segments' marks, figures and labels in running rows.
type legend struct {
	name     segmentName
	marks    []pattern
	figures  []*text.Passage
	labels   []*text.Passage
	w, u     float64
	min, max float64

	size  float64
	cells []legendCell
}

type legendCell struct {
	segment, row int
	x            float64
	lines        []text.Line
	figure       text.Line
}

func (l *legend) span() (float64, float64) { return l.layout(l.min), l.layout(l.max) }

func (l *legend) set(h float64) float64 {
	size := l.max
	for size > l.min && l.layout(size) > h+0.01 {
		size = max(l.min, size*0.98)
	}
	return l.layout(size)
}

func (l *legend) mark() float64  { return 0.46 * l.size }
func (l *legend) lead() float64  { return 1.4 * l.size }
func (l *legend) start() float64 { return l.mark() + 0.4*l.size }

// layout places the cells and returns the height, cap top to last baseline
// with a foot for the descenders.
func (l *legend) layout(size float64) float64 {
	l.size, l.cells = size, l.cells[:0]
	x, row := 0.0, 0
	for i := range l.marks {
		if l.labels[i] == nil && l.figures[i] == nil {
			continue
		}
		c := legendCell{segment: i}
		fw := 0.0
		if l.figures[i] != nil {
			c.figure = l.figures[i].Whole()
			fw = c.figure.Width*size + 0.28*size
		}
		room := l.w - l.start() - fw
		if l.labels[i] != nil {
			c.lines = l.labels[i].Lines(room / size)
		}
		wide := l.start() + fw + widest(c.lines)*size
		if x > 0 && (x+wide > l.w || len(c.lines) > 1) {
			x, row = 0, row+1
		}
		c.x, c.row = x, row
		l.cells = append(l.cells, c)
		x += wide + 1.1*size
		if len(c.lines) > 1 {
			x, row = 0, row+len(c.lines)
		}
	}
	rows := 0
	for _, c := range l.cells {
		rows = max(rows, c.row+max(1, len(c.lines)))
	}
	return 0.72*size + float64(rows-1)*l.lead() + 0.1*size
}

func widest(lines []text.Line) float64 {
	w := 0.0
	for i := range lines {
		w = max(w, lines[i].Width)
	}
	return w
}

func (l *legend) draw(p *pen, x, y float64) {
	for _, c := range l.cells {
		mark := l.marks[c.segment]
		base := y + 0.72*l.size + float64(c.row)*l.lead()
		p.rects(scene.Mark, l.name(c.segment, "Mark"), p.markColor(mark),
			mark.bar(nil, math.Floor(x+c.x), math.Floor(base-0.84*l.size), math.Floor(l.mark()), math.Floor(0.96*l.size), l.u))
		at := x + c.x + l.start()
		if len(c.figure.Glyphs) > 0 {
			p.line(l.name(c.segment, "Figure"), &c.figure, l.size, at, base, l.w, p.Text.RGBA, p.Text.RGBA)
			at += (c.figure.Width + 0.28) * l.size
		}
		for i := range c.lines {
			p.line(l.name(c.segment, "Label"), &c.lines[i], l.size, at, base+float64(i)*l.lead(), l.w, p.Text.RGBA, p.Text.RGBA)
		}
	}
}

func (c *composer) segmentText(s segment, i int, name segmentName) (figure, label *text.Passage) {
	if s.figure != "" {
		figure = c.shape(name(i, "Figure"), s.figure, "label")
	}
	if s.label != "" {
		label = c.shape(name(i, "Label"), s.label, "small")
	}
	return figure, label
}
