package graphic

import (
	"bytes"
	"encoding/base64"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"

	"github.com/shutdowncecot/toolkit/graphic/internal/rules"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Picture is a photograph: upright and stripped of everything but its
// pixels. It is immutable and safe for concurrent use.
type Picture struct{ pix image.RGBA }

// A PictureError says why a file cannot be used as a photograph.
// A PictureError is safe for concurrent use as long as nobody changes it.
type PictureError struct{ fault.Data }

func (e *PictureError) Error() string { return said(e) }

func pictureError(rule string, values fault.Values) *PictureError {
	return &PictureError{rules.English.New(rule, "", values)}
}

// NewPicture copies an image; what is transparent becomes white. The error is
// a *PictureError.
func NewPicture(m image.Image) (*Picture, error) {
	if m == nil {
		return nil, pictureError("picture-nil", nil)
	}
	b := m.Bounds()
	if b.Empty() || b.Dx() > maxSide || b.Dy() > maxSide || float64(b.Dx())*float64(b.Dy()) > maxPixels {
		return nil, pictureError("picture-size", fault.Values{"width": b.Dx(), "height": b.Dy()})
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
		in := r.Canon().Intersect(out.Rect)
		if in.Empty() {
			return nil, pictureError("picture-redact", fault.Values{"width": out.Rect.Dx(), "height": out.Rect.Dy(), "rect": r})
		}
		block := image.Rect(in.Min.X&^15, in.Min.Y&^15, (in.Max.X+15)&^15, (in.Max.Y+15)&^15)
		draw.Draw(out, block, image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
	return &Picture{*out}, nil
}

// made refuses to write the zero Picture.
func (p *Picture) made() error {
	if p.pix.Rect.Empty() {
		return pictureError("picture-empty", nil)
	}
	return nil
}

// WritePNG writes the pixels and nothing else. The zero Picture is a
// *PictureError.
func (p *Picture) WritePNG(w io.Writer) error {
	if err := p.made(); err != nil {
		return err
	}
	return png.Encode(whole{w}, &p.pix)
}

// WriteJPEG writes the pixels and nothing else. The zero Picture is a
// *PictureError.
func (p *Picture) WriteJPEG(w io.Writer) error {
	if err := p.made(); err != nil {
		return err
	}
	return jpeg.Encode(whole{w}, &p.pix, &jpeg.Options{Quality: 92})
}

// dataURL begins the text of a picture, before its PNG in base64.
const dataURL = "data:image/"

// MarshalText writes the pixels as a data URL of a PNG, so that a card with a
// photograph is one document. The zero Picture is a *PictureError.
func (p *Picture) MarshalText() ([]byte, error) {
	var file bytes.Buffer
	if err := p.WritePNG(&file); err != nil {
		return nil, err
	}
	return base64.StdEncoding.AppendEncode([]byte(dataURL+"png;base64,"), file.Bytes()), nil
}

// UnmarshalText reads a data URL of a PNG, JPEG or WebP within the limits of
// [DecodePicture]. The error is a *PictureError.
func (p *Picture) UnmarshalText(b []byte) error { return fromDataURL(p, b, DecodePicture) }

// fromDataURL reads a data URL with what decodes its file.
func fromDataURL[T any](to *T, b []byte, decode func(io.Reader) (*T, error)) error {
	head, body, ok := bytes.Cut(b, []byte(";base64,"))
	if !ok || !bytes.HasPrefix(head, []byte(dataURL)) {
		return pictureError("picture-text", nil)
	}
	read, err := decode(base64.NewDecoder(base64.StdEncoding, bytes.NewReader(body)))
	var refused *PictureError
	switch {
	case errors.As(err, &refused):
		return refused
	case err != nil:
		return pictureError("picture-text", nil)
	}
	*to = *read
	return nil
}

// The most that a photograph may hold. A file within maxFile can claim any
// number of pixels, so these are counted before one is decoded, and so is the
// memory that they take meanwhile: a progressive or interlaced file, or one of
// 16 bits a colour, takes several times that of a plain one.
const (
	maxFile   = 32 << 20 // bytes
	maxPixels = 64e6
	maxSide   = 20000 // px
	maxMemory = 400e6 // bytes
)
