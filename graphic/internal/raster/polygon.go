package raster

import (
	"image"
	"image/color"

	"golang.org/x/image/vector"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// drawPolygons fills closed outlines. Each is rasterized in its own box, so
// that many small ones cost no more than their area.
func drawPolygons(dst canvas, polygons [][]text.Point, c color.RGBA) {
	table := blendTable(c, 0)
	var pix []byte
	for _, pts := range polygons {
		box := scene.Bounds(pts)
		if len(pts) < 3 || box.Empty() {
			continue
		}
		w, h := box.Dx(), box.Dy()
		if cap(pix) < w*h {
			pix = make([]byte, w*h)
		}
		m := mask{Alpha: image.Alpha{Pix: pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}}
		fill(&m.Alpha, func(z *vector.Rasterizer, x, y float32) {
			outline(z, pts, x-float32(box.Min.X), y-float32(box.Min.Y))
		})
		dst.blend(&m, box.Min, &table)
	}
}

// drawOutline fills contours together, so that those that run the other way are
// holes.
func drawOutline(dst canvas, contours [][]text.Point, c color.RGBA) {
	n := scene.Node{Polygons: contours}
	box := n.Ink()
	if box.Empty() {
		return
	}
	m := mask{Alpha: *image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))}
	fill(&m.Alpha, func(z *vector.Rasterizer, x, y float32) {
		for _, pts := range contours {
			if len(pts) > 2 {
				outline(z, pts, x-float32(box.Min.X), y-float32(box.Min.Y))
			}
		}
	})
	table := blendTable(c, 0)
	dst.blend(&m, box.Min, &table)
}

// outline draws a closed polygon, moved by dx and dy.
func outline(z *vector.Rasterizer, pts []text.Point, dx, dy float32) {
	at := func(p text.Point) point { return point{p.X + dx, p.Y + dy} }
	start := at(pts[0])
	z.MoveTo(start.x, start.y)
	pen := start
	for _, p := range pts[1:] {
		line(z, pen, at(p))
		pen = at(p)
	}
	line(z, pen, start)
	z.ClosePath()
}
