package share

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"slices"

	"golang.org/x/image/draw"
)

// thumbColors keep a thumb within a few kilobytes at four bits a pixel.
const thumbColors = 16

// thumb shrinks a PNG to a width.
func thumb(data []byte, width int) ([]byte, error) {
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	b := m.Bounds()
	small := image.NewRGBA(image.Rect(0, 0, width, (width*b.Dy()+b.Dx()/2)/b.Dx()))
	half := halved(m)
	draw.CatmullRom.Scale(small, small.Rect, half, half.Bounds(), draw.Src, nil)
	out := image.NewPaletted(small.Rect, palette(small))
	nearest := make(map[color.RGBA]uint8)
	for i := range out.Pix {
		c := color.RGBA{small.Pix[4*i], small.Pix[4*i+1], small.Pix[4*i+2], 255}
		n, ok := nearest[c]
		if !ok {
			n = uint8(out.Palette.Index(c))
			nearest[c] = n
		}
		out.Pix[i] = n
	}
	var buf bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	err = enc.Encode(&buf, out)
	return buf.Bytes(), err
}

// halved is m at half its size and with its colours in full, which scales many
// times faster than one with a palette.
func halved(m image.Image) image.Image {
	p, ok := m.(*image.Paletted)
	if !ok {
		return m
	}
	var colors [256][3]uint16
	for i, c := range p.Palette {
		c := color.RGBAModel.Convert(c).(color.RGBA)
		colors[i] = [3]uint16{uint16(c.R), uint16(c.G), uint16(c.B)}
	}
	out := image.NewRGBA(image.Rect(0, 0, p.Rect.Dx()/2, p.Rect.Dy()/2))
	for y := range out.Rect.Dy() {
		upper, lower := p.Pix[2*y*p.Stride:], p.Pix[(2*y+1)*p.Stride:]
		to := out.Pix[y*out.Stride:]
		for x := range out.Rect.Dx() {
			a, b, c, d := &colors[upper[2*x]], &colors[upper[2*x+1]], &colors[lower[2*x]], &colors[lower[2*x+1]]
			for i := range a {
				to[4*x+i] = uint8((a[i] + b[i] + c[i] + d[i] + 2) / 4)
			}
			to[4*x+3] = 255
		}
	}
	return out
}

// palette takes the commonest colours that are not too near to one another:
// on flat artwork those are the grounds and inks, then the edges between.
func palette(m *image.RGBA) color.Palette {
	count := make(map[color.RGBA]int)
	for i := 0; i < len(m.Pix); i += 4 {
		count[color.RGBA{m.Pix[i] &^ 7, m.Pix[i+1] &^ 7, m.Pix[i+2] &^ 7, 255}]++
	}
	colors := make([]color.RGBA, 0, len(count))
	for c := range count {
		colors = append(colors, c)
	}
	slices.SortFunc(colors, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), slices.Compare([]uint8{a.R, a.G, a.B}, []uint8{b.R, b.G, b.B}))
	})
	var p color.Palette
	for _, c := range colors {
		if len(p) < thumbColors && !near(p, c) {
			p = append(p, color.RGBA{c.R | c.R>>5, c.G | c.G>>5, c.B | c.B>>5, 255})
		}
	}
	return p
}

func near(p color.Palette, c color.RGBA) bool {
	for _, o := range p {
		o := o.(color.RGBA)
		if d := abs(int(o.R)-int(c.R)) + abs(int(o.G)-int(c.G)) + abs(int(o.B)-int(c.B)); d < 44 {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }
