package graphic

import (
	"bytes"
	"image"
	standard "image/jpeg"
	"io"
	"sync"

	"github.com/shutdowncecot/toolkit/graphic/internal/jpeg"
	"github.com/shutdowncecot/toolkit/graphic/internal/png"
	"github.com/shutdowncecot/toolkit/graphic/internal/raster"
	"github.com/shutdowncecot/toolkit/graphic/internal/svg"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

var (
	canvases = sync.Pool{New: func() any { return new(image.RGBA) }}
	indexed  = sync.Pool{New: func() any { return new(raster.Indexed) }}
	files    = sync.Pool{New: func() any { return new(bytes.Buffer) }}
)

// Image paints the card onto a new image.
func (g *Graphic) Image() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, g.scene.W, g.scene.H))
	raster.Paint(m, &g.scene)
	return m
}

// Thumbnail paints the card onto a new image that is width pixels wide, as a
// list of cards or a preview shows it, in less time than the whole takes. It is
// never larger than the card itself.
func (g *Graphic) Thumbnail(width int) *image.RGBA {
	if width >= g.scene.W {
		return g.Image()
	}
	s := g.scene.Scaled(float64(max(width, 1)) / float64(max(g.scene.W, 1)))
	m := image.NewRGBA(image.Rect(0, 0, s.W, s.H))
	raster.Paint(m, &s)
	return m
}

// paint lends a painted canvas to f.
func (g *Graphic) paint(f func(*image.RGBA) error) error {
	m := canvases.Get().(*image.RGBA)
	defer canvases.Put(m)
	if n := 4 * g.scene.W * g.scene.H; cap(m.Pix) < n {
		m.Pix = make([]byte, n)
	} else {
		m.Pix = m.Pix[:n]
	}
	m.Stride, m.Rect = 4*g.scene.W, image.Rect(0, 0, g.scene.W, g.scene.H)
	raster.Paint(m, &g.scene)
	return f(m)
}

// WritePNG paints and encodes the card. Inside, as XMP, are its alt text,
// description, source and rights. The pixels are indexed where that is exact.
func (g *Graphic) WritePNG(w io.Writer) error {
	if err := g.drawn(); err != nil {
		return err
	}
	tells := png.Text{Key: png.XMP, Value: g.xmp()}
	return g.paintEither(
		func(m *raster.Indexed) error {
			return png.Encode(whole{w}, &png.Image{W: m.W, H: m.H, Rows: m.Rows, Palette: m.Palette}, tells)
		},
		func(m *image.RGBA) error { return png.Encode(whole{w}, png.RGB(m), tells) },
	)
}

// paintEither lends a painted canvas to few, where 256 colours are enough, or
// to many.
func (g *Graphic) paintEither(few func(*raster.Indexed) error, many func(*image.RGBA) error) error {
	m := indexed.Get().(*raster.Indexed)
	defer indexed.Put(m)
	if m.Paint(&g.scene) {
		return few(m)
	}
	return g.paint(many)
}

// Writers are how a card is written, by the ending of the file. The map is the
// caller's own.
func Writers() map[string]func(*Graphic, io.Writer) error {
	return map[string]func(*Graphic, io.Writer) error{
		"gif": (*Graphic).WriteGIF, "jpg": (*Graphic).WriteJPEG, "pdf": (*Graphic).WritePDF, "png": (*Graphic).WritePNG, "svg": (*Graphic).WriteSVG,
	}
}

// WriteJPEG paints and encodes the card at quality 90, with the same inside as
// WritePNG, but that a JPEG holds at most 64 KB of it: of more, the extended
// description is left out. PNG is smaller and sharper: this is for what takes
// nothing else.
func (g *Graphic) WriteJPEG(w io.Writer) error {
	if err := g.drawn(); err != nil {
		return err
	}
	buf := files.Get().(*bytes.Buffer)
	defer files.Put(buf)
	buf.Reset()
	err := g.paintEither(
		func(m *raster.Indexed) error {
			return jpeg.Encode(buf, &jpeg.Image{W: m.W, H: m.H, Rows: m.Rows, Palette: m.Palette})
		},
		func(m *image.RGBA) error { return standard.Encode(buf, m, &standard.Options{Quality: jpeg.Quality}) },
	)
	if err != nil {
		return err
	}
	file := buf.Bytes()
	for _, part := range [][]byte{file[:marker], segment(g.meta()), file[marker:]} {
		if _, err := (whole{w}).Write(part); err != nil {
			return err
		}
	}
	return nil
}

// marker is how long the first one of a JPEG is.
const marker = 2

// segment is an APP1 segment of a JPEG with as much of m as fits one: the alt text
// is the last to go.
func segment(m meta) []byte {
	const header = "http://ns.adobe.com/xap/1.0/\x00"
	short := m
	short.long = ""
	for _, m := range []meta{m, short, {lang: m.lang, alt: m.alt}} {
		data := header + m.xmp()
		n := 2 + len(data)
		if n > 0xffff { // a segment's length has 16 bits
			continue
		}
		return append([]byte{0xff, 0xe1, byte(n >> 8), byte(n)}, data...)
	}
	return nil
}

// WriteSVG writes the card as vectors: outlines instead of text, with its
// headline as title and its alt text as description.
func (g *Graphic) WriteSVG(w io.Writer) error {
	if err := g.drawn(); err != nil {
		return err
	}
	return svg.Write(whole{w}, &g.scene, g.card.Lang.String(), text.Plain(g.card.Headline), g.Alt())
}

// whole is a writer whose short writes are errors, which not every encoder
// notices.
type whole struct{ io.Writer }

func (w whole) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if n < len(p) && err == nil {
		err = io.ErrShortWrite
	}
	return n, err
}
