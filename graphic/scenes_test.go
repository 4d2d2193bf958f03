package graphic

import (
	"image"
	"math"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/raster"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// eachPicture draws a sample on every ground of every theme, in the formats
// that hold it.
func eachPicture(t *testing.T, name string, f func(t *testing.T, g *Graphic)) {
	t.Helper()
	drawn := 0
	for _, th := range Themes() {
		for _, gr := range th.t.Grounds {
			for _, fm := range append(Formats()[:5], PrintFormats()[5]) {
				if g := mustNew(t, sampleCards()[name], &Options{Theme: th, Ground: gr.Name, Format: fm}); g.Whole() {
					drawn++
					f(t, g)
				}
			}
		}
	}
	if drawn < 50 {
		t.Errorf("%s: %d were drawn", name, drawn)
	}
}

// marksAlone paints a card without its words.
func marksAlone(g *Graphic) *image.RGBA {
	bare := scene.Scene{W: g.scene.W, H: g.scene.H}
	for _, n := range g.scene.Nodes {
		if n.Role == scene.Ground && n.Field == "" || n.Role == scene.Mark {
			bare.Nodes = append(bare.Nodes, n)
		}
	}
	m := image.NewRGBA(image.Rect(0, 0, bare.W, bare.H))
	raster.Paint(m, &bare)
	return m
}

// across counts the dark stretches of a line from start to end.
func across(m *image.RGBA, y int) (n int) {
	ground := middle(m)
	dark := false
	for x := range m.Rect.Dx() {
		now := gap(gray(m, x, y), ground) > 40
		if now && !dark {
			n++
		}
		dark = now
	}
	return n
}

// middle is the ground between marks: the tone that most of a card's edge has.
func middle(m *image.RGBA) uint8 { return gray(m, m.Rect.Dx()/2, m.Rect.Dy()-1) }

func TestFewCounts(t *testing.T) {
	eachPicture(t, "wholefew", func(t *testing.T, g *Graphic) {
		if n := across(marksAlone(g), g.scene.H/8); n != 9 {
			t.Errorf("%s: %d bars across", g.format.Name, n)
		}
	})
}

// TestCalendarCounts: a solid bar for each day from the first to the last, and
// an open one for the last, which is no day of the span.
func TestCalendarCounts(t *testing.T) {
	for name, want := range map[string]int{"wholecalendar": 125, "wholecalendarshort": 28} {
		th, _ := LookupTheme("broadside")
		for _, fm := range Formats()[:3] {
			g := mustNew(t, sampleCards()[name], &Options{Theme: th, Ground: "paper", Format: fm})
			m := marksAlone(g)
			high := 0
			for _, n := range g.scene.Nodes {
				for _, r := range n.Rects {
					if n.Role == scene.Mark {
						high = max(high, r.Dy())
					}
				}
			}
			var got [4]int
			for d := range slotsOfMonth {
				countColumn(&got, runsOf(m, int((float64(d)+0.5)*float64(fm.W)/slotsOfMonth)), high)
			}
			if got != [4]int{Solid: want, Open: 1} {
				t.Errorf("%s %s: %v", name, fm.Name, got)
			}
		}
	}
}

// TestClockCounts reads the rays back on a circle just beyond the hub.
func TestClockCounts(t *testing.T) {
	for name, want := range map[string]int{"wholeclock": 108, "wholeclockfull": 24} {
		for _, fm := range Formats()[:3] {
			th, _ := LookupTheme("photocopy")
			g := mustNew(t, sampleCards()[name], &Options{Theme: th, Ground: "paper", Format: fm})
			u := g.format.unit()
			w, h := float64(fm.W), float64(fm.H)
			x, y, r := 0.56*w, 0.335*h, hubSize*u+8*u
			if name == "wholeclockfull" {
				out := min(0.5*w+2*u, 0.56*h-0.285*h)
				x, y, r = w/2, 0.285*h, (min(hubFigure*u, 0.5*out)+out)/2
			}
			if n := around(marksAlone(g), x, y, r); n != want {
				t.Errorf("%s %s: %d rays", name, fm.Name, n)
			}
		}
	}
}

// around counts the dark stretches of a circle.
func around(m *image.RGBA, x, y, r float64) (n int) {
	const steps = 7200
	at := func(i int) bool {
		a := 2 * math.Pi * (float64(i) + 0.5) / steps
		return gray(m, int(x+r*math.Sin(a)), int(y-r*math.Cos(a))) < 128
	}
	for i := range steps {
		if at(i) && !at((i+steps-1)%steps) {
			n++
		}
	}
	return n
}

// TestLedgerCounts: lying bars are counted line by line.
func TestLedgerCounts(t *testing.T) {
	eachPicture(t, "wholeledger", func(t *testing.T, g *Graphic) {
		m, n, rows := marksAlone(g), 0, map[int]bool{}
		for _, node := range g.scene.Nodes {
			if node.Role != scene.Mark {
				continue
			}
			for _, r := range node.Rects {
				if y := (r.Min.Y + r.Max.Y) / 2; !rows[y] {
					rows[y] = true
					n += across(m, y)
				}
			}
		}
		if n != 245 {
			t.Errorf("%s: %d bars", g.format.Name, n)
		}
	})
}
