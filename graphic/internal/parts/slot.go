package parts

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

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
