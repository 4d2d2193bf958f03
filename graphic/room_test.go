package graphic

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// TestDropOrder fills a card with words until its square has no room left. A
// line for the tag alone goes before kicker and note; without its note the
// card is tight, and without its blocks it has none.
func TestDropOrder(t *testing.T) {
	f, _ := LookupFormat("square")
	c := sampleCards()["money"]
	c.Kicker, c.Note = "The budget", "The rest is not yet asked for."
	c.Source = "Source: Millbrook Town Council and Old Mill Library, 4 Mar 2031"
	var untagged, noteless, bare int
	for n := range 40 {
		c.Body = strings.TrimSpace(strings.Repeat("books and readers ", n))
		g, err := New(c, &Options{Format: f})
		if err != nil {
			break
		}
		tag, kicker, note := len(boxesOf(g, "Tags")) > 0, len(boxesOf(g, "Kicker")) > 0, len(boxesOf(g, "Note")) > 0
		switch {
		case tag && !kicker, tag && !note && g.Whole():
			t.Errorf("%d words: a line for the tag, but kicker %t and note %t", 3*n, kicker, note)
		case !note && !g.Tight():
			t.Errorf("%d words: no note, and not tight", 3*n)
		case note && !g.Whole():
			t.Errorf("%d words: a note on blocks that are not there", 3*n)
		}
		untagged, noteless, bare = untagged+parts.Btoi(!tag && note), noteless+parts.Btoi(!note), bare+parts.Btoi(!g.Whole())
	}
	if untagged*noteless*bare == 0 {
		t.Errorf("%d cards gave up the tag alone, %d the note, %d the blocks: want some of each", untagged, noteless, bare)
	}
}

// nodesOf are those of a field's furniture and marks.
func nodesOf(g *Graphic, field string, role scene.Role) []image.Rectangle {
	var out []image.Rectangle
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Role == role && strings.HasPrefix(n.Field, field) {
			out = append(out, n.Ink())
		}
	}
	return out
}

// TestLedgerMarks: every entry shows one bar of those that it counts.
func TestLedgerMarks(t *testing.T) {
	c := sampleCards()["people"]
	for _, th := range Themes() {
		g := mustNew(t, c, &Options{Theme: th})
		for i := range c.Blocks[0].(People).Segments {
			field := fmt.Sprintf("Blocks[0].Segments[%d]", i)
			if n := len(nodesOf(g, field+".Mark", scene.Mark)); n != 1 {
				t.Errorf("%s: %s has %d marks", th.Name, field, n)
			}
		}
	}
}

// TestDocumentFolio: a record in a numbered set shows its place.
func TestDocumentFolio(t *testing.T) {
	c := sampleCards()["document"]
	c.Folio = Folio{2, 5}
	g := mustNew(t, c, nil)
	if n := len(nodesOf(g, "Folio", scene.Furniture)); n != 5 {
		t.Errorf("%d bars for a place in 5", n)
	}
}

// TestListRules: no letter of a row comes near the rule below it.
func TestListRules(t *testing.T) {
	c := sampleCards()["list"]
	c.Blocks = []Block{List{Items: slices.Repeat([]string{"Help by every young page-boy, and by all who are opposed to it"}, 6)}}
	for _, th := range Themes() {
		g := mustNew(t, c, &Options{Theme: th})
		for i := range 5 {
			field := fmt.Sprintf("Blocks[0].Items[%d]", i)
			words, rule := union(boxesOf(g, field)), nodesOf(g, field, scene.Furniture)[0]
			if gap := rule.Min.Y - words.Max.Y; gap < 12 {
				t.Errorf("%s: %d px from row %d to its rule", th.Name, gap, i+1)
			}
		}
	}
}

// TestSmallPrintOnPaper: the dates of a timeline are no smaller than its source.
func TestSmallPrintOnPaper(t *testing.T) {
	for _, f := range PrintFormats() {
		g, err := New(sampleCards()["timeline"], &Options{Format: f})
		if err != nil {
			continue // not on so small a sheet
		}
		for _, b := range boxesOf(g, "Blocks[0].Events") {
			if b.Size > 0 && b.Size < boxesOf(g, "Source")[0].Size {
				t.Errorf("%s: %q at %.1f px", f.Name, b.Text, b.Size)
			}
		}
	}
}

