package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/geo"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// smallCountry is up to how many units a destination is filled: a larger one
// would hide the marks that reach it.
const smallCountry = 12

// countries draws land, borders and the country that the journeys lead to. In a
// theme without a colour of land its coasts are lines.
func (g *mapGeometry) countries(k *Canvas, to string) {
	s, u := k.pen.Scheme, k.Unit()
	edge := Area{-4, -4, float64(k.scene.W) + 8, float64(k.scene.H) + 8}
	land := scene.Node{Role: scene.Ground, Color: s.Land.RGBA}
	goal := scene.Node{Role: scene.Ground, Color: s.Mark.RGBA}
	earth, plane := geo.Earth(), g.Plane()
	for i := range earth.Countries {
		c := &earth.Countries[i]
		for r := range plane.Rings[i] {
			pts := g.ring(&plane.Rings[i][r], edge)
			if len(pts) < 3 {
				continue
			}
			box := scene.Bounds(pts)
			small := max(box.Dx(), box.Dy()) <= int(smallCountry*u)
			switch {
			case c.Code == to && small:
				goal.Polygons = append(goal.Polygons, pts)
				g.goal = Area{float64(box.Min.X) - u, float64(box.Min.Y) - u, float64(box.Dx()) + 2*u, float64(box.Dy()) + 2*u}
			case s.Land.Name == "":
				drawCoast(k, pts, u)
			default:
				land.Polygons = append(land.Polygons, pts)
			}
		}
	}
	if len(land.Polygons) > 0 {
		k.add(land)
		g.borders(k, edge)
	}
	if len(goal.Polygons) > 0 {
		k.add(goal)
	}
}

func drawCoast(k *Canvas, pts []text.Point, u float64) {
	closed := append(pts, pts[0])
	k.add(scene.Node{Role: scene.Furniture, Color: k.pen.Scheme.Rule.RGBA, Path: &scene.Path{Points: closed, Width: max(1, 0.12*u)}})
}

// borders are lines in the colour of the sea.
func (g *mapGeometry) borders(k *Canvas, edge Area) {
	borders := g.Plane().Borders
	for i := range borders {
		arc := &borders[i]
		if on := g.boxOf(arc); !on.meetsAny([]Area{edge}) {
			continue
		}
		var run []text.Point
		flush := func() {
			if len(run) > 1 {
				k.add(scene.Node{Role: scene.Furniture, Color: k.pen.Scheme.Ground.RGBA, Path: &scene.Path{Points: run, Width: 0.2 * k.Unit()}})
			}
			run = nil
		}
		for n := range arc.X {
			s := g.on(arc.X[n], arc.Y[n])
			if s.X < edge.X || s.Y < edge.Y || s.X > edge.X+edge.W || s.Y > edge.Y+edge.H {
				flush()
				continue
			}
			run = append(run, text.Point{X: float32(s.X), Y: float32(s.Y)})
		}
		flush()
	}
}

// ring is an outline on the canvas, cut off at its edges.
func (g *mapGeometry) ring(o *geo.Flat, edge Area) []text.Point {
	on := g.boxOf(o)
	if !on.meetsAny([]Area{edge}) {
		return nil
	}
	pts := make([]Spot, len(o.X))
	for i := range pts {
		pts[i] = g.on(o.X[i], o.Y[i])
	}
	if on.X < edge.X {
		pts = cutOff(pts, func(s Spot) float64 { return s.X - edge.X })
	}
	if on.X+on.W > edge.X+edge.W {
		pts = cutOff(pts, func(s Spot) float64 { return edge.X + edge.W - s.X })
	}
	if on.Y < edge.Y {
		pts = cutOff(pts, func(s Spot) float64 { return s.Y - edge.Y })
	}
	if on.Y+on.H > edge.Y+edge.H {
		pts = cutOff(pts, func(s Spot) float64 { return edge.Y + edge.H - s.Y })
	}
	return drawn(pts)
}

// boxOf is where a line lies on the canvas, and a little more.
func (g *mapGeometry) boxOf(o *geo.Flat) Area {
	a, b := g.on(o.MinX, o.MinY), g.on(o.MaxX, o.MaxY)
	return Area{a.X - 1, a.Y - 1, b.X - a.X + 2, b.Y - a.Y + 2}
}

// cutOff is what of a closed outline lies where in is not negative.
func cutOff(pts []Spot, in func(Spot) float64) []Spot {
	var out []Spot
	for i, p := range pts {
		q := pts[(i+1)%len(pts)]
		a, b := in(p), in(q)
		if a >= 0 {
			out = append(out, p)
		}
		if a >= 0 != (b >= 0) {
			t := a / (a - b)
			out = append(out, Spot{p.X + t*(q.X-p.X), p.Y + t*(q.Y-p.Y)})
		}
	}
	return out
}
