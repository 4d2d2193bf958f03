package parts

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Panels draws BeforeAfter, one above the other.
type Panels struct {
	Field  string
	Panels [2]StatePanel
	W, U   float64
	Edge   float64
	Floor  float64

	heights [2]float64
}

type StatePanel struct {
	Label *Prose
	Value *Figure // nil: none
	Text  *Prose  // nil: none
}

func (p *Panels) pad() float64 { return 3.2 * p.U }

func (p *Panels) Inner() float64 { return p.W - 2*p.pad() }

func (p *Panels) gap() float64 { return 2.4 * p.U }

// between is the space between the lines of one panel.
func (p *Panels) between() float64 { return max(2.6*p.U, 0.7*p.Floor) }

// height of one panel, with its value no higher than figure.
func (p *Panels) height(i int, figure float64, large bool) float64 {
	s, h := &p.Panels[i], 2*p.pad()
	share := 0.0
	if large {
		share = 1
	}
	h += s.Label.at(share)
	if s.Value != nil {
		h += p.between() + s.Value.Set(max(figure, p.Floor*s.Value.Full()))
	}
	if s.Text != nil {
		h += p.between() + s.Text.at(share)
	}
	return math.Ceil(h)
}

func (p *Panels) Span() (least, most float64) {
	return p.height(0, 7*p.U, false) + p.height(1, 7*p.U, false) + p.gap(), p.height(0, 20*p.U, true) + p.height(1, 20*p.U, true) + p.gap()
}

// Set shrinks the values first, then the words; both values keep one size.
func (p *Panels) Set(h float64) float64 {
	for _, large := range []bool{true, false} {
		for figure := 20 * p.U; figure >= 7*p.U; figure -= 0.5 * p.U {
			if p.try(figure, large) <= h {
				return p.heights[0] + p.heights[1] + p.gap()
			}
		}
	}
	return p.try(7*p.U, false)
}

func (p *Panels) try(figure float64, large bool) float64 {
	size := math.Inf(1)
	for i := range p.Panels {
		p.heights[i] = p.height(i, figure, large)
		if v := p.Panels[i].Value; v != nil {
			size = min(size, v.size)
		}
	}
	for i := range p.Panels {
		if v := p.Panels[i].Value; v != nil {
			p.heights[i] = p.height(i, size*v.Full(), large)
		}
	}
	return p.heights[0] + p.heights[1] + p.gap()
}

func (p *Panels) Draw(pn *Pen, x, y float64) {
	for i := range p.Panels {
		field := p.Field + []string{".Before", ".After"}[i]
		if i == 0 {
			pn.rects(scene.Mark, field, pn.Line.RGBA, outline(x, y, p.W, p.heights[i], p.Edge))
		} else {
			pn.rect(scene.Mark, field, pn.Mark.RGBA, x, y, p.W, p.heights[i])
		}
		s, at, top := &p.Panels[i], x+p.pad(), y+p.pad()
		s.Label.Draw(pn, at, top)
		top += s.Label.height(s.Label.Size)
		if s.Value != nil {
			top += p.between()
			s.Value.Draw(pn, at, top)
			top += s.Value.size * s.Value.Full()
		}
		if s.Text != nil {
			s.Text.Draw(pn, at, top+p.between())
		}
		y += p.heights[i] + p.gap()
	}
}
