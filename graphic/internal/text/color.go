package text

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Colored is a glyph that brings its own colours: a bitmap or layers of
// outlines, the lowest first.
type Colored struct {
	Bitmap image.Image // nil: layers
	Layers []Layer
}

// Layer is an outline in one colour; the zero colour means that of the text.
type Layer struct {
	ID    ID
	Color color.RGBA
}

// BitmapRise is how much of a bitmap stands above the baseline.
const BitmapRise = 0.82

// bitmapSize asks for the largest bitmaps that colour fonts hold.
const bitmapSize = 160

// Colored returns a glyph's own colours, from the tables CBDT, sbix and COLR
// version 0; nil where it has none. It is cached.
func (f *Font) Colored(id ID) *Colored {
	if !f.colors {
		return nil
	}
	if c, ok := f.colored.Load(id); ok {
		return c.(*Colored)
	}
	c, _ := f.colored.LoadOrStore(id, f.colorsOf(id))
	return c.(*Colored)
}

func (f *Font) colorsOf(id ID) (c *Colored) {
	defer func() {
		if recover() != nil {
			c = nil // the tables are damaged: the glyph is drawn as it would be without
		}
	}()
	face := font.NewFace(f.font)
	if f.font.COLR != nil {
		if paint, ok := face.GlyphDataColor(id); ok {
			if layers, ok := paint.Paint.(tables.PaintColrLayersResolved); ok {
				return f.layers(layers)
			}
		}
	}
	face.SetPpem(bitmapSize, bitmapSize)
	if b, ok := face.GlyphDataBitmap(id); ok && b.Format == font.PNG {
		if cfg, err := png.DecodeConfig(bytes.NewReader(b.Data)); err != nil || cfg.Width > 1024 || cfg.Height > 1024 {
			return nil
		}
		if m, err := png.Decode(bytes.NewReader(b.Data)); err == nil {
			return &Colored{Bitmap: m}
		}
	}
	return nil
}

func (f *Font) layers(layers tables.PaintColrLayersResolved) *Colored {
	c := new(Colored)
	for _, l := range layers {
		layer := Layer{ID: ID(l.GlyphID)}
		if len(f.font.CPAL) > 0 && int(l.PaletteIndex) < len(f.font.CPAL[0]) {
			p := f.font.CPAL[0][l.PaletteIndex]
			layer.Color = color.RGBA{p.Red, p.Green, p.Blue, 255}
		}
		c.Layers = append(c.Layers, layer)
	}
	return c
}
