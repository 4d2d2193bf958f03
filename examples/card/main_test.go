package main

import (
	"image/color"
	"image/png"
	"os"
	"testing"
)

// TestCard runs the program and compares with the picture in the README.
func TestCard(t *testing.T) {
	want := decode(t, "card.png")
	t.Chdir(t.TempDir())
	main()
	got := decode(t, "card.png")
	far := 0
	for i := range got {
		if d := int(got[i]) - int(want[i]); d > 34 || d < -34 {
			far++
		}
	}
	if far > len(got)/2000 {
		t.Errorf("%d of %d pixels differ from examples/card/card.png: run the program there again and look", far, len(got))
	}
}

func decode(t *testing.T, file string) []uint8 {
	t.Helper()
	r, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	m, err := png.Decode(r)
	if err != nil {
		t.Fatal(err)
	}
	var gray []uint8
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			gray = append(gray, color.GrayModel.Convert(m.At(x, y)).(color.Gray).Y)
		}
	}
	return gray
}
