package graphic

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"

	_ "golang.org/x/image/webp" // registers the format

	"github.com/shutdowncecot/toolkit/graphic/internal/exif"
)

// The most that a photograph may hold. A file within maxFile can claim any
// number of pixels, so these are counted before one is decoded.
const (
	maxFile   = 32 << 20 // bytes
	maxPixels = 64e6
	maxSide   = 20000 // px
)

// Picture is a photograph: upright and stripped of everything but its
// pixels. It is immutable and safe for concurrent use.
type Picture struct{ pix image.RGBA }

// A PictureError says why a file cannot be used as a photograph.
type PictureError struct{ Problem string }

func (e *PictureError) Error() string { return "graphic: picture " + e.Problem }

// DecodePicture reads a PNG, JPEG or WebP of at most 32 MB, 64 megapixels and
// 20,000 px a side, which is checked before anything is decoded. It turns the
// picture as its camera meant it and keeps no metadata. The error is a
// *PictureError or r's own.
func DecodePicture(r io.Reader) (*Picture, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, &PictureError{"is larger than 32 MB: save a smaller copy"}
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != "png" && format != "jpeg" && format != "webp" {
		return nil, &PictureError{"is not a PNG, JPEG or WebP file"}
	}
	switch w, h := cfg.Width, cfg.Height; {
	case w < 1 || h < 1:
		return nil, &PictureError{"has no pixels"}
	case w > maxSide || h > maxSide || float64(w)*float64(h) > maxPixels:
		return nil, &PictureError{fmt.Sprintf("of %d×%d px is larger than 64 megapixels or longer than %d px: save a smaller copy", w, h, maxSide)}
	}
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, &PictureError{"is damaged: " + err.Error()}
	}
	return NewPicture(exif.Turn(m, exif.Orientation(data)))
}

// NewPicture copies an image; what is transparent becomes white. The error is
// a *PictureError.
func NewPicture(m image.Image) (*Picture, error) {
	if m == nil {
		return nil, &PictureError{"is nil"}
	}
	b := m.Bounds()
	if b.Empty() || b.Dx() > maxSide || b.Dy() > maxSide || float64(b.Dx())*float64(b.Dy()) > maxPixels {
		return nil, &PictureError{fmt.Sprintf("of %d×%d px cannot be used", b.Dx(), b.Dy())}
	}
	pix := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(pix, pix.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(pix, pix.Rect, m, b.Min, draw.Over)
	return &Picture{*pix}, nil
}

// Bounds begin at the origin.
func (p *Picture) Bounds() image.Rectangle { return p.pix.Rect }

// Redact returns a copy in which the rectangles are black. They are drawn
// into the pixels: unlike a blur nothing of what was there can be recovered.
// Every edge is moved outwards to a multiple of 16 px, so that no trace of an
// outline is left by a later compression. The error is a *PictureError for a
// rectangle that covers nothing.
func (p *Picture) Redact(rects ...image.Rectangle) (*Picture, error) {
	out := image.NewRGBA(p.pix.Rect)
	copy(out.Pix, p.pix.Pix)
	for _, r := range rects {
		r = r.Canon()
		block := image.Rect(r.Min.X&^15, r.Min.Y&^15, (r.Max.X+15)&^15, (r.Max.Y+15)&^15).Intersect(out.Rect)
		if r.Empty() || block.Empty() {
			return nil, &PictureError{fmt.Sprintf("of %d×%d px has nothing to cover at %v", out.Rect.Dx(), out.Rect.Dy(), r)}
		}
		draw.Draw(out, block, image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
	return &Picture{*out}, nil
}

// WritePNG writes the pixels and nothing else.
func (p *Picture) WritePNG(w io.Writer) error { return png.Encode(w, &p.pix) }

// WriteJPEG writes the pixels and nothing else.
func (p *Picture) WriteJPEG(w io.Writer) error {
	return jpeg.Encode(w, &p.pix, &jpeg.Options{Quality: 92})
}
