package h264

import (
	"image"
	"image/color"
)

// A ycc is a colour of BT.709 in the limited range: luma as written, chroma in
// 65536ths and without its offset of 128, so that the mean of four stays
// exact.
type ycc struct {
	y      uint8
	cb, cr int32
}

// Weights in 65536ths of ITU-R BT.709-6, items 3.2 and 3.4: luma 0.2126,
// 0.7152 and 0.0722 over 219 of 255 steps, chroma over 224. Each row of chroma
// sums to 0, so that greys have none.
const (
	yR, yG, yB    = 11966, 40254, 4064
	cbR, cbG, cbB = -6596, -22189, 28785
	crR, crG, crB = 28784, -26145, -2639
)

func fromRGB(r, g, b uint8) ycc {
	R, G, B := int32(r), int32(g), int32(b)
	return ycc{
		y:  uint8((yR*R + yG*G + yB*B + 1<<15 + 16<<16) >> 16),
		cb: cbR*R + cbG*G + cbB*B,
		cr: crR*R + crG*G + crB*B,
	}
}

// chroma is the sample for a sum of four values of cb or cr.
func chroma(sum int32) uint8 { return uint8((sum + 128<<18 + 1<<17) >> 18) }

// A reader reads colours of a frame, n of them from (x, y) on, counted from
// its upper left corner.
type reader interface {
	row(out []ycc, x, y int)
}

type palettedReader struct {
	*image.Paletted
	colours [256]ycc
}

func (r *palettedReader) row(out []ycc, x, y int) {
	pix := r.Pix[y*r.Stride+x:][:len(out)]
	for i, index := range pix {
		out[i] = r.colours[index]
	}
}

type rgbaReader struct{ *image.RGBA }

func (r rgbaReader) row(out []ycc, x, y int) {
	pix := r.Pix[y*r.Stride+4*x:][:4*len(out)]
	for i := range out {
		out[i] = fromRGB(pix[4*i], pix[4*i+1], pix[4*i+2])
	}
}

type imageReader struct{ image.Image }

func (r imageReader) row(out []ycc, x, y int) {
	from := r.Bounds().Min
	for i := range out {
		out[i] = fromColour(r.At(from.X+x+i, from.Y+y))
	}
}

func fromColour(c color.Color) ycc {
	r, g, b, _ := c.RGBA()
	return fromRGB(uint8(r>>8), uint8(g>>8), uint8(b>>8))
}

// read is the reader of a frame.
func (e *Encoder) read(frame image.Image) reader {
	switch m := frame.(type) {
	case *image.Paletted:
		e.paletted.Paletted = m
		for i, c := range m.Palette[:min(len(m.Palette), 256)] {
			e.paletted.colours[i] = fromColour(c)
		}
		return &e.paletted
	case *image.RGBA:
		return rgbaReader{m}
	}
	return imageReader{frame}
}
