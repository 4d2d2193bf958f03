package jpeg_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	standard "image/jpeg"
	"math/rand/v2"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/jpeg"
)

// artwork is flat, with stripes, single pixels and noise here and there.
func artwork(r *rand.Rand, w, h, colors int) *jpeg.Image {
	m := &jpeg.Image{W: w, H: h, Rows: make([]byte, (w+1)*h)}
	for range 3 * colors {
		m.Palette = append(m.Palette, byte(r.UintN(256)))
	}
	fill := func(x0, y0, x1, y1 int, of func() byte) {
		for y := y0; y < min(y1, h); y++ {
			for x := x0; x < min(x1, w); x++ {
				m.Rows[y*(w+1)+1+x] = of()
			}
		}
	}
	for range r.IntN(12) {
		x, y, c := r.IntN(w), r.IntN(h), byte(r.IntN(colors))
		of := func() byte { return c }
		if r.IntN(4) == 0 {
			of = func() byte { return byte(r.IntN(colors)) }
		}
		fill(x, y, x+1+r.IntN(w), y+1+r.IntN(h), of)
	}
	return m
}

// subsampled is a picture with colour at half the resolution, of four pixels
// their mean.
func subsampled(m *jpeg.Image) *image.YCbCr {
	out := image.NewYCbCr(image.Rect(0, 0, m.W, m.H), image.YCbCrSubsampleRatio420)
	at := func(x, y int) [3]uint8 {
		c := m.Palette[3*int(m.Rows[min(y, m.H-1)*(m.W+1)+1+min(x, m.W-1)]):]
		yy, cb, cr := color.RGBToYCbCr(c[0], c[1], c[2])
		return [3]uint8{yy, cb, cr}
	}
	for y := range m.H {
		for x := range m.W {
			out.Y[out.YOffset(x, y)] = at(x, y)[0]
		}
	}
	for y := 0; y < m.H; y += 2 {
		for x := 0; x < m.W; x += 2 {
			a, b, c, d := at(x, y), at(x+1, y), at(x, y+1), at(x+1, y+1)
			mean := func(i int) uint8 { return uint8((int(a[i]) + int(b[i]) + int(c[i]) + int(d[i]) + 2) / 4) }
			out.Cb[out.COffset(x, y)], out.Cr[out.COffset(x, y)] = mean(1), mean(2)
		}
	}
	return out
}

func TestAsTheStandardOne(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 26))
	for i := range 300 {
		w, h := 1+r.IntN(70), 1+r.IntN(70)
		m := artwork(r, w, h, 1+r.IntN(256))
		t.Run(fmt.Sprintf("%d-%dx%d", i, w, h), func(t *testing.T) {
			var got, want bytes.Buffer
			if err := jpeg.Encode(&got, m); err != nil {
				t.Fatal(err)
			}
			if err := standard.Encode(&want, subsampled(m), &standard.Options{Quality: jpeg.Quality}); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("%d bytes, image/jpeg has %d others", got.Len(), want.Len())
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	m := artwork(rand.New(rand.NewPCG(1, 2)), 1080, 1350, 64)
	b.Run("own", func(b *testing.B) {
		for b.Loop() {
			_ = jpeg.Encode(new(bytes.Buffer), m)
		}
	})
	like := subsampled(m)
	b.Run("standard", func(b *testing.B) {
		for b.Loop() {
			_ = standard.Encode(new(bytes.Buffer), like, &standard.Options{Quality: jpeg.Quality})
		}
	})
}
