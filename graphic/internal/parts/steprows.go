package parts

import (
	"fmt"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// StepRows draws Steps, whose numerals stand in boxes, and Sources, whose
// rows hang from rules.
type StepRows struct {
	Field   string
	Rows    []StepRow
	Boxed   bool
	Capital float64 // cap height of the numerals' font, em
	W, U    float64
	Rule    float64

	pad float64 // above and below a row's words
	gap float64 // between rows
}

type StepRow struct {
	Head, Help *Prose // help may be nil
	Numeral    text.Line
}

// The measures of steps, in units.
const (
	boxedIndent  = 12.4
	plainIndent  = 10.8
	helpGap      = 2.2 // between a row's head and its help
	rowPad       = 1.4 // above and below a row's words
	rowPadMore   = 1.6 // with the largest text
	numeralSize  = 4.6
	boxedNumeral = 0.55 // of its box
)

// sizeStep is by how much text that ranges from its smallest size, 0, to its
// largest, 1, becomes smaller at a time.
const sizeStep = 0.05

func (s *StepRows) Indent() float64 {
	if s.Boxed {
		return boxedIndent * s.U
	}
	return plainIndent * s.U
}

func (s *StepRows) lineGap() float64 { return helpGap * s.U }

func (s *StepRows) Span() (least, most float64) {
	return s.Height(0), s.Height(1) + float64(len(s.Rows))*9*s.U
}

// Height of all rows; size runs from the smallest text, 0, to the largest.
func (s *StepRows) Height(size float64) float64 {
	h := 0.0
	s.pad = (rowPad + rowPadMore*size) * s.U
	for i := range s.Rows {
		h += s.rowHeight(&s.Rows[i], size) + 2*s.pad + s.Rule
	}
	return h
}

func (s *StepRows) rowHeight(r *StepRow, size float64) float64 {
	h := r.Head.at(size)
	if r.Help != nil {
		h += s.lineGap() + r.Help.at(size)
	}
	if s.Boxed {
		h = max(h, s.box())
	}
	return h
}

// box is the side of a numeral's box.
func (s *StepRows) box() float64 { return 7 * s.U }

func (s *StepRows) Set(h float64) float64 {
	_, most := s.Span()
	size := 1.0
	for size > 0 && s.Height(size) > h {
		size = max(0, size-sizeStep)
	}
	used := s.Height(size)
	s.gap = max(0, min(h, most)-used) / float64(len(s.Rows))
	return used + s.gap*float64(len(s.Rows))
}

func (s *StepRows) Draw(p *Pen, x, y float64) {
	for i := range s.Rows {
		r := &s.Rows[i]
		field := fmt.Sprintf("%s.Items[%d]", s.Field, i)
		h := s.textHeight(r)
		if s.Boxed {
			h = max(h, s.box())
		}
		pitch := h + 2*s.pad + s.gap + s.Rule
		switch {
		case !s.Boxed:
			p.rect(scene.Furniture, field, p.Rule.RGBA, x, y, s.W, s.Rule)
		case i > 0:
			p.rect(scene.Furniture, field, p.Rule.RGBA, x+s.Indent(), y, s.W-s.Indent(), s.Rule)
		}
		top := y + s.Rule + s.pad + s.gap/2
		s.drawRow(p, r, field, x, top, h)
		y += pitch
	}
}

func (s *StepRows) drawRow(p *Pen, r *StepRow, field string, x, y, h float64) {
	ink, size := p.Text, numeralSize*s.U
	if s.Boxed {
		side := min(h, 9*s.U)
		p.rect(scene.Furniture, field, p.Text.RGBA, x, y, side, side)
		ink, size = p.Ground, boxedNumeral*side
		mid := x + (side-(r.Numeral.Ink.MaxX-r.Numeral.Ink.MinX)*size)/2
		p.start(field, &r.Numeral, size, mid, y+side/2+s.Capital*size/2, ink.RGBA)
		if text := s.textHeight(r); text < side {
			y += (side - text) / 2
		}
	} else {
		p.start(field, &r.Numeral, size, x, y+s.Capital*size, ink.RGBA)
	}
	r.Head.Draw(p, x+s.Indent(), y)
	if r.Help != nil {
		r.Help.Draw(p, x+s.Indent(), y+r.Head.height(r.Head.Size)+s.lineGap())
	}
}

func (s *StepRows) textHeight(r *StepRow) float64 {
	h := r.Head.height(r.Head.Size)
	if r.Help != nil {
		h += s.lineGap() + r.Help.height(r.Help.Size)
	}
	return h
}
