//go:build js && wasm

package main

import (
	"bytes"
	"io"
	"syscall/js"

	"github.com/shutdowncecot/toolkit/graphic"
)

type drawing struct {
	Card   graphic.Card  `json:"card"`
	Theme  string        `json:"theme"`
	Ground string        `json:"ground"`
	Format string        `json:"format"`
	Words  graphic.Words `json:"words"` // of alt texts
	Type   string        `json:"type"`
	Width  int           `json:"width"` // of pixels, where no type is asked for; 0: the card's own
}

var writers = map[string]func(*graphic.Graphic, io.Writer) error{
	"png": (*graphic.Graphic).WritePNG, "jpg": (*graphic.Graphic).WriteJPEG, "svg": (*graphic.Graphic).WriteSVG, "pdf": (*graphic.Graphic).WritePDF,
	"gif": (*graphic.Graphic).WriteGIF,
}

// draw is a card as a file.
func draw(d drawing) (any, error) {
	if d.Type == "" {
		return nil, unknown("type", d.Type)
	}
	g, err := d.lay()
	if err != nil {
		return nil, err
	}
	out := map[string]any{}
	return out, d.give(g, out)
}

func (d drawing) lay() (*graphic.Graphic, error) {
	o, err := d.options()
	if err != nil {
		return nil, err
	}
	return graphic.New(d.Card, o)
}

func (d drawing) options() (*graphic.Options, error) {
	theme, err := looks.theme(d.Theme)
	if err != nil {
		return nil, err
	}
	format, err := d.format()
	if err != nil {
		return nil, err
	}
	return &graphic.Options{Theme: theme, Ground: d.Ground, Format: format, Fonts: looks.fonts, Words: d.Words}, nil
}

func (d drawing) format() (graphic.Format, error) {
	if d.Type == "mp4" {
		return graphic.ReelFormats()[0], nil
	}
	f, ok := graphic.LookupFormat(d.Format)
	if !ok && d.Format != "" {
		return f, unknown("format", d.Format)
	}
	return f, nil
}

// sheet is several cards as the pages of one PDF.
func sheet(of []drawing) (any, error) {
	var pages []*graphic.Graphic
	for _, d := range of {
		g, err := d.lay()
		if err != nil {
			return nil, err
		}
		pages = append(pages, g)
	}
	var b bytes.Buffer
	err := graphic.WritePDF(&b, nil, pages...)
	return map[string]any{"data": array("Uint8Array", b.Bytes())}, err
}

// array is a copy of bytes as an array of JavaScript, which stays when the
// program's memory grows.
func array(kind string, b []byte) js.Value {
	a := js.Global().Get(kind).New(len(b))
	js.CopyBytesToJS(a, b)
	return a
}
