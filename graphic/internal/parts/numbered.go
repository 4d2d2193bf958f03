package parts

import (
	"fmt"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Numbered draws List: a numeral and a text a row, rules between.
type Numbered struct {
	Field    string
	Items    []*Prose
	Numerals []text.Line
	Capital  float64 // cap height of the numerals' font, em
	W, U     float64
	Rule     float64

	pitch float64
}

func (l *Numbered) Indent() float64 { return boxedIndent * l.U }

// Around the text of a row: the least, what looks well, and what the last row,
// which no rule follows, does without. In units.
const (
	rowLeast = 3.4
	rowRoom  = 5.6
	rowTail  = 1.7
)

func (l *Numbered) Span() (float64, float64) {
	least, n := 0.0, float64(len(l.Items))
	for _, it := range l.Items {
		it.W = l.W - l.Indent()
		h, _ := it.Span()
		least = max(least, h+rowLeast*l.U)
	}
	return n*least - rowTail*l.U, n*max(least, 17*l.U) - rowTail*l.U
}

// Set sets all rows in the size that the longest needs.
func (l *Numbered) Set(h float64) float64 {
	n := float64(len(l.Items))
	_, most := l.Span()
	l.pitch = (min(h, most) + rowTail*l.U) / n
	size := 1e9
	for _, it := range l.Items {
		least, _ := it.Span()
		it.Set(max(least, l.pitch-rowRoom*l.U))
		size = min(size, it.Size)
	}
	for _, it := range l.Items {
		it.Size = size
	}
	return l.pitch*n - rowTail*l.U
}

func (l *Numbered) Draw(p *Pen, x, y float64) {
	size := min(11.6*l.U, 0.74*l.pitch)
	for i, it := range l.Items {
		field := fmt.Sprintf("%s.Items[%d]", l.Field, i)
		mid := y + (l.pitch-l.Rule)/2
		num := &l.Numerals[i]
		p.start(field, num, size, x, mid+l.Capital*size/2, p.Figure.RGBA)
		h := it.height(it.Size) - it.under(it.Size)
		it.Draw(p, x+l.Indent(), mid-h/2)
		if i < len(l.Items)-1 {
			p.rect(scene.Furniture, field, p.Rule.RGBA, x+l.Indent(), y+l.pitch-l.Rule, l.W-l.Indent(), l.Rule)
		}
		y += l.pitch
	}
}
