package raster

import (
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/vector"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// drawPolygons fills closed outlines. Each is rasterized in its own box, so
// that many small ones cost no more than their area.
func drawPolygons(dst canvas, polygons [][]text.Point, c color.RGBA) {
	table := blendTable(c, 0)
	z := rasterizers.Get().(*vector.Rasterizer)
	defer rasterizers.Put(z)
	var pix []byte
	for _, pts := range polygons {
		box := scene.Bounds(pts)
		if len(pts) < 3 || box.Empty() {
			continue
		}
		w, h := box.Dx(), box.Dy()
		z.Reset(w, h)
		z.DrawOp = draw.Src
		for i, p := range pts {
			x, y := p.X-float32(box.Min.X), p.Y-float32(box.Min.Y)
			if i == 0 {
				z.MoveTo(x, y)
				continue
			}
			z.LineTo(x, y)
		}
		z.ClosePath()
		if cap(pix) < w*h {
			pix = make([]byte, w*h)
		}
		m := mask{Alpha: image.Alpha{Pix: pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}}
		z.Draw(&m.Alpha, m.Rect, image.Opaque, image.Point{})
		dst.blend(&m, box.Min, &table)
	}
}
