package graphic

import (
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// TestCorrectionStruck: in low formats, and where it was longer than a few words,
// what was wrong stood on the card as if it were so.
func TestCorrectionStruck(t *testing.T) {
	for _, f := range Formats() {
		for _, words := range []int{1, 4, 16, 32} {
			was := strings.TrimSpace(strings.Repeat("sixty classes ", (words+1)/2))
			g, err := New(Card{
				ID: "fix", Headline: "At least 58 classes used the library in 2030", Source: "Source: Millbrook Town Council, Mar 4, 2031",
				Blocks: []Block{Correction{Label: "Correction", Date: "March 12, 2031", Said: "What was said:", Was: was}},
			}, &Options{Format: f})
			if err != nil {
				t.Errorf("%s, %d words: %v", f.Name, words, err)
				continue
			}
			bars, lines := 0, 0
			for _, n := range g.scene.Nodes {
				switch {
				case n.Field != "Blocks[0].Was":
				case n.Role == scene.Furniture:
					bars++
				case n.Glyphs != nil:
					lines++
				}
			}
			if bars == 0 || bars != lines {
				t.Errorf("%s, %d words: %d lines, of them %d struck", f.Name, words, lines, bars)
			}
		}
	}
}
