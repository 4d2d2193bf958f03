package graphic

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"math"

	_ "golang.org/x/image/webp" // registers the format

	"github.com/shutdowncecot/toolkit/graphic/internal/chunks"
	"github.com/shutdowncecot/toolkit/graphic/internal/exif"
	"github.com/shutdowncecot/toolkit/graphic/internal/icc"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// DecodePicture reads a PNG, JPEG or WebP of at most 32 MB, 64 megapixels and
// 20,000 px a side that takes no more than 400 MB of memory while it is
// decoded, all of which is checked before. It turns the picture as its camera
// meant it, its colours into sRGB where they are wider (Adobe RGB, Display P3,
// ProPhoto), and keeps no metadata. The error is a *PictureError or r's own.
func DecodePicture(r io.Reader) (*Picture, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, pictureError("picture-bytes", fault.Values{"most": maxFile >> 20})
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if odd := oddJPEG(err); odd != nil {
		return nil, odd
	}
	if rule := unreadRule(data); rule != "" || format != "png" && format != "jpeg" && format != "webp" {
		return nil, pictureError(cmp.Or(rule, "picture-format"), nil)
	}
	if err != nil {
		return nil, pictureError("picture-damaged", fault.Values{"cause": err})
	}
	pixels := float64(cfg.Width) * float64(cfg.Height)
	switch w, h := cfg.Width, cfg.Height; {
	case w < 1 || h < 1:
		return nil, pictureError("picture-empty", nil)
	case w > maxSide || h > maxSide || pixels > maxPixels:
		return nil, pictureError("picture-pixels", fault.Values{"width": w, "height": h, "megapixels": maxPixels / 1e6, "side": maxSide})
	case pixels*memoryOf(cfg.ColorModel, format, data) > maxMemory:
		return nil, pictureError("picture-memory", fault.Values{"width": w, "height": h, "most": maxMemory / 1e6})
	}
	m, _, err := image.Decode(bytes.NewReader(data))
	if odd := oddJPEG(err); odd != nil {
		return nil, odd
	}
	if err != nil {
		return nil, pictureError("picture-damaged", fault.Values{"cause": err})
	}
	if format == "webp" {
		spread(m)
	}
	p, err := adopt(exif.Turn(m, exif.Orientation(data)))
	if profile := icc.Find(data); err == nil && profile != nil {
		profile.Apply(p.pix.Pix)
	}
	return p, err
}

// spread gives a lossy WebP the range of brightness and colour that image.YCbCr
// means: those of WebP go from 16 to 235 and 240 (RFC 6386, 9.2), and white would
// be grey.
func spread(m image.Image) {
	var y *image.YCbCr
	switch m := m.(type) {
	case *image.YCbCr:
		y = m
	case *image.NYCbCrA:
		y = &m.YCbCr
	default:
		return
	}
	scale := func(pix []uint8, zero, steps, to int) {
		var table [256]uint8
		for v := range table {
			table[v] = uint8(min(255, max(0, math.Round(float64((v-zero)*255)/float64(steps))+float64(to))))
		}
		for i, v := range pix {
			pix[i] = table[v]
		}
	}
	scale(y.Y, 16, 219, 0)
	scale(y.Cb, 128, 224, 128)
	scale(y.Cr, 128, 224, 128)
}

// oddJPEG is why a whole JPEG is not read that is coded otherwise than nearly all:
// arithmetically, without loss, in 12 bits, or in four inks that do not say which.
// Nil for another error.
func oddJPEG(err error) error {
	var odd jpeg.UnsupportedError
	if !errors.As(err, &odd) {
		return nil
	}
	return pictureError("picture-jpeg", fault.Values{"cause": err})
}

// unreadRule is the rule that files break which telephones and messengers make
// and which are not read; "" for others.
func unreadRule(data []byte) string {
	switch {
	case moves(data):
		return "picture-animated"
	case len(data) > 12 && string(data[4:8]) == "ftyp":
		return "picture-heic"
	}
	return ""
}

// moves reports a GIF, or a WebP or PNG of several frames.
func moves(data []byte) bool {
	const animated = 1 << 1 // in the flags of VP8X
	webp, apng := chunks.Find(data, "VP8X"), chunks.Find(data, "acTL")
	return bytes.HasPrefix(data, []byte("GIF8")) ||
		len(webp) > 0 && webp[0]&animated != 0 ||
		len(apng) >= 4 && binary.BigEndian.Uint32(apng) > 1
}

// adopt is NewPicture of an image that nobody else has: one of four bytes a
// pixel keeps its memory.
func adopt(m image.Image) (*Picture, error) {
	b := m.Bounds()
	switch m := m.(type) {
	case *image.RGBA:
		if b.Min == (image.Point{}) {
			whiten(m.Pix, true)
			return &Picture{*m}, nil
		}
	case *image.NRGBA:
		if b.Min == (image.Point{}) {
			whiten(m.Pix, false)
			return &Picture{image.RGBA(*m)}, nil
		}
	}
	return NewPicture(m)
}

// whiten lays pixels, whose colours may be multiplied with their alpha, over
// white.
func whiten(pix []uint8, multiplied bool) {
	for i := 0; i+4 <= len(pix); i += 4 {
		p := pix[i : i+4 : i+4]
		a := int(p[3])
		if a == 255 {
			continue
		}
		for k, v := range p[:3] {
			if !multiplied {
				v = uint8((int(v)*a + 127) / 255)
			}
			p[k] = v + uint8(255-a)
		}
		p[3] = 255
	}
}

// memoryOf is how many bytes a pixel takes while a file is decoded and turned,
// with the four of the picture that is kept.
func memoryOf(m color.Model, format string, data []byte) float64 {
	kept, decoded := 4.0, 4.0
	switch m {
	case color.YCbCrModel:
		decoded = 1.5
	case color.RGBA64Model, color.NRGBA64Model:
		decoded = 8
	case color.RGBAModel, color.NRGBAModel:
		if exif.Orientation(data) == 1 {
			kept = 0 // what is decoded is what is kept
		}
	}
	switch format {
	case "png":
		if interlaced := data[28] == 1; interlaced {
			decoded *= 2
		}
	case "webp":
		decoded *= 2 // its transforms need a second copy
	case "jpeg":
		decoded = memoryOfJPEG(data)
	}
	return kept + decoded
}

// memoryOfJPEG follows the segments to the frame's head, which tells how many
// samples a pixel has and whether they are kept as coefficients of four bytes
// until the last scan.
func memoryOfJPEG(data []byte) float64 {
	for data = data[2:]; len(data) >= 4; {
		if data[1] == 0xff { // fills up
			data = data[1:]
			continue
		}
		marker, n := data[1], int(binary.BigEndian.Uint16(data[2:]))
		if data[0] != 0xff || n < 2 || 2+n > len(data) {
			break
		}
		if 0xc0 <= marker && marker <= 0xc2 && n >= 8 {
			return memoryOfFrame(data[4:2+n], marker == 0xc2)
		}
		data = data[2+n:]
	}
	return 4 * 5 // as if it were the worst
}

func memoryOfFrame(head []byte, progressive bool) float64 {
	samples, most := 0, 1
	for i := 6; i+3 <= len(head); i += 3 {
		area := int(head[i+1]>>4) * int(head[i+1]&15)
		samples, most = samples+area, max(most, area)
	}
	bytes := float64(samples) / float64(most)
	if progressive {
		bytes *= 5
	}
	if head[5] == 4 {
		bytes += 4 // joined to pixels of four inks
	}
	return bytes
}
