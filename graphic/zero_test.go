package graphic_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
)

// TestZeroValues: what was never filled in is refused by name or is nothing,
// and does not panic.
func TestZeroValues(t *testing.T) {
	card := graphic.Card{Headline: "Open on Friday", Source: "Source: the library"}
	blocks := []graphic.Block{
		nil, (*graphic.Stat)(nil), &graphic.Stat{}, graphic.Stat{},
		graphic.Bars{}, graphic.People{}, graphic.Donut{}, graphic.Timeline{}, graphic.Quote{}, graphic.List{},
		graphic.Steps{}, graphic.Sources{}, graphic.Versus{}, graphic.BeforeAfter{}, graphic.Document{}, graphic.TileMap{}, graphic.Event{},
		graphic.Contact{}, graphic.Photo{}, graphic.Photo{Picture: &graphic.Picture{}, Alt: "Nothing"}, graphic.Blank{}, graphic.Correction{},
	}
	refused := map[string]func() error{
		"card":     func() error { _, err := graphic.New(graphic.Card{}, nil); return err },
		"carousel": func() error { _, err := graphic.NewCarousel(graphic.Carousel{}, nil); return err },
		"sheet":    func() error { _, err := graphic.NewSheet(graphic.Format{}); return err },
		"cut":      func() error { _, err := graphic.NewSheet(graphic.PrintFormats()[0], nil); return err },
		"pages":    func() error { return graphic.WritePDF(io.Discard, nil) },
		"page":     func() error { return graphic.WritePDF(io.Discard, nil, nil) },
		"named theme": func() error {
			_, err := graphic.New(card, &graphic.Options{Theme: graphic.Theme{Name: "dossier"}})
			return err
		},
		"named theme of a carousel": func() error {
			set := graphic.Carousel{Cover: card, Slides: []graphic.Card{card, card}}
			_, err := graphic.NewCarousel(set, &graphic.Options{Theme: graphic.Theme{Name: "dossier"}})
			return err
		},
		"own format": func() error {
			_, err := graphic.New(card, &graphic.Options{Format: graphic.Format{Name: "mine", W: 1000, H: 1000}})
			return err
		},
	}
	for _, b := range blocks {
		c := card
		c.Blocks = []graphic.Block{b}
		refused[fmt.Sprintf("%T", b)] = func() error { _, err := graphic.New(c, nil); return err }
	}
	for name, c := range map[string]graphic.Card{
		"only spaces":  {Headline: " \n\t"},
		"only stars":   {Headline: "****"},
		"no such card": {Headline: "Open", Folio: graphic.Folio{Number: 3, Of: 2}},
		"endless set":  {Headline: "Open", Folio: graphic.Folio{Number: 1, Of: 1e9}},
		"a user":       {Headline: "Open", Action: graphic.Action{URL: "https://library.example@elsewhere.example"}},
		"a long code":  {Headline: "Open", Action: graphic.Action{URL: "https://library.example/" + strings.Repeat("a", 4000)}},
	} {
		refused[name] = func() error { _, err := graphic.New(c, nil); return err }
	}
	for name, o := range map[string]*graphic.QROptions{
		"level": {Level: 9}, "below": {Level: -1}, "fine": {Module: 5}, "coarse": {Module: 1 << 20}, "pale": {Dark: color.Gray{120}},
	} {
		refused["code: "+name] = func() error { _, err := graphic.QR("https://library.example", o); return err }
	}
	for name, content := range map[string]string{"empty": "", "long": strings.Repeat("a", 5000)} {
		refused["code: "+name] = func() error { _, err := graphic.QR(content, nil); return err }
	}
	for name, f := range refused {
		var field *graphic.FieldError
		if err := f(); !errors.As(err, &field) {
			t.Errorf("%s: %v", name, err)
		}
	}

	var p graphic.Picture
	if _, err := p.Redact(image.Rect(0, 0, 8, 8)); err == nil || !p.Bounds().Empty() {
		t.Error("something was covered")
	}
	if _, err := graphic.NewPicture(nil); err == nil {
		t.Error("a picture of nil")
	}
	var code graphic.Code
	if code.Side() != 0 || !code.Image().Rect.Empty() {
		t.Error("a code of nothing")
	}
	if _, err := graphic.LoadFonts(nil); err == nil {
		t.Error("fonts of nil")
	}
	if _, err := graphic.LoadTheme(nil, "own.json"); err == nil {
		t.Error("a theme of nil")
	}
	for _, options := range []*graphic.Options{nil, {}, {Fonts: &graphic.Fonts{}}} {
		if _, err := graphic.New(card, options); err != nil {
			t.Errorf("%+v: %v", options, err)
		}
	}
	if grounds := (graphic.Theme{}).Grounds(); len(grounds) == 0 {
		t.Error("the zero Theme has no grounds")
	}

	var g graphic.Graphic
	if g.Alt() != "" || len(g.Boxes()) > 0 || !g.Image().Rect.Empty() {
		t.Error("the zero Graphic shows something")
	}
}

