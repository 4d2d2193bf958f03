package scene

import (
	"image"
	"math"

	xdraw "golang.org/x/image/draw"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Scaled is the scene k times as large, for a look at it. Large rectangles keep
// sharp edges, and those that meet still do; small ones, which whole pixels
// would make too wide or close up, have soft edges.
func (s *Scene) Scaled(k float64) Scene {
	out := Scene{W: max(1, at(s.W, k)), H: max(1, at(s.H, k)), Nodes: make([]Node, 0, len(s.Nodes))}
	for i := range s.Nodes {
		n := s.Nodes[i]
		var soft [][]text.Point
		n.Rects, soft = scaledRects(n.Rects, k)
		n.Polygons = append(scaledPolygons(n.Polygons, k), soft...)
		if n.Path != nil {
			n.Path = &Path{scaledPoints(n.Path.Points, k), n.Path.Width * k, n.Path.Cut}
		}
		if n.Glyphs != nil {
			run := *n.Glyphs
			run.X, run.Y, run.Size = run.X*k, run.Y*k, run.Size*k
			n.Glyphs = &run
		}
		if n.Picture != nil {
			n.Picture = n.Picture.scaled(k)
		}
		if rects := n.Rects; len(rects) > 0 && len(soft) > 0 {
			n.Rects = nil
			out.Nodes = append(out.Nodes, Node{Role: n.Role, Field: n.Field, Color: n.Color, Rects: rects})
		}
		out.Nodes = append(out.Nodes, n)
	}
	return out
}

func at(v int, k float64) int { return int(math.Floor(float64(v)*k + 0.5)) }

func scaledRect(r image.Rectangle, k float64) image.Rectangle {
	return image.Rect(at(r.Min.X, k), at(r.Min.Y, k), at(r.Max.X, k), at(r.Max.Y, k))
}

// softer is the side, in px, from which a rectangle is large.
const softer = 6

// scaledRects are the large rectangles, and the small ones as polygons.
func scaledRects(rs []image.Rectangle, k float64) (large []image.Rectangle, small [][]text.Point) {
	for _, r := range rs {
		if float64(min(r.Dx(), r.Dy()))*k >= softer {
			large = append(large, scaledRect(r, k))
			continue
		}
		x0, y0, x1, y1 := float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y)
		small = append(small, scaledPoints([]text.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}}, k))
	}
	return large, small
}

func scaledPolygons(all [][]text.Point, k float64) [][]text.Point {
	var out [][]text.Point
	for _, pts := range all {
		out = append(out, scaledPoints(pts, k))
	}
	return out
}

func scaledPoints(pts []text.Point, k float64) []text.Point {
	out := make([]text.Point, len(pts))
	for i, p := range pts {
		out[i] = text.Point{X: p.X * float32(k), Y: p.Y * float32(k)}
	}
	return out
}

func (p *Picture) scaled(k float64) *Picture {
	m := image.NewRGBA(scaledRect(p.Rect, k))
	xdraw.CatmullRom.Scale(m, m.Rect, p.RGBA, p.Rect, xdraw.Src, nil)
	return &Picture{m, p.Alt}
}
