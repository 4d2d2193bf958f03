package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// quality of pictures: that of the other outputs.
const quality = 90

// images are the pictures of a document, those of the same pixels once.
type images struct {
	list  []*scene.Picture
	names map[*uint8]string // by first pixel
}

func newImages() *images { return &images{names: make(map[*uint8]string)} }

func (m *images) name(p *scene.Picture) string {
	name, ok := m.names[&p.Pix[0]]
	if !ok {
		m.list = append(m.list, p)
		name = fmt.Sprintf("I%d", len(m.list))
		m.names[&p.Pix[0]] = name
	}
	return name
}

// writeImage adds a picture as a JPEG, which PDF holds as it is. Dots of black and
// white stay as they are, a bit each: a JPEG blurs them.
func writeImage(f *file, p *scene.Picture) ref {
	var b bytes.Buffer
	m, space := grey(p.RGBA)
	if g, ok := m.(*image.Gray); ok {
		if bits, ok := oneBit(g); ok {
			r := f.reserve()
			f.deflated(r, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1", p.Rect.Dx(), p.Rect.Dy()), bits)
			return r
		}
	}
	jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}) // a bytes.Buffer does not fail
	r := f.reserve()
	f.stream(r, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8/Filter/DCTDecode",
		p.Rect.Dx(), p.Rect.Dy(), space), b.Bytes())
	return r
}

// oneBit are the rows of a picture of black and white alone, a bit a pixel.
func oneBit(m *image.Gray) ([]byte, bool) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	stride := (w + 7) / 8
	out := make([]byte, stride*h)
	for y := range h {
		for x, v := range m.Pix[y*m.Stride:][:w] {
			switch v {
			case 0:
			case 255:
				out[y*stride+x/8] |= 0x80 >> (x % 8)
			default:
				return nil, false
			}
		}
	}
	return out, true
}

// grey is a picture without colour as one of a single channel, for the same
// reason as greys in text.
func grey(m *image.RGBA) (image.Image, string) {
	b := m.Bounds()
	out := image.NewGray(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		from, to := m.Pix[m.PixOffset(b.Min.X, y):m.PixOffset(b.Max.X, y)], out.Pix[out.PixOffset(b.Min.X, y):]
		for x := 0; x+4 <= len(from); x += 4 {
			if from[x] != from[x+1] || from[x] != from[x+2] {
				return m, "DeviceRGB"
			}
			to[x/4] = from[x]
		}
	}
	return out, "DeviceGray"
}

// picture places a picture, which goes on into the bleed as grounds do.
func (c *content) picture(p *scene.Picture) {
	if p.Rect.Empty() {
		return
	}
	b := c.span(p.Rect, true)
	c.printf("q %s 0 0 %s %s %s cm /%s Do Q\n", number(b[2]-b[0], 2), number(b[3]-b[1], 2), number(b[0], 2), number(b[1], 2), c.images.name(p))
}
