package geo

import (
	"math"
	"testing"
)

// TestInland: every country's point lies within it.
func TestInland(t *testing.T) {
	for _, c := range Earth().Countries {
		if d := c.Depth(c.Inland); d <= 0 {
			t.Errorf("%s: %v is %g° inland", c.Code, c.Inland, d)
		}
	}
	if n := len(Earth().Countries); n < 220 {
		t.Errorf("%d countries", n)
	}
}

// TestEqualArea: areas on the map are those on the globe, wherever they lie.
func TestEqualArea(t *testing.T) {
	k := ConicOf(Box{-96, -65, 8, 34})
	for _, p := range []Point{{-96, 30}, {-60, -10}, {-70, 60}, {-110, 5}} {
		const d = 0.05
		var xs, ys [4]float64
		for i, q := range []Point{p, {p.Lon + d, p.Lat}, {p.Lon + d, p.Lat + d}, {p.Lon, p.Lat + d}} {
			xs[i], ys[i] = k.At(q, 0)
		}
		area := 0.0
		for i := range xs {
			j := (i + 1) % 4
			area += xs[i]*ys[j] - xs[j]*ys[i]
		}
		want := d * degree * (math.Sin((p.Lat+d)*degree) - math.Sin(p.Lat*degree))
		if got := math.Abs(area) / 2; math.Abs(got/want-1) > 1e-3 {
			t.Errorf("%v: %g for %g", p, got, want)
		}
	}
}
