package raster

import (
	"image"
	"image/draw"

	"golang.org/x/image/vector"
)

// tile is the largest side that x/image/vector fills by whole numbers, which
// come out the same on every processor. Above it takes floats, and these add up
// in another order where there is SIMD.
const tile = 512

// fill paints an outline into a mask whose corner is at the origin. trace draws
// it moved by dx and dy; it is asked once for each tile.
func fill(m *image.Alpha, trace func(z *vector.Rasterizer, dx, dy float32)) {
	z := rasterizers.Get().(*vector.Rasterizer)
	defer rasterizers.Put(z)
	for y := 0; y < m.Rect.Max.Y; y += tile {
		for x := 0; x < m.Rect.Max.X; x += tile {
			r := image.Rect(x, y, x+tile, y+tile).Intersect(m.Rect)
			z.Reset(r.Dx(), r.Dy())
			z.DrawOp = draw.Src
			trace(z, float32(-x), float32(-y))
			z.Draw(m, r, image.Opaque, image.Point{})
		}
	}
}
