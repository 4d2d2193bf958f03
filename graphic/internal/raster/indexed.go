package raster

import (
	"image"
	"image/color"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Indexed is a canvas of 256 colours, which are enough for most cards: a byte
// a pixel is painted faster than four, and nobody has to look for the colours
// afterwards. It may be used for one scene after another.
type Indexed struct {
	W, H int
	// Rows hold a byte of 0 and the W pixels of every row, as PNG wants them.
	Rows []uint8
	// Palette is R, G and B of every colour in use.
	Palette []uint8

	keys   [1024]uint32 // an open-addressed map from colour
	places [1024]uint16 // to index, from 1
	full   bool
	over   color.RGBA          // the colour of the last mask
	mixed  [Levels << 8]uint16 // what a step of it makes of an index, from 1
}

// Paint draws s onto the whole canvas. It reports whether 256 colours are
// enough; if not, the pixels are of no use.
func (d *Indexed) Paint(s *scene.Scene) bool {
	d.Palette, d.places, d.full = d.Palette[:0], [1024]uint16{}, false
	return d.PaintOver(s)
}

// PaintOver is Paint with the colours of the scene before kept.
func (d *Indexed) PaintOver(s *scene.Scene) bool {
	n := (s.W + 1) * s.H
	if cap(d.Rows) < n {
		d.Rows = make([]uint8, n)
	}
	d.W, d.H, d.Rows = s.W, s.H, d.Rows[:n]
	for y := range d.H {
		d.Rows[y*(d.W+1)] = 0
	}
	d.mixed = [Levels << 8]uint16{}
	paint(d, s)
	return !d.full
}

// row is the pixels from x0 to x1 at y.
func (d *Indexed) row(y, x0, x1 int) []uint8 { return d.Rows[y*(d.W+1)+1+x0 : y*(d.W+1)+1+x1] }

func (d *Indexed) bounds() image.Rectangle { return image.Rect(0, 0, d.W, d.H) }

func (d *Indexed) fill(r image.Rectangle, c color.RGBA) {
	r = r.Intersect(d.bounds())
	if r.Empty() {
		return
	}
	first, i := d.row(r.Min.Y, r.Min.X, r.Max.X), d.find(c)
	for x := range first {
		first[x] = i
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(d.row(y, r.Min.X, r.Max.X), first)
	}
}

func (d *Indexed) blend(m *mask, origin image.Point, t *table) {
	r := m.Rect.Add(origin.Add(m.at))
	clip := r.Intersect(d.bounds())
	if clip.Empty() {
		return
	}
	if t.c != d.over {
		d.over, d.mixed = t.c, [Levels << 8]uint16{}
	}
	whole := d.find(t.c)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		src := m.Pix[(y-r.Min.Y)*m.Stride+clip.Min.X-r.Min.X:][:clip.Dx()]
		row := d.row(y, clip.Min.X, clip.Max.X)
		for x, a := range src {
			switch step := t.step[a]; step {
			case 0:
			case Levels - 1:
				row[x] = whole
			default:
				at := int(step)<<8 | int(row[x])
				if d.mixed[at] == 0 {
					d.mixed[at] = 1 + uint16(d.find(mixed(d.color(row[x]), t.c, step)))
				}
				row[x] = uint8(d.mixed[at] - 1)
			}
		}
	}
}

func (d *Indexed) place(p *image.RGBA) {
	clip := p.Rect.Intersect(d.bounds())
	for y := clip.Min.Y; y < clip.Max.Y && !d.full; y++ {
		src, row := p.Pix[p.PixOffset(clip.Min.X, y):], d.row(y, clip.Min.X, clip.Max.X)
		for x := range row {
			row[x] = d.find(color.RGBA{src[4*x], src[4*x+1], src[4*x+2], 255})
		}
	}
}

func (d *Indexed) color(i uint8) color.RGBA {
	c := d.Palette[3*int(i):]
	return color.RGBA{c[0], c[1], c[2], 255}
}

// find returns the index of a colour.
func (d *Indexed) find(c color.RGBA) uint8 {
	key := uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16
	slot := (key * 2654435761) >> 22
	for ; d.places[slot] > 0; slot = (slot + 1) & 1023 {
		if d.keys[slot] == key {
			return uint8(d.places[slot] - 1)
		}
	}
	n := len(d.Palette) / 3
	if n == 256 {
		d.full = true
		return 0
	}
	d.keys[slot], d.places[slot] = key, uint16(n+1)
	d.Palette = append(d.Palette, c.R, c.G, c.B)
	return uint8(n)
}
