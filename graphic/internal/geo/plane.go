package geo

import "sync"

// A Plane is the whole world on one map.
type Plane struct {
	Rings   [][]Flat // of each country
	Borders []Flat
}

// A Flat is a line on a map, in the map's units, and the box that holds it.
type Flat struct {
	X, Y                   []float64
	MinX, MaxX, MinY, MaxY float64
}

// mostPlanes is how many are kept: the cards of one journey share theirs, in all
// formats and languages.
const mostPlanes = 4

var planes struct {
	sync.Mutex
	kept []plane // the one used last comes last
}

type plane struct {
	of   Conic
	once func() *Plane
}

// Plane is the world on the map. It must not be changed.
func (k Conic) Plane() *Plane {
	planes.Lock()
	p := plane{of: k}
	for i := range planes.kept {
		if planes.kept[i].of == k {
			p = planes.kept[i]
			planes.kept = append(planes.kept[:i], planes.kept[i+1:]...)
			break
		}
	}
	if p.once == nil {
		p.once = sync.OnceValue(k.plane)
	}
	if len(planes.kept) == mostPlanes {
		planes.kept = append(planes.kept[:0], planes.kept[1:]...)
	}
	planes.kept = append(planes.kept, p)
	planes.Unlock()
	return p.once()
}

func (k Conic) plane() *Plane {
	earth := Earth()
	out := &Plane{Rings: make([][]Flat, len(earth.Countries))}
	for i := range earth.Countries {
		for _, r := range earth.Countries[i].Rings {
			out.Rings[i] = append(out.Rings[i], k.flat(r.Points, r.Box))
		}
	}
	for _, i := range earth.Borders {
		out.Borders = append(out.Borders, k.flat(earth.Arcs[i], BoxOf(earth.Arcs[i])))
	}
	return out
}

func (k Conic) flat(pts []Point, b Box) Flat {
	round := k.Round(b)
	f := Flat{X: make([]float64, len(pts)), Y: make([]float64, len(pts))}
	for i, p := range pts {
		x, y := k.At(p, round)
		f.X[i], f.Y[i] = x, y
		if i == 0 {
			f.MinX, f.MaxX, f.MinY, f.MaxY = x, x, y, y
		}
		f.MinX, f.MaxX, f.MinY, f.MaxY = min(f.MinX, x), max(f.MaxX, x), min(f.MinY, y), max(f.MaxY, y)
	}
	return f
}
