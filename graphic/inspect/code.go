package inspect

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	xdraw "golang.org/x/image/draw"

	"github.com/shutdowncecot/toolkit/graphic"
)

// quiet is the light zone around a symbol, in modules.
const quiet = 4

func (r *Report) code(m *image.RGBA, b graphic.Box) {
	module := float64(finder(m, b.Rect)) / 7
	plate := crop(m, b.Rect.Inset(-int(quiet*module)))
	content, err := read(plate)
	if err != nil {
		r.Symbols = append(r.Symbols, Symbol{Module: module})
		r.add(QR, "defect-code", b.Field, nil)
		return
	}
	worn, err := read(wear(plate))
	c := Symbol{Content: content, Module: module, Worn: err == nil && worn == content}
	r.Symbols = append(r.Symbols, c)
	if !c.Worn {
		r.add(QR, "defect-code-worn", b.Field, nil)
	}
}

// finder is the width of the pattern in a symbol's first corner, seven
// modules.
func finder(m *image.RGBA, symbol image.Rectangle) int {
	n := 0
	for n < symbol.Dx() && m.RGBAAt(symbol.Min.X+n, symbol.Min.Y) == m.RGBAAt(symbol.Min.X, symbol.Min.Y) {
		n++
	}
	return n
}

// Read decodes the QR code in a picture that shows little else.
func Read(m image.Image) (string, error) {
	return read(crop(m, m.Bounds()))
}

func read(m *image.RGBA) (string, error) {
	bmp, err := gozxing.NewBinaryBitmapFromImage(m)
	if err != nil {
		return "", err
	}
	for _, hints := range []map[gozxing.DecodeHintType]any{{gozxing.DecodeHintType_PURE_BARCODE: true}, nil} {
		var res *gozxing.Result
		if res, err = qrcode.NewQRCodeReader().Decode(bmp, hints); err == nil {
			return res.GetText(), nil
		}
	}
	return "", err
}

// crop copies part of a picture to the origin, from which gozxing counts.
func crop(m image.Image, r image.Rectangle) *image.RGBA {
	r = r.Intersect(m.Bounds())
	dst := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	draw.Draw(dst, dst.Rect, m, r.Min, draw.Src)
	return dst
}

// wear does what a messenger does to a picture.
func wear(m *image.RGBA) *image.RGBA {
	small := image.NewRGBA(image.Rect(0, 0, max(1, m.Rect.Dx()/3), max(1, m.Rect.Dy()/3)))
	xdraw.CatmullRom.Scale(small, small.Rect, m, m.Rect, xdraw.Src, nil)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, small, &jpeg.Options{Quality: 50}); err != nil {
		return small
	}
	out, err := jpeg.Decode(&b)
	if err != nil {
		return small
	}
	return crop(out, out.Bounds())
}
