package graphic

import (
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// TestBands: a small word does not fill a band of its own where it can stand
// beside its neighbour.
func TestBands(t *testing.T) {
	portrait, _ := LookupFormat("portrait")
	for _, th := range Themes()[:4] { // the letters of Photocopy are too wide for both
		g := mustNew(t, Card{
			Headline: "The council denies it", Source: "Source: Town Council, March 4, 2031",
			Blocks: []Block{Document{File: "Minutes of March 4, 2031", Lead: "The council", Passage: "has repeatedly denied", Tail: "that it sold the books."}},
		}, &Options{Theme: th, Format: portrait})
		for _, b := range g.Boxes() {
			if strings.TrimSpace(b.Text) == "has" {
				t.Errorf("%s: a band for %q", th.Name, b.Text)
			}
		}
	}
}

// TestExcerptWhole: words that are no quotation never lose what they are said of.
func TestExcerptWhole(t *testing.T) {
	d := Document{File: "Minutes of March 4, 2031", Lead: "The council", Passage: "has repeatedly denied", Tail: "that it sold the books."}
	for _, f := range Formats()[:5] {
		g, err := New(Card{Headline: "The council denies it", Source: "Source: Town Council, March 4, 2031", Blocks: []Block{d}}, &Options{Format: f})
		if err != nil {
			continue // refused, which the caller hears of
		}
		var said []string
		for _, b := range g.Boxes() {
			said = append(said, b.Text)
		}
		words := strings.Join(said, " ")
		whole := strings.Contains(words, "The council") && strings.Contains(words, "sold the books")
		if strings.Contains(words, "repeatedly") && !whole {
			t.Errorf("%s: %s", f.Name, words)
		}
	}
}

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
