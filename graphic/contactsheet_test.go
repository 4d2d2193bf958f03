package graphic

import (
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
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
	for _, th := range Themes() {
		t.Run(th.Name, func(t *testing.T) {
			got := contactSheet(t, th)
			file := filepath.Join("testdata", "sheets", th.Name+".png")
			if *update {
				save(t, file, got)
				return
			}
			r, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			want, err := png.Decode(r)
			if err != nil {
				t.Fatal(err)
			}
			diff, far := difference(got, want)
			if far > got.Rect.Dx()*got.Rect.Dy()/2000 {
				dir := t.ArtifactDir()
				save(t, filepath.Join(dir, "got.png"), got)
				save(t, filepath.Join(dir, "diff.png"), diff)
				t.Errorf("%d pixels differ; see %s (kept with go test -artifacts)", far, dir)
			}
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