// TestBandsBreathe: where its text is larger than it has to be, a band leaves
// room below it.
func TestBandsBreathe(t *testing.T) {
	f, _ := LookupFormat("story")
	c := sampleCards()["claim"]
	c.Attribution, c.Action = "According to the Millbrook Town Council", visit
	seen := 0
	for n := range 12 {
		c.Body = strings.TrimSpace(strings.Repeat("books and readers ", 2*n+1))
		g, err := New(c, &Options{Format: f})
		if err != nil {
			break
		}
		body := boxesOf(g, "Body")
		if len(body) == 0 || body[0].Size < 1.03*f.sizes.bodyMin {
			continue
		}
		seen++
		below := g.format.H
		for _, r := range nodesOf(g, "", scene.Ground) {
			if r.Min.Y > body[len(body)-1].Rect.Max.Y && r.Dx() == f.W {
				below = min(below, r.Min.Y)
			}
		}
		if gap := below - union(body).Max.Y; gap < 26 {
			t.Errorf("%d words at %.0f px: %d px to the next band", 6*n+3, body[0].Size, gap)
		}
	}
	if seen == 0 {
		t.Error("no card had room")
	}
}

// TestFigureApart: what stands beside a figure is what it counts. A headline
// without the figure, which would read as that, stands above it.
func TestFigureApart(t *testing.T) {
	c := Card{
		Headline: "Branches are missing books too", Source: "Source: Millbrook Town Council",
		Blocks: []Block{Stat{Prefix: "At least", Value: "11", Label: "documented cases"}},
	}
	for _, th := range Themes() {
		for _, name := range []string{"portrait", "square", "story"} {
			f, _ := LookupFormat(name)
			g := mustNew(t, c, &Options{Format: f, Theme: th})
			headline, figure, label := union(boxesOf(g, "Headline")), union(boxesOf(g, "Blocks[0].Value")), union(boxesOf(g, "Blocks[0].Label"))
			if label.Empty() || headline.Max.Y > figure.Min.Y+4 {
				t.Errorf("%s, %s: headline %v, figure %v, label %v", th.Name, name, headline, figure, label)
			}
		}
	}
}

// TestSideColumn: what stands in a narrow column is no longer than a glance;
// larger type made more lines of it, some of one short word.
func TestSideColumn(t *testing.T) {
	f, _ := LookupFormat("wide")
	said := strings.Fields("According to the Millbrook Town Council and its clerk, as reported by The Valley Post and by the Daily Millwheel")
	seen := 0
	for _, th := range Themes() {
		for n := 3; n <= len(said); n++ {
			c := Card{Headline: "Readers must get notice of every sale", Source: "Source: The Valley Post", Attribution: strings.Join(said[:n], " ")}
			g := mustNew(t, c, &Options{Format: f, Theme: th})
			lines := boxesOf(g, "Attribution")
			if bar := nodesOf(g, "", scene.Furniture); th.t.Edge && !slices.ContainsFunc(bar, func(r image.Rectangle) bool { return r.Min.X == 0 }) {
				t.Errorf("%s: no bar at the edge beside the headline for %q", th.Name, c.Attribution)
			}
			if lines[0].Rect.Min.X < f.W/2 {
				continue // below the headline
			}
			seen++
			if most := (&composer{&furnisher{&typesetter{t: th.t}}}).sideLines(); len(lines) > most {
				t.Errorf("%s: %d lines beside the headline for %q", th.Name, len(lines), c.Attribution)
			}
		}
	}
	if seen == 0 {
		t.Error("no card had a side column")
	}
}

// TestTagComesBack: a line for the tag returns where what was left out after it
// made room, and no card gives it up for a large code.
func TestTagComesBack(t *testing.T) {
	c := sampleCards()["people"]
	c.Kicker, c.Note, c.Body = "The library", "One bar is one class.", "Books and readers and rooms and evenings"
	c.Source = "Source: Millbrook Town Council and Old Mill Library, 4 Mar 2031"
	shed := 0
	for h := 800; h < 1500; h += 4 {
		f, err := CustomFormat(1080, h, 390)
		if err != nil {
			t.Fatal(err)
		}
		c.Action = []Action{{}, visit}[h/4%2]
		_, cols := composed(t, c, Options{Format: f, Theme: Themes()[0]})
		if cols == nil {
			continue
		}
		col := cols[0]
		slots := col.Slots()
		s, ok := slots[len(slots)-1].Part.(*parts.Slug)
		if !ok || s.Whole == nil {
			continue
		}
		shed++
		if more, room := s.Whole.Height()-s.Height(), -col.Excess(); more <= room {
			t.Errorf("%d px high: no tag, and %.0f px for its line of %.0f", h, room, more)
		}
		if q, ok := slots[len(slots)-2].Part.(*parts.Panel); ok && q.Code.Modules[0].Dy() > f.compact {
			t.Errorf("%d px high: no tag, and modules of %d px", h, q.Code.Modules[0].Dy())
		}
	}
	if shed == 0 {
		t.Error("no card gave up its tag")
	}
}

