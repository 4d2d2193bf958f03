// Package geo has the outlines of countries and a projection that keeps their
// areas. The outlines are those of Natural Earth at 1:50 million, which are in
// the public domain; convert makes world.bin of them. Borders are as they are
// there, and say nothing of who is right about one.
package geo

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

//go:embed world.bin
var worldFile []byte

// Steps is how many units of world.bin make a degree.
const Steps = 100

// A Point is a place on the globe in degrees, east and north positive.
type Point struct{ Lon, Lat float64 }

// A Box holds the points of a line.
type Box struct{ MinLon, MaxLon, MinLat, MaxLat float64 }

// A World is countries and the lines that they are made of.
type World struct {
	Arcs      [][]Point
	Borders   []int // the arcs between two countries
	Countries []Country
	byCode    map[string]int
}

// A Country is one region with a code of its own in ISO 3166.
type Country struct {
	Code   string // two capitals
	Inland Point  // the point furthest from any edge
	Rings  []Outline
}

// An Outline is a closed line and where it lies.
type Outline struct {
	Points []Point
	Box    Box
}

// Earth is the world as it is embedded. It must not be changed.
var Earth = sync.OnceValue(func() *World {
	r := reader{worldFile}
	w := &World{byCode: make(map[string]int)}
	for range r.count() {
		w.Arcs = append(w.Arcs, r.line())
	}
	used := make([]int, len(w.Arcs))
	for range r.count() {
		c := Country{Code: r.code(), Inland: r.line()[0]}
		for range r.count() {
			refs := r.refs(used)
			ring := Ring(w.Arcs, refs)
			c.Rings = append(c.Rings, Outline{ring, BoxOf(ring)})
		}
		w.byCode[c.Code] = len(w.Countries)
		w.Countries = append(w.Countries, c)
	}
	for i, n := range used {
		if n > 1 {
			w.Borders = append(w.Borders, i)
		}
	}
	return w
})

// Country finds one by its code.
func (w *World) Country(code string) (*Country, bool) {
	i, ok := w.byCode[code]
	if !ok {
		return nil, false
	}
	return &w.Countries[i], true
}

// reader reads world.bin, which is embedded and so whole.
type reader struct{ rest []byte }

func (r *reader) count() int {
	v, n := binary.Uvarint(r.rest)
	r.rest = r.rest[n:]
	return int(v)
}

func (r *reader) signed() int {
	v, n := binary.Varint(r.rest)
	r.rest = r.rest[n:]
	return int(v)
}

func (r *reader) code() string {
	s := string(r.rest[:2])
	r.rest = r.rest[2:]
	return s
}

func (r *reader) line() []Point {
	pts := make([]Point, r.count())
	x, y := 0, 0
	for i := range pts {
		x, y = x+r.signed(), y+r.signed()
		pts[i] = Point{float64(x) / Steps, float64(y) / Steps}
	}
	return pts
}

// refs are the arcs of a ring, ^i for arc i from its end.
func (r *reader) refs(used []int) []int {
	refs := make([]int, r.count())
	for i := range refs {
		refs[i] = r.signed()
		used[max(refs[i], ^refs[i])]++
	}
	return refs
}

// Ring joins arcs to a closed line: ^i is arc i from its end.
func Ring(arcs [][]Point, refs []int) []Point {
	var out []Point
	for _, i := range refs {
		arc := arcs[max(i, ^i)]
		for n := range arc {
			p := arc[n]
			if i < 0 {
				p = arc[len(arc)-1-n]
			}
			if k := len(out); k == 0 || out[k-1] != p {
				out = append(out, p)
			}
		}
	}
	return out
}

// BoxOf is the box of a line.
func BoxOf(pts []Point) Box {
	b := Box{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
	for _, p := range pts {
		b.MinLon, b.MaxLon = min(b.MinLon, p.Lon), max(b.MaxLon, p.Lon)
		b.MinLat, b.MaxLat = min(b.MinLat, p.Lat), max(b.MaxLat, p.Lat)
	}
	return b
}

// Size is the area of a ring in square degrees at the equator.
func Size(ring []Point) float64 {
	sum := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += (p.Lon*q.Lat - q.Lon*p.Lat) * math.Cos(p.Lat*degree)
	}
	return math.Abs(sum) / 2
}

const degree = math.Pi / 180

// Depth is how many degrees of latitude a point lies within a ring, negative
// outside.
func Depth(p Point, ring []Point) float64 {
	near, in := math.Inf(1), false
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		near = min(near, Aside(p, a, b))
		if (a.Lat > p.Lat) != (b.Lat > p.Lat) && p.Lon < (b.Lon-a.Lon)*(p.Lat-a.Lat)/(b.Lat-a.Lat)+a.Lon {
			in = !in
		}
	}
	if !in {
		return -near
	}
	return near
}

// Depth is how far within a country a point lies.
func (c *Country) Depth(p Point) float64 {
	deep := math.Inf(-1)
	for _, r := range c.Rings {
		if b := r.Box; p.Lon >= b.MinLon && p.Lon <= b.MaxLon && p.Lat >= b.MinLat && p.Lat <= b.MaxLat {
			deep = max(deep, Depth(p, r.Points))
		}
	}
	return deep
}

// Aside is how far a point is from a stretch of line, in degrees of latitude.
func Aside(p, a, b Point) float64 {
	k := math.Cos(p.Lat * degree)
	px, py, bx, by := (p.Lon-a.Lon)*k, p.Lat-a.Lat, (b.Lon-a.Lon)*k, b.Lat-a.Lat
	t := 0.0
	if l := bx*bx + by*by; l > 0 {
		t = min(1, max(0, (px*bx+py*by)/l))
	}
	return math.Hypot(px-t*bx, py-t*by)
}

// A Conic is Albers' projection: equal areas are equal on the map. Its units are
// radians, with y downward and the centre at nought.
type Conic struct{ lon, n, c, rho float64 }

// ConicOf is true to shape between two latitudes, at one sixth from each.
func ConicOf(b Box) Conic {
	south, north := b.MinLat*degree, b.MaxLat*degree
	sixth := max((north-south)/6, 0.01)
	p, q := south+sixth, north-sixth
	n := (math.Sin(p) + math.Sin(q)) / 2
	if math.Abs(n) < 1e-3 {
		n = 1e-3 // around the equator the cone is nearly a cylinder
	}
	k := Conic{lon: (b.MinLon + b.MaxLon) / 2, n: n, c: math.Cos(p)*math.Cos(p) + 2*n*math.Sin(p)}
	k.rho = k.radius((south + north) / 2)
	return k
}

func (k Conic) radius(lat float64) float64 {
	return math.Sqrt(max(0, k.c-2*k.n*math.Sin(lat))) / k.n
}

// At is where a point lies on the map. Round shifts its longitude by whole turns.
func (k Conic) At(p Point, round float64) (x, y float64) {
	r, turn := k.radius(p.Lat*degree), k.n*(p.Lon+round-k.lon)*degree
	return r * math.Sin(turn), r*math.Cos(turn) - k.rho
}

// Round is by how much a box is shifted so that it lies nearest to the centre.
func (k Conic) Round(b Box) float64 {
	return -360 * math.Round(((b.MinLon+b.MaxLon)/2-k.lon)/360)
}
