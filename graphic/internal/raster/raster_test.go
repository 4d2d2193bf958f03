package raster

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// TestLines: a line is painted as it is on an empty drawing of its own size,
// whichever lines were painted before it.
func TestLines(t *testing.T) {
	paint := func(a, b text.Point, width float64) []byte {
		m := image.NewRGBA(image.Rect(0, 0, 400, 400))
		Paint(m, &scene.Scene{W: 400, H: 400, Nodes: []scene.Node{{Path: &scene.Path{Points: []text.Point{a, b}, Width: width}, Color: color.RGBA{A: 255}}}})
		return m.Pix
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		far := []float32{8, 24, 60, 120, 300}[r.IntN(5)]
		at := func() text.Point { return text.Point{X: 40 + far*r.Float32(), Y: 40 + far*r.Float32()} }
		a, b, width := at(), at(), 0.5+30*r.Float64()
		got := paint(a, b, width)
		kept := lines
		lines = [len(lines)]*sync.Pool{{}, {}, {}}
		want := paint(a, b, width)
		if lines = kept; !bytes.Equal(got, want) {
			t.Fatalf("from %v to %v, %.1f wide", a, b, width)
		}
	}
}
