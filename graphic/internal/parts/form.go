package parts

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Form draws Event: labels at the start; words, or room for them, on a line
// beside them.
type Form struct {
	Field  string
	Labels []*Prose
	Texts  []*Prose // nil: written in by hand
	W, U   float64
	Line   float64
	Long   bool

	air float64 // above the words of every row
}

// The measures of a form.
const (
	formStart = 0.32 // of the width
	formLong  = 0.43
	formAir   = 2.2 // units, above the words of a row, at least
	formBelow = 1.3 // and from their last baseline to the line
)

// Start is where the lines begin: further in where a label is long.
func (f *Form) Start() float64 {
	if f.Long {
		return formLong * f.W
	}
	return formStart * f.W
}

// foot is what stands below the last baseline of a row.
func (f *Form) foot() float64 { return formBelow*f.U + f.Line }

func (f *Form) Span() (least, most float64) {
	n := float64(len(f.Labels))
	return f.words(0) + n*(formAir*f.U+f.foot()), f.words(1) + n*(6*f.U+f.foot())
}

// words is the height of all rows' words; size runs from the smallest, 0, to
// the largest.
func (f *Form) words(size float64) float64 {
	h := 0.0
	for i := range f.Labels {
		f.Labels[i].at(size)
		if t := f.Texts[i]; t != nil {
			t.at(size)
		}
		h += f.row(i)
	}
	return h
}

// row is from the cap top of a row's first line to the baseline of its last.
func (f *Form) row(i int) float64 {
	h := 0.0
	for _, t := range []*Prose{f.Labels[i], f.Texts[i]} {
		if t != nil {
			h = max(h, t.height(t.Size)-t.under(t.Size))
		}
	}
	return h
}

func (f *Form) Set(h float64) float64 {
	_, most := f.Span()
	n := float64(len(f.Labels))
	h = min(h, most)
	size := 1.0
	for size > 0 && f.words(size)+n*(formAir*f.U+f.foot()) > h {
		size = max(0, size-sizeStep)
	}
	f.air = (h-f.words(size))/n - f.foot()
	return h
}

func (f *Form) Draw(p *Pen, x, y float64) {
	for i, label := range f.Labels {
		y += f.air
		base := label.Text.Style.Font.CapHeight * label.Size
		if t := f.Texts[i]; t != nil {
			own := t.Text.Style.Font.CapHeight * t.Size
			t.Draw(p, x+f.Start(), y+max(0, base-own))
			base = max(base, own)
		}
		label.Draw(p, x, y+base-label.Text.Style.Font.CapHeight*label.Size)
		y += f.row(i) + f.foot()
		p.rect(scene.Furniture, label.Field, p.Rule.RGBA, x+f.Start(), y-f.Line, f.W-f.Start(), f.Line)
	}
}
