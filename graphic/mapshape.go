package graphic

import (
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/geo"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// A mapGeometry is a map on its canvas: px of it are radians of the projection
// times scale, from (x, y).
type mapGeometry struct {
	geo.Conic
	scale, x, y float64
	ribbons     []ribbon
	words       []Area // that the ribbons keep clear of
	goal        Area   // of the country that the journeys lead to
}

func (g *mapGeometry) at(p geo.Point, round float64) Spot {
	return g.on(g.At(p, round))
}

// on is where a spot of the map lies on the canvas.
func (g *mapGeometry) on(x, y float64) Spot { return Spot{g.x + x*g.scale, g.y + y*g.scale} }

// Marks of a ribbon: lanes are 2 units apart, rows at least 1.4. A solid mark
// fills so much of lane and row, an open one a little more.
const (
	lanePitch     = 2.0
	leastRow      = 1.4
	tightRow      = 1.1 // where there is no room for more
	laneFill      = 0.775
	rowFill       = 0.6
	openLaneFill  = 0.825
	openRowFill   = 0.66
	mostMapScale  = 170.0 // units to the radian: nearer, a country is no shape any more
	ribbonBow     = 0.085 // of its length, to the left of its way
	furthestStart = 20.0  // degrees: of a large country the nearer part counts
	leastInland   = 2.0   // degrees
	inlandStep    = 0.04  // of the way to the other end
	mostBelow     = 0.2   // of the canvas, that a map may reach below its window
	belowStep     = 0.05
	ribbonLength  = 1.04 // at least, of its straight way
	leastOff      = 3.4  // of a ribbon from its ends
	mostOff       = 16
	offStep       = 1.2
	ribbonClear   = 1.2 // between two
	wordsClear    = 1.4
	openLine      = 0.2
)

// geometry fits the journeys into a window of the canvas, or as far below it as
// they keep clear of the words; nil where they do not fit.
func (m Map) geometry(k *Canvas, p *mapRoom) *mapGeometry {
	ends, u := m.ends(), k.Unit()
	g := &mapGeometry{Conic: geo.ConicOf(geo.BoxOf(ends)), words: p.areas(k)}
	for _, row := range []float64{leastRow * u, tightRow * u} {
		for below := mostBelow; below > -0.01; below -= belowStep {
			for lanes := leastLanes; lanes <= mostLanes; lanes++ {
				half := (float64(lanes)/2*lanePitch + 1) * u
				w := p.window
				w.H = min(w.H+below*float64(k.scene.H), float64(k.scene.H)-w.Y-2*u)
				g.fit(ends, Area{w.X + half, w.Y + half/2, w.W - 2*half, w.H - 1.5*half}, mostMapScale*u)
				if g.scale > 0 && g.lay(m, k, ends, lanes, row) {
					return g
				}
			}
		}
	}
	return nil
}

// Lanes of a ribbon: fewer are a line, more a sheet.
const (
	leastLanes = 5
	mostLanes  = 12
)

// ends are the places of all journeys, one after the other.
func (m Map) ends() []geo.Point {
	var out []geo.Point
	for _, r := range m.Routes {
		out = append(out, r.From.towards(r.To), r.To.towards(r.From))
	}
	first := out[0].Lon
	for i := range out { // on one side of the antimeridian
		out[i].Lon -= 360 * math.Round((out[i].Lon-first)/360)
	}
	return out
}

// towards is a place's point: its own, or the country's innermost, of a large
// country moved towards the other end of the journey.
func (p Place) towards(other Place) geo.Point {
	if p.Lon != 0 || p.Lat != 0 {
		return geo.Point{Lon: p.Lon, Lat: p.Lat}
	}
	c, _ := geo.Earth().Country(p.Region)
	o, _ := geo.Earth().Country(other.Region)
	at, to := c.Inland, o.Inland
	to.Lon -= 360 * math.Round((to.Lon-at.Lon)/360)
	for range int(1 / inlandStep) {
		next := geo.Point{Lon: at.Lon + inlandStep*(to.Lon-at.Lon), Lat: at.Lat + inlandStep*(to.Lat-at.Lat)}
		if geo.Aside(to, at, at) < furthestStart || c.Depth(next) < leastInland {
			break
		}
		at = next
	}
	return at
}

// fit scales and shifts the map so that all points lie within an area.
func (g *mapGeometry) fit(pts []geo.Point, a Area, most float64) {
	minX, maxX, minY, maxY := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, p := range pts {
		x, y := g.At(p, 0)
		minX, maxX, minY, maxY = min(minX, x), max(maxX, x), min(minY, y), max(maxY, y)
	}
	g.scale = min(a.W/max(maxX-minX, 1e-6), a.H/max(maxY-minY, 1e-6), most)
	g.x = a.X + a.W/2 - g.scale*(minX+maxX)/2
	g.y = a.Y + a.H/2 - g.scale*(minY+maxY)/2
}

// lay lays the ribbons, further from a place that they share until they keep
// clear of each other. It reports whether their rows are far enough apart.
func (g *mapGeometry) lay(m Map, k *Canvas, ends []geo.Point, lanes int, row float64) bool {
	u := k.Unit()
	var ways []bowed
	for i, r := range m.Routes { // longer than the straight way by little
		a, b := g.at(ends[2*i], 0), g.at(ends[2*i+1], 0)
		if ribbonLength*math.Hypot(a.X-b.X, a.Y-b.Y) < row*float64((r.Count+lanes-1)/lanes) {
			return false
		}
		ways = append(ways, bow(a, b))
	}
	for off := leastOff * u; off < mostOff*u; off += offStep * u {
		g.ribbons = nil
		for i, r := range m.Routes {
			from, to := 0.0, off
			if i > 0 {
				from, to = off, 0
			}
			rb := ribbonOf(ways[i], from, to, r.Count, lanes, lanePitch*u)
			if rb.row < row {
				return false
			}
			g.ribbons = append(g.ribbons, rb)
		}
		if len(g.ribbons) < 2 || g.ribbons[0].clear(&g.ribbons[1], ribbonClear*u) {
			return !slices.ContainsFunc(g.words, func(a Area) bool { return !g.free(a, wordsClear*u) })
		}
	}
	return false
}

// free reports that no ribbon comes nearer to an area than some px.
func (g *mapGeometry) free(a Area, by float64) bool {
	for i := range g.ribbons {
		r := &g.ribbons[i]
		near := (by + r.half) * (by + r.half)
		for _, s := range r.spine {
			if dx, dy := a.apart(s); dx*dx+dy*dy < near {
				return false
			}
		}
	}
	return true
}

// A ribbon is the marks of one journey.
type ribbon struct {
	row, lane  float64
	start, end Spot
	reach      float64 // from a mark's middle to its corner
	spine      []Spot  // the middle of each row
	ways       []Spot  // its direction
	widths     []int   // and its marks
	edge       []Spot  // the middles of the first and the last mark of each row
	half       float64 // of the ribbon's width
}

// nearest is the ribbon that an area lies nearest to.
func (g *mapGeometry) nearest(a Area) (at int) {
	least := math.Inf(1)
	for i, r := range g.ribbons {
		for _, s := range r.spine {
			if d := a.from(s); d < least {
				least, at = d, i
			}
		}
	}
	return at
}

// ribbonOf lays n marks in lanes along a bow, off by some px at its ends.
func ribbonOf(b bowed, from, to float64, n, lanes int, lane float64) ribbon {
	way, length := b.way, b.length
	whole := length[len(length)-1]
	rows := (n + lanes - 1) / lanes
	r := ribbon{lane: lane, row: (whole - from - to) / float64(rows)}
	r.start, _ = along(way, length, from)
	r.end, _ = along(way, length, whole-to)
	r.reach, r.half = math.Hypot(lane, r.row)/2, float64(lanes)/2*lane
	for i := range rows {
		at, dir := along(way, length, from+(float64(i)+0.5)*r.row)
		width := min(lanes, n-i*lanes) // the last row, at the far end, holds the rest
		r.spine, r.ways, r.widths = append(r.spine, at), append(r.ways, dir), append(r.widths, width)
		r.edge = append(r.edge, r.across(i, 0))
		if width > 1 {
			r.edge = append(r.edge, r.across(i, width-1))
		}
	}
	return r
}

// across is the middle of a mark of a row.
func (r *ribbon) across(row, i int) Spot {
	at, dir := r.spine[row], r.ways[row]
	side := (float64(i) - float64(r.widths[row]-1)/2) * r.lane
	return Spot{at.X - dir.Y*side, at.Y + dir.X*side}
}

// quads are the cells of its marks.
func (r *ribbon) quads() [][4]Spot {
	var out [][4]Spot
	for row, width := range r.widths {
		for i := range width {
			out = append(out, quad(r.across(row, i), r.ways[row], r.row, r.lane))
		}
	}
	return out
}

// quad is the cell of one mark: its rectangle is row long and lane wide.
func quad(at, dir Spot, row, lane float64) [4]Spot {
	dx, dy := dir.X*row/2, dir.Y*row/2
	nx, ny := -dir.Y*lane/2, dir.X*lane/2
	return [4]Spot{{at.X - dx - nx, at.Y - dy - ny}, {at.X + dx - nx, at.Y + dy - ny}, {at.X + dx + nx, at.Y + dy + ny}, {at.X - dx + nx, at.Y - dy + ny}}
}

func centreOf(q [4]Spot) Spot { return Spot{(q[0].X + q[2].X) / 2, (q[0].Y + q[2].Y) / 2} }

// shrunk is a cell's quad with less of it filled along and across.
func shrunk(q [4]Spot, alongBy, acrossBy float64) []Spot {
	m := centreOf(q)
	ax, ay := (q[1].X-q[0].X)/2*alongBy, (q[1].Y-q[0].Y)/2*alongBy
	bx, by := (q[3].X-q[0].X)/2*acrossBy, (q[3].Y-q[0].Y)/2*acrossBy
	return []Spot{{m.X - ax - bx, m.Y - ay - by}, {m.X + ax - bx, m.Y + ay - by}, {m.X + ax + bx, m.Y + ay + by}, {m.X - ax + bx, m.Y - ay + by}}
}

// A bowed way is spots along it, with how far each is from its start.
type bowed struct {
	way    []Spot
	length []float64
}

// bow is a curve between two spots that leaves the straight way to its left.
func bow(a, b Spot) bowed {
	mid := Spot{(a.X+b.X)/2 + 2*ribbonBow*(b.Y-a.Y), (a.Y+b.Y)/2 - 2*ribbonBow*(b.X-a.X)}
	pts := make([]Spot, 129)
	for i := range pts {
		t := float64(i) / float64(len(pts)-1)
		p, q, r := (1-t)*(1-t), 2*t*(1-t), t*t
		pts[i] = Spot{p*a.X + q*mid.X + r*b.X, p*a.Y + q*mid.Y + r*b.Y}
	}
	return bowed{pts, lengths(pts)}
}

func lengths(pts []Spot) []float64 {
	out := make([]float64, len(pts))
	for i := 1; i < len(pts); i++ {
		out[i] = out[i-1] + math.Hypot(pts[i].X-pts[i-1].X, pts[i].Y-pts[i-1].Y)
	}
	return out
}

// along is the spot at a length of a line and the direction there.
func along(pts []Spot, length []float64, at float64) (Spot, Spot) {
	i, _ := slices.BinarySearch(length, at)
	i = min(max(i, 1), len(pts)-1)
	d := length[i] - length[i-1]
	t := (at - length[i-1]) / d
	p, q := pts[i-1], pts[i]
	return Spot{p.X + t*(q.X-p.X), p.Y + t*(q.Y-p.Y)}, Spot{(q.X - p.X) / d, (q.Y - p.Y) / d}
}

// clear reports that no mark of the ribbon's end comes near one of the beginning
// of another.
func (r *ribbon) clear(o *ribbon, by float64) bool {
	const some = 24 // of the marks at their edges: the others are further away
	for _, a := range r.edge[max(0, len(r.edge)-some):] {
		for _, b := range o.edge[:min(some, len(o.edge))] {
			if math.Hypot(a.X-b.X, a.Y-b.Y) < by+r.reach+o.reach {
				return false
			}
		}
	}
	return true
}

// draw draws the marks. An open one is its outline there and back, so that it
// stays one shape.
func (r *ribbon) draw(k *Canvas, m Mark) {
	n := scene.Node{Role: scene.Mark, Color: k.pen.Scheme.Mark.RGBA, Bleeds: true, Idle: k.pen.Idle.RGBA}
	if m == Open {
		n.Color = k.pen.Scheme.Line.RGBA
	}
	for _, q := range r.quads() {
		if m == Solid {
			n.Polygons = append(n.Polygons, drawn(shrunk(q, rowFill, laneFill)))
			continue
		}
		line := max(2, openLine*k.Unit())
		out := shrunk(q, openRowFill, openLaneFill)
		in := shrunk(q, openRowFill-2*line/r.row, openLaneFill-2*line/r.lane)
		if least := min(r.row*openRowFill, r.lane*openLaneFill) - 2*line; least < leastInside {
			k.Refuse(k.field, 1)
			return
		}
		n.Polygons = append(n.Polygons, drawn([]Spot{out[0], out[1], out[2], out[3], out[0], in[0], in[3], in[2], in[1], in[0]}))
	}
	k.add(n)
}

// drawn are spots of a map, which is never mirrored.
func drawn(spots []Spot) []text.Point {
	out := make([]text.Point, len(spots))
	for i, s := range spots {
		out[i] = text.Point{X: float32(s.X), Y: float32(s.Y)}
	}
	return out
}
