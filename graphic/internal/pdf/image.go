package pdf

import (
	"bytes"
	"fmt"
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

// writeImage adds a picture as a JPEG, which PDF holds as it is.
func writeImage(f *file, p *scene.Picture) ref {
	var b bytes.Buffer
	jpeg.Encode(&b, p.RGBA, &jpeg.Options{Quality: quality}) // a bytes.Buffer does not fail
	r := f.reserve()
	f.stream(r, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
		p.Rect.Dx(), p.Rect.Dy()), b.Bytes())
	return r
}

// picture places a picture, which goes on into the bleed as grounds do.
func (c *content) picture(p *scene.Picture) {
	if p.Rect.Empty() {
		return
	}
	b := c.span(p.Rect, true)
	c.printf("q %s 0 0 %s %s %s cm /%s Do Q\n", number(b[2]-b[0], 2), number(b[3]-b[1], 2), number(b[0], 2), number(b[1], 2), c.images.name(p))
}
