package parts

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// A bar through a line, in em but for its middle.
const (
	struckThick  = 0.1
	struckProse  = 0.07
	struckOut    = 0.06 // at both ends
	struckMiddle = 0.55 // of the capitals' height
	struckAmong  = 0.62 // in prose, whose small letters are lower
)

// Struck is a line of type with a bar through it.
type Struck struct{ *Figure }

func (s *Struck) Draw(p *Pen, x, y float64) {
	s.Figure.Draw(p, x, y)
	thick := max(3, struckThick*s.size)
	mid := y + (s.over()+struckMiddle*s.cap)*s.size
	p.rect(scene.Furniture, s.field, p.Text.RGBA, x-struckOut*s.size, math.Floor(mid-thick/2), s.width()+2*struckOut*s.size, thick)
}

// StruckProse is a passage with a bar through each of its lines.
type StruckProse struct{ *Prose }

func (s *StruckProse) Draw(p *Pen, x, y float64) {
	s.Prose.Draw(p, x, y)
	thick := max(3, struckProse*s.Size)
	mid := y + s.over(s.Size) + struckAmong*s.Text.Style.Font.CapHeight*s.Size
	lines, size := s.lines()
	for i := range lines {
		p.rect(scene.Furniture, s.Field, p.Text.RGBA, x-struckOut*s.Size, math.Floor(mid-thick/2), lines[i].Width*size+2*struckOut*s.Size, thick)
		mid += s.Leading() * s.Size
	}
}

// Figure is one line of type as large as its box.
type Figure struct {
	field string
	line  text.Line
	cap   float64 // of its font, em
	W     float64
	Bleed float64 // how far it may pass the column on both sides
	Most  float64 // greatest height
	Color Ink

	size float64
}

func NewFigure(field string, p *text.Passage, w, bleed, most float64) *Figure {
	line := text.Line{Ink: text.Ink{MaxX: 1}} // of a passage that failed
	if !p.Empty() {
		line = p.Whole()
	}
	return &Figure{
		field: field, line: line, cap: p.Style.Font.CapHeight, W: w, Bleed: bleed, Most: most,
		Color: func(p *Pen) (theme.RGBA, theme.RGBA) { return p.Figure, p.Figure },
	}
}

func (f *Figure) Ink() float64 { return f.line.Ink.MaxX - f.line.Ink.MinX }

// overshoot is how far round letters pass the cap line and the baseline, em: they
// look as high as others.
const overshoot = 0.005

// over and under are what overhangs the cap line and the baseline, in em.
func (f *Figure) over() float64 { return max(0, -f.line.Ink.MinY-f.cap-overshoot) }

func (f *Figure) under() float64 { return max(0, f.line.Ink.MaxY-overshoot) }

func (f *Figure) Full() float64 { return f.over() + f.cap + f.under() }

// leastFocal is the share of its size that a focal figure keeps. A card that
// would shrink it further says too much.
const leastFocal = 0.6

// Largest is the greatest size, px per em.
func (f *Figure) Largest() float64 { return min(f.Most/f.Full(), (f.W+2*f.Bleed)/f.Ink()) }

func (f *Figure) Span() (float64, float64) {
	most := f.Full() * f.Largest()
	return min(most, max(most*leastFocal, 90)), most
}

func (f *Figure) Set(h float64) float64 {
	f.size = min(h/f.Full(), f.Largest())
	return f.size * f.Full()
}

func (f *Figure) width() float64 { return f.Ink() * f.size }

func (f *Figure) Draw(p *Pen, x, y float64) {
	plain, _ := f.Color(p)
	out := max(0, (f.width()-f.W)/2)
	left := x - out
	if p.Right {
		left = float64(p.Scene.W) - x - f.width() + out
	}
	y += (f.over() + f.cap) * f.size
	p.glyphs(f.field, &f.line, f.line.Glyphs, f.size, left-f.line.Ink.MinX*f.size, y, plain.RGBA, plain.RGBA, f.Bleed > 0)
}

// United is a figure with its unit on the same baseline, a third of its size.
type United struct {
	*Figure
	Unit  text.Line
	Field string
	Floor float64 // smallest unit, px per em
}

// unitSize is the size of a unit beside its figure, unitGap the space between, in
// em of the figure.
const (
	UnitSize  = 0.34
	unitGap   = 0.13
	hiddenGap = 0.14 // before the bar of a number that is hidden
)

func (f *United) Span() (float64, float64) {
	most := f.Limit()
	return min(most, max(most*leastFocal, f.Full()*f.Floor/UnitSize)), most
}