// TestZeroMethods: no method of what was not made by the package panics, and
// what writes a file writes none and says why.
func TestZeroMethods(t *testing.T) {
	for _, zero := range []any{new(graphic.Graphic), new(graphic.Picture), new(graphic.Code)} {
		v := reflect.ValueOf(zero)
		for i := range v.NumMethod() {
			name := v.Type().String() + "." + v.Type().Method(i).Name
			write, ok := v.Method(i).Interface().(func(io.Writer) error)
			if !ok {
				call := v.Method(i)
				if write, ok := call.Interface().(func(io.Writer, image.Image) error); ok {
					if err := write(io.Discard, image.NewRGBA(image.Rectangle{})); err == nil {
						t.Errorf("%s writes nothing", name)
					}
					continue
				}
				if read, ok := call.Interface().(func([]byte) error); ok {
					if err := read(nil); err == nil {
						t.Errorf("%s reads nothing", name)
					}
					continue
				}
				if paint, ok := call.Interface().(func(int) *image.RGBA); ok {
					if m := paint(100); !m.Rect.Empty() {
						t.Errorf("%s paints %v", name, m.Rect)
					}
					continue
				}
				if n := call.Type().NumIn(); n == 0 || n == 1 && call.Type().IsVariadic() {
					call.Call(nil)
				} else {
					t.Errorf("%s is not tried", name)
				}
				continue
			}
			var file bytes.Buffer
			err := write(&file)
			var field *graphic.FieldError
			var picture *graphic.PictureError
			if !errors.As(err, &field) && !errors.As(err, &picture) || file.Len() > 0 {
				t.Errorf("%s: %v, %d bytes", name, err, file.Len())
			}
		}
	}
	var field *graphic.FieldError
	if err := graphic.WritePDF(io.Discard, nil, new(graphic.Graphic)); !errors.As(err, &field) {
		t.Errorf("a page of the zero Graphic: %v", err)
	}
	for _, err := range []error{new(graphic.FieldError), new(graphic.FitError), new(graphic.GlyphError), new(graphic.ContrastError), new(graphic.PictureError)} {
		if err.Error() == "" {
			t.Errorf("%T says nothing", err)
		}
	}
}

// TestPointers: a block given by its address is the block.
func TestPointers(t *testing.T) {
	c := graphic.Card{Headline: "We ask for 12 hours", Source: "Source: the library"}
	for _, pair := range [][2]graphic.Block{
		{graphic.Stat{Value: "12", Label: "hours"}, &graphic.Stat{Value: "12", Label: "hours"}},
		{graphic.List{Items: []string{"Open on Sunday", "Keep the garden"}}, &graphic.List{Items: []string{"Open on Sunday", "Keep the garden"}}},
		{graphic.Quote{Text: "Come in", Speaker: "A reader"}, &graphic.Quote{Text: "Come in", Speaker: "A reader"}},
	} {
		var sums [2][32]byte
		for i, b := range pair {
			c.Blocks = []graphic.Block{b}
			g, err := graphic.New(c, nil)
			if err != nil {
				t.Fatalf("%T: %v", b, err)
			}
			sums[i] = g.Sum()
		}
		if sums[0] != sums[1] {
			t.Errorf("%T looks unlike %T", pair[0], pair[1])
		}
	}
}

// TestControls: what no reader sees and a file cannot hold is refused.
func TestControls(t *testing.T) {
	for _, s := range []string{"Open\x00 now", "Open\x1b[31m now", "Open\x7f now", "Open \xff now", "Open \u202e now", "AL \u2067HIT\u2069 JAN", "Open\u2028now"} {
		var hidden *graphic.FieldError
		if _, err := graphic.New(graphic.Card{Headline: s}, nil); !errors.As(err, &hidden) || hidden.Field() != "Headline" || hidden.Rule() != "card-hidden" {
			t.Errorf("%q: %v", s, err)
		}
	}
}
