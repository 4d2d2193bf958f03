package graphic

import (
	"fmt"
	"image"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/raster"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// TestFieldCounts reads the bars of each kind back from the pixels, without
// colour, and finds the data.
func TestFieldCounts(t *testing.T) {
	n, drawn, stride := 0, 0, scaled(5, 5, 1)
	for _, name := range []string{"wholefield", "wholefieldtwo"} {
		c := sampleCards()[name]
		for _, th := range Themes() {
			for _, gr := range th.t.Grounds {
				for _, f := range append(Formats()[:5], PrintFormats()[5]) {
					if n++; n%stride != 0 {
						continue
					}
					g := mustNew(t, c, &Options{Theme: th, Ground: gr.Name, Format: f})
					if !g.Whole() {
						continue
					}
					drawn++
					var want [4]int
					for _, s := range c.Blocks[0].(Field).Groups {
						want[s.Mark] += s.Count
					}
					if got := readBars(g); got != want {
						t.Errorf("%s %s %s %s: %v, want %v", name, th.Name, gr.Name, f.Name, got, want)
					}
				}
			}
		}
	}
	if drawn < 150/stride {
		t.Errorf("%d fields were drawn", drawn)
	}
}

// TestFieldWide says which fields a wide card holds.
func TestFieldWide(t *testing.T) {
	for _, format := range []string{"wide", "og"} {
		f, _ := LookupFormat(format)
		if g := mustNew(t, sampleCards()["wholefieldtwo"], &Options{Format: f}); !g.Whole() {
			t.Errorf("%s: two groups are not drawn", format)
		}
	}
}

// TestFieldSizes: a field of every number of people, of one group, is drawn
// with as many bars.
func TestFieldSizes(t *testing.T) {
	for n := leastField; n <= mostField; n += scaled(67, 13, 1) {
		for _, f := range Formats()[:5] {
			c := Card{Headline: fmt.Sprint(n, " members came to the hearing"), Source: "Town Council, March 4, 2031",
				Blocks: []Block{Field{Figure: fmt.Sprint(n), Groups: []Segment{{Count: n}}}}}
			g, err := New(c, &Options{Format: f})
			if err != nil || !g.Whole() {
				t.Errorf("%d in %s: %v", n, f.Name, err)
				continue
			}
			if got := readBars(g); got != [4]int{n} {
				t.Errorf("%d in %s: %v", n, f.Name, got)
			}
		}
	}
}

// readBars counts upright bars of each kind by what is dark on the middle line
// of each column of a card without its words.
func readBars(g *Graphic) (n [4]int) {
	var bare scene.Scene
	bare.W, bare.H = g.scene.W, g.scene.H
	high, fields := 0, []scene.Node{}
	for _, node := range g.scene.Nodes {
		if node.Role == scene.Mark && node.Field == "Blocks[0]" || node.Role == scene.Ground && node.Field == "" {
			fields = append(fields, node)
		}
		if node.Role == scene.Mark && node.Field == "Blocks[0]" && len(node.Rects) > 0 {
			for _, r := range node.Rects {
				high = max(high, r.Dy())
			}
		}
	}
	bare.Nodes = fields
	m := image.NewRGBA(image.Rect(0, 0, bare.W, bare.H))
	raster.Paint(m, &bare)
	for _, x := range middles(m) {
		countColumn(&n, runsOf(m, x), high)
	}
	return n
}

// ink reports a pixel that is not the ground's.
func ink(m *image.RGBA, x, y int) bool {
	return gap(gray(m, x, y), gray(m, 0, 0)) > 40
}

func gray(m *image.RGBA, x, y int) uint8 {
	p := m.Pix[m.PixOffset(x, y):]
	return uint8((299*int(p[0]) + 587*int(p[1]) + 114*int(p[2])) / 1000)
}

// middles are the middles of what is dark across.
func middles(m *image.RGBA) (out []int) {
	from := -1
	for x := range m.Rect.Dx() + 1 {
		dark := x < m.Rect.Dx() && anyInk(m, x)
		switch {
		case dark && from < 0:
			from = x
		case !dark && from >= 0:
			out, from = append(out, (from+x)/2), -1
		}
	}
	return out
}

func anyInk(m *image.RGBA, x int) bool {
	for y := range m.Rect.Dy() {
		if ink(m, x, y) {
			return true
		}
	}
	return false
}

// runsOf are the dark stretches down a line: from and to.
func runsOf(m *image.RGBA, x int) (out [][2]int) {
	from := -1
	for y := range m.Rect.Dy() + 1 {
		dark := y < m.Rect.Dy() && ink(m, x, y)
		switch {
		case dark && from < 0:
			from = y
		case !dark && from >= 0:
			out, from = append(out, [2]int{from, y}), -1
		}
	}
	return out
}

// countColumn tells kinds apart as a reader does: one stretch as high as a bar
// is solid, two at its ends are open, several with gaps of their own height are
// hatched, and a low one alone is a foot.
func countColumn(n *[4]int, runs [][2]int, high int) {
	for i := 0; i < len(runs); {
		of, first := 1, runs[i]
		for i+of < len(runs) && runs[i+of][1]-first[0] <= high {
			of++
		}
		switch long := first[1] - first[0]; {
		case long*20 >= high*19:
			n[Solid]++
		case of == 2:
			n[Open]++
		case of >= 4:
			n[Hatch]++
		default:
			n[Foot]++
		}
		i += of
	}
}
