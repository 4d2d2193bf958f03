package share

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestCarouselReply: the reply to a topic's facts, which came after those that
// slides have room for, was on none.
func TestCarouselReply(t *testing.T) {
	for _, c := range []struct{ facts, reply, want int }{
		{7, 7, 7}, {7, 2, 2}, {7, 1, 1}, {7, 0, 5}, {3, 2, 2}, {3, 3, 3}, {3, 0, 3},
	} {
		m, err := campaign.Load(context.Background(), os.DirFS("testdata/mill"))
		if err != nil {
			t.Fatal(err)
		}
		sale := m.Facts[1]
		m.Facts = nil
		for i := range c.facts {
			sale.ID, sale.Reply = fmt.Sprintf("fact-%d", i+1), i+1 == c.reply
			m.Facts = append(m.Facts, sale)
		}
		p, err := newPlan(m, new(Options))
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, d := range (press{p.in("en")}).carousels() {
			if d.tells.fact != "" {
				told = append(told, d.tells.fact)
			}
		}
		last := fmt.Sprintf("fact-%d", c.want)
		if len(told) != min(c.facts, 5) || told[len(told)-1] != last || slices.Index(told, last) != len(told)-1 {
			t.Errorf("of %d facts with reply %d the slides tell %q", c.facts, c.reply, told)
		}
	}
}

// TestBuiltInReply: the government's reply goes with what records say.
func TestBuiltInReply(t *testing.T) {
	c := campaign.Default()
	p, err := newPlan(c, new(Options))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range c.Languages {
		i := slices.IndexFunc(press{p.in(lang)}.carousels(), func(d drawing) bool {
			return strings.HasSuffix(d.name, "/who-was-sent-05.png") && d.tells.fact == "response-dhs-2025"
		})
		if i < 0 {
			t.Errorf("in %s the last fact is not the reply", lang)
		}
	}
}

// TestCoverSpeaks: a cover of words alone says its claim, which was left out
// and left a hole.
func TestCoverSpeaks(t *testing.T) {
	c := campaign.Default()
	p, err := newPlan(c, new(Options))
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, lang := range c.Languages {
		for _, d := range (press{p.in(lang)}).carousels() {
			if !strings.HasSuffix(d.name, "-01.png") {
				continue
			}
			pages, err := d.lay()
			if err != nil {
				t.Fatal(d.name, err)
			}
			boxes := pages[0].Boxes()
			drawn := func(field string) bool {
				return slices.ContainsFunc(boxes, func(b graphic.Box) bool { return strings.HasPrefix(b.Field, field) })
			}
			if drawn("Blocks") || drawn("Stat") {
				continue
			}
			words++
			if !drawn("Body") {
				t.Errorf("%s says its headline and no more", d.name)
			}
		}
	}
	if words == 0 {
		t.Error("every cover has a chart")
	}
}

// TestCarouselDoesNotFit: a slide of words alone that fits in no form is an
// error; it was a panic, where the kit has no portrait cards that fail before.
func TestCarouselDoesNotFit(t *testing.T) {
	m, err := campaign.Load(context.Background(), os.DirFS("testdata/mill"))
	if err != nil {
		t.Fatal(err)
	}
	sale := m.Facts[1]
	sale.Chart, sale.HeadlineShort = campaign.Chart{}, nil
	sale.Headline = campaign.Text{"": strings.Repeat("wondrous ", 16)}
	sale.Attribution = campaign.Text{"": strings.Repeat("according to the council ", 40)}
	m.Facts = nil
	for i := range 3 {
		sale.ID = fmt.Sprintf("fact-%d", i+1)
		m.Facts = append(m.Facts, sale)
	}
	p, err := newPlan(m, &Options{Formats: []graphic.Format{formatNamed("wide")}})
	if err != nil {
		t.Fatal(err)
	}
	var fit *graphic.FitError
	if _, err := (press{p.in("en")}).carousels()[0].lay(); !errors.As(err, &fit) {
		t.Errorf("got %v, want a *graphic.FitError", err)
	}
}