// TestFieldLeavesHeadline: a field of bars that has two fifths of its card
// takes no more while the headline above it is smaller than it may be.
func TestFieldLeavesHeadline(t *testing.T) {
	c := Card{Headline: "Readers: the library was needed", Source: "Source: Millbrook Town Council", Note: "One bar is one reader."}
	c.Blocks = []Block{People{Segments: []Segment{{40, Solid, "40", "readers asked"}, {150, Open, "150", "others who know the library"}}}}
	seen := 0
	for _, name := range []string{"portrait", "square", "tall"} {
		f, _ := LookupFormat(name)
		for _, th := range Themes() {
			for n := range 14 {
				c.Body = strings.TrimSpace(strings.Repeat("books and readers ", n))
				_, cols := composed(t, c, Options{Format: f, Theme: th})
				if cols == nil {
					continue
				}
				field, head := 0.0, (*parts.Prose)(nil)
				for _, s := range cols[0].Slots() {
					switch p := s.Part.(type) {
					case *parts.Crowd:
						field = p.H / (cols[0].Bottom - cols[0].Top)
					case *parts.Prose:
						if p.Field == "Headline" {
							head = p
						}
					}
				}
				if head == nil {
					continue
				}
				seen++
				if field > 0.42 && head.Size < 0.85*head.Largest() {
					t.Errorf("%s %s, %d words: the field takes %.0f %%, the headline is %.0f px of %.0f", name, th.Name, 3*n, 100*field, head.Size, head.Largest())
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no such headline")
	}
}

// TestEventsApart: between two events stands more room than between the lines
// of one, or they would read as one text.
func TestEventsApart(t *testing.T) {
	c := sampleCards()["timeline"]
	line, ok := c.Blocks[0].(Timeline)
	if !ok {
		t.Fatal("no timeline")
	}
	c.Action = visit
	seen := 0
	for _, name := range []string{"portrait", "square", "story"} {
		f, _ := LookupFormat(name)
		for n := range 15 {
			for i := range line.Events {
				line.Events[i].Text = strings.TrimSpace("Council " + strings.Repeat("votes again ", n))
			}
			c.Blocks = []Block{line}
			for _, th := range Themes() {
				_, cols := composed(t, c, Options{Format: f, Theme: th})
				if cols == nil {
					continue
				}
				for _, s := range cols[0].Slots() {
					if a, ok := s.Part.(*parts.Axis); ok {
						seen++
						checkApart(t, a, fmt.Sprintf("%s %s, %d words", name, th.Name, 2*n+1))
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no card had room for its events")
	}
}

func checkApart(t *testing.T, a *parts.Axis, name string) {
	for i, e := range a.Events[1:] {
		text := a.Texts[i]
		between := a.Tops[i+1] - a.Tops[i] - a.Event(i)
		lines := (text.Leading() - text.Text.Style.Font.CapHeight) * text.Size
		if e.Focus || a.Events[i].Focus {
			continue
		}
		if between < 1.4*lines {
			t.Errorf("%s: %.0f px below event %d, %.0f px between its lines", name, between, i+1, lines)
		}
	}
}

// TestAirBelowHeadline: large display lines stand no closer to what follows
// than to each other, save beside a bar that is as tall as they are.
func TestAirBelowHeadline(t *testing.T) {
	seen := 0
	for _, name := range []string{"portrait", "square", "story"} {
		f, _ := LookupFormat(name)
		for _, th := range Themes() {
			for n := 2; n < 14 && !th.t.Edge; n++ {
				c := Card{Headline: "File\u00a0the books", Source: "Source: Millbrook Town Council", Body: strings.TrimSpace(strings.Repeat("Books and readers ", n))}
				g := mustNew(t, c, &Options{Format: f, Theme: th})
				lines := boxesOf(g, "Headline")
				if len(lines) != 2 || lines[0].Size != lines[1].Size {
					continue
				}
				seen++
				between := lines[1].Rect.Min.Y - lines[0].Rect.Max.Y
				if below := boxesOf(g, "Body")[0].Rect.Min.Y - lines[1].Rect.Max.Y; below < between*9/10 {
					t.Errorf("%s %s, %d words: %d px below the headline, %d px between its lines", name, th.Name, 3*n, below, between)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no headline of two lines of one size")
	}
}

// TestEventHeadline: what an event is called takes a fifth of its poster's height
// at least.
func TestEventHeadline(t *testing.T) {
	c := mockups()["event-broadside-letter-es"].Card
	c.Action = Action{}
	for _, th := range Themes() {
		for _, name := range []string{"letter", "a4", "tabloid", "a3"} {
			f, _ := LookupFormat(name)
			g := mustNew(t, c, &Options{Theme: th, Format: f})
			if high := union(boxesOf(g, "Headline")).Dy(); 5*high < f.H {
				t.Errorf("%s %s: the headline is %d px of %d high", th.Name, name, high, f.H)
			}
		}
	}
}
