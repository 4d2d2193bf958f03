// Package raster paints a scene onto pixels. Curves and strokes go through a
// gg context or an x/image rasterizer; rectangles and cached glyph masks are
// written straight to the pixels, which is many times faster.
package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/fogleman/gg"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Paint draws s onto dst, whose bounds must begin at the origin and have the
// scene's size.
func Paint(dst *image.RGBA, s *scene.Scene) {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch {
		case n.Glyphs != nil:
			drawRun(dst, n.Glyphs, n.Color, n.Fade)
		case n.Path != nil:
			stroke(dst, n.Path, n.Color)
		case n.Picture != nil:
			draw.Draw(dst, n.Picture.Rect, n.Picture.RGBA, n.Picture.Rect.Min, draw.Src)
		case n.Polygons != nil:
			drawPolygons(dst, n.Polygons, n.Color)
		default:
			for _, r := range n.Rects {
				Fill(dst, r, n.Color)
			}
		}
	}
}

// Fill sets every pixel of r.
func Fill(dst *image.RGBA, r image.Rectangle, c color.RGBA) {
	r = r.Intersect(dst.Rect)
	if r.Empty() {
		return
	}
	first := dst.Pix[dst.PixOffset(r.Min.X, r.Min.Y):]
	first = first[:4*r.Dx()]
	for i := 0; i < len(first); i += 4 {
		first[i], first[i+1], first[i+2], first[i+3] = c.R, c.G, c.B, 255
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(dst.Pix[dst.PixOffset(r.Min.X, y):], first)
	}
}

// stroke draws a polyline. Straight runs are rectangles, so that they are as
// sharp as rules; slanted ones go through gg.
func stroke(dst *image.RGBA, p *scene.Path, c color.RGBA) {
	half := p.Width / 2
	dc := (*gg.Context)(nil)
	for i := 1; i < len(p.Points); i++ {
		a, b := p.Points[i-1], p.Points[i]
		if a.X == b.X || a.Y == b.Y {
			Fill(dst, image.Rect(
				round(float64(min(a.X, b.X))-half), round(float64(min(a.Y, b.Y))-half),
				round(float64(max(a.X, b.X))+half), round(float64(max(a.Y, b.Y))+half)), c)
			continue
		}
		if dc == nil {
			dc = gg.NewContextForRGBA(dst)
			dc.SetColor(c)
			dc.SetLineWidth(p.Width)
			dc.SetLineCapRound()
		}
		dc.DrawLine(float64(a.X), float64(a.Y), float64(b.X), float64(b.Y))
		dc.Stroke()
	}
}

func round(v float64) int { return int(math.Floor(v + 0.5)) }
