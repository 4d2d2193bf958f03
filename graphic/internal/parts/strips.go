package parts

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Strips is a headline of which every line stands reversed on a strip of its
// own, pasted up a little out of line.
type Strips struct {
	*Prose
	U float64
}

// Measures of a strip, in em of its text, and how far each strip of a
// headline is moved, in units.
const (
	StripOver  = 0.19
	stripSide  = 0.24
	StripUnder = 0.27
)

var stripMoves = [4]float64{0, 3.6, 0, 7.2}

func (s *Strips) pitch(size float64) float64 { return 1.22 * size }

func (s *Strips) height(lines int, size float64) float64 {
	return float64(lines-1)*s.pitch(size) + (StripOver+StripUnder+s.Text.Style.Font.CapHeight)*size
}

// Column is the measure of a line between its paddings, in em: all of it for
// a lone one.
func (s *Strips) Column(size float64) float64 {
	if whole := s.W/size - 2*stripSide; s.Lone() <= whole {
		return whole
	}
	return (s.W-s.most(4))/size - 2*stripSide
}

// Lone is the width of the passage on one strip.
func (s *Strips) Lone() float64 {
	l := s.Text.Whole()
	return l.Ink.MaxX - l.Ink.MinX
}

// most is how far any of the first lines is moved inwards.
func (s *Strips) most(lines int) float64 {
	m := 0.0
	for i := range min(lines, len(stripMoves)) {
		m = max(m, stripMoves[i]*s.U)
	}
	return m
}

func (s *Strips) at(size float64) float64 { return s.height(s.Text.Count(s.Column(size)), size) }

func (s *Strips) Largest() float64 {
	lone, several := s.W/(s.Lone()+2*stripSide), (s.W-s.most(4))/(s.Text.Widest()+2*stripSide)
	return max(s.Min, min(s.Max, max(lone, several)))
}

func (s *Strips) Span() (float64, float64) { return s.at(s.Min), s.at(s.Largest()) }

func (s *Strips) Set(h float64) float64 {
	s.Size = s.Largest()
	for s.Size > s.Min && s.at(s.Size) > h+slop {
		s.Size = max(s.Min, s.Size*step)
	}
	return s.at(s.Size)
}

func (s *Strips) Draw(p *Pen, x, y float64) {
	lines, kept := s.Text.Headline(s.Column(s.Size), s.Min/s.Size, false)
	size := kept * s.Size
	for i := range lines {
		left := x + stripMoves[i%len(stripMoves)]*s.U
		s.strip(p, &lines[i], size, left, math.Floor(y+float64(i)*s.pitch(size)))
	}
}

func (s *Strips) strip(p *Pen, l *text.Line, size, x, y float64) {
	capital := s.Text.Style.Font.CapHeight
	w := (l.Ink.MaxX - l.Ink.MinX + 2*stripSide) * size
	p.rect(scene.Ground, s.Field, p.Text.RGBA, x, y, w, (StripOver+StripUnder+capital)*size)
	p.start(s.Field, l, size, x+stripSide*size, y+(StripOver+capital)*size, p.Ground.RGBA)
}

// Edged is a passage with a bar on the card's outer edge, as tall as itself
// and, where another follows it, reaching down to that.
type Edged struct {
	Part
	Next *Slot

	h float64
}

func (e *Edged) Set(h float64) float64 {
	e.h = e.Part.Set(h)
	return e.h
}

func (e *Edged) Draw(p *Pen, x, y float64) {
	h := e.h
	if e.Next != nil {
		h += e.Next.Gap
	}
	p.rect(scene.Furniture, "", p.Accent.RGBA, 0, y, edgeBar*float64(min(p.Scene.W, p.Scene.H))/108, h)
	e.Part.Draw(p, x, y)
}

// edgeBar is the bar's width in units.
const edgeBar = 2.4