// Limit leaves the unit its room.
func (f *United) Limit() float64 {
	return min(f.Most, f.Full()*f.W/(f.Ink()+unitGap+UnitSize*(f.Unit.Ink.MaxX-f.Unit.Ink.MinX)))
}

func (f *United) Set(h float64) float64 {
	f.size = min(h, f.Limit()) / f.Full()
	return f.size * f.Full()
}

func (f *United) Draw(p *Pen, x, y float64) {
	f.Figure.Draw(p, x, y)
	plain, _ := f.Color(p)
	at, size := x+f.width()+unitGap*f.size, UnitSize*f.size
	p.start(f.Field, &f.Unit, size, at, y+(f.over()+f.cap)*f.size, plain.RGBA)
}

// Hidden is what stands before a number, and a bar in the number's place that
// runs off the card.
type Hidden struct{ *Figure }

// limit leaves the bar half of the width.
func (f *Hidden) limit() float64 { return min(f.Most, f.Full()*0.5*f.W/f.Ink()) }

func (f *Hidden) Span() (float64, float64) { return f.limit() / 2, f.limit() }

func (f *Hidden) Set(h float64) float64 {
	f.size = min(h, f.limit()) / f.Full()
	return f.size * f.Full()
}

func (f *Hidden) Draw(p *Pen, x, y float64) {
	if len(f.line.Glyphs) > 0 {
		f.Figure.Draw(p, x, y)
		x += f.width() + hiddenGap*f.size
	}
	p.rect(scene.Furniture, f.field, p.Text.RGBA, x, y+f.over()*f.size, float64(p.Scene.W)-x, f.cap*f.size)
}

// Beside is a narrow figure with words to its right, on a common baseline.
type Beside struct {
	*Figure
	Words *Prose
	Gap   float64
	Fill  bool    // the words fill their column, where they can
	Least float64 // smallest line of a filled column, px

	filled *Filled
	h      float64
}

func (b *Beside) Span() (float64, float64) {
	_, most := b.Figure.Span()
	least := b.try(most * 0.5)
	return least, max(least, most)
}

// Set makes the figure smaller while its words, for which a larger one leaves
// less room, would stand higher than h.
func (b *Beside) Set(h float64) float64 {
	_, most := b.Figure.Span()
	for at := min(h, most); ; at *= besideStep {
		if at < most*0.5 {
			return b.try(most * 0.5)
		}
		if got := b.try(at); got <= h+slop {
			return got
		}
	}
}

func (b *Beside) try(h float64) float64 {
	fh := b.Figure.Set(h-max(0, b.Words.under(b.Words.Max)-b.under()*h)) - b.under()*b.Figure.size
	b.Words.W = b.Figure.W - b.Figure.width() - b.Gap
	b.filled = nil
	if b.Fill {
		b.fillWords(fh)
	}
	b.Words.Set(fh + b.Words.under(b.Words.Max))
	foot := max(b.under()*b.Figure.size, b.Words.under(b.Words.Size))
	b.h = max((b.over()+b.cap)*b.Figure.size, b.Words.height(b.Words.Size)-b.Words.under(b.Words.Size)) + foot
	return b.h
}

// Words that fill a column beside a figure.
const (
	fillGap   = 0.05 // between lines, of its height
	fillSizes = 2.2  // times as large as the least line the largest is, at most
	fillLeast = 0.72 // of the figure's height that they take
)

// besideStep is the next smaller size of a figure that is tried.
const besideStep = 0.96

// fillWords keeps a filling that comes near the figure's height.
func (b *Beside) fillWords(h float64) {
	f := &Filled{Field: b.Words.Field, Text: b.Words.Text, W: b.Words.W, Gap: fillGap * h, Color: b.Words.Color}
	f.Ways = f.Text.Fillings(text.Limits{Ratio: fillSizes, Least: b.Least / f.W, MaxSize: h / f.W})
	if least, _ := f.Span(); len(f.Ways) == 0 || least > h {
		return
	}
	if f.Set(h) > fillLeast*h {
		b.filled = f
	}
}

func (b *Beside) Draw(p *Pen, x, y float64) {
	// Both stand on the figure's baseline; descenders hang below.
	wh := b.Words.height(b.Words.Size)
	foot := max(b.under()*b.Figure.size, b.Words.under(b.Words.Size))
	base := y + b.h - foot
	b.Figure.Draw(p, x, base-(b.over()+b.cap)*b.Figure.size)
	at := x + b.Figure.width() + b.Gap
	if b.filled != nil {
		b.filled.Draw(p, at, base-b.filled.height(b.filled.way))
		return
	}
	b.Words.Draw(p, at, base-wh+b.Words.under(b.Words.Size))
}
