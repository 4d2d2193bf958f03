package graphic

import (
	"errors"
	"image"
	"reflect"
	"strconv"
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
	broadside, _ := LookupTheme("broadside")
	for _, value := range []string{"7", "252", "91,300", "12,345,678", "$1,234,567,890"} {
		g := mustNew(t, Card{Source: "Source: Millbrook Town Council", Headline: value + " people read here in a year", Blocks: []Block{Stat{Value: value}}},
			&Options{Theme: broadside})
		figure := boxesOf(g, "Blocks[0].Value")
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
		c := Card{Lang: language.MustParse(lang), Source: "62 / 252", Headline: "62 / 252",
			Blocks: []Block{People{Segments: []Segment{{Count: 62}, {Count: 190, Mark: Foot}}}}}
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
		g := mustNew(t, Card{Source: "Source: Millbrook Town Council", Headline: "One person came", Blocks: []Block{People{Segments: []Segment{{Count: 1}}}}},
			&Options{Format: f})
		if r := union(boxesOf(g, "Blocks[0]")); r.Dx() >= r.Dy() {
			t.Errorf("%s: the bar is %v", f.Name, r.Size())
		}
	}
}

// TestReachesEdges: what is meant to fill the measure does, however much stands
// below it.
func TestReachesEdges(t *testing.T) {
	link := "https://library.example/readers/find-your-own-councillor/by-street-and-number"
	rows := Event{Rows: []EventRow{{"Date and time", ""}, {"Place", ""}, {"Access", ""}, {"Contact", ""}}}
	years := Bars{[]Bar{{"Mar 2030", 84000, "84,000", false}, {"Jun 2030", 87100, "87,100", false}, {"Oct 2030", 89500, "89,500", false},
		{"Feb 2031", 91300, "91,300", true}}}
	for _, m := range []struct {
		field, theme, ground, format string
		card                         Card
	}{
		{"Headline", "broadside", "", "story", Card{Headline: "Call town hall: (555) 010-0142", Action: Action{Verb: "Ask for a hearing"}}},
		{"Headline", "broadside", "", "story",
			Card{Headline: "Call the council: (555) 010-0142", Body: sampleCards()["action"].Body, Action: Action{Verb: "Come along"}}},
		{"Headline", "broadside", "", "portrait", sampleCards()["action"]},
		{"Headline", "broadside", "paper", "letter", Card{Headline: "Save the library", Body: "A public reading, in the open", Blocks: []Block{rows},
			Action: Action{Verb: "Bring somebody along.", URL: link}}},
		{"Headline", "vigil", "night", "portrait", Card{Headline: "Vigilia", Blocks: []Block{rows}}},
		{"Headline", "photocopy", "banner", "portrait", sampleCards()["steps"]},
		{"Headline", "broadside", "paper", "portrait",
			Card{Headline: "75% of readers never came back", Body: "**179 of the 238 readers** on the list. About 22% did, most of them often; 3% did not answer.",
				Blocks: []Block{Stat{Value: "75%"}, People{Segments: []Segment{{Count: 179}, {Count: 59, Mark: Open}}}}}},
		{"Blocks[0].Value", "newsroom", "paper", "square",
			Card{Kicker: "Loans", Headline: "More than 91,300 books lent; the library’s own cumulative figures",
				Blocks: []Block{Stat{Prefix: "More than", Value: "91,300"}, years}}},
		{"Blocks[1].Value", "dossier", "yellow", "square", sampleCards()["correction"]},
	} {
		th, _ := LookupTheme(m.theme)
		f, _ := LookupFormat(m.format)
		m.card.Source = "Source: Millbrook Town Council, 4 Mar 2031"
		g := mustNew(t, m.card, &Options{Theme: th, Ground: m.ground, Format: f})
		for _, b := range boxesOf(g, m.field) {
			if slack := 0.012 * float64(f.W); float64(b.Rect.Min.X) > f.sizes.side+slack || float64(b.Rect.Max.X) < float64(f.W)-f.sizes.side-slack {
				t.Errorf("%s %s: %q spans %d to %d of %d px", m.theme, m.format, b.Text, b.Rect.Min.X, b.Rect.Max.X, f.W)
			}
		}
	}
}

// TestMarkedFlush: the paint behind marked lines begins on one line, whatever
// letter each begins with.
func TestMarkedFlush(t *testing.T) {
	dossier, _ := LookupTheme("dossier")
	g := mustNew(t, sampleCards()["document"], &Options{Theme: dossier, Ground: "file"})
	paint := map[int]int{}
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Color == dossier.t.Schemes["sheet"].Highlight.RGBA {
			paint[n.Ink().Min.X]++
		}
	}
	if len(paint) != 1 {
		t.Errorf("marked lines begin at %v", paint)
	}
}

