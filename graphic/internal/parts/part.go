// Package parts draws what cards are made of: passages, figures, charts, codes
// and furniture, each at any height between its least and its most, and the
// columns that share a canvas's height among them. A part holds finished words
// and numbers; it knows neither cards nor blocks.
//
// Lengths are in px of the canvas. U is the unit of a card's look, about a
// hundred-and-eighth of its short side.
package parts

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

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

// Rank is the order in which parts give up height when a column is too full,
// and the reverse of the order in which they take it when there is some left.
type Rank int

const (
	Fixed   Rank = iota // as high as it is
	Prose1              // body text
	Prose2              // attribution, rows
	Chart               // a block that supports
	Heading             // the headline beside a block
	Focal               // what the card is about
)

// A Slot is a part in its column.
type Slot struct {
	Part
	Field string
	Rank  Rank
	Gap   float64 // above it
	Drop  int     // the order in which optional parts go; 0 stays
	Want  float64 // preferred height; 0: the most
	Chars int     // of its text, for a FitError
	Noted bool    // is the card's note
	x     float64 // from the column's start, may be negative for what bleeds

	H float64
}

// A Group of slots stands on one ground. An inset ground is a sheet: it
// begins at the margin, on the desk's colour, and its slots that much further
// in.
type Group struct {
	Scheme *theme.Scheme
	Slots  []*Slot
	Inset  float64
	Desk   *theme.Scheme
	Sunk   bool // slack opens above what it says, not above its furniture

	Tint    *Photograph // stands on this photograph instead of a ground
	Picture bool        // is a photograph that reaches the ground's edges
	Field   string
}

// shrink sets a slot at most h high. A gentle one refuses to lose much more.
func (s *Slot) shrink(h float64, gentle bool) {
	was := s.H
	_, number := s.Part.(*Figure)
	if s.H = s.Set(h); gentle && (number || s.H < h-0.1*was) {
		s.H = s.Set(was)
	}
}
