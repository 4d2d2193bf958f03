package graphic

import (
	"cmp"
	"errors"
	"image"
	"math"
	"slices"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/raster"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// eachPicture draws a sample on every ground of every theme, in the formats
// that hold it.
func eachPicture(t *testing.T, name string, f func(t *testing.T, g *Graphic)) {
	t.Helper()
	drawn := 0
	for _, th := range Themes()[:scaled(1, 2, 5)] {
		for _, gr := range th.t.Grounds {
			for _, fm := range append(Formats()[:5], PrintFormats()[5]) {
				if g := mustNew(t, sampleCards()[name], &Options{Theme: th, Ground: gr.Name, Format: fm}); g.Whole() {
					drawn++
					f(t, g)
				}
			}
		}
	}
	if drawn < scaled(10, 20, 50) {
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

// TestSquareCounts: the marks of scales, plans and small multiples are those of
// their data, on every ground and in each format that holds them.
func TestSquareCounts(t *testing.T) {
	for name, want := range map[string][4]int{
		"wholescale": {Solid: 119, Open: 31}, "wholeplan": {Solid: 65, Hatch: 5},
		"wholemultiples": {Solid: 229, Open: 3*238 - 229},
	} {
		eachPicture(t, name, func(t *testing.T, g *Graphic) {
			want := want
			if name == "wholemultiples" && g.format.preview {
				want = [4]int{Solid: 32, Open: 206}
			}
			if got := readBars(g); got != want {
				t.Errorf("%s %s: %v, want %v", name, g.format.Name, got, want)
			}
		})
	}
}

// TestFlowCounts reads two streams back row by row: one stretch across is a
// solid bar, two are an open one.
func TestFlowCounts(t *testing.T) {
	eachPicture(t, "wholeflow", func(t *testing.T, g *Graphic) {
		if g.format.Landscape() {
			if got := readBars(g); got != [4]int{Solid: 137, Open: 101} {
				t.Errorf("%s: %v", g.format.Name, got)
			}
			return
		}
		m, rows, wide, solid, open := marksAlone(g), map[int]bool{}, 0, 0, 0
		for _, n := range g.scene.Nodes {
			for _, r := range n.Rects {
				if n.Role == scene.Mark && r.Dy() > 3*r.Dx()/2 && r.Dx() > 4 {
					rows[(r.Min.Y+r.Max.Y)/2] = true
					wide = max(wide, r.Dx())
				}
			}
		}
		for y := range rows {
			for _, run := range stretches(m, y) {
				if run >= wide-1 {
					solid++
				} else {
					open++
				}
			}
		}
		if solid != 137 || open != 2*101 {
			t.Errorf("%s: %d solid, %d sides of open ones", g.format.Name, solid, open)
		}
	})
}

// stretches are the lengths of what is dark across a line.
func stretches(m *image.RGBA, y int) (out []int) {
	ground, from := middle(m), -1
	for x := range m.Rect.Dx() + 1 {
		dark := x < m.Rect.Dx() && gap(gray(m, x, y), ground) > 40
		switch {
		case dark && from < 0:
			from = x
		case !dark && from >= 0:
			out, from = append(out, x-from), -1
		}
	}
	return out
}

// TestLineTrue: the area is as high as its values and as far along as their
// dates, to a pixel.
func TestLineTrue(t *testing.T) {
	c := sampleCards()["wholeline"]
	b := c.Blocks[0].(Line)
	th, _ := LookupTheme("photocopy")
	for _, f := range Formats()[:5] {
		g := mustNew(t, c, &Options{Theme: th, Ground: "paper", Format: f})
		m := marksAlone(g)
		top := func(x int) int {
			for y := range m.Rect.Dy() {
				if gray(m, x, y) < 128 {
					return y
				}
			}
			return m.Rect.Dy()
		}
		base := 0
		for y := range m.Rect.Dy() {
			if gray(m, f.W-2, y) < 128 {
				base = y + 1
			}
		}
		last := b.Points[len(b.Points)-1]
		high := float64(base - top(f.W-2))
		for _, p := range b.Points[1:] {
			t0 := float64(last.At.Sub(p.At)) / float64(last.At.Sub(b.Start.At))
			x := float64(f.W) - t0*(float64(f.W)-g.format.sizes.side)
			if f.Landscape() {
				x = float64(f.W) - t0*0.5*float64(f.W)
			}
			want := high * p.Value / last.Value
			if got := float64(base - top(int(x)-2)); math.Abs(got-want) > 2 {
				t.Errorf("%s: %v is %v px high, want %v", f.Name, p.Value, got, want)
			}
		}
	}
}

// TestSlopeTrue: there is a line for each row, the broad one for the first, and
// all lie on one scale, to a pixel at both edges.
func TestSlopeTrue(t *testing.T) {
	b := sampleCards()["wholeslope"].Blocks[0].(Slope)
	eachPicture(t, "wholeslope", func(t *testing.T, g *Graphic) {
		rows := b.Rows
		if g.format.preview {
			rows = rows[:1]
		}
		m, left := marksAlone(g), 0
		if g.format.Landscape() && !g.format.preview {
			left = int(slopeBeside*float64(m.Rect.Dx())) + 1
		}
		for _, end := range []struct {
			x     int
			value func(SlopeRow) float64
		}{{left, func(r SlopeRow) float64 { return r.From }}, {m.Rect.Dx() - 1, func(r SlopeRow) float64 { return r.To }}} {
			lines := linesAt(m, end.x)
			if len(lines) != len(rows) {
				t.Errorf("%s: %d lines at x %d, want %d", g.format.Name, len(lines), end.x, len(rows))
				continue
			}
			byValue := slices.SortedFunc(slices.Values(rows), func(a, b SlopeRow) int { return cmp.Compare(end.value(b), end.value(a)) })
			low := len(rows) - 1
			for i, r := range byValue {
				middle := func(i int) float64 { return float64(lines[i][0]+lines[i][1]) / 2 }
				want := middle(0)
				if low > 0 {
					want += (middle(low) - middle(0)) * (end.value(byValue[0]) - end.value(r)) / (end.value(byValue[0]) - end.value(byValue[low]))
				}
				if math.Abs(middle(i)-want) > 1.5 {
					t.Errorf("%s: %s is at %v of x %d, want %v", g.format.Name, r.Name, middle(i), end.x, want)
				}
				if broad := lines[i][1]-lines[i][0] > int(2*slopeThin*g.format.unit()); broad != (r.Name == rows[0].Name) {
					t.Errorf("%s: the line of %s is %v px high", g.format.Name, r.Name, lines[i])
				}
			}
		}
	})
}

// linesAt are the stretches down a column that are not of the ground.
func linesAt(m *image.RGBA, x int) (out [][2]int) {
	ground, from := m.RGBAAt(x, m.Rect.Dy()-1), -1
	for y := range m.Rect.Dy() + 1 {
		marked := false
		if y < m.Rect.Dy() {
			p := m.RGBAAt(x, y)
			marked = gap(p.R, ground.R) > 40 || gap(p.G, ground.G) > 40 || gap(p.B, ground.B) > 40
		}
		switch {
		case marked && from < 0:
			from = y
		case !marked && from >= 0:
			out, from = append(out, [2]int{from, y}), -1
		}
	}
	return out
}

// TestSlopeRefuses names what cannot be drawn truly.
func TestSlopeRefuses(t *testing.T) {
	row := func(name string, from, to float64) SlopeRow { return SlopeRow{name, from, to, "1", "2"} }
	for rule, b := range map[string]Slope{
		"slope-rows":  {From: "2019", To: "2025"},
		"slope-times": {From: "2019", Rows: []SlopeRow{row("a", 1, 2)}},
		"slope-name":  {From: "2019", To: "2025", Rows: []SlopeRow{row("", 1, 2)}},
		"slope-text":  {From: "2019", To: "2025", Rows: []SlopeRow{{Name: "a", From: 1, To: 2, FromText: "1"}}},
		"slope-value": {From: "2019", To: "2025", Rows: []SlopeRow{row("a", math.NaN(), 2)}},
		"slope-twin":  {From: "2019", To: "2025", Rows: []SlopeRow{row("a", 1, 2), row("b", 1, 2)}},
	} {
		_, err := New(Card{Headline: "Hours", Source: "Town Council", Blocks: []Block{b}}, nil)
		var refused *FieldError
		if !errors.As(err, &refused) || refused.Rule() != rule {
			t.Errorf("%s: %v", rule, err)
		}
	}
}

// TestDatesCounts: a bar for each week, down in high formats and along in low
// ones, and each event's rule where its day is.
func TestDatesCounts(t *testing.T) {
	b := sampleCards()["wholedates"].Blocks[0].(Dates)
	eachPicture(t, "wholedates", func(t *testing.T, g *Graphic) {
		m, n := marksAlone(g), 0
		if !g.format.Landscape() {
			n = len(linesAt(m, int(datesWide*g.format.unit()/2)))
		} else {
			y := 0
			for _, node := range g.scene.Nodes {
				if node.Role == scene.Mark {
					y = (node.Rects[0].Min.Y + node.Rects[0].Max.Y) / 2
				}
			}
			n = across(m, y)
		}
		if want, _ := b.Bars(); n != want {
			t.Errorf("%s: %d bars, want %d", g.format.Name, n, want)
		}
		var at []float64
		for _, node := range g.scene.Nodes {
			if node.Role == scene.Ground && node.Field == "Blocks[0]" {
				for _, r := range node.Rects {
					at = append(at, float64(r.Min.Y))
					if g.format.Landscape() {
						at[len(at)-1] = float64(r.Min.X)
					}
				}
			}
		}
		if len(at) != len(b.Events) {
			t.Fatalf("%s: %d rules", g.format.Name, len(at))
		}
		first, last := b.Events[0].At, b.Events[2].At
		want := at[0] + (at[2]-at[0])*float64(b.Events[1].At.Sub(first))/float64(last.Sub(first))
		if math.Abs(at[1]-want) > 6 { // the last rule keeps within the card
			t.Errorf("%s: a rule at %v, want %v", g.format.Name, at[1], want)
		}
	})
}
