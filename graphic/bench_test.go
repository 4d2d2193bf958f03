package graphic

import (
	"bytes"
	"fmt"
	"image/color"
	"strings"
	"testing"

	"github.com/fogleman/gg"
	"github.com/golang/freetype/truetype"
	"github.com/skip2/go-qrcode"
	"golang.org/x/text/language"
)

// benchCard is the card that the figures in the README speak of: headline,
// body, figure, four bars, code and source at 1080×1350. Each i has words of
// its own, so that none is taken from the card before but those of the source.
func benchCard(i int) Card {
	n := fmt.Sprintf("91,%03d", 300+i%700)
	return Card{
		ID: "bench", Lang: language.English, Kicker: "Loans by year",
		Headline:    "More than " + n + " loans in one year, and more each year",
		Body:        "The reading room opens four days a week; readers ask for six: " + n + " loans.",
		Attribution: "According to the library’s register",
		Source:      "Source: Millbrook Library, 4 Mar 2031", Tags: []string{"SaveOldMill"},
		Blocks: []Block{Stat{Value: n}, Bars{Items: []Bar{
			{Label: "2028", Value: 84000, Text: "84,000"}, {Label: "2029", Value: 87100, Text: "87,100"},
			{Label: "2030", Value: 89500, Text: "89,500"}, {Label: "2031", Value: 91300, Text: "91,300", Focus: true},
		}}},
		Action: Action{Verb: "Come to the hearing", Prompt: "Scan or type:", URL: "https://library.example/hearing"},
	}
}

// denseCard is benchCard with as much text as its format takes: forty words of
// body.
func denseCard(i int) Card {
	c := benchCard(i)
	c.Body = fmt.Sprintf("Readers took %d,300 books home in %d months, and the room is open four days a week. Of all of "+
		"us, nine in ten want six; the town’s own count of visits went up in each of the past years.", 20+i%9, 3+i%6)
	return c
}

// TestPictureSize holds files to what a post may weigh on a slow connection.
func TestPictureSize(t *testing.T) {
	for name, c := range map[string]struct {
		card func(int) Card
		most int
	}{"card": {benchCard, 52_000}, "dense card": {denseCard, 62_000}} {
		for i := range scaled(5, 100, 100) {
			var b bytes.Buffer
			if err := mustNew(t, c.card(i), nil).WritePNG(&b); err != nil {
				t.Fatal(err)
			}
			if b.Len() > c.most {
				t.Errorf("%s: %d bytes, at most %d", name, b.Len(), c.most)
			}
		}
	}
	if n := len(strings.Fields(denseCard(0).Body)); n < 40 {
		t.Errorf("the dense card has %d words of body", n)
	}
}

// BenchmarkCard draws the card to PNG bytes with this package and with plain
// gg, in one run, so that their ratio can be read on any machine.
func BenchmarkCard(b *testing.B) {
	b.Run("toolkit", func(b *testing.B) { benchPNG(b, benchCard) })
	b.Run("dense", func(b *testing.B) { benchPNG(b, denseCard) })
	b.Run("layout", func(b *testing.B) {
		b.ReportAllocs()
		for i := 1; b.Loop(); i++ {
			mustNew(b, benchCard(i), nil)
		}
	})
	b.Run("plaingg", func(b *testing.B) {
		b.ReportAllocs()
		fonts := ggFonts(b)
		c := benchCard(0)
		var buf bytes.Buffer
		for b.Loop() {
			buf.Reset()
			if err := plainGG(&buf, c, fonts); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(buf.Len()), "bytes/card")
	})
}

// benchPNG draws cards to PNG bytes.
func benchPNG(b *testing.B, card func(int) Card) {
	b.ReportAllocs()
	var buf bytes.Buffer
	if err := mustNew(b, card(0), nil).WritePNG(&buf); err != nil { // the first fills the caches
		b.Fatal(err)
	}
	for i := 1; b.Loop(); i++ {
		buf.Reset()
		if err := mustNew(b, card(i), nil).WritePNG(&buf); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(buf.Len()), "bytes/card")
}

func ggFonts(b *testing.B) map[string]*truetype.Font {
	fonts := make(map[string]*truetype.Font)
	for role, name := range map[string]string{"display": "anton/Anton_400Regular.ttf", "body": "archivo/Archivo_500Medium.ttf"} {
		data, err := shelfFiles.ReadFile("fonts/" + name)
		if err != nil {
			b.Fatal(err)
		}
		if fonts[role], err = truetype.Parse(data); err != nil {
			b.Fatal(err)
		}
	}
	return fonts
}

// plainGG is how such a card is drawn with gg's own means.
func plainGG(buf *bytes.Buffer, c Card, fonts map[string]*truetype.Font) error {
	dc := gg.NewContext(1080, 1350)
	dc.SetHexColor("#F2E8D5")
	dc.Clear()
	write := func(role string, size float64, s string, x, y float64) {
		dc.SetFontFace(truetype.NewFace(fonts[role], &truetype.Options{Size: size}))
		dc.DrawStringWrapped(s, x, y, 0, 0, 936, 1.2, gg.AlignLeft)
	}
	dc.SetHexColor("#14110F")
	write("body", 40, "More than", 72, 80)
	write("display", 96, "loans in one year, and more each year", 72, 460)
	write("body", 34, c.Body, 72, 900)
	write("body", 30, c.Kicker, 72, 40)
	write("body", 34, c.Attribution, 72, 960)
	write("body", 48, c.Action.Verb, 420, 1010)
	write("body", 30, c.Action.Prompt, 420, 1180)
	write("body", 30, c.Action.URL, 420, 1220)
	write("body", 30, c.Source, 72, 1290)
	write("body", 30, "#"+c.Tags[0], 760, 1290)
	dc.SetHexColor("#C4161C")
	write("display", 320, "91,300", 72, 110)
	for i, it := range c.Blocks[1].(Bars).Items {
		y := 680 + float64(i)*52
		dc.SetHexColor("#14110F")
		write("body", 30, it.Label, 72, y)
		dc.SetHexColor("#C4161C")
		dc.DrawRectangle(220, y, 788*it.Value/91300, 40)
		dc.Fill()
		dc.SetColor(color.White)
		write("body", 30, it.Text, 240, y)
	}
	q, err := qrcode.New(c.Action.URL, qrcode.Medium)
	if err != nil {
		return fmt.Errorf("qr: %w", err)
	}
	dc.SetColor(color.Black)
	for y, row := range q.Bitmap() {
		for x, dark := range row {
			if dark {
				dc.DrawRectangle(72+float64(8*x), 1000+float64(8*y), 8, 8)
			}
		}
	}
	dc.Fill()
	return dc.EncodePNG(buf)
}

// BenchmarkPictures lays out pictures of data that search for their shape.
func BenchmarkPictures(b *testing.B) {
	cards := sampleCards()
	for _, name := range []string{"wholefield", "wholeflow", "wholeledger", "journeys"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := New(cards[name], nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
