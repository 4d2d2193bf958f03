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
}

var writers = map[string]func(*graphic.Graphic, io.Writer) error{
	"png": (*graphic.Graphic).WritePNG, "jpg": (*graphic.Graphic).WriteJPEG, "svg": (*graphic.Graphic).WriteSVG, "pdf": (*graphic.Graphic).WritePDF,
}

// draw is a card as a file.
func draw(d drawing) (any, error) {
	write := writers[d.Type]
	if write == nil {
		return nil, unknown("type", d.Type)
	}
	g, err := d.lay()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := write(g, &b); err != nil {
		return nil, err
	}
	return map[string]any{"data": array("Uint8Array", b.Bytes()), "alt": g.Alt(), "whole": g.Whole()}, nil
}

// paint is a card as pixels: four bytes each, red, green, blue and opacity.
func paint(d drawing) (any, error) {
	g, err := d.lay()
	if err != nil {
		return nil, err
	}
	m := g.Image()
	pixels := array("Uint8ClampedArray", m.Pix)
	return map[string]any{"data": pixels, "width": m.Rect.Dx(), "height": m.Rect.Dy(), "alt": g.Alt(), "whole": g.Whole()}, nil
}

func (d drawing) lay() (*graphic.Graphic, error) {
	theme, ok := graphic.LookupTheme(d.Theme)
	if !ok && d.Theme != "" {
		return nil, unknown("theme", d.Theme)
	}
	format, ok := graphic.LookupFormat(d.Format)
	if !ok && d.Format != "" {
		return nil, unknown("format", d.Format)
	}
	return graphic.New(d.Card, &graphic.Options{Theme: theme, Ground: d.Ground, Format: format, Words: d.Words})
}

// array is a copy of bytes as an array of JavaScript, which stays when the
// program's memory grows.
func array(kind string, b []byte) js.Value {
	a := js.Global().Get(kind).New(len(b))
	js.CopyBytesToJS(a, b)
	return a
}
