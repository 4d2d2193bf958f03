package graphic

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/text/language"
)

func mustNew(t testing.TB, c Card, o *Options) *Graphic {
	t.Helper()
	g, err := New(c, o)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestBoxes holds every sample card to the layout's promises.
func TestBoxes(t *testing.T) {
	eachSample(func(name string, c Card, o Options) {
		t.Run(name, func(t *testing.T) { checkBoxes(t, mustNew(t, c, &o), &o.Format) })
	})
}

// TestFormats does so in every other format, on screens and on paper. Only
// what is as small as a sticker may refuse a card.
func TestFormats(t *testing.T) {
	th, _ := LookupTheme("newsroom")
	n, cards := 0, sampleCards()
	for _, f := range append(Formats()[5:], PrintFormats()...) {
		for _, name := range slices.Sorted(maps.Keys(cards)) {
			c := cards[name]
			if n++; testing.Short() && n%9 != 0 || strings.HasPrefix(name, "photo") {
				continue
			}
			t.Run(name+"-"+f.Name, func(t *testing.T) {
				g, err := New(c, &Options{Format: f, Theme: th})
				var fit *FitError
				if errors.As(err, &fit) && (f.Name == "sticker" || f.deep) {
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				checkBoxes(t, g, &f)
			})
		}
	}
}

func TestCustomFormat(t *testing.T) {
	for _, size := range [][2]int{{1080, 1350}, {2000, 900}, {640, 640}, {400, 1100}, {3000, 1000}} {
		f, err := CustomFormat(size[0], size[1], 390)
		if err != nil {
			t.Fatal(err)
		}
		checkBoxes(t, mustNew(t, sampleCards()["claim"], &Options{Format: f}), &f)
	}
	for _, size := range [][3]float64{{0, 0, 390}, {100, 1000, 390}, {4000, 400, 390}, {3004, 1000, 390}, {1080, 1080, 0}, {1e6, 1e6, 390}} {
		if _, err := CustomFormat(int(size[0]), int(size[1]), size[2]); err == nil {
			t.Errorf("%v is a format", size)
		}
	}
}

// TestPaper holds codes on paper to their size in millimetres.
func TestPaper(t *testing.T) {
	c := sampleCards()["action"]
	for _, f := range PrintFormats() {
		g, err := New(c, &Options{Format: f})
		if err != nil {
			t.Fatal(f.Name, err)
		}
		least := 20.0
		if f.Name == "tabloid" || f.Name == "a3" || f.Name == "placard" {
			least = 75
		}
		found := false
		for _, b := range g.Boxes() {
			if b.Code {
				found = true
				if mm := float64(b.Rect.Dx()) / f.DPI * 25.4; mm < least {
					t.Errorf("%s: the code is %.1f mm, below %.0f", f.Name, mm, least)
				}
			}
			if b.Text != "" {
				if pt := b.Size / f.DPI * 72; pt < 6.9 {
					t.Errorf("%s: %q is %.1f pt", f.Name, b.Text, pt)
				}
			}
		}
		if !found {
			t.Errorf("%s: no code", f.Name)
		}
	}
}

// TestLengthened does so with texts a third longer.
func TestLengthened(t *testing.T) {
	eachSample(func(name string, c Card, o Options) {
		t.Run(name, func(t *testing.T) {
			g, err := New(lengthened(c), &o)
			var fit *FitError
			if errors.As(err, &fit) && fit.Field() == "Body" {
				c.Body = "" // a claim is printed whole or not at all
				g, err = New(lengthened(c), &o)
			}
			if err != nil {
				t.Fatal(err)
			}
			checkBoxes(t, g, &o.Format)
		})
	})
}

func checkBoxes(t *testing.T, g *Graphic, f *Format) {
	t.Helper()
	boxes := g.Boxes()
	canvas := image.Rect(0, 0, f.W, f.H)
	for i, b := range boxes {
		if b.Rect.Empty() {
			continue
		}
		safe := f.Safe
		switch whole := len(g.card.Blocks) > 0 && g.card.Blocks[0].traits().whole; {
		case whole && b.Text == "":
			safe = canvas // marks of a picture run to the edges
		case b.Bleeds:
			safe = canvas.Inset(24)
		}
		if !b.Rect.In(safe) {
			t.Errorf("%s %q at %v leaves the safe area %v", b.Field, b.Text, b.Rect, safe)
		}
		if b.Text != "" && b.Size < f.Floor-0.01 {
			t.Errorf("%s %q is %.1f px, below %.0f", b.Field, b.Text, b.Size, f.Floor)
		}
		for _, o := range boxes[:i] {
			if separate(b, o) && b.Rect.Overlaps(o.Rect) {
				t.Errorf("%s %q %v overlaps %s %q %v", b.Field, b.Text, b.Rect, o.Field, o.Text, o.Rect)
			}
		}
	}
}

// separate are boxes of which neither belongs to the other.
func separate(a, b Box) bool {
	return !strings.HasPrefix(a.Field, b.Field) && !strings.HasPrefix(b.Field, a.Field)
}

func TestSameBytesTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	for name, c := range sampleCards() {
		var a, b bytes.Buffer
		if err := errors.Join(mustNew(t, c, nil).WritePNG(&a), mustNew(t, c, nil).WritePNG(&b)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

// TestPNGIsExact decodes what was written with the standard library and
// compares every pixel; flat cards must be indexed.
func TestPNGIsExact(t *testing.T) {
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	for name, c := range sampleCards() {
		g := mustNew(t, c, nil)
		var buf bytes.Buffer
		if err := g.WritePNG(&buf); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(buf.String(), "AltTextAccessibility") {
			t.Errorf("%s: no alt text in the file", name)
		}
		m, err := png.Decode(&buf)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, ok := m.(*image.Paletted); !ok && name != "photo" {
			t.Errorf("%s: %T, want an indexed image", name, m)
		}
		want := g.Image()
		for y := range want.Rect.Dy() {
			for x := range want.Rect.Dx() {
				r, gr, b, _ := m.At(x, y).RGBA()
				if w := want.RGBAAt(x, y); uint8(r>>8) != w.R || uint8(gr>>8) != w.G || uint8(b>>8) != w.B {
					t.Fatalf("%s: pixel %d,%d is not what was painted", name, x, y)
				}
			}
		}
	}
}

// TestCodesDecode reads every code off the painted card.
func TestCodesDecode(t *testing.T) {
	eachSample(func(name string, c Card, o Options) {
		if c.Action.URL == "" || o.Format.Name == "og" {
			return
		}
		g := mustNew(t, c, &o)
		found := false
		for _, b := range g.Boxes() {
			if b.Code {
				found = true
				if got := decode(t, g.Image().SubImage(b.Rect.Inset(-24))); got != c.Action.URL {
					t.Errorf("%s: code says %q, want %q", name, got, c.Action.URL)
				}
			}
		}
		if !found && o.Format.Name == "story" && (len(c.Blocks) == 0 || !first(c.Blocks).traits().whole) {
			t.Errorf("%s: no code", name)
		}
	})
}

func decode(t *testing.T, m image.Image) string {
	t.Helper()
	// gozxing counts from the origin of the image.
	crop := image.NewGray(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	for y := range crop.Rect.Dy() {
		for x := range crop.Rect.Dx() {
			crop.Set(x, y, m.At(m.Bounds().Min.X+x, m.Bounds().Min.Y+y))
		}
	}
	bmp, err := gozxing.NewBinaryBitmapFromImage(crop)
	if err != nil {
		t.Fatal(err)
	}
	res, err := qrcode.NewQRCodeReader().Decode(bmp, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
	if err != nil {
		t.Fatal(err)
	}
	return res.GetText()
}

func TestAlt(t *testing.T) {
	for name, c := range sampleCards() {
		alt := mustNew(t, c, nil).Alt()
		for _, want := range []string{strings.ReplaceAll(c.Headline, "**", ""), c.Source, c.Attribution} {
			if !strings.Contains(alt, strings.TrimSuffix(want, ".")) {
				t.Errorf("%s: alt text lacks %q:\n%s", name, want, alt)
			}
		}
		if strings.Contains(alt, "**") {
			t.Errorf("%s: marks in the alt text: %s", name, alt)
		}
	}
	c := sampleCards()["people"]
	c.Lang = language.Spanish
	if alt := mustNew(t, c, nil).Alt(); !strings.Contains(alt, "Campo de 252 barras: 123 come every week") {
		t.Errorf("alt text is not in the card's language: %s", alt)
	}
}

// TestErrors: what cannot be drawn is said, with the field.
func TestErrors(t *testing.T) {
	good := sampleCards()["people"]
	for name, tc := range map[string]struct {
		change func(*Card)
		want   string
	}{
		"no headline":   {func(c *Card) { c.Headline = "" }, "graphic: Headline: is missing; a card needs a headline"},
		"no source":     {func(c *Card) { c.Source = "" }, "graphic: Source: is missing; a card with a figure or a quotation says where it comes from"},
		"long headline": {func(c *Card) { c.Headline = strings.Repeat("library hours ", 30) }, "graphic: Headline: does not fit the portrait format"},
		"long word":     {func(c *Card) { c.Headline = strings.Repeat("bibliotheken", 20) }, "graphic: Headline: does not fit the portrait format"},
		"glyph":         {func(c *Card) { c.Headline = "図書館を守れ" }, `graphic: Headline: contains "図" (U+56F3)`},
		"link":          {func(c *Card) { c.Action.URL = "javascript:alert(1)" }, `graphic: Action.URL: is not a link that a card can hold; begin with https://`},
		"nobody":        {func(c *Card) { c.Blocks = []Block{People{}} }, "graphic: Blocks[0].Segments: there is nobody to draw"},
		"too many": {func(c *Card) { c.Blocks = []Block{People{Segments: []Segment{{Count: 470}}}} },
			"graphic: Blocks[0].Per: 470 bars are too many to see; let one bar stand for 10 people"},
		"negative": {func(c *Card) { c.Blocks = []Block{People{Segments: []Segment{{Count: -1}}}} },
			"graphic: Blocks[0].Segments[0].Count: cannot be negative"},
		"negative per": {func(c *Card) { c.Blocks = []Block{People{Per: -5, Segments: []Segment{{Count: 10}}}} }, "graphic: Blocks[0].Per: cannot be negative"},
		"uneven": {func(c *Card) { c.Blocks = []Block{People{Per: 10, Segments: []Segment{{Count: 475}}}} },
			"graphic: Blocks[0].Segments[0].Count: 475 is not a multiple of Per, 10"},
		"one bar": {func(c *Card) { c.Blocks = []Block{Bars{Items: []Bar{{Value: 1, Text: "1"}}}} },
			"graphic: Blocks[0].Items: 1 bar; two to seven can be compared"},
		"nobody's words": {func(c *Card) { c.Blocks = []Block{Quote{Text: "x"}} }, "graphic: Blocks[0].Speaker: is missing; a Quote says whose words they are"},
		"nil block":      {func(c *Card) { c.Blocks = []Block{nil} }, "graphic: Blocks[0]: is nil"},
	} {
		t.Run(name, func(t *testing.T) {
			c := good
			tc.change(&c)
			_, err := New(c, nil)
			if err == nil || !strings.HasPrefix(err.Error(), tc.want) {
				t.Errorf("got  %v\nwant %s", err, tc.want)
			}
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %v", err)
			}
		})
	}
}

// TestShortForm: the short headline stands in only where the long one fails.
func TestShortForm(t *testing.T) {
	c := sampleCards()["claim"]
	c.HeadlineShort = "Sin audiencia no se vende"
	for _, want := range []struct{ headline, shown string }{
		{c.Headline, "EDIFICIO"},
		{strings.Repeat("Ningún edificio público puede venderse ", 9), "VENDE"},
	} {
		c.Headline = want.headline
		found := false
		for _, b := range mustNew(t, c, nil).Boxes() {
			found = found || b.Field == "Headline" && strings.Contains(b.Text, want.shown)
		}
		if !found {
			t.Errorf("no line of the headline says %q", want.shown)
		}
	}
}

// TestFigureIsDrawnOnce: a value that stands in the headline is its figure.
func TestFigureIsDrawnOnce(t *testing.T) {
	var lines []string
	for _, b := range mustNew(t, sampleCards()["stat"], nil).Boxes() {
		if strings.Contains(b.Text, "62") {
			lines = append(lines, b.Field)
		}
	}
	if len(lines) != 1 || lines[0] != "Blocks[0].Value" {
		t.Errorf("62 stands in %v, want in the figure alone", lines)
	}
}

func TestGroundsVary(t *testing.T) {
	c := sampleCards()["claim"]
	seen := make(map[string]bool)
	for i := range 9 {
		c.ID = strings.Repeat("x", i+1)
		g, err := groundFor(Themes()[0].t, c.ID, "")
		if err != nil {
			t.Fatal(err)
		}
		seen[g.Name] = true
	}
	if len(seen) < 3 {
		t.Errorf("nine cards share %d grounds, want 3", len(seen))
	}
	if _, err := New(c, &Options{Ground: "marble"}); err == nil || !strings.Contains(err.Error(), `no ground "marble"`) {
		t.Errorf("unknown ground: %v", err)
	}
}

func FuzzNew(f *testing.F) {
	f.Add("At least **62** classes", "body", "Source: x", "https://a.example/b", "62")
	f.Add("\u202eab\u0301\u200d", "🏳️‍🌈 é", "٣", "tel:1", "٣")
	f.Fuzz(func(t *testing.T, headline, body, source, link, value string) {
		c := Card{Lang: language.Spanish, Headline: headline, Body: body, Source: source, Action: Action{URL: link}, Blocks: []Block{Stat{Value: value}}}
		for _, fm := range Formats() {
			g, err := New(c, &Options{Format: fm})
			if err == nil {
				checkBoxes(t, g, &fm)
			}
		}
	})
}
