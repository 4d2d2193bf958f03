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

// TestCountries: countries for which Natural Earth has −99 in place of a code are
// there, and contested places lie where the atlas draws them.
func TestCountries(t *testing.T) {
	for name, c := range map[string]struct {
		at   Point
		code string
	}{
		"Bourges":    {Point{2.3, 47}, "FR"},
		"Oslo":       {Point{10.7, 60}, "NO"},
		"Simferopol": {Point{34.1, 45.2}, "RU"},
		"Ramallah":   {Point{35.25, 31.9}, "PS"},
		"Nantou":     {Point{121, 23.8}, "TW"},
	} {
		for _, country := range Earth().Countries {
			if in := country.Depth(c.at) > 0; in != (country.Code == c.code) {
				t.Errorf("%s lies in %s: %v", name, country.Code, in)
			}
		}
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
