package inspect_test

import (
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"math"
	"testing"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/inspect"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

func card() graphic.Card {
	return graphic.Card{
		Lang: language.English, Headline: "The **Old Mill Library** is open on Sundays", Attribution: "According to the Millbrook Town Council",
		Source: "Source: Millbrook Town Council, 4 Mar 2031", Tags: []string{"SaveOldMill"},
		Action: graphic.Action{Verb: "Come to the hearing", Prompt: "Scan or type:", URL: "https://library.example/hearing"},
	}
}

func TestGraphic(t *testing.T) {
	for _, th := range graphic.Themes() {
		for _, f := range append(graphic.Formats(), graphic.PrintFormats()[:2]...) {
			g, err := graphic.New(card(), &graphic.Options{Theme: th, Format: f})
			if err != nil {
				t.Fatal(th.Name, f.Name, err)
			}
			r := inspect.Graphic(g)
			for _, p := range r.Defects {
				t.Errorf("%s %s: %v", th.Name, f.Name, p)
			}
			if len(r.Texts) == 0 {
				t.Errorf("%s %s: no texts", th.Name, f.Name)
			}
			for _, c := range r.Symbols {
				if c.Content != card().Action.URL || math.Abs(c.Module-math.Round(c.Module)) > 0.01 || c.Module < 6 {
					t.Errorf("%s %s: code %+v", th.Name, f.Name, c)
				}
			}
			if f.Name == "story" && len(r.Symbols) != 1 {
				t.Errorf("%s: %d codes on a story", th.Name, len(r.Symbols))
			}
		}
	}
}

// TestFindsContrast measures a card on a photograph, which no theme can vouch
// for.
func TestFindsContrast(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 200, 200))
	for i := range 200 * 200 {
		v := uint8(255 * (i % 2))
		m.SetRGBA(i%200, i/200, color.RGBA{v, v, v, 255})
	}
	p, err := graphic.NewPicture(m)
	if err != nil {
		t.Fatal(err)
	}
	c := card()
	c.Blocks = []graphic.Block{graphic.Photo{Picture: p, Alt: "Noise.", Full: true}}
	g, err := graphic.New(c, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range inspect.Graphic(g).Defects {
		t.Error(p)
	}
}

func TestRead(t *testing.T) {
	code, err := graphic.QR("https://library.example", nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := inspect.Read(code.Image()); err != nil || got != "https://library.example" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := inspect.Read(image.NewRGBA(image.Rect(0, 0, 100, 100))); err == nil {
		t.Error("a code was read from nothing")
	}
}

// TestDefect says what was found, to people and to programs.
func TestDefect(t *testing.T) {
	d := inspect.Defect{Data: inspect.Rules().New("defect-size", "Headline", fault.Values{"px": 20.5, "floor": 30.0}), Kind: inspect.Size}
	if got, want := d.String(), "size: Headline: 20.5 px is below the floor of 30 px"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	got, err := json.Marshal(d)
	if want := `{"kind":"size","rule":"defect-size","field":"Headline","what":"20.5 px is below the floor of 30 px"}`; err != nil || string(got) != want {
		t.Errorf("%s, want %s (%v)", got, want, err)
	}
	var f fault.Fault
	if !errors.As(error(d), &f) || f.Rule() != "defect-size" {
		t.Error("a defect is no fault")
	}
}

// TestEdges: the smooth edge of a numeral is none of its grounds.
func TestEdges(t *testing.T) {
	c := card()
	steps := graphic.Steps{Items: []graphic.Step{{Text: "Come."}, {Text: "Listen."}, {Text: "Speak."}, {Text: "Say thanks."}}}
	c.Blocks, c.Action = []graphic.Block{steps}, graphic.Action{}
	for _, f := range append(graphic.Formats()[:2], graphic.PrintFormats()[:2]...) {
		g, err := graphic.New(c, &graphic.Options{Format: f})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range inspect.Graphic(g).Defects {
			t.Errorf("%s: %v", f.Name, p)
		}
	}
}
