// Package logo reads the marks of groups: a small and strict part of SVG, flat
// areas without strokes, gradients and words, as polygons in the colours of the
// file. What it does not know it refuses and names, so that no mark is drawn
// otherwise than its makers drew it.
package logo

import (
	"fmt"
	"image/color"
)

// Art is a mark: areas in drawing order within a box that begins at the origin.
type Art struct {
	W, H  float64
	Areas []Area
}

// An Area is one shape in one colour. Its contours are filled by the nonzero
// rule: holes run the other way.
type Area struct {
	Color    color.RGBA
	Contours [][]Point
}

// A Point is a place in the units of the file.
type Point struct{ X, Y float64 }

// An Error says what of a file is not read.
type Error struct {
	Reason Reason
	What   string // the element, attribute or value
}

// Reason is why a file is refused.
type Reason int

// The reasons.
const (
	Broken  Reason = iota // it is no SVG
	Foreign               // it has something that is not read
	Empty                 // it paints nothing
	Large                 // it has more than is read
)

func (e *Error) Error() string { return fmt.Sprintf("logo: %d %s", e.Reason, e.What) }

func foreign(what string) error { return &Error{Foreign, what} }

// mostPoints is how many points the outlines have together, mostAreas how many
// areas there are: a mark that is small on a card needs no more.
const (
	mostPoints = 60_000
	mostAreas  = 400
)

// oriented turns contours that were to be filled by the even-odd rule: those that
// lie in an odd number of others are holes and run the other way.
func oriented(all [][]Point) [][]Point {
	for i, c := range all {
		depth := 0
		for j, other := range all {
			if i != j && holds(other, c[0]) {
				depth++
			}
		}
		if (signed(c) > 0) != (depth%2 == 0) {
			for a, b := 0, len(c)-1; a < b; a, b = a+1, b-1 {
				c[a], c[b] = c[b], c[a]
			}
		}
	}
	return all
}

// signed is twice the area of a contour, by its direction.
func signed(c []Point) float64 {
	sum := 0.0
	for i, p := range c {
		q := c[(i+1)%len(c)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return sum
}

// holds reports a point within a contour.
func holds(c []Point, p Point) bool {
	in := false
	for i, a := range c {
		b := c[(i+1)%len(c)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)*(b.X-a.X)/(b.Y-a.Y) {
			in = !in
		}
	}
	return in
}

// Size is how much an area covers, in square units of the file.
func (a *Area) Size() float64 {
	sum := 0.0
	for _, c := range a.Contours {
		sum += signed(c)
	}
	return max(sum, -sum) / 2
}
