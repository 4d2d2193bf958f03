package graphic

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// strips is a headline of which every line stands reversed on a strip of its
// own, pasted up a little out of line.
type strips struct {
	*prose
	u float64
}

// Measures of a strip, in em of its text, and how far each strip of a
// headline is moved, in units.
const (
	stripOver  = 0.19
	stripSide  = 0.24
	stripUnder = 0.27
)

var stripMoves = [4]float64{0, 3.6, 0, 7.2}

func (s *strips) pitch(size float64) float64 { return 1.22 * size }

func (s *strips) height(lines int, size float64) float64 {
	return float64(lines-1)*s.pitch(size) + (stripOver+stripUnder+s.text.Style.Font.CapHeight)*size
}

// column is the measure of a line between its paddings, in em: all of it for
// a lone one.
func (s *strips) column(size float64) float64 {
	if whole := s.w/size - 2*stripSide; s.lone() <= whole {
		return whole
	}
	return (s.w-s.most(4))/size - 2*stripSide
}

// lone is the width of the passage on one strip.
func (s *strips) lone() float64 {
	l := s.text.Whole()
	return l.Ink.MaxX - l.Ink.MinX
}

// most is how far any of the first lines is moved inwards.
func (s *strips) most(lines int) float64 {
	m := 0.0
	for i := range min(lines, len(stripMoves)) {
		m = max(m, stripMoves[i]*s.u)
	}
	return m
}

func (s *strips) at(size float64) float64 { return s.height(s.text.Count(s.column(size)), size) }

func (s *strips) largest() float64 {
	lone, several := s.w/(s.lone()+2*stripSide), (s.w-s.most(4))/(s.text.Widest()+2*stripSide)
	return max(s.min, min(s.max, max(lone, several)))
}

func (s *strips) span() (float64, float64) { return s.at(s.min), s.at(s.largest()) }

func (s *strips) set(h float64) float64 {
	s.size = s.largest()
	for s.size > s.min && s.at(s.size) > h+0.01 {
		s.size = max(s.min, s.size*0.985)
	}
	return s.at(s.size)
}

func (s *strips) draw(p *pen, x, y float64) {
	capital := s.text.Style.Font.CapHeight
	for i, l := range s.text.Lines(s.column(s.size)) {
		left := x + stripMoves[i%len(stripMoves)]*s.u
		s.strip(p, &l, left, math.Floor(y+float64(i)*s.pitch(s.size)), capital)
	}
}

func (s *strips) strip(p *pen, l *text.Line, x, y, capital float64) {
	w := (l.Ink.MaxX - l.Ink.MinX + 2*stripSide) * s.size
	p.rect(scene.Ground, s.field, p.Text.RGBA, x, y, w, (stripOver+stripUnder+capital)*s.size)
	base := y + (stripOver+capital)*s.size
	p.start(s.field, l, s.size, x+stripSide*s.size, base, p.Ground.RGBA)
}

// edged is a passage with a bar on the card's outer edge, as tall as itself
// and, where another follows it, reaching down to that.
type edged struct {
	part
	next *slot

	h float64
}

func (e *edged) set(h float64) float64 {
	e.h = e.part.set(h)
	return e.h
}

func (e *edged) draw(p *pen, x, y float64) {
	h := e.h
	if e.next != nil {
		h += e.next.gap
	}
	p.rect(scene.Furniture, "", p.Accent.RGBA, 0, y, edgeBar*float64(min(p.scene.W, p.scene.H))/108, h)
	e.part.draw(p, x, y)
}

// edgeBar is the bar's width in units.
const edgeBar = 2.4
