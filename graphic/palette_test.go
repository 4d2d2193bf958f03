package graphic

import (
	"image/color"
	"slices"
	"testing"
)

// TestPalette: the colours that show a theme are those that its cards are
// painted with, and no two themes look the same.
func TestPalette(t *testing.T) {
	var seen []color.Palette
	for _, th := range Themes() {
		p := th.Palette()
		if len(p) < 2 {
			t.Errorf("%s: %v", th.Name, p)
		}
		m := mustNew(t, sampleCards()["stat"], &Options{Theme: th, Ground: th.Grounds()[0]}).Image()
		if ground := p[0]; m.At(0, m.Rect.Dy()/2) != ground {
			t.Errorf("%s: its first colour is %v, a card's edge %v", th.Name, ground, m.At(0, m.Rect.Dy()/2))
		}
		if slices.ContainsFunc(seen, func(q color.Palette) bool { return slices.Equal(p, q) }) {
			t.Errorf("%s looks like another", th.Name)
		}
		seen = append(seen, p)
	}
	if p := (Theme{Name: "none"}).Palette(); p != nil {
		t.Errorf("a theme of a name alone has colours: %v", p)
	}
}
