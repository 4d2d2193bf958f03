package graphic

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// TestColorLayers holds every pixel that matters of the glyphs of a COLR font
// to the colours and places that the font gives.
func TestColorLayers(t *testing.T) {
	half := color.NRGBA{fontRed.R / 2, fontRed.G / 2, fontRed.B / 2, 255}
	ink, ground := color.NRGBA{1, 0, 0, 0}, color.NRGBA{} // stand for those of the card
	for name, tc := range map[string]struct {
		emoji string
		wide  float64
		want  map[[2]float64]color.NRGBA // by em from the origin, y upwards
	}{
		"layers": {"📚", 1, map[[2]float64]color.NRGBA{
			{0.02, 0.02}: fontRed, {0.02, 0.78}: fontRed, {0.48, 0.1}: fontRed, {0.52, 0.1}: ink, {0.98, 0.78}: ink,
			{0.32, 0.32}: fontGreen, {0.68, 0.48}: fontGreen, {0.5, 0.4}: fontGreen, {0.28, 0.4}: fontRed, {0.72, 0.4}: ink,
			{0.55, 0.52}: ink, {0.4, 0.52}: fontRed, {0.4, 0.28}: fontRed,
		}},
		"itself a layer": {"📕", 1, map[[2]float64]color.NRGBA{{0.02, 0.02}: fontBlue, {0.98, 0.78}: fontBlue, {0.5, 0.4}: fontGreen}},
		"translucent":    {"📖", 1, map[[2]float64]color.NRGBA{{0.02, 0.02}: half, {0.5, 0.4}: half, {0.98, 0.78}: half}},
		"invisible":      {"📗", 1, map[[2]float64]color.NRGBA{{0.02, 0.02}: ground, {0.5, 0.4}: fontBlue, {0.98, 0.78}: ground}},
		"joined":         {"👩‍👩‍👧", 2, map[[2]float64]color.NRGBA{{0.02, 0.02}: fontBlue, {1.98, 0.78}: fontBlue, {0.5, 0.4}: fontRed, {1.5, 0.4}: fontBlue}},
		"flag":           {"🇨🇦", 2, map[[2]float64]color.NRGBA{{0.02, 0.02}: fontRed, {1.98, 0.78}: fontRed, {0.5, 0.4}: fontGreen, {0.98, 0.02}: fontRed}},
	} {
		t.Run(name, func(t *testing.T) {
			g := emojiCard(t, colrFont(), "Read\u00a0"+tc.emoji+"\u00a0here")
			at := placeOfEmoji(t, g, tc.wide)
			for p, want := range tc.want {
				switch want {
				case ink:
					want = at.ink
				case ground:
					want = at.ground
				}
				at.check(t, p[0], p[1], want)
			}
			at.alone(t, 0, 0, tc.wide, 0.8)
		})
	}
}

// TestColorBox knows the ink of glyphs that have it in layers alone.
func TestColorBox(t *testing.T) {
	f := loadOne(t, colrFont()).fonts[0].Font()
	for glyph, wide := range map[text.ID]float64{glyphBook: 1, glyphFamily: 2, glyphOwn: 1} {
		o := f.Outline(glyph)
		if o.MinX != 0 || o.MaxX != wide || o.MaxY != 0 || math.Abs(o.MinY+0.8) > 1e-6 {
			t.Errorf("glyph %d lies in %v to %v, %v to %v", glyph, o.MinX, o.MaxX, o.MinY, o.MaxY)
		}
	}
	g := emojiCard(t, colrFont(), "📚")
	checkBoxes(t, g, &g.format)
}

