package graphic_test

import (
	"errors"
	"fmt"
	"image"
	"io"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
)

// TestZeroValues: what was never filled in is refused by name or is nothing,
// and does not panic.
func TestZeroValues(t *testing.T) {
	card := graphic.Card{Headline: "Open on Friday", Source: "Source: the library"}
	blocks := []graphic.Block{
		nil, graphic.Stat{}, graphic.Bars{}, graphic.People{}, graphic.Donut{}, graphic.Timeline{}, graphic.Quote{}, graphic.List{},
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
	for _, options := range []*graphic.Options{nil, {}, {Fonts: &graphic.Fonts{}}} {
		if _, err := graphic.New(card, options); err != nil {
			t.Errorf("%+v: %v", options, err)
		}
	}
	if grounds := (graphic.Theme{}).Grounds(); len(grounds) == 0 {
		t.Error("the zero Theme has no grounds")
	}

	var g graphic.Graphic
	for _, write := range []func(io.Writer) error{g.WritePNG, g.WriteJPEG, g.WriteSVG, g.WritePDF, g.WriteGIF, p.WritePNG, p.WriteJPEG, code.WriteSVG} {
		write(io.Discard) // an error or nothing
	}
	if g.Alt() != "" || len(g.Boxes()) > 0 || !g.Image().Rect.Empty() {
		t.Error("the zero Graphic shows something")
	}
}
