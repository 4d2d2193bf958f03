package parts

import (
	"image"
	"math"
)

// Pattern is how a bar is drawn.
type Pattern int

const (
	Solid Pattern = iota
	Hatched
	Open   // its outline
	Footed // its foot alone
)

// bar appends the rectangles of one bar.
func (m Pattern) bar(rs []image.Rectangle, x, y, w, h, u float64) []image.Rectangle {
	switch m {
	case Hatched:
		// Whole periods only, on the grid of the bar's top.
		q := max(2, math.Floor(min(0.4*u, h/6)))
		for dy := 0.0; dy+q <= h; dy += 2 * q {
			rs = append(rs, pixels(x, y+dy, w, q))
		}
		return rs
	case Open:
		t := max(2, min(math.Floor(w/4), math.Floor(0.4*u)))
		return append(rs, outline(x, y, w, h, t)...)
	case Footed:
		f := max(3, min(math.Floor(0.9*u), math.Floor(h/3)))
		return append(rs, pixels(x, y+h-f, w, f))
	}
	return append(rs, pixels(x, y, w, h))
}
