package parts

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// BlankRoom draws Blank.
type BlankRoom struct {
	Field string
	Lines int
	Label *Prose // of the empty field
	W, U  float64

	h float64
}

func (b *BlankRoom) Span() (float64, float64) {
	if b.Lines > 0 {
		return float64(b.Lines) * 8 * b.U, float64(b.Lines) * 13.4 * b.U
	}
	return 30 * b.U, 160 * b.U
}

func (b *BlankRoom) Set(h float64) float64 {
	_, most := b.Span()
	b.h = math.Floor(min(h, most))
	return b.h
}

func (b *BlankRoom) Draw(p *Pen, x, y float64) {
	thick := max(2, 0.4*b.U)
	for i := range b.Lines {
		p.rect(scene.Furniture, b.Field, p.Rule.RGBA, x, math.Floor(y+float64(i+1)*b.h/float64(b.Lines)-thick), b.W, thick)
	}
	if b.Label != nil {
		p.rects(scene.Furniture, b.Field, p.Line.RGBA, outline(x, y, b.W, b.h, thick))
		b.Label.at(1)
		b.Label.Draw(p, x+4*b.U, y+4*b.U)
	}
}
