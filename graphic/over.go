package graphic

import (
	"image"
	"image/color"
	"image/draw"
	"io"

	"github.com/fogleman/gg"

	"github.com/shutdowncecot/toolkit/graphic/internal/png"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Context paints the card and returns it to be drawn over with gg: a logo, a
// line of one's own. It is the caller's; the card does not change. The zero
// Graphic has a context of one pixel. [Graphic.WritePNGOf] writes the result.
func (g *Graphic) Context() *gg.Context {
	if g.drawn() != nil {
		return gg.NewContext(1, 1)
	}
	return gg.NewContextForRGBA(g.Image())
}

// WritePNGOf writes an image that was made of the card as WritePNG writes the
// card: with its alt text, description, source and rights inside, and indexed
// where 256 colours are enough. What the caller drew on it is not described. It
// is a *FieldError if m is not as large as the card.
func (g *Graphic) WritePNGOf(w io.Writer, m image.Image) error {
	if err := g.drawn(); err != nil {
		return err
	}
	if m == nil || m.Bounds().Dx() != g.scene.W || m.Bounds().Dy() != g.scene.H {
		return refuse("card-image", "Image", fault.Values{"width": g.scene.W, "height": g.scene.H})
	}
	opaque := image.NewRGBA(image.Rect(0, 0, g.scene.W, g.scene.H))
	draw.Draw(opaque, opaque.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(opaque, opaque.Rect, m, m.Bounds().Min, draw.Over)
	file := png.Few(opaque)
	if file == nil {
		file = png.RGB(opaque)
	}
	return png.Encode(whole{w}, file, png.Text{Key: png.XMP, Value: g.xmp()})
}