// TestEmphasisHolds: words in the second ink are not torn apart where they
// fill a line of their own.
func TestEmphasisHolds(t *testing.T) {
	square, _ := LookupFormat("square")
	c := Card{Lang: language.English, Headline: "All 252 **were readmitted** in a single week",
		Body:   "The reading room opened again on 18 July 2030. The children’s room is a separate matter.",
		Blocks: []Block{Versus{"Outdated:", "“The readers may not return.”"}, People{Segments: []Segment{{Count: 252, Mark: Open}}}},
		Source: "Source: Millbrook Town Council, 4 Mar 2031"}
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

// TestFieldsAreTheCards: what a box or an error names is a field of its card.
func TestFieldsAreTheCards(t *testing.T) {
	eachSample(func(name string, c Card, o Options) {
		g, err := New(c, &o)
		if err != nil {
			var fit *FitError
			if errors.As(err, &fit) && !hasField(c, fit.Field()) {
				t.Errorf("%s: no field %s does not fit", name, fit.Field())
			}
			return
		}
		for _, b := range g.Boxes() {
			if !hasField(c, b.Field) {
				t.Errorf("%s: %q belongs to no field %s", name, b.Text, b.Field)
			}
		}
	})
	long := Card{Headline: "Loans", Source: "Source: the library",
		Blocks: []Block{Bars{Items: []Bar{{"2030", 1, "1", false}, {"2031", 2, "2", true}}}, Stat{Value: strings.Repeat("1,234,567,", 12)}}}
	var fit *FitError
	if _, err := New(long, nil); !errors.As(err, &fit) || fit.Field() != "Blocks[1].Value" {
		t.Errorf("a figure too long is %v", err)
	}
}

// hasField follows a path such as "Blocks[0].Items[2].Label". The tiles of a
// map bear the names of their states.
func hasField(c Card, path string) bool {
	v := reflect.ValueOf(c)
	for part := range strings.SplitSeq(path, ".") {
		name, index, listed := strings.Cut(strings.TrimSuffix(part, "]"), "[")
		if v.Kind() == reflect.Interface {
			v = v.Elem()
		}
		if v = v.FieldByName(name); !v.IsValid() {
			_, state := tilePlaces[name]
			return state
		}
		if listed {
			i, err := strconv.Atoi(index)
			if err != nil || i >= v.Len() {
				return false
			}
			v = v.Index(i)
		}
	}
	return true
}

// TestEmphasisShows: on every ground of every theme, marked words look other
// than the same words unmarked, in at least half a per cent of the card.
func TestEmphasisShows(t *testing.T) {
	c := Card{Headline: "The council **sold the land** without a vote", Source: "Source: Millbrook Town Council, 4 Mar 2031"}
	plain := c
	plain.Headline = strings.ReplaceAll(c.Headline, "**", "")
	for _, th := range Themes()[:scaled(1, 2, 5)] {
		for _, gr := range th.t.Grounds {
			if gr.Strips {
				continue // each line is set off
			}
			for _, f := range Formats()[:5] {
				o := &Options{Theme: th, Ground: gr.Name, Format: f}
				_, far := difference(mustNew(t, c, o).Image(), mustNew(t, plain, o).Image())
				if far*200 < f.W*f.H {
					t.Errorf("%s %s %s: %d pixels differ", th.Name, gr.Name, f.Name, far)
				}
			}
		}
	}
}

// TestMapLabels: on a wide card both ends say what they are, and a day beside that
// only where it stands by its own journey.
func TestMapLabels(t *testing.T) {
	wide, _ := LookupFormat("wide")
	vigil, _ := LookupTheme("vigil")
	for when, said := range map[string]bool{"2031": true, "the whole of the spring of 2031": false} {
		g := mustNew(t, Card{
			Headline: "**62** readers went on, and went on, and went on, and went on, and went on, and went on, and went on", Source: "Source: the library",
			Blocks: []Block{Map{"62", []Route{
				{From: Place{Region: "IE", Name: "Ireland"}, To: Place{Region: "IS", Name: "Iceland"}, Count: 252, When: when},
				{From: Place{Region: "IS", Name: "Iceland"}, To: Place{Region: "NO", Name: "Norway"}, Count: 252, Mark: Open, When: "July", Label: "all went on"},
			}}},
		}, &Options{Format: wide, Theme: vigil})
		for field, want := range map[string]bool{"Routes[0].From": true, "Routes[0].When": said, "Routes[1].Label": true, "Routes[1].To": false} {
			if got := len(boxesOf(g, "Blocks[0]."+field)) > 0; got != want {
				t.Errorf("%q: %s stands on the map: %v", when, field, got)
			}
		}
	}
}
