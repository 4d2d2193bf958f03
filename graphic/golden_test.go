package graphic

import (
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

// pictures lies outside the module (see the go.mod in it): it is there in a
// clone, and not where the go command has downloaded the module.
const pictures = "testdata/pictures"

// golden is the path of a kept picture. Without the pictures the test is
// skipped.
func golden(t *testing.T, folder, name string) string {
	t.Helper()
	if _, err := os.Stat(pictures); errors.Is(err, fs.ErrNotExist) {
		t.Skip("not a clone of the repository: there is no " + pictures + " to compare with")
	}
	return filepath.Join(pictures, folder, name+".png")
}

// goldens are one card of each block; together they show every format.
var goldens = []struct{ card, theme, ground, format string }{
	{"stat", "broadside", "paper", "portrait"},
	{"percent", "broadside", "banner", "square"},
	{"money", "newsroom", "blue", "wide"},
	{"people", "newsroom", "paper", "portrait"},
	{"people", "broadside", "red", "story"},
	{"bars", "newsroom", "split", "square"},
	{"quote", "broadside", "red", "portrait"},
	{"list", "broadside", "paper", "portrait"},
	{"timeline", "newsroom", "paper", "portrait"},
	{"claim", "newsroom", "split", "portrait"},
	{"claim", "broadside", "red", "wide"},
	{"stat", "broadside", "paper", "og"},
	{"action", "broadside", "", "story"},
	{"donut", "newsroom", "paper", "square"},
	{"steps", "photocopy", "banner", "portrait"},
	{"sources", "dossier", "sheet", "portrait"},
	{"versus", "broadside", "paper", "square"},
	{"versus", "photocopy", "banner", "story"},
	{"change", "newsroom", "split", "portrait"},
	{"document", "dossier", "file", "portrait"},
	{"statement", "dossier", "file", "wide"},
	{"correction", "dossier", "yellow", "square"},
	{"event", "vigil", "night", "portrait"},
	{"blank", "broadside", "banner", "portrait"},
	{"frame", "photocopy", "banner", "square"},
	{"contact", "newsroom", "split", "portrait"},
	{"map", "broadside", "paper", "portrait"},
	{"cover", "dossier", "yellow", "portrait"},
	{"names", "dossier", "sheet", "portrait"},
	{"photo", "newsroom", "paper", "portrait"},
	{"photofull", "vigil", "night", "square"},
}

// TestGolden compares with tolerance: stroked and filled curves may differ by
// a step of coverage between processors, on few pixels.
func TestGolden(t *testing.T) {
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	for _, g := range goldens {
		name := fmt.Sprintf("%s-%s-%s", g.card, g.theme, g.format)
		t.Run(name, func(t *testing.T) {
			th, _ := LookupTheme(g.theme)
			fm, _ := LookupFormat(g.format)
			gr := mustNew(t, sampleCards()[g.card], &Options{Theme: th, Format: fm, Ground: g.ground})
			compare(t, golden(t, "golden", name), gr)
		})
	}
}

func compare(t *testing.T, file string, g *Graphic) {
	t.Helper()
	if *update {
		w, err := os.Create(file)
		if err == nil {
			err = g.WritePNG(w)
			w.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	same(t, file, g.Image())
}

// same holds an image to the one that is kept.
func same(t *testing.T, file string, got *image.RGBA) {
	t.Helper()
	r, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	want, err := png.Decode(r)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != got.Bounds() {
		t.Fatalf("size is %v, want %v", got.Bounds(), want.Bounds())
	}
	diff, far := difference(got, want)
	if far > got.Rect.Dx()*got.Rect.Dy()/2000 {
		dir := t.ArtifactDir()
		save(t, filepath.Join(dir, "got.png"), got)
		save(t, filepath.Join(dir, "want.png"), want)
		save(t, filepath.Join(dir, "diff.png"), diff)
		t.Errorf("%d pixels differ by more than two steps; see %s (kept with go test -artifacts)", far, dir)
	}
}

// difference is black where both agree; far counts the pixels that differ by
// more than two steps of coverage.
func difference(got *image.RGBA, want image.Image) (diff *image.RGBA, far int) {
	diff = image.NewRGBA(got.Rect)
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			a := got.RGBAAt(x, y)
			b := color.RGBAModel.Convert(want.At(x, y)).(color.RGBA)
			d := max(gap(a.R, b.R), gap(a.G, b.G), gap(a.B, b.B))
			if d > 2*255/15 {
				far++
			}
			diff.SetRGBA(x, y, color.RGBA{d, d, d, 255})
		}
	}
	return diff, far
}

func gap(a, b uint8) uint8 {
	if a > b {
		return a - b
	}
	return b - a
}

func save(t *testing.T, file string, m image.Image) {
	t.Helper()
	w, err := os.Create(file)
	if err == nil {
		err = png.Encode(w, m)
		w.Close()
	}
	if err != nil {
		t.Error(err)
	}
}
