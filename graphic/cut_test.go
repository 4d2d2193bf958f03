package graphic

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// cutCards are cards for what is cut out of a sheet, and for the back of a
// postcard, by the formats that hold them.
func cutCards() map[string]Card {
	card := func(headline string, b Block) Card {
		return Card{
			ID: "cut", Lang: language.English, Headline: headline, Note: "Friends of Old Mill, in English",
			Source: "Source: Millbrook Town Council, 4 Mar 2031", Blocks: []Block{b},
		}
	}
	label := Label{URL: visit.URL}
	back := card("Dear councillor:", Postal{
		Own: "In my own words:", Sign: []string{"First name", "Town"}, Stamp: "Stamp",
		To: []PostalLine{{Text: "The Honorable", Blank: true}, {Blank: true, Label: "Office"}, {Blank: true, Label: "City, ZIP"}},
	})
	back.Body = "Please hold a public hearing before the library is sold. I read there."
	return map[string]Card{
		"label":          card("Read the minutes", label),
		"label-small":    card("Read the minutes", Label{URL: "https://mill.example"}),
		"sticker-round":  card("62 classes read here", Sticker{Figure: "62", Act: "library.example", Round: true}),
		"sticker-square": card("62 classes read here", Sticker{Figure: "62", Act: "library.example"}),
		"sticker-wide":   card("Come to the hearing", Sticker{Act: "(555) 010-0142"}),
		"sticker-long":   card("Come to the public hearing", Sticker{URL: visit.URL}),
		"postcard":       back,
	}
}

// TestCut: what is cut out keeps its words within, its codes are read, its alt
// text says its words and its document makes the same card.
func TestCut(t *testing.T) {
	for name, c := range cutCards() {
		f, _ := LookupFormat(name)
		for _, th := range Themes() {
			t.Run(name+"-"+th.Name, func(t *testing.T) {
				g := mustNew(t, c, &Options{Format: f, Theme: th})
				for _, b := range g.Boxes() {
					if b.Text != "" && !b.Rect.In(image.Rect(0, 0, f.W, f.H).Inset(leastEdge)) {
						t.Errorf("%s %q at %v is nearer than %d px to where it is cut", b.Field, b.Text, b.Rect, leastEdge)
					}
				}
				if th.Name == "broadside" {
					checkCut(t, g, c, th)
				}
			})
		}
	}
}

func checkCut(t *testing.T, g *Graphic, c Card, th Theme) {
	t.Helper()
	var read Card
	if err := json.Unmarshal(mustJSON(t, c), &read); err != nil {
		t.Fatal(err)
	}
	if mustNew(t, read, &Options{Format: g.format, Theme: th}).Sum() != g.Sum() {
		t.Error("the card of its document looks otherwise")
	}
	want := []string{c.Headline}
	var url string
	switch b := c.Blocks[0].(type) {
	case Label:
		url = b.URL
		want = append(want, Action{URL: b.URL}.address())
	case Sticker:
		url = b.URL
		want = append(want, b.Act)
	case Postal:
		want = append(want, c.Body, b.Own, "The Honorable", "City, ZIP")
	}
	for _, w := range want {
		if alt := g.Alt(); !strings.Contains(alt, w) {
			t.Errorf("alt text lacks %q:\n%s", w, alt)
		}
	}
	if url != "" {
		scanned(t, g, url)
	}
}

// scanned reads the codes of a card by a program of others, where there is one.
func scanned(t *testing.T, g *Graphic, want ...string) {
	t.Helper()
	var codes []string
	for _, b := range g.Boxes() {
		if b.Code {
			codes = append(codes, decode(t, g.Image().SubImage(b.Rect.Inset(-16))))
		}
	}
	if strings.Join(codes, "\n") != strings.Join(want, "\n") {
		t.Errorf("codes say %q, want %q", codes, want)
	}
	zbar, err := exec.LookPath("zbarimg")
	if err != nil {
		t.Skip("zbarimg is not installed")
	}
	var png bytes.Buffer
	if err := g.WritePNG(&png); err != nil {
		t.Fatal(err)
	}
	read := exec.Command(zbar, "-q", "--raw", "-")
	read.Stdin = &png
	got, err := read.Output()
	if err != nil || strings.TrimSpace(string(got)) != strings.Join(want, "\n") {
		t.Errorf("zbarimg reads %q, %v; want %q", got, err, want)
	}
}

// TestCutSheet: pieces of several sizes lie where they are put, apart and within
// the sheet, and round ones leave the corners of their square white.
func TestCutSheet(t *testing.T) {
	letter, _ := LookupFormat("letter")
	piece := func(name string, x, y float64) Piece {
		f, _ := LookupFormat(name)
		return Piece{Graphic: mustNew(t, cutCards()[name], &Options{Format: f}), X: x, Y: y, Round: name == "sticker-round"}
	}
	g, err := NewCutSheet(letter, piece("sticker-round", 0.5, 0.5), piece("sticker-square", 4, 0.5), piece("sticker-long", 0.3, 4))
	if err != nil {
		t.Fatal(err)
	}
	scanned(t, g, visit.URL)
	m := g.Image()
	if corner := m.RGBAAt(165, 165); corner.R != 255 || corner.G != 255 || corner.B != 255 {
		t.Errorf("the corner of a round sticker is %v, want white", corner)
	}
	og, portrait := mustNew(t, sampleCards()["claim"], nil), Formats()[0]
	for name, pieces := range map[string][]Piece{
		"none": nil, "nil": {{}}, "screen": {{Graphic: og}},
		"outside": {piece("sticker-long", 1, 4)}, "over": {piece("sticker-long", 0.3, 4), piece("sticker-square", 4, 4.5)},
		"mixed": {piece("sticker-long", 0.3, 4), {Graphic: printed(t, "claim", "letter", "vigil")}},
	} {
		var bad *FieldError
		if _, err := NewCutSheet(letter, pieces...); !errors.As(err, &bad) {
			t.Errorf("%s: %v, want a FieldError", name, err)
		}
	}
	if _, err := NewCutSheet(portrait, piece("sticker-long", 0, 0)); err == nil {
		t.Error("a screen is cut apart")
	}
}
