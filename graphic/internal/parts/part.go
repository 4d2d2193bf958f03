// Package parts draws what cards are made of: passages, figures, charts, codes
// and furniture, each at any height between its least and its most, and the
// columns that share a canvas's height among them. A part holds finished words
// and numbers; it knows neither cards nor blocks.
//
// Lengths are in px of the canvas. U is the unit of a card's look, about a
// hundred-and-eighth of its short side.
package parts

// A Part is one element of a card that can be set at several heights. Its box
// runs from the cap top of its first line to the baseline of its last.
type Part interface {
	// Span is the least and the greatest useful height.
	Span() (least, most float64)
	// Set takes the largest form at most h high and returns its height; h is
	// never below the least.
	Set(h float64) float64
	// Draw puts the part as it was set with its top start corner at x, y.
	Draw(p *Pen, x, y float64)
}

// Tall is a part that is never lower than Least.
type Tall struct {
	Part
	Least float64
}

func (t *Tall) Span() (float64, float64) {
	least, most := t.Part.Span()
	return max(least, min(most, t.Least)), most
}

// GapPart is nothing, as high as it is given.
type GapPart struct{ Least, Most, h float64 }

func (g *GapPart) Span() (float64, float64) { return g.Least, g.Most }

func (g *GapPart) Set(h float64) float64 { g.h = min(h, g.Most); return g.h }

func (g *GapPart) Draw(*Pen, float64, float64) {}
