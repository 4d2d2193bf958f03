package graphic

import (
	"errors"
	"image"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

func memberRow() Panorama {
	return Panorama{
		Cover: Card{
			ID: "row", Lang: language.English, Headline: "252 members. Who comes every week?", Note: "One bar is one member.",
			Source: "Source: Millbrook Town Council, 4 Mar 2031", Tags: []string{"SaveOldMill"},
		},
		Groups: members(), Next: "Swipe",
		Action: Card{
			ID: "row", Headline: "Ask for longer hours", Body: "The council says that many come twice.",
			Action: Action{Verb: "Call", Phone: "(555) 010-0142"},
		},
	}
}

// TestPanoramaCounts: the bars of all slides are those of the groups, in one ink
// too, none on a cut, and the row is the slides side by side.
func TestPanoramaCounts(t *testing.T) {
	for _, th := range Themes() {
		slides, err := NewPanorama(memberRow(), &Options{Theme: th})
		if err != nil {
			t.Fatal(th.Name, err)
		}
		strip, err := Joined(slides...)
		if err != nil {
			t.Fatal(err)
		}
		var got [4]int
		whole := strip.Image()
		for i, g := range slides {
			n := readRow(t, g)
			for mark := range got {
				got[mark] += n[mark]
			}
			at := image.Pt(i*g.scene.W, 0)
			for _, p := range []image.Point{{3, 3}, {540, 800}, {g.scene.W - 1, 900}, {200, 1300}} {
				if g.Image().At(p.X, p.Y) != whole.At(p.X+at.X, p.Y) {
					t.Errorf("%s: slide %d is not the row's at %v", th.Name, i+1, p)
				}
			}
		}
		if want := [4]int{Solid: 123, Hatch: 70, Open: 33, Foot: 26}; got != want {
			t.Errorf("%s: %v, want %v", th.Name, got, want)
		}
		if len(slides) != 5 || whole.Rect.Dx() != 5*1080 {
			t.Errorf("%s: %d slides, %d px wide", th.Name, len(slides), whole.Rect.Dx())
		}
	}
}

// readRow counts the bars of a slide's row from its pixels: a run down the
// middle of a bar is all ink, two of ink at the ends, many, or one at the foot.
func readRow(t *testing.T, g *Graphic) (got [4]int) {
	t.Helper()
	m, top, end := marksAlone(g), int(stretchTop*float64(g.scene.H)), int(stretchEnd*float64(g.scene.H))
	ground := gray(m, 0, 0)
	for _, n := range g.scene.Nodes {
		for _, r := range n.Rects {
			if n.Role == scene.Mark && r.Min.Y > top-4 && (r.Min.X < 1 || r.Max.X > g.scene.W-1) {
				t.Errorf("a bar stands on the cut: %v", r)
			}
		}
	}
	column := func(x int) (ink, stretches int) {
		was := false
		for y := top - 1; y < end+1; y++ {
			is := gap(gray(m, x, y), ground) > 40
			if is {
				ink++
			}
			if is && !was {
				stretches++
			}
			was = is
		}
		return ink, stretches
	}
	for x := 0; x < g.scene.W; x++ {
		from := x
		for ink, _ := column(x); ink > 0; ink, _ = column(x) {
			x++
		}
		if x == from {
			continue
		}
		ink, stretches := column((from + x) / 2)
		switch {
		case stretches == 1 && ink > (end-top)*9/10:
			got[Solid]++
		case stretches == 1:
			got[Foot]++
		case stretches == 2:
			got[Open]++
		default:
			got[Hatch]++
		}
	}
	return got
}

// TestPanoramaSlides: one asks, one tells of each group, with its number, and
// the last says what to do.
func TestPanoramaSlides(t *testing.T) {
	p := memberRow()
	p.Groups = p.Groups[:2]
	for lang, first := range map[string]int{"en": 0, "ar": 3} {
		p.Cover.Lang = language.MustParse(lang)
		slides, err := NewPanorama(p, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(slides) != 4 {
			t.Fatalf("%d slides", len(slides))
		}
		for i, want := range []string{"Note", "Blocks[0].Groups[0].Figure", "Blocks[0].Groups[1].Figure", "Action.Phone"} {
			if len(boxesOf(slides[i], want)) == 0 {
				t.Errorf("%s: slide %d lacks %s", lang, i+1, want)
			}
		}
		strip, err := Joined(slides...)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(strip.scene.Nodes, func(n scene.Node) bool { return n.Field == "Note" })
		if x := strip.scene.Nodes[at].Ink().Min.X / 1080; x != first {
			t.Errorf("%s: the cover is at place %d of the row", lang, x)
		}
	}
}

// TestPanoramaRefuses names what is no row of slides.
func TestPanoramaRefuses(t *testing.T) {
	for rule, change := range map[string]func(*Panorama, *Options){
		"field-groups":    func(p *Panorama, _ *Options) { p.Groups = p.Groups[:1] },
		"field-marks":     func(p *Panorama, _ *Options) { p.Groups[1].Mark = Solid },
		"carousel-ground": func(_ *Panorama, o *Options) { o.Ground = "red" },
	} {
		p, o := memberRow(), new(Options)
		change(&p, o)
		_, err := NewPanorama(p, o)
		var refused *FieldError
		if !errors.As(err, &refused) || refused.Rule() != rule {
			t.Errorf("%s: %v", rule, err)
		}
	}
	for rule, b := range map[string]Stretch{
		"stretch-slides": {Groups: members(), Slide: 1, Slides: 1},
		"stretch-slide":  {Groups: members(), Slide: 6, Slides: 5},
		"stretch-names":  {Groups: members(), Slide: 1, Slides: 5, Names: 5},
	} {
		var refused *FieldError
		if _, err := New(Card{Headline: "a", Source: "b", Blocks: []Block{b}}, nil); !errors.As(err, &refused) || refused.Rule() != rule {
			t.Errorf("%s: %v", rule, err)
		}
	}
}