// TestEmphasisedColorLayers takes the colour of the emphasis for that of the
// text.
func TestEmphasisedColorLayers(t *testing.T) {
	for _, th := range Themes() {
		g := mustNew(t, Card{Headline: "Read **our 📚 here** now", Source: "S"}, &Options{Fonts: loadOne(t, colrFont()), Theme: th})
		var words, layers []color.RGBA
		for _, n := range g.scene.Nodes {
			switch {
			case n.Glyphs == nil || n.Field != "Headline":
			case n.Role == scene.Words && n.Glyphs.Glyphs[0].Strong:
				words = append(words, n.Color)
			case n.Glyphs.Glyphs[0].ID == glyphRight:
				layers = append(layers, n.Color)
			}
		}
		if len(words) == 0 || len(layers) != 1 || layers[0] != words[0] {
			t.Errorf("%s: the words are %v, the layer %v", th.Name, words, layers)
		}
	}
}

// TestHighlightedEmoji paints the highlight of an emphasis behind its emoji
// too.
func TestHighlightedEmoji(t *testing.T) {
	fonts, seen := loadOne(t, colrFont()), 0
	for _, th := range Themes() {
		for _, ground := range th.Grounds() {
			g := mustNew(t, Card{Headline: "Read", Body: "Go **to our\u00a0📚\u00a0here** now", Source: "S"}, &Options{Fonts: fonts, Theme: th, Ground: ground})
			var paint []image.Rectangle
			for _, n := range g.scene.Nodes {
				if n.Field != "Body" {
					continue
				}
				if n.Role == scene.Ground {
					paint = append(paint, n.Rects...)
				}
				if n.Glyphs == nil || n.Glyphs.Glyphs[0].ID != glyphRight || len(paint) == 0 {
					continue
				}
				seen++
				box := n.Ink()
				if !slices.ContainsFunc(paint, func(r image.Rectangle) bool { return r.Min.X <= box.Min.X && r.Max.X >= box.Max.X }) {
					t.Errorf("%s %s: %v is not within %v", th.Name, ground, box, paint)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no theme highlights")
	}
}

// TestEmojiPicture places the bitmap of an sbix font where its offsets say, on
// the ground that is there.
func TestEmojiPicture(t *testing.T) {
	quarters := image.NewNRGBA(image.Rect(0, 0, 80, 60))
	for y := range 60 {
		for x := range 80 {
			c := [][]color.NRGBA{{fontRed, fontGreen}, {fontBlue, {}}}[y/30][x/40]
			quarters.SetNRGBA(x, y, c)
		}
	}
	data := sbixFont(quarters, 100, 10, 20, glyphBook)
	g := emojiCard(t, data, "Read\u00a0📚\u00a0here")
	at := placeOfEmoji(t, g, 1)
	for p, want := range map[[2]float64]color.NRGBA{
		{0.13, 0.77}: fontRed, {0.47, 0.53}: fontRed, {0.53, 0.53}: fontGreen, {0.87, 0.77}: fontGreen,
		{0.13, 0.23}: fontBlue, {0.47, 0.47}: fontBlue, {0.53, 0.47}: at.ground, {0.87, 0.23}: at.ground,
	} {
		at.check(t, p[0], p[1], want)
	}
	at.alone(t, 0.1, 0.2, 0.9, 0.8)
	for _, ground := range []string{"red", "banner"} {
		g := mustNew(t, Card{Headline: "Read\u00a0📚\u00a0here", Source: "S"}, &Options{Fonts: loadOne(t, data), Ground: ground})
		at := placeOfEmoji(t, g, 1)
		at.check(t, 0.8, 0.3, at.ground)
	}
}

// TestColorFiles draws the layers in PDF as in PNG, and gives them to SVG. The
// theme's black has no tint: PDF sets others in black ink alone.
func TestColorFiles(t *testing.T) {
	theme, _ := LookupTheme("photocopy")
	card := Card{Headline: "Read 📚 📖 👩‍👩‍👧 here", Source: "S"}
	g := mustNew(t, card, &Options{Fonts: loadOne(t, colrFont()), Theme: theme})
	var svg bytes.Buffer
	if err := g.WriteSVG(&svg); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<g fill="#d21e28">`, `<g fill="#14a046">`, `<g fill="#1e3cc8">`, `<g fill="#000000" fill-opacity="0.502">`} {
		if !strings.Contains(svg.String(), want) {
			t.Errorf("the SVG has no %s", want)
		}
	}
	file := writePDF(t, g.WritePDF)
	pdfTool(t, "qpdf", "--check", file)
	base := strings.TrimSuffix(file, ".pdf")
	pdfTool(t, "pdftoppm", "-r", "96", "-png", "-singlefile", file, base)
	if mean, far := gapBetween(t, g.Image(), decodePNG(t, base+".png")); mean > 0.5 || far > 0.5 {
		t.Errorf("PDF: mean difference %.2f of 255, %.2f %% of pixels far off", mean, far)
	}
}

func loadOne(t *testing.T, data []byte) *Fonts {
	t.Helper()
	fonts, err := LoadFonts(fstest.MapFS{"emoji.ttf": {Data: data}})
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

func emojiCard(t *testing.T, font []byte, headline string) *Graphic {
	t.Helper()
	return mustNew(t, Card{Headline: headline, Source: "S"}, &Options{Fonts: loadOne(t, font)})
}

// emojiPlace is where the one emoji of a headline stands by the words beside it.
type emojiPlace struct {
	m           *image.RGBA
	x, y, size  float64 // origin and em, px
	ink, ground color.NRGBA
}

// placeOfEmoji reckons from the words before and after, which are set in the
// fonts of the theme.
func placeOfEmoji(t *testing.T, g *Graphic, wide float64) emojiPlace {
	t.Helper()
	var words []*scene.Node
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Field == "Headline" && n.Role == scene.Words {
			words = append(words, n)
		}
	}
	at := emojiPlace{m: g.Image()}
	if len(words) != 2 {
		t.Fatalf("the headline is in %d stretches, want 2", len(words))
	}
	before, after := words[0].Glyphs, words[1].Glyphs
	at.size = before.Size
	if before.Y == after.Y {
		last := before.Glyphs[len(before.Glyphs)-1]
		at.x = before.X + (last.X+last.Advance)*at.size
		at.y = before.Y
		if got := (after.X + after.Glyphs[0].X*at.size - at.x) / at.size; got < wide-0.02 || got > wide+0.1 {
			t.Fatalf("the words leave %.3f em, want %.3f", got, wide)
		}
	} else {
		t.Fatal("the headline takes two lines")
	}
	c := words[0].Color
	at.ink = color.NRGBA{c.R, c.G, c.B, 255}
	p := at.m.RGBAAt(int(at.x-0.05*at.size), int(at.y-0.4*at.size))
	at.ground = color.NRGBA{p.R, p.G, p.B, 255}
	return at
}

// check compares the pixel at x, y em from the origin, y upwards.
func (p *emojiPlace) check(t *testing.T, x, y float64, want color.NRGBA) {
	t.Helper()
	got := p.m.RGBAAt(int(p.x+x*p.size), int(p.y-y*p.size))
	if gap(got.R, want.R) > 12 || gap(got.G, want.G) > 12 || gap(got.B, want.B) > 12 {
		t.Errorf("at %.2f, %.2f em is %v, want %v", x, y, got, want)
	}
}

// alone wants the ground on all sides of a box in em.
func (p *emojiPlace) alone(t *testing.T, left, bottom, right, top float64) {
	t.Helper()
	out := 3 / p.size
	for _, d := range []float64{0.1, 0.5, 0.9} {
		x, y := left+d*(right-left), bottom+d*(top-bottom)
		p.check(t, x, top+out, p.ground)
		p.check(t, x, bottom-out, p.ground)
		p.check(t, left-out, y, p.ground)
		p.check(t, right+out, y, p.ground)
	}
}

// TestJustBelow: what misses a contrast by a hair is not said to have it.
func TestJustBelow(t *testing.T) {
	err := contrastError("Body", 4.47, 4.5)
	if !strings.Contains(err.Error(), "4.4:1") {
		t.Error(err)
	}
}

func TestFitErrorOfOne(t *testing.T) {
	for over, want := range map[int]string{1: "about 1 character too many", 2: "about 2 characters too many"} {
		if err := fitError("Body", "og", over); !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%v", err)
		}
	}
}
