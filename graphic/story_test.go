package graphic

import (
	"image"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// TestLinkSticker: nothing of a story stands where a reader puts the link.
func TestLinkSticker(t *testing.T) {
	story, _ := LookupFormat("story")
	box := image.Rect(65, 1410, 685, 1530)
	for name, c := range sampleCards() {
		if strings.HasPrefix(name, "photo") {
			continue // the picture goes on below the words
		}
		for _, th := range Themes() {
			g, err := New(c, &Options{Theme: th, Format: story})
			if err != nil {
				continue
			}
			for _, n := range g.scene.Nodes {
				ray := n.Role == scene.Mark && n.Polygons != nil // rays and land run through
				if n.Role == scene.Words && n.Ink().Overlaps(box) || n.Role == scene.Mark && !ray && n.Meets(box) || n.Role == scene.Code && n.Ink().Overlaps(box) {
					t.Errorf("%s %s: %s stands in the place of the link: %v", name, th.Name, n.Field, n.Ink())
					break
				}
			}
		}
	}
}
