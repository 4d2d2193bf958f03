package graphic

import (
	"errors"
	"testing"

	"golang.org/x/text/language"
)

func printed(t *testing.T, name, format, theme string) *Graphic {
	t.Helper()
	f, ok := LookupFormat(format)
	if !ok {
		t.Fatal("no format", format)
	}
	th, _ := LookupTheme(theme)
	c := sampleCards()[name]
	c.Action = visit
	return mustNew(t, c, &Options{Format: f, Theme: th})
}

func TestSheet(t *testing.T) {
	letter, _ := LookupFormat("letter")
	for _, c := range []struct {
		format string
		places int
	}{{"handbill", 4}, {"sticker", 10}, {"postcard", 2}, {"a6", 2}} {
		name := "claim"
		if c.format == "sticker" {
			name = "action"
		}
		g, err := NewSheet(letter, printed(t, name, c.format, "photocopy"))
		if err != nil {
			t.Fatal(c.format, err)
		}
		codes := 0
		for _, b := range g.Boxes() {
			if b.Code {
				codes++
				if got := decode(t, g.Image().SubImage(b.Rect.Inset(-48))); got != visit.URL {
					t.Errorf("%s: code says %q", c.format, got)
				}
			}
		}
		if codes != c.places {
			t.Errorf("%s: %d codes on a letter page, want %d", c.format, codes, c.places)
		}
	}
	two, err := NewSheet(letter, printed(t, "claim", "handbill", "newsroom"), printed(t, "stat", "handbill", "newsroom"))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, golden(t, "golden", "sheet-handbill"), two)
	var bad *FieldError
	for i, cards := range [][]*Graphic{nil, {mustNew(t, sampleCards()["claim"], nil)},
		{printed(t, "claim", "handbill", "vigil"), printed(t, "claim", "a6", "vigil")}, {printed(t, "claim", "tabloid", "vigil")}} {
		if _, err := NewSheet(letter, cards...); !errors.As(err, &bad) {
			t.Errorf("%d: %v, want a FieldError", i, err)
		}
	}
}

func TestCarousel(t *testing.T) {
	s := sampleCards()
	own := s["change"]
	own.Lang = language.Spanish
	lacks := s["people"]
	lacks.Lang = language.Und
	c := Carousel{Cover: s["cover"], Slides: []Card{own, lacks, s["claim"]}, Sources: s["sources"], Action: s["action"]}
	langs := []language.Tag{c.Cover.Lang, language.Spanish, c.Cover.Lang, s["claim"].Lang, s["sources"].Lang, s["action"].Lang}
	for _, th := range Themes() {
		gs, err := NewCarousel(c, &Options{Theme: th})
		if err != nil {
			t.Fatal(th.Name, err)
		}
		if len(gs) != 6 {
			t.Fatalf("%d slides", len(gs))
		}
		f := Formats()[0]
		for i, g := range gs {
			checkBoxes(t, g, &f)
			if g.card.Folio != (Folio{i + 1, 6}) || g.card.Lang != langs[i] {
				t.Errorf("slide %d: folio %v, language %v", i+1, g.card.Folio, g.card.Lang)
			}
		}
		if th.Name == "dossier" {
			compare(t, golden(t, "golden", "carousel-dossier-6"), gs[5])
		}
	}
	c.Slides[1].Headline = ""
	var slide *SlideError
	if _, err := NewCarousel(c, nil); !errors.As(err, &slide) || slide.Slide != 3 {
		t.Errorf("%v, want slide 3", err)
	}
	c.Slides = nil
	var field *FieldError
	if _, err := NewCarousel(c, nil); !errors.As(err, &field) {
		t.Errorf("%v, want a FieldError", err)
	}
}
