package graphic

import (
	"image"
	"image/color"
	"math"
)

// pattern is how a bar is drawn.
type pattern int

const (
	solid pattern = iota
	hatched
	open   // its outline
	footed // its foot alone
)

// markColor is that of a bar.
func (p *pen) markColor(m pattern) color.RGBA {
	if m == solid || m == hatched {
		return p.Mark.RGBA
	}
	return p.Line.RGBA
}

// bar appends the rectangles of one bar.
func (m pattern) bar(rs []image.Rectangle, x, y, w, h, u float64) []image.Rectangle {
	switch m {
	case hatched:
		// Whole periods only, on the grid of the bar's top.
		q := max(2, math.Floor(min(0.4*u, h/6)))
		for dy := 0.0; dy+q <= h; dy += 2 * q {
			rs = append(rs, pixels(x, y+dy, w, q))
		}
		return rs
	case open:
		t := max(2, min(math.Floor(w/4), math.Floor(0.4*u)))
		return append(rs, outline(x, y, w, h, t)...)
	case footed:
		f := max(3, min(math.Floor(0.9*u), math.Floor(h/3)))
		return append(rs, pixels(x, y+h-f, w, f))
	}
	return append(rs, pixels(x, y, w, h))
}
