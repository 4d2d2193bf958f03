package inspect

import (
	"image"
	"image/color"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
)

// TestFindsGlyphs looks at lines that no card is laid out with: one whose font
// lacks a character, and one of which nothing was painted.
func TestFindsGlyphs(t *testing.T) {
	white, black := color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}
	m := image.NewRGBA(image.Rect(0, 0, 300, 100))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	for x := 100; x < 200; x++ {
		m.SetRGBA(x, 50, black)
	}
	f := graphic.Formats()[0]
	for _, tc := range []struct {
		box  graphic.Box
		want int
	}{
		{graphic.Box{Text: "read", Rect: image.Rect(100, 30, 200, 70), Color: black, Size: 40, Glyphs: 4}, 0},
		{graphic.Box{Text: "ré\ue000d", Rect: image.Rect(100, 30, 200, 70), Color: black, Size: 40, Glyphs: 4, Missing: 1}, 1},
		{graphic.Box{Text: "gone", Rect: image.Rect(10, 30, 90, 45), Color: black, Size: 40, Glyphs: 4}, 1},
		{graphic.Box{Text: "thin", Color: white, Size: 40, Glyphs: 4}, 1},
	} {
		r := &Report{}
		r.text(m, tc.box, &f)
		n := 0
		for _, p := range r.Defects {
			if p.Kind == Glyphs {
				n++
			}
		}
		if n != tc.want || r.Texts[0].Glyphs != 4 {
			t.Errorf("%q: %v", tc.box.Text, r.Defects)
		}
	}
}
