package parts

import (
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// emptyCost is what a height left empty costs, beside the Cost of a
// text.Filling: the larger, the rather an uneven block fills its room.
const emptyCost = 2.2

// Filled is a passage whose lines all reach both edges.
type Filled struct {
	Field string
	Text  *text.Passage
	W     float64
	Gap   float64
	Ways  []text.Filling
	Color Ink

	way *text.Filling
}

func (f *Filled) height(way *text.Filling) float64 {
	h := way.Height*f.W + f.Gap*float64(len(way.Sizes)-1)
	for i := range way.Inks {
		h += f.over(&way.Inks[i], way.Sizes[i]*f.W)
		h += f.under(&way.Inks[i], way.Sizes[i]*f.W)
	}
	return h
}

// Higher are the ways at least h high, or all where none is.
func (f *Filled) Higher(h float64) []text.Filling {
	var kept []text.Filling
	for i := range f.Ways {
		if f.height(&f.Ways[i]) >= h {
			kept = append(kept, f.Ways[i])
		}
	}
	if kept == nil {
		return f.Ways
	}
	return kept
}

// Below are the ways with no line larger than a size, px per em, or all where
// there is none: words do not stand over their figure.
func (f *Filled) Below(size float64) []text.Filling {
	var kept []text.Filling
	for _, way := range f.Ways {
		if slices.Max(way.Sizes)*f.W <= size {
			kept = append(kept, way)
		}
	}
	if kept == nil {
		return f.Ways
	}
	return kept
}

func (f *Filled) over(k *text.Ink, size float64) float64 {
	return max(0, (-k.MinY-f.Text.Style.Font.CapHeight)*size-aboveLine)
}

func (f *Filled) under(k *text.Ink, size float64) float64 { return max(0, k.MaxY*size-belowFilled) }

func (f *Filled) Span() (least, most float64) {
	least = math.Inf(1)
	for i := range f.Ways {
		h := f.height(&f.Ways[i])
		least, most = min(least, h), max(most, h)
	}
	return least, most
}

func (f *Filled) Set(h float64) float64 {
	best := math.Inf(1)
	for i := range f.Ways {
		way := &f.Ways[i]
		wh := f.height(way)
		if wh > h+slop {
			continue
		}
		if c := way.Cost + emptyCost*(h-wh)/h; c < best {
			best, f.way = c, way
		}
	}
	f.way = f.Text.Sensible(f.Ways, f.way, func(way *text.Filling) (float64, bool) {
		high := f.height(way)
		return high, high <= h+slop
	})
	return f.height(f.way)
}

func (f *Filled) Draw(p *Pen, x, y float64) {
	plain, strong := f.Color(p)
	lines := f.Text.Set(f.way)
	if p.Right {
		x = float64(p.Scene.W) - x - f.W
	}
	for i := range lines {
		l, size := &lines[i], f.way.Sizes[i]*f.W
		y += f.over(&l.Ink, size) + f.Text.Style.Font.CapHeight*size
		p.glyphs(f.Field, l, l.Glyphs, size, x-l.Ink.MinX*size, y, plain.RGBA, strong.RGBA, false)
		y += f.Gap + f.under(&l.Ink, size)
	}
}
