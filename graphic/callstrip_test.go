package graphic

import (
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// TestPicturesOnPaper: a picture of data on a sheet of paper says below itself
// what to do: by a code where the sheet is read at arm's length or hangs. Its
// marks are as many as without, and none lies under the strip.
func TestPicturesOnPaper(t *testing.T) {
	drawn := 0
	for name, c := range sampleCards() {
		if !strings.HasPrefix(name, "whole") {
			continue
		}
		c.Action = visit
		for _, f := range PrintFormats()[:7] {
			if f.Name == "placard" {
				continue
			}
			for _, th := range Themes()[:scaled(1, 5, 5)] {
				g := mustNew(t, c, &Options{Theme: th, Format: f})
				if !g.Whole() {
					continue
				}
				drawn++
				said, code := boxesOf(g, "Action.Phone"), 0
				for _, b := range g.Boxes() {
					if b.Code {
						code++
					}
				}
				if coded := float64(f.H)/f.DPI >= codedSheet; len(said) == 0 || code != 0 != coded {
					t.Errorf("%s %s %s: %d lines of what to do, %d codes", name, th.Name, f.Name, len(said), code)
				}
				for _, n := range g.scene.Nodes {
					if n.Role == scene.Mark && n.Ink().Intersect(said[0].Rect).Dy() > 0 && n.Path == nil {
						t.Errorf("%s %s %s: a mark meets what to do", name, th.Name, f.Name)
					}
				}
				if name == "wholefield" {
					if got, want := readBars(g), ([4]int{Solid: 123, Hatch: 70, Open: 33, Foot: 26}); got != want {
						t.Errorf("%s %s: %v, want %v", th.Name, f.Name, got, want)
					}
				}
			}
		}
	}
	if drawn < scaled(40, 200, 200) {
		t.Errorf("%d pictures were drawn", drawn)
	}
}
