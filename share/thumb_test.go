package share

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"testing"
)

// TestShrink holds a thumb to the mean colour of its picture, with a palette and
// without, whatever the sizes.
func TestShrink(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		flat := image.NewPaletted(image.Rect(0, 0, 1+r.IntN(400), 1+r.IntN(400)), nil)
		for range 1 + r.IntN(256) {
			flat.Palette = append(flat.Palette, color.RGBA{uint8(r.Uint32()), uint8(r.Uint32()), uint8(r.Uint32()), 255})
		}
		for i := range flat.Pix {
			flat.Pix[i] = uint8(r.IntN(len(flat.Palette)))
		}
		full := image.NewNRGBA(flat.Rect)
		draw.Draw(full, full.Rect, flat, image.Point{}, draw.Src)
		width := 1 + r.IntN(300)
		got := shrink(flat, width)
		if want := min(width, flat.Rect.Dx()); got.Rect.Dx() != want {
			t.Fatalf("%v to %d: %d wide", flat.Rect, width, got.Rect.Dx())
		}
		if string(shrink(full, width).Pix) != string(got.Pix) {
			t.Errorf("%v to %d: other pixels without a palette", flat.Rect, width)
		}
		was, is := meanOf(flat), meanOf(got)
		for c := range was {
			if d := was[c] - is[c]; d < -1 || d > 1 {
				t.Errorf("%v to %v: the mean colour goes from %v to %v", flat.Rect, got.Rect, was, is)
			}
		}
	}
}

// A picture of one colour, and one that is not shrunk, stay as they are.
func TestShrinkKeeps(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 47, 31))
	for i := range m.Pix {
		m.Pix[i] = uint8(7 * i)
		if i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	if got := shrink(m, 300); string(got.Pix) != string(m.Pix) {
		t.Error("a narrow picture is changed")
	}
	red := color.RGBA{0xc4, 0x16, 0x1c, 255}
	draw.Draw(m, m.Rect, image.NewUniform(red), image.Point{}, draw.Src)
	small := shrink(m, 13)
	for i := range len(small.Pix) / 4 {
		if got := small.RGBAAt(i%13, i/13); got != red {
			t.Fatalf("%v becomes %v", red, got)
		}
	}
}

func meanOf(m image.Image) (mean [3]float64) {
	b := m.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			r, g, bl, _ := m.At(x, y).RGBA()
			for c, v := range []uint32{r, g, bl} {
				mean[c] += float64(v>>8) / float64(b.Dx()*b.Dy())
			}
		}
	}
	return mean
}
