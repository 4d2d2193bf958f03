package graphic

import (
	"bytes"
	"encoding/base64"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"

	"github.com/shutdowncecot/toolkit/graphic/internal/logo"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Artwork is the drawing of a logo: the outlines of an SVG or the pixels of a
// PNG. It is immutable and safe for concurrent use.
type Artwork struct {
	source []byte
	art    *logo.Art    // of an SVG
	pix    *image.NRGBA // of a PNG, without empty margins
}

// The most that a logo may hold: it is small on every card.
const (
	maxLogoFile = 512 << 10 // bytes
	maxLogoSide = 4096      // px
)

// DecodeArtwork reads a logo: a PNG, or an SVG of flat areas (paths, polygons,
// rectangles, circles and ellipses with a colour each, in groups and transforms).
// Strokes, words, gradients, pictures and what is half transparent in an SVG are
// refused by name and not drawn otherwise than they were meant: a program that
// draws can turn them into outlines. The error is a *[PictureError] or r's own.
func DecodeArtwork(r io.Reader) (*Artwork, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxLogoFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxLogoFile {
		return nil, pictureError("logo-bytes", fault.Values{"most": maxLogoFile >> 10})
	}
	if bytes.HasPrefix(data, []byte("\x89PNG")) {
		return pngArtwork(data)
	}
	art, err := logo.Parse(data)
	if err != nil {
		return nil, unreadLogo(err)
	}
	return &Artwork{source: data, art: art}, nil
}

// unreadLogo says what of an SVG is not read.
func unreadLogo(err error) *PictureError {
	var e *logo.Error
	switch errors.As(err, &e); {
	case e == nil || e.Reason == logo.Broken:
		return pictureError("logo-format", nil)
	case e.Reason == logo.Foreign:
		return pictureError("logo-foreign", fault.Values{"what": e.What})
	case e.Reason == logo.Empty:
		return pictureError("logo-empty", nil)
	}
	return pictureError("logo-large", nil)
}

func pngArtwork(data []byte) (*Artwork, error) {
	cfg, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, pictureError("logo-format", nil)
	}
	if cfg.Width > maxLogoSide || cfg.Height > maxLogoSide {
		return nil, pictureError("logo-size", fault.Values{"width": cfg.Width, "height": cfg.Height, "side": maxLogoSide})
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, pictureError("picture-damaged", fault.Values{"cause": err})
	}
	pix := image.NewNRGBA(image.Rect(0, 0, cfg.Width, cfg.Height))
	draw.Draw(pix, pix.Rect, m, m.Bounds().Min, draw.Src)
	ink := inked(pix)
	if ink.Empty() {
		return nil, pictureError("logo-empty", nil)
	}
	return &Artwork{source: data, pix: pix.SubImage(ink).(*image.NRGBA)}, nil
}

// inked is the box of the pixels that are not transparent.
func inked(m *image.NRGBA) image.Rectangle {
	var box image.Rectangle
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
			if m.NRGBAAt(x, y).A > 0 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// ratio is width by height.
func (a *Artwork) ratio() float64 {
	if a.art != nil {
		return a.art.W / a.art.H
	}
	return float64(a.pix.Rect.Dx()) / float64(a.pix.Rect.Dy())
}

// A tint is a colour and how much of a logo it covers, by area.
type tint struct {
	color.RGBA
	share float64
}

// tints are the colours of a logo. Near ones of a PNG count as one.
func (a *Artwork) tints() []tint {
	var all []tint
	add := func(c color.RGBA, area float64) {
		for i := range all {
			if near(all[i].RGBA, c) {
				all[i].share += area
				return
			}
		}
		all = append(all, tint{c, area})
	}
	if a.art != nil {
		for _, area := range a.art.Areas {
			add(area.Color, area.Size())
		}
	} else {
		step := max(1, a.pix.Rect.Dx()/sampled, a.pix.Rect.Dy()/sampled)
		for y := a.pix.Rect.Min.Y; y < a.pix.Rect.Max.Y; y += step {
			for x := a.pix.Rect.Min.X; x < a.pix.Rect.Max.X; x += step {
				if c := a.pix.NRGBAAt(x, y); c.A > 0 {
					add(color.RGBA{c.R, c.G, c.B, 255}, float64(c.A)/255)
				}
			}
		}
	}
	sum := 0.0
	for _, t := range all {
		sum += t.share
	}
	for i := range all {
		all[i].share /= sum
	}
	return all
}

// sampled is how many pixels of a side are looked at; nearly is how far channels
// of one colour lie apart, of 255.
const (
	sampled = 128
	nearly  = 24
)

func near(a, b color.RGBA) bool {
	return between(a.R, b.R) <= nearly && between(a.G, b.G) <= nearly && between(a.B, b.B) <= nearly
}

func between(a, b uint8) int { return int(max(a, b)) - int(min(a, b)) }

// flat reports a logo in one colour, with nothing behind it: it may take any.
func (a *Artwork) flat(tints []tint) bool {
	if a.pix != nil && a.pix.Opaque() {
		return false
	}
	for _, t := range tints {
		if t.share >= leastTint && !near(t.RGBA, tints[0].RGBA) {
			return false
		}
	}
	return true
}

// leastTint is the share of a logo below which a colour is the blur of an edge.
const leastTint = 0.02

// MarshalText writes the file as a data URL, so that a card with a logo is one
// document. The zero Artwork is a *[PictureError].
func (a *Artwork) MarshalText() ([]byte, error) {
	if len(a.source) == 0 {
		return nil, pictureError("logo-empty", nil)
	}
	head := dataURL + "png;base64,"
	if a.art != nil {
		head = dataURL + "svg+xml;base64,"
	}
	return base64.StdEncoding.AppendEncode([]byte(head), a.source), nil
}

// UnmarshalText reads a data URL within the limits of [DecodeArtwork]. The error
// is a *[PictureError].
func (a *Artwork) UnmarshalText(b []byte) error { return fromDataURL(a, b, DecodeArtwork) }
