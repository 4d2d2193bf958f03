package raster

import (
	"math"

	"golang.org/x/image/vector"
)

// Curves are cut into lines as x/image/vector does it, but with every product
// rounded by a conversion before it is added to: without that some processors
// fuse the two, and a card is not the same bytes everywhere.

type point struct{ x, y float32 }

func lerp(t float32, p, q point) point {
	return point{p.x + float32(t*(q.x-p.x)), p.y + float32(t*(q.y-p.y))}
}

// rise is how many rows a line climbs in one piece. x/image/vector rounds at
// each row, always the same way, and a long slant drifts by a pixel.
const rise = 16

// line draws the line from p, where the pen is, to q.
func line(z *vector.Rasterizer, p, q point) {
	n := 1 + int(max(q.y-p.y, p.y-q.y)/rise)
	for i := 1; i < n; i++ {
		m := lerp(float32(i)/float32(n), p, q)
		z.LineTo(m.x, m.y)
	}
	z.LineTo(q.x, q.y)
}

// cuts is the number of lines that stand for a curve from a to c by b.
func cuts(a, b, c point) int {
	x, y := a.x-float32(2*b.x)+c.x, a.y-float32(2*b.y)+c.y
	d := float32(x*x) + float32(y*y)
	if d < 0.333 {
		return 1
	}
	return 1 + int(math.Sqrt(math.Sqrt(3*float64(d))))
}

// quadratic draws the curve from a, where the pen is, by b to c.
func quadratic(z *vector.Rasterizer, a, b, c point) {
	n := cuts(a, b, c)
	pen, t, step := a, float32(0), 1/float32(n)
	for range n - 1 {
		t += step
		p := lerp(t, lerp(t, a, b), lerp(t, b, c))
		line(z, pen, p)
		pen = p
	}
	line(z, pen, c)
}

// cubic draws the curve from a, where the pen is, by b and c to d.
func cubic(z *vector.Rasterizer, a, b, c, d point) {
	n := max(cuts(a, b, d), cuts(a, c, d))
	pen, t, step := a, float32(0), 1/float32(n)
	for range n - 1 {
		t += step
		bc := lerp(t, b, c)
		p := lerp(t, lerp(t, lerp(t, a, b), bc), lerp(t, bc, lerp(t, c, d)))
		line(z, pen, p)
		pen = p
	}
	line(z, pen, d)
}
