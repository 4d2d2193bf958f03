package graphic

import (
	"image"
	"image/color"
	"maps"
	"slices"
	"testing"

	"golang.org/x/image/draw"
)

// TestContactSheets draws every sample card in every theme, side by side and
// small, on one sheet a theme: what a change does to all of them shows at a
// glance.
func TestContactSheets(t *testing.T) {
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	themes := Themes()
	if !*update {
		themes = themes[:scaled(1, 1, len(themes))]
	}
	for _, th := range themes {
		t.Run(th.Name, func(t *testing.T) {
			got := contactSheet(t, th)
			file := golden(t, "sheets", th.Name)
			if *update {
				save(t, file, got)
				return
			}
			same(t, file, got)
		})
	}
}

// The cells of a sheet: portrait cards at a fifth of their size.
const (
	cellW, cellH = 216, 270
	sheetCols    = 9
)

func contactSheet(t *testing.T, th Theme) *image.RGBA {
	t.Helper()
	cards := sampleCards()
	names := slices.Sorted(maps.Keys(cards))
	rows := (len(names) + sheetCols - 1) / sheetCols
	sheet := image.NewRGBA(image.Rect(0, 0, sheetCols*(cellW+10)+10, rows*(cellH+10)+10))
	draw.Draw(sheet, sheet.Rect, image.NewUniform(color.Gray{128}), image.Point{}, draw.Src)
	grounds := th.Grounds()
	for i, name := range names {
		g := mustNew(t, cards[name], &Options{Theme: th, Ground: grounds[i%len(grounds)]})
		m := g.Image()
		at := image.Pt(10+i%sheetCols*(cellW+10), 10+i/sheetCols*(cellH+10))
		draw.BiLinear.Scale(sheet, image.Rect(at.X, at.Y, at.X+cellW, at.Y+cellH), m, m.Rect, draw.Src, nil)
	}
	return sheet
}
