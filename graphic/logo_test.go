package graphic

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Marks of groups that there are not.
const (
	flatMark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill-rule="evenodd" d="M0 0h40v40H0zM10 10h20v20H10z"/></svg>`
	twoMark  = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><style>.a{fill:#0a7a3c}</style><title>Mill</title>
<g transform="translate(2 2)"><circle class="a" cx="18" cy="18" r="18"/><rect x="28" y="4" width="28" height="28" rx="6" style="fill:#b3261e"/></g></svg>`
)

func artwork(t testing.TB, svg string) *Artwork {
	t.Helper()
	a, err := DecodeArtwork(strings.NewReader(svg))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// pngMark is a PNG of a disc in a colour on nothing.
func pngMark(t testing.TB, c color.NRGBA) *Artwork {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 90, 90))
	for y := range 90 {
		for x := range 90 {
			if dx, dy := x-45, y-45; dx*dx+dy*dy < 40*40 {
				m.SetNRGBA(x, y, c)
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return artwork(t, b.String())
}

// logoCards are cards with a place for logos, by format.
func logoCards(logos ...Logo) map[string]Card {
	card := func(headline string, b Block) Card {
		return Card{
			ID: "l", Headline: headline, Source: "Source: Town Gazette, May 3, 2031", Note: "One bar for each of the 62 classes",
			Logos: logos, Blocks: []Block{b},
		}
	}
	event := Event{Bars: 62, Day: "Friday, May 9", When: "6–7 p.m., Mill Square", Rows: []EventRow{{"Host", "Mill Friends"}}}
	return map[string]Card{
		"portrait": card("The library stays open", Motto{Bars: 62}),
		"square":   card("We came because the library is the only room that is free", Motto{}),
		"wide":     card("The library stays open", Motto{}),
		"postcard": card("The library stays open", Motto{Bars: 62}),
		"tabloid":  card("An hour of reading aloud", event),
		"placard":  card("Keep the library open", Placard{Bars: 62}),
	}
}

// TestLogoStands: a logo is drawn in every theme where a card has a place for it,
// away from words and data, and is named in the alt text.
func TestLogoStands(t *testing.T) {
	logos := map[string]Logo{
		"flat": {artwork(t, flatMark), "Mill Friends"}, "two": {artwork(t, twoMark), "Friends of the Old Mill"},
		"png": {pngMark(t, color.NRGBA{0, 60, 160, 255}), "Readers’ Circle"},
	}
	for kind, logo := range logos {
		for format, card := range logoCards(logo) {
			for _, th := range Themes() {
				f, _ := LookupFormat(format)
				g, err := New(card, &Options{Theme: th, Format: f})
				if err != nil {
					t.Errorf("%s, %s, %s: %v", kind, format, th.Name, err)
					continue
				}
				if slices.Contains(g.Omitted(), "Logos[0]") || !strings.Contains(g.Alt(), logo.Name) {
					t.Errorf("%s, %s, %s: no logo: %s", kind, format, th.Name, g.Alt())
				}
				checkLogo(t, kind+", "+format+", "+th.Name, g)
			}
		}
	}
}

// checkLogo holds a card's logo to its share of the picture and to its distance
// from all else.
func checkLogo(t *testing.T, name string, g *Graphic) {
	t.Helper()
	var mark image.Rectangle
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Field == "Logos[0]" {
			mark = mark.Union(n.Ink())
		}
	}
	whole := image.Rect(0, 0, g.scene.W, g.scene.H)
	if area := mark.Dx() * mark.Dy(); mark.Empty() || !mark.In(whole) || float64(area) > 0.08*float64(whole.Dx()*whole.Dy()) {
		t.Errorf("%s: the logo is %v of %v", name, mark, whole)
	}
	for i := range g.scene.Nodes {
		n := &g.scene.Nodes[i]
		if (n.Role == scene.Mark || n.Role == scene.Words) && n.Ink().Overlaps(mark) {
			t.Errorf("%s: %s lies under the logo", name, n.Field)
		}
	}
}

// TestLogoColors: one colour becomes that of the words, several stay and stand on
// a plate where the ground hides them; what shows nowhere is refused.
func TestLogoColors(t *testing.T) {
	red := Options{}
	red.Theme, _ = LookupTheme("broadside")
	red.Ground = "red"
	holds := func(g *Graphic, c color.RGBA) bool {
		return slices.ContainsFunc(g.scene.Nodes, func(n scene.Node) bool { return n.Field == "Logos[0]" && n.Color == c })
	}
	card := logoCards(Logo{artwork(t, flatMark), "Mill"})["portrait"]
	if g := mustNew(t, card, &red); holds(g, color.RGBA{A: 255}) {
		t.Error("a flat logo keeps its black")
	}
	card.Logos = []Logo{{artwork(t, twoMark), "Mill"}}
	if g := mustNew(t, card, &red); !holds(g, color.RGBA{0x0a, 0x7a, 0x3c, 255}) {
		t.Error("a logo of two colours loses one")
	}
	one := red
	one.Theme, _ = LookupTheme("photocopy")
	one.Ground = ""
	g := mustNew(t, card, &one)
	for _, n := range g.scene.Nodes {
		if c := n.Color; n.Field == "Logos[0]" && (c.R != c.G || c.G != c.B) {
			t.Errorf("%v in a theme of one ink", c)
		}
	}
	card.Logos[0].Art = artwork(t, `<svg viewBox="0 0 9 9"><rect width="9" height="4" fill="#ffff00"/><rect y="5" width="9" height="4" fill="#eeeeee"/></svg>`)
	var contrast *ContrastError
	if _, err := New(card, &red); !errors.As(err, &contrast) {
		t.Errorf("pale on paper: %v", err)
	}
}

// TestLogoRefused: what would be drawn otherwise than it was meant is named.
func TestLogoRefused(t *testing.T) {
	for what, svg := range map[string]string{
		"<text>":   `<svg viewBox="0 0 9 9"><text>Mill</text></svg>`,
		"<image>":  `<svg viewBox="0 0 9 9"><image href="https://example.org/a.png"/></svg>`,
		"stroke":   `<svg viewBox="0 0 9 9"><path stroke="#000" d="M0 0L9 9"/></svg>`,
		"url(#a)":  `<svg viewBox="0 0 9 9"><path fill="url(#a)" d="M0 0h9v9z"/></svg>`,
		"opacity":  `<svg viewBox="0 0 9 9"><path opacity=".5" d="M0 0h9v9z"/></svg>`,
		"skewX(4)": `<svg viewBox="0 0 9 9"><path transform="skewX(4)" d="M0 0h9v9z"/></svg>`,
		"nothing":  `<svg viewBox="0 0 9 9"><path fill="none" d="M0 0h9v9z"/></svg>`,
		"read":     `<svg viewBox="0 0 9 9"><path d="M0 0 Lx"/></svg>`,
		"SVG":      `<html></html>`,
	} {
		if _, err := DecodeArtwork(strings.NewReader(svg)); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, broken := range []Card{
		{Headline: "a", Logos: make([]Logo, 4)}, {Headline: "a", Logos: []Logo{{Name: "Mill"}}}, {Headline: "a", Logos: []Logo{{Art: artwork(t, flatMark)}}},
	} {
		if _, err := New(broken, nil); err == nil {
			t.Error("not refused")
		}
	}
}

// TestLogoReaders: another program reads the outlines as they are painted here,
// with their holes.
func TestLogoReaders(t *testing.T) {
	g := mustNew(t, logoCards(Logo{artwork(t, flatMark), "Mill"})["square"], nil)
	file := writePDF(t, func(w io.Writer) error { return g.WritePDF(w) })
	base := strings.TrimSuffix(file, ".pdf")
	pdfTool(t, "pdftoppm", "-r", "96", "-png", "-singlefile", file, base)
	got, want := decodePNG(t, base+".png"), g.Image()
	var mark image.Rectangle
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Field == "Logos[0]" {
			mark = n.Ink()
		}
	}
	for _, at := range []image.Point{mark.Min.Add(image.Pt(8, 8)), mark.Min.Add(mark.Size().Div(2))} {
		r, gr, b, _ := got.At(at.X, at.Y).RGBA()
		if w := want.RGBAAt(at.X, at.Y); !near(color.RGBA{uint8(r >> 8), uint8(gr >> 8), uint8(b >> 8), 255}, w) {
			t.Errorf("at %v poppler shows %v, the PNG %v", at, got.At(at.X, at.Y), w)
		}
	}
	middle, edge := want.RGBAAt(mark.Min.X+mark.Dx()/2, mark.Min.Y+mark.Dy()/2), want.RGBAAt(mark.Min.X+8, mark.Min.Y+8)
	if near(middle, edge) {
		t.Error("the hole is filled")
	}
}

// TestLogoDocument: a card with a logo is one document.
func TestLogoDocument(t *testing.T) {
	card := logoCards(Logo{artwork(t, twoMark), "Mill"})["portrait"]
	data, err := json.Marshal(card)
	if err != nil {
		t.Fatal(err)
	}
	var again Card
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatal(err)
	}
	if a, b := mustNew(t, card, nil).Sum(), mustNew(t, again, nil).Sum(); a != b {
		t.Error("read again it is another picture")
	}
}

func FuzzArtwork(f *testing.F) {
	for _, s := range []string{flatMark, twoMark, `<svg width="5px" height="5"><path d="M0,0c1-1 2.5.5 3-3s1,1 2,2q1 1 2 2t1,1a3 2 30 0 1 2 2z"/></svg>`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := DecodeArtwork(bytes.NewReader(data))
		if err != nil {
			return
		}
		card := logoCards(Logo{a, "Mill"})["square"]
		if g, err := New(card, nil); err == nil {
			g.Image()
		}
	})
}
