package text

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Colored is a glyph that brings its own colours: a bitmap, which fills the
// box of the glyph's [Outline], or layers of outlines, the lowest first.
type Colored struct {
	Bitmap image.Image // nil: layers
	Layers []Layer
}

// Layer is an outline in one colour; the zero colour means that of the text.
type Layer struct {
	ID    ID
	Color color.RGBA
	Fade  uint8 // how much of what is below shows through, of 255
}

// bitmapSize asks for the largest bitmaps that colour fonts hold, in px to the em.
const bitmapSize = 160

// maxPictured is how many bytes of bitmaps a font keeps: those of a few hundred
// emoji, of some thousands that there are.
const maxPictured = 16 << 20

// foreground is the entry of every palette that means the colour of the text.
const foreground = 0xffff

// Colored returns a glyph's own colours, from the tables CBDT, sbix and COLR
// version 0; nil where it has none. It is cached, but of many bitmaps only those
// asked for first.
func (f *Font) Colored(id ID) *Colored {
	if !f.colors {
		return nil
	}
	if c, ok := f.colored.Load(id); ok {
		return c.(*Colored)
	}
	own := f.colorsOf(id)
	if own != nil && own.Bitmap != nil {
		size := own.Bitmap.Bounds().Size()
		if f.pictured.Add(int64(4*size.X*size.Y)) > maxPictured {
			return own
		}
	}
	c, _ := f.colored.LoadOrStore(id, own)
	return c.(*Colored)
}

func (f *Font) colorsOf(id ID) (c *Colored) {
	defer func() {
		if recover() != nil {
			c = nil // the tables are damaged: the glyph is drawn as it would be without
		}
	}()
	face := f.bitmapFace()
	if f.font.COLR != nil {
		if paint, ok := face.GlyphDataColor(id); ok {
			if layers, ok := paint.Paint.(tables.PaintColrLayersResolved); ok {
				return f.layers(layers)
			}
		}
	}
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

func (f *Font) bitmapFace() *font.Face {
	face := font.NewFace(f.font)
	face.SetPpem(bitmapSize, bitmapSize)
	return face
}

// layers looks their colours up in the font's first palette.
func (f *Font) layers(layers tables.PaintColrLayersResolved) *Colored {
	c := new(Colored)
	for _, l := range layers {
		layer := Layer{ID: ID(l.GlyphID)}
		if l.PaletteIndex != foreground {
			if len(f.font.CPAL) == 0 || int(l.PaletteIndex) >= len(f.font.CPAL[0]) {
				continue
			}
			p := f.font.CPAL[0][l.PaletteIndex]
			layer.Color, layer.Fade = color.RGBA{p.Red, p.Green, p.Blue, 255}, 255-p.Alpha
		}
		c.Layers = append(c.Layers, layer)
	}
	return c
}
