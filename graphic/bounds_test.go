package graphic

import (
	"errors"
	"io/fs"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// TestFormatBounds: what a caller had made of a format's public fields was
// accepted, and writing the card panicked.
func TestFormatBounds(t *testing.T) {
	for name, change := range map[string]func(*Format){
		"high":           func(f *Format) { f.H = 1 << 40 },
		"negative":       func(f *Format) { f.W = -1080 },
		"narrow":         func(f *Format) { f.W = 300 },
		"no floor":       func(f *Format) { f.Floor = 0 },
		"floor unknown":  func(f *Format) { f.Floor = math.NaN() },
		"floor endless":  func(f *Format) { f.Floor = math.Inf(1) },
		"dots unknown":   func(f *Format) { f.DPI = math.NaN() },
		"dots below one": func(f *Format) { f.DPI = 1e-9 },
	} {
		for _, base := range []string{"portrait", "letter"} {
			f, _ := LookupFormat(base)
			change(&f)
			var field *FieldError
			if _, err := New(Card{Headline: "Open"}, &Options{Format: f}); !errors.As(err, &field) || !strings.HasPrefix(field.Field(), "Format") {
				t.Errorf("%s, %s: %v, want a FieldError", base, name, err)
			}
			if f.DPI == 0 {
				continue // not a sheet
			}
			if _, err := NewSheet(f, printed(t, "claim", "handbill", "newsroom")); !errors.As(err, &field) {
				t.Errorf("a sheet, %s: %v, want a FieldError", name, err)
			}
		}
	}
	for _, f := range append(Formats(), PrintFormats()...) {
		if err := f.check(); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	for _, displayed := range []float64{100, 4000} {
		for _, side := range []int{300, 8000} {
			f, err := CustomFormat(side, side, displayed)
			if err == nil {
				err = f.check()
			}
			if err != nil {
				t.Errorf("%d shown %g wide: %v", side, displayed, err)
			}
		}
	}
}

// TestCrowdBounds: counts whose sum is more than an int holds passed, and
// drawing them never ended.
func TestCrowdBounds(t *testing.T) {
	half := math.MaxInt/2 + 1
	for _, b := range []People{
		{Segments: []Segment{{Count: half}, {Count: half}}},
		{Segments: []Segment{{Count: half}, {Count: half}, {Count: 1}}},
		{Segments: []Segment{{Count: math.MaxInt}}},
		{Per: 7, Segments: []Segment{{Count: 7 * 321}}},
		{Segments: make([]Segment, 1e5)},
	} {
		var field *FieldError
		if _, err := New(Card{Headline: "A crowd", Source: "Source: the library", Blocks: []Block{b}}, nil); !errors.As(err, &field) {
			t.Errorf("%d groups: %v, want a FieldError", len(b.Segments), err)
		}
	}
}

// TestEndsMeet: a Correction's label and date were printed over each other.
func TestEndsMeet(t *testing.T) {
	c := Card{Headline: "The library opens at nine", Blocks: []Block{Correction{Label: "Correction", Date: "9 September 2031", Was: "At ten"}}}
	c.Source = "Source: the library"
	mustNew(t, c, nil)
	c.Blocks = []Block{Correction{Label: "Correction of what the library first said about its hours", Date: "Wednesday, 9 September 2031, in the evening",
		Was: "At ten"}}
	var fit *FitError
	if _, err := New(c, nil); !errors.As(err, &fit) || !strings.HasSuffix(fit.Field(), ".Label") || fit.Over < 1 {
		t.Errorf("%v, want a FitError of the label", err)
	}
}

// TestKickerLeavesFolio: in a long set a kicker ran into the bars of the
// folio.
func TestKickerLeavesFolio(t *testing.T) {
	kicker := "Millbrook"
	for range 30 {
		kicker += " m"
		c := Card{Kicker: kicker, Headline: "Open on Friday", Folio: Folio{Number: 2, Of: maxFolio}}
		g := mustNew(t, c, nil)
		printed := boxesOf(g, "Kicker")
		if len(printed) == 0 {
			return // too long, and left out
		}
		for i := range g.scene.Nodes {
			if n := &g.scene.Nodes[i]; n.Field == "Folio" && n.Ink().Overlaps(printed[0].Rect.Inset(-8)) {
				t.Fatalf("%q reaches the folio", kicker)
			}
		}
	}
	t.Error("no kicker is too long")
}

// TestNamelessGround: a ground without a name stood for every card that asked
// for none.
func TestNamelessGround(t *testing.T) {
	file := `{"name": "own", "extends": "vigil", "grounds": [{"name": "%", "head": "night", "foot": "night", "panel": "night", "band": "night"}]}`
	_, err := LoadTheme(themeFile(strings.ReplaceAll(file, "%", "")), "themes/own.json")
	if err == nil || !strings.Contains(err.Error(), "grounds[0].name: is missing") {
		t.Errorf("%v, want the ground without a name", err)
	}
}

// TestLargeFiles: a theme and its fonts were read whatever their size.
func TestLargeFiles(t *testing.T) {
	fsys := fstest.MapFS{"own.json": {Data: make([]byte, theme.MaxTheme+1)}}
	if _, err := LoadTheme(fsys, "own.json"); err == nil || !strings.Contains(err.Error(), "larger than 1 MB") {
		t.Errorf("theme: %v", err)
	}
	if _, err := theme.ReadFile(fsys, "own.json", theme.MaxTheme+1); err != nil {
		t.Error(err)
	}
	if _, err := theme.ReadFile(fsys, "gone", 1); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// TestSheetKeepsItsCards: more cards than places were left out but said, and
// the caller's slice was the sheet's own.
func TestSheetKeepsItsCards(t *testing.T) {
	letter, _ := LookupFormat("letter")
	one, two := printed(t, "claim", "postcard", "newsroom"), printed(t, "stat", "postcard", "newsroom")
	var field *FieldError
	if _, err := NewSheet(letter, one, two, one); !errors.As(err, &field) || field.Field() != "Cards" {
		t.Errorf("%v, want a FieldError", err)
	}
	cards := []*Graphic{one, two}
	g, err := NewSheet(letter, cards...)
	if err != nil {
		t.Fatal(err)
	}
	alt := g.Alt()
	cards[1] = nil
	if g.Alt() != alt {
		t.Error("the sheet changes with its caller's slice")
	}
}

// TestSourceWithinAnother: a page's source was lost where another's name
// holds it.
func TestSourceWithinAnother(t *testing.T) {
	var pages []*Graphic
	for _, source := range []string{"Source: the library board", "Source: the library", "Source: the library board"} {
		pages = append(pages, mustNew(t, Card{Headline: "Open", Source: source}, nil))
	}
	if got, want := fileMeta(&PDFOptions{}, pages).source, "Source: the library board; Source: the library"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestCarouselLeavesNothingOut: a ground asked for was ignored, and a slide
// without a headline silently left out.
func TestCarouselLeavesNothingOut(t *testing.T) {
	c := Carousel{Cover: Card{Headline: "The library"}, Slides: []Card{{Headline: "Open on Friday"}}}
	if gs, err := NewCarousel(c, nil); err != nil || len(gs) != 2 {
		t.Fatal(len(gs), err)
	}
	var field *FieldError
	if _, err := NewCarousel(c, &Options{Ground: Themes()[0].Grounds()[0]}); !errors.As(err, &field) || field.Field() != "Options.Ground" {
		t.Errorf("%v, want a FieldError of the ground", err)
	}
	c.Sources = Card{Blocks: []Block{Sources{}}}
	var slide *SlideError
	if _, err := NewCarousel(c, nil); !errors.As(err, &slide) || slide.Slide != 3 {
		t.Errorf("%v, want slide 3", err)
	}
}
