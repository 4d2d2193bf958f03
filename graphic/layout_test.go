package graphic

import (
	"image"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// boxesOf are what is drawn for fields that begin so.
func boxesOf(g *Graphic, field string) []Box {
	var out []Box
	for _, b := range g.Boxes() {
		if strings.HasPrefix(b.Field, field) {
			out = append(out, b)
		}
	}
	return out
}

func union(boxes []Box) image.Rectangle {
	var r image.Rectangle
	for _, b := range boxes {
		r = r.Union(b.Rect)
	}
	return r
}

// TestTagKeepsItsPlace: a source too long for one line with the tag takes a
// second rather than the tag's place, which is the same on every card.
func TestTagKeepsItsPlace(t *testing.T) {
	for _, th := range Themes() {
		place := image.Rectangle{}
		for _, source := range []string{"Source: Council, 4 Mar 2031", "Source: Millbrook Town Council and Old Mill Library, 4 Mar 2031"} {
			g := mustNew(t, Card{Headline: "The library is open again", Source: source, Tags: []string{"SaveOldMill"}}, &Options{Theme: th, Ground: th.Grounds()[0]})
			tag, lines := boxesOf(g, "Tags"), boxesOf(g, "Source")
			if len(tag) != 1 {
				t.Fatalf("%s: %q takes the tag's place", th.Name, source)
			}
			if place.Empty() {
				place = tag[0].Rect
			}
			if last := lines[len(lines)-1]; tag[0].Rect != place || last.Rect.Max.X >= place.Min.X || last.Rect.Max.Y < place.Min.Y {
				t.Errorf("%s: %q ends at %v beside the tag at %v, which was at %v", th.Name, source, last.Rect, tag[0].Rect, place)
			}
		}
	}
}

// TestWordsUnderFigure: however many digits a figure has, no line of the
// sentence around it is set larger.
func TestWordsUnderFigure(t *testing.T) {
	broadside, _ := ThemeByName("broadside")
	for _, value := range []string{"7", "252", "91,300", "12,345,678", "$1,234,567,890"} {
		g := mustNew(t, Card{Source: "Source: Millbrook Town Council", Headline: value + " people read here in a year", Blocks: []Block{Stat{Value: value}}}, &Options{Theme: broadside})
		figure := boxesOf(g, "Stat.Value")
		for _, b := range boxesOf(g, "Headline") {
			if b.Size > figure[0].Size {
				t.Errorf("%q at %.0f px stands over %s at %.0f px", b.Text, b.Size, value, figure[0].Size)
			}
		}
	}
}

// TestLitTogether: the ones meant stand together at the start of a field of
// some and all others, at the right in a language that is read from there.
func TestLitTogether(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		c := Card{Lang: language.MustParse(lang), Source: "62 / 252", Headline: "62 / 252", Blocks: []Block{People{Segments: []Segment{{Count: 62}, {Count: 190, Mark: Foot}}}}}
		g := mustNew(t, c, nil)
		marks := boxesOf(g, "Blocks[0]")
		lit, all := marks[0].Rect, union(marks)
		if start := (lit.Min.X == all.Min.X) == (lang == "en"); !start || lit.Dx()*3 > all.Dx() {
			t.Errorf("%s: the 62 stand at %v of %v", lang, lit, all)
		}
	}
}

// TestOneBarStands: a bar stands upright, even the only one.
func TestOneBarStands(t *testing.T) {
	for _, f := range Formats() {
		g := mustNew(t, Card{Source: "Source: Millbrook Town Council", Headline: "One person came", Blocks: []Block{People{Segments: []Segment{{Count: 1}}}}}, &Options{Format: f})
		if r := union(boxesOf(g, "Blocks[0]")); r.Dx() >= r.Dy() {
			t.Errorf("%s: the bar is %v", f.Name, r.Size())
		}
	}
}

// TestReachesEdges: a call's lines, its number and the title of an event stand
// flush on both edges, however much stands below them.
func TestReachesEdges(t *testing.T) {
	broadside, _ := ThemeByName("broadside")
	link := "https://library.example/readers/find-your-own-councillor/by-street-and-number"
	rows := Event{[]EventRow{{"Date and time", ""}, {"Place", ""}, {"Access", ""}, {"Contact", ""}}}
	for format, c := range map[string]Card{
		"story": {Headline: "Call town hall: (555) 010-0142", Source: "Source: Millbrook Town Council, 4 Mar 2031",
			Action: Action{Verb: "Ask for a hearing on the sale of the library", Phone: "(555) 010-0142", Prompt: "Find your councillor:", URL: link}},
		"letter": {Headline: "Save the library", Body: "A public reading, in the open", Blocks: []Block{rows}, Action: Action{Verb: "Bring somebody along.", URL: link},
			Source: "62 classes used the library in 2030. Source: Millbrook Town Council, 4 Mar 2031.", Tags: []string{"SaveOldMill"}},
	} {
		f, _ := FormatByName(format)
		g := mustNew(t, c, &Options{Theme: broadside, Format: f})
		for _, b := range boxesOf(g, "Headline") {
			if b.Rect.Min.X > int(f.sizes.side)+3 || b.Rect.Max.X < f.W-int(f.sizes.side)-3 {
				t.Errorf("%s: %q spans %d to %d of %d px", format, b.Text, b.Rect.Min.X, b.Rect.Max.X, f.W)
			}
		}
	}
}

// TestEmphasisHolds: words in the second ink are not torn apart where they
// fill a line of their own.
func TestEmphasisHolds(t *testing.T) {
	square, _ := FormatByName("square")
	c := Card{Lang: language.English, Headline: "All 252 **were readmitted** in a single week", Body: "The reading room opened again on 18 July 2030. The children’s room is a separate matter.",
		Blocks: []Block{Versus{"Outdated:", "“The readers may not return.”"}, People{Segments: []Segment{{Count: 252, Mark: Open}}}}, Source: "Source: Millbrook Town Council, 4 Mar 2031"}
	g := mustNew(t, c, &Options{Format: square, Ground: "paper"})
	lines := map[image.Point]bool{}
	for _, b := range boxesOf(g, "Headline") {
		if b.Color == Themes()[0].t.Schemes["paper"].Accent.RGBA {
			lines[image.Pt(b.Rect.Min.Y, b.Rect.Max.Y)] = true
		}
	}
	if len(lines) != 1 {
		t.Errorf("the emphasis stands on %d lines", len(lines))
	}
}
