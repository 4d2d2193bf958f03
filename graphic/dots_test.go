package graphic

import (
	"bytes"
	"image"
	"image/color"
	"strings"
	"testing"
)

// TestDotsStaySharp: in a theme of one ink a photograph is dots of two values in
// every output: a bit each in PDF, a PNG in SVG, and on paper thirty to the inch
// or as many as copiers keep.
func TestDotsStaySharp(t *testing.T) {
	shot := image.NewRGBA(image.Rect(0, 0, 640, 480))
	for y := range 480 {
		for x := range 640 {
			v := uint8((x + y) * 255 / 1120)
			shot.SetRGBA(x, y, color.RGBA{v, v / 2, 255 - v, 255})
		}
	}
	pic, err := NewPicture(shot)
	if err != nil {
		t.Fatal(err)
	}
	theme, _ := LookupTheme("photocopy")
	for name, cell := range map[string]float64{"portrait": 10, "square": 10, "letter": 8, "handbill": 10} {
		format, _ := LookupFormat(name)
		if got := format.screen(); got != cell {
			t.Errorf("%s: a cell of %g px, want %g", name, got, cell)
		}
		g := mustNew(t, Card{ID: "p", Headline: "The library", Blocks: []Block{Photo{Picture: pic, Alt: "Stripes"}}}, &Options{Theme: theme, Format: format})
		list := pdfTool(t, "pdfimages", "-list", writePDF(t, g.WritePDF))
		if rows := strings.Split(strings.TrimSpace(list), "\n"); len(rows) != 3 || !strings.Contains(strings.Join(strings.Fields(rows[2]), " "), "gray 1 1 image") {
			t.Errorf("%s: %s", name, list)
		}
		var svg bytes.Buffer
		if err := g.WriteSVG(&svg); err != nil || !bytes.Contains(svg.Bytes(), []byte("data:image/png;base64,")) {
			t.Errorf("%s: no PNG in the SVG: %v", name, err)
		}
	}
}