// TestRows: a fact whose scene asks runs over slides of its own, each with the
// number of a group, in every language; no two carousels of the kit end alike.
func TestRows(t *testing.T) {
	c := campaign.Default()
	p, err := newPlan(c, new(Options))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range c.Languages {
		ed, rows, last := press{p.in(lang)}, 0, map[string]string{}
		for _, d := range (editor{p}).decks() {
			all, cards, err := ed.carousel(d)
			if err != nil {
				t.Fatal(lang, d.id(), err)
			}
			if n := ed.slides(d); n != len(all) {
				t.Errorf("%s: %d slides of %d", d.id(), len(all), n)
			}
			end := cards[len(cards)-1].Card
			says := end.Headline + "; " + end.Action.Verb
			if other := last[says]; other != "" {
				t.Errorf("%s and %s end alike: %s", d.id(), other, says)
			}
			last[says] = d.id()
			if !d.row {
				continue
			}
			rows++
			for i, g := range ed.rowGroups(d.facts[0]) {
				if !slices.ContainsFunc(all, func(s *graphic.Graphic) bool {
					return slices.ContainsFunc(s.Boxes(), func(b graphic.Box) bool {
						return b.Field == fmt.Sprintf("Blocks[0].Groups[%d].Figure", i) && b.Text == g.Figure
					})
				}) {
					t.Errorf("%s %s: no slide has %s in large", lang, d.id(), g.Figure)
				}
			}
			strip, err := ed.strip(d).lay()
			if err != nil {
				t.Fatal(err)
			}
			if f := strip[0].Format(); f.W != len(all)*1080 || f.H != 1350 {
				t.Errorf("%s: a strip of %d by %d", d.id(), f.W, f.H)
			}
		}
		if rows == 0 {
			t.Errorf("%s: no carousel is a row", lang)
		}
	}
}

// TestShrink holds a thumb to the mean colour of its picture, with a palette and
// without, whatever the sizes.
func TestShrink(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		flat := image.NewPaletted(image.Rect(0, 0, 1+r.IntN(400), 1+r.IntN(400)), nil)
		for range 1 + r.IntN(256) {
			flat.Palette = append(flat.Palette, color.RGBA{uint8(r.Uint32()), uint8(r.Uint32()), uint8(r.Uint32()), 255})
		}
		for i := range flat.Pix {
			flat.Pix[i] = uint8(r.IntN(len(flat.Palette)))
		}
		full := image.NewNRGBA(flat.Rect)
		draw.Draw(full, full.Rect, flat, image.Point{}, draw.Src)
		width := 1 + r.IntN(300)
		got := shrink(flat, width)
		if want := min(width, flat.Rect.Dx()); got.Rect.Dx() != want {
			t.Fatalf("%v to %d: %d wide", flat.Rect, width, got.Rect.Dx())
		}
		if string(shrink(full, width).Pix) != string(got.Pix) {
			t.Errorf("%v to %d: other pixels without a palette", flat.Rect, width)
		}
		was, is := meanOf(flat), meanOf(got)
		for c := range was {
			if d := was[c] - is[c]; d < -1 || d > 1 {
				t.Errorf("%v to %v: the mean colour goes from %v to %v", flat.Rect, got.Rect, was, is)
			}
		}
	}
}

// A picture of one colour, and one that is not shrunk, stay as they are.
func TestShrinkKeeps(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 47, 31))
	for i := range m.Pix {
		m.Pix[i] = uint8(7 * i)
		if i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	if got := shrink(m, 300); string(got.Pix) != string(m.Pix) {
		t.Error("a narrow picture is changed")
	}
	red := color.RGBA{0xc4, 0x16, 0x1c, 255}
	draw.Draw(m, m.Rect, image.NewUniform(red), image.Point{}, draw.Src)
	small := shrink(m, 13)
	for i := range len(small.Pix) / 4 {
		if got := small.RGBAAt(i%13, i/13); got != red {
			t.Fatalf("%v becomes %v", red, got)
		}
	}
}

func meanOf(m image.Image) (mean [3]float64) {
	b := m.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			r, g, bl, _ := m.At(x, y).RGBA()
			for c, v := range []uint32{r, g, bl} {
				mean[c] += float64(v>>8) / float64(b.Dx()*b.Dy())
			}
		}
	}
	return mean
}
