// Convert makes world.bin of this package's parent out of countries-50m.json,
// the borders of Natural Earth (public domain) at 1:50 million as the npm
// package world-atlas has them:
//
//	npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//	go run ./graphic/internal/geo/convert package/countries-50m.json >graphic/internal/geo/world.bin
package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math"
	"os"
	"slices"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/geo"
)

// atlas is the file: its arcs are differences of whole numbers.
type atlas struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int
	Objects   struct {
		Countries struct {
			Geometries []struct {
				Type string
				ID   string
				Arcs json.RawMessage
			}
		}
	}
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: convert countries-50m.json >world.bin")
	}
	if err := run(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var a atlas
	if err := json.Unmarshal(data, &a); err != nil {
		return err
	}
	arcs := a.arcs()
	out := binary.AppendUvarint(nil, uint64(len(arcs)))
	for _, arc := range arcs {
		out = appendArc(out, arc)
	}
	body, n, err := a.countries(arcs)
	if err != nil {
		return err
	}
	out = append(binary.AppendUvarint(out, uint64(n)), body...)
	_, err = os.Stdout.Write(out)
	return err
}

// tolerance is how far a simplified line may be from the line, in degrees: half
// a pixel at the scale of a card that shows a continent.
const tolerance = 0.02

func (a *atlas) arcs() [][]geo.Point {
	var out [][]geo.Point
	for _, arc := range a.Arcs {
		var pts []geo.Point
		x, y := 0, 0
		for _, d := range arc {
			x, y = x+d[0], y+d[1]
			pts = append(pts, geo.Point{
				Lon: float64(x)*a.Transform.Scale[0] + a.Transform.Translate[0],
				Lat: float64(y)*a.Transform.Scale[1] + a.Transform.Translate[1],
			})
		}
		out = append(out, simplified(pts))
	}
	return out
}

// simplified is the line with the fewest points that Douglas and Peucker keep.
func simplified(pts []geo.Point) []geo.Point {
	if len(pts) < 3 {
		return pts
	}
	first, last := pts[0], pts[len(pts)-1]
	far, at := 0.0, 0
	for i, p := range pts[1 : len(pts)-1] {
		if d := geo.Aside(p, first, last); d > far {
			far, at = d, i+1
		}
	}
	if far <= tolerance {
		return []geo.Point{first, last}
	}
	return append(simplified(pts[:at+1]), simplified(pts[at:])[1:]...)
}

func appendArc(out []byte, arc []geo.Point) []byte {
	out = binary.AppendUvarint(out, uint64(len(arc)))
	x, y := int64(0), int64(0)
	for _, p := range arc {
		nx, ny := int64(math.Round(p.Lon*geo.Steps)), int64(math.Round(p.Lat*geo.Steps))
		out = binary.AppendVarint(binary.AppendVarint(out, nx-x), ny-y)
		x, y = nx, ny
	}
	return out
}

// countries appends each one: its code, the point furthest inland, its rings. Of
// two under one code the first is the larger; one too small to see is left out.
func (a *atlas) countries(arcs [][]geo.Point) (out []byte, n int, err error) {
	seen := make(map[string]bool)
	for _, g := range a.Objects.Countries.Geometries {
		r, err := language.ParseRegion(g.ID)
		if err != nil || len(r.String()) != 2 || r.String() == "AQ" {
			continue // a place without a code, or the Antarctic, which no projection here shows
		}
		rings, err := ringsOf(g.Type, g.Arcs)
		if err != nil {
			return nil, 0, fmt.Errorf("%v: %w", r, err)
		}
		at, deep := inland(arcs, rings)
		if deep <= 0 || seen[r.String()] {
			continue
		}
		seen[r.String()] = true
		n++
		out = append(out, r.String()...)
		out = appendArc(out, []geo.Point{at})
		out = binary.AppendUvarint(out, uint64(len(rings)))
		for _, ring := range rings {
			out = binary.AppendUvarint(out, uint64(len(ring)))
			for _, i := range ring {
				out = binary.AppendVarint(out, int64(i))
			}
		}
	}
	return out, n, nil
}

func ringsOf(kind string, raw json.RawMessage) ([][]int, error) {
	switch kind {
	case "Polygon":
		var p [][]int
		err := json.Unmarshal(raw, &p)
		return p, err
	case "MultiPolygon":
		var m [][][]int
		err := json.Unmarshal(raw, &m)
		return slices.Concat(m...), err
	}
	return nil, errors.New("neither a polygon nor several")
}

// inland is the point of the largest ring that is furthest from its edge.
func inland(arcs [][]geo.Point, rings [][]int) (best geo.Point, deep float64) {
	var largest []geo.Point
	for _, r := range rings {
		if ring := geo.Ring(arcs, r); geo.Size(ring) > geo.Size(largest) {
			largest = ring
		}
	}
	box := geo.BoxOf(largest)
	deep = -1
	for range 6 { // a finer grid around the best point each time
		w, h, at := (box.MaxLon-box.MinLon)/24, (box.MaxLat-box.MinLat)/24, best
		for i := range 25 {
			for j := range 25 {
				p := geo.Point{Lon: box.MinLon + float64(i)*w, Lat: box.MinLat + float64(j)*h}
				if d := geo.Depth(p, largest); d > deep {
					deep, at = d, p
				}
			}
		}
		best = at
		box = geo.Box{MinLon: best.Lon - 2*w, MaxLon: best.Lon + 2*w, MinLat: best.Lat - 2*h, MaxLat: best.Lat + 2*h}
	}
	return best, deep
}
