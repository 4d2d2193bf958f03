package inspect

import (
	"image"
	"image/color"
	"image/draw"
	"slices"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
)

// TestFindsPlanted looks at defects that no card is laid out with.
func TestFindsPlanted(t *testing.T) {
	grey, pale := color.RGBA{90, 90, 90, 255}, color.RGBA{200, 200, 200, 255}
	m := image.NewRGBA(image.Rect(0, 0, 600, 400))
	draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
	line := func(y int, c color.RGBA) image.Rectangle {
		r := image.Rect(50, y, 350, y+6)
		draw.Draw(m, r, image.NewUniform(c), image.Point{}, draw.Src)
		return r.Inset(-12)
	}
	dark, light := line(50, grey), line(150, pale)
	f := graphic.Formats()[0]
	for _, tc := range []struct {
		name string
		box  graphic.Box
		want []Kind
	}{
		{"fair", graphic.Box{Text: "a", Rect: dark, Color: grey, Size: f.Floor, Glyphs: 1}, nil},
		{"small", graphic.Box{Text: "a", Rect: dark, Color: grey, Size: f.Floor - 2, Glyphs: 1}, []Kind{Size}},
		{"pale", graphic.Box{Text: "a", Rect: light, Color: pale, Size: f.Floor, Glyphs: 1}, []Kind{Contrast}},
		{"both", graphic.Box{Text: "a", Rect: light, Color: pale, Size: 12, Glyphs: 1}, []Kind{Size, Contrast}},
	} {
		r := &Report{}
		r.text(m, tc.box, &f)
		if got := r.kinds(); !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v", tc.name, r.Defects, tc.want)
		}
	}
}

// TestFindsSpoiltCode: one that is fair, one overpainted and one too fine to
// survive a messenger.
func TestFindsSpoiltCode(t *testing.T) {
	code, err := graphic.QR("https://library.example/hearing", nil)
	if err != nil {
		t.Fatal(err)
	}
	fair := code.Image()
	spoilt := code.Image()
	draw.Draw(spoilt, spoilt.Rect.Inset(90), image.Black, image.Point{}, draw.Src)
	fine := image.NewRGBA(image.Rect(0, 0, fair.Rect.Dx()/4, fair.Rect.Dy()/4))
	for y := range fine.Rect.Dy() {
		for x := range fine.Rect.Dx() {
			fine.Set(x, y, fair.At(4*x, 4*y))
		}
	}
	for name, c := range map[string]struct {
		m    *image.RGBA
		zone int
		want []Kind
	}{"fair": {fair, 32, nil}, "overpainted": {spoilt, 32, []Kind{QR}}, "fine": {fine, 8, []Kind{QR}}} {
		r := &Report{}
		r.code(c.m, graphic.Box{Rect: c.m.Rect.Inset(c.zone), Code: true})
		if got := r.kinds(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %+v", name, r.Defects, r.Symbols)
		}
	}
}

func (r *Report) kinds() []Kind {
	var ks []Kind
	for _, p := range r.Defects {
		ks = append(ks, p.Kind)
	}
	return ks
}
