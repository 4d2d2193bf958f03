package graphic

import (
	"strings"
	"testing"
)

// TestDirectoryCounts: a reason that begins with the number of bars has that
// number larger than all other words and beside the bars, of which there are as
// many; a reason with another number, and one of too many bars, has neither.
func TestDirectoryCounts(t *testing.T) {
	for _, th := range Themes() {
		for headline, beside := range map[string]bool{"40 readers told it.": true, "41 readers told it.": false, "Who reads for the 40?": false} {
			g := mustNew(t, Card{ID: "d", Kicker: "Read the report", Headline: headline, Note: "One bar is one reader", Source: "Source: Town Gazette, May 3, 2031",
				Blocks: []Block{Directory{Name: "Readers’ Circle", Line: "They asked forty readers.", URL: "https://circle.example", Bars: 40}}}, &Options{Theme: th})
			bars, most := 0, Box{}
			var figure Box
			for _, b := range g.Boxes() {
				switch {
				case b.Field == "Blocks[0]" && b.Text == "":
					bars++
				case b.Text == "40":
					figure = b
				case b.Size > most.Size:
					most = b
				}
			}
			if bars != 40 {
				t.Errorf("%s, %q: %d bars", th.Name, headline, bars)
			}
			if alone := figure.Text != "" && figure.Size > 1.5*most.Size; alone != beside {
				t.Errorf("%s, %q: the figure is %v, the largest words %v", th.Name, headline, figure, most)
			}
			if !strings.Contains(g.Alt(), headline) {
				t.Errorf("%s: %s", th.Name, g.Alt())
			}
		}
	}
}
