// Package raster paints a scene onto pixels. Strokes go through a gg context,
// curves through an x/image rasterizer; rectangles and cached glyph masks are
// written straight to the pixels, which is many times faster.
package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"sync"

	"github.com/fogleman/gg"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// A canvas is what is painted on.
type canvas interface {
	fill(r image.Rectangle, c color.RGBA)        // sets every pixel
	blend(m *mask, origin image.Point, t *table) // lays a colour over those of a mask
	place(p *image.RGBA)                         // copies a picture to its bounds
}

// Paint draws s onto dst, whose bounds must begin at the origin and have the
// scene's size.
func Paint(dst *image.RGBA, s *scene.Scene) { paint(full{dst}, s) }

func paint(dst canvas, s *scene.Scene) {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch {
		case n.Glyphs != nil:
			drawRun(dst, n.Glyphs, n.Color, n.Fade)
		case n.Path != nil:
			stroke(dst, n.Path, n.Color)
		case n.Picture != nil:
			dst.place(n.Picture.RGBA)
		case n.Compound:
			drawOutline(dst, n.Polygons, n.Color)
		case n.Polygons != nil:
			drawPolygons(dst, n.Polygons, n.Color)
		default:
			for _, r := range n.Rects {
				dst.fill(r, n.Color)
			}
		}
	}
}

// full is a canvas of all colours.
type full struct{ *image.RGBA }

func (d full) place(p *image.RGBA) { draw.Draw(d.RGBA, p.Rect, p, p.Rect.Min, draw.Src) }

func (d full) fill(r image.Rectangle, c color.RGBA) {
	r = r.Intersect(d.Rect)
	if r.Empty() {
		return
	}
	first := d.Pix[d.PixOffset(r.Min.X, r.Min.Y):]
	first = first[:4*r.Dx()]
	for i := 0; i < len(first); i += 4 {
		first[i], first[i+1], first[i+2], first[i+3] = c.R, c.G, c.B, 255
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(d.Pix[d.PixOffset(r.Min.X, y):], first)
	}
}

func (d full) blend(m *mask, origin image.Point, t *table) {
	r := m.Rect.Add(origin.Add(m.at))
	clip := r.Intersect(d.Rect)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		src := m.Pix[(y-r.Min.Y)*m.Stride+clip.Min.X-r.Min.X:][:clip.Dx()]
		row := d.Pix[d.PixOffset(clip.Min.X, y):][:4*clip.Dx()]
		for i, a := range src {
			step := t.step[a]
			if step == 0 {
				continue
			}
			p := row[4*i : 4*i+4 : 4*i+4]
			c := t.c
			if step < Levels-1 {
				c = mixed(color.RGBA{p[0], p[1], p[2], 255}, c, step)
			}
			p[0], p[1], p[2], p[3] = c.R, c.G, c.B, 255
		}
	}
}

// Fill sets every pixel of r.
func Fill(dst *image.RGBA, r image.Rectangle, c color.RGBA) { full{dst}.fill(r, c) }

// stroke draws a polyline. Straight runs are rectangles, so that they are as
// sharp as rules; slanted ones, and in thumbnails thin ones, go through gg.
func stroke(dst canvas, p *scene.Path, c color.RGBA) {
	half := p.Width / 2
	for i := 1; i < len(p.Points); i++ {
		a, b := p.Points[i-1], p.Points[i]
		if p.Width >= 1 && (a.X == b.X || a.Y == b.Y) {
			dst.fill(image.Rect(
				round(float64(min(a.X, b.X))-half), round(float64(min(a.Y, b.Y))-half),
				round(float64(max(a.X, b.X))+half), round(float64(max(a.Y, b.Y))+half)), c)
			continue
		}
		slant(dst, a, b, p.Width, c)
	}
}

// slant draws a line with round ends.
func slant(dst canvas, a, b text.Point, width float64, c color.RGBA) {
	n := scene.Node{Path: &scene.Path{Points: []text.Point{a, b}, Width: width}}
	box := n.Ink().Inset(-1)
	dc, from := lent(box.Size())
	defer from.Put(dc)
	dc.SetColor(color.White)
	dc.SetLineWidth(width)
	dc.SetLineCapRound()
	dc.DrawLine(float64(a.X)-float64(box.Min.X), float64(a.Y)-float64(box.Min.Y), float64(b.X)-float64(box.Min.X), float64(b.Y)-float64(box.Min.Y))
	dc.Stroke()
	m := mask{Alpha: *image.NewAlpha(image.Rectangle{Max: box.Size()})}
	drawn := dc.Image().(*image.RGBA)
	draw.Draw(&m.Alpha, m.Rect, drawn, image.Point{}, draw.Src)
	draw.Draw(drawn, m.Rect, image.Transparent, image.Point{}, draw.Src)
	t := blendTable(c, 0)
	dst.blend(&m, box.Min, &t)
}

// lines are empty drawings, for one line each: to make one takes longer than to
// draw the line. How finely gg rounds the ends of a line depends on whether its
// drawing is larger than 24 or 120 pixels, so these are kept apart.
var lines = [3]*sync.Pool{{}, {}, {}}

var roughness = [...]int{24, 120}

// lent is a drawing of that size or larger, to be cleared and put where it is from.
func lent(size image.Point) (*gg.Context, *sync.Pool) {
	step, large := len(roughness), max(size.X, size.Y)
	for i, most := range slices.Backward(roughness[:]) {
		if large <= most {
			step, size = i, image.Pt(most, most)
		}
	}
	dc, ok := lines[step].Get().(*gg.Context)
	if !ok || dc.Width() < size.X || dc.Height() < size.Y {
		dc = gg.NewContext(size.X, size.Y)
	}
	return dc, lines[step]
}

func round(v float64) int { return int(math.Floor(v + 0.5)) }
