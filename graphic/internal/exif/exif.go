// Package exif finds out how a photograph was held. Nothing else of its
// metadata is read, and none is kept.
package exif

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"

	"github.com/shutdowncecot/toolkit/graphic/internal/chunks"
)

// Orientation is the Exif tag of a JPEG, PNG or WebP file, 1 to 8; 1 where
// there is none or it cannot be read.
func Orientation(data []byte) int {
	tiff := block(data)
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	const entry, orientation = 12, 0x0112
	n := int64(order.Uint16(tiff[at:]))
	for i := at + 2; n > 0 && i+entry <= int64(len(tiff)); i, n = i+entry, n-1 {
		if order.Uint16(tiff[i:]) == orientation {
			if v := int(order.Uint16(tiff[i+8:])); 1 <= v && v <= 8 {
				return v
			}
			return 1
		}
	}
	return 1
}

// block is the TIFF structure that holds the file's Exif data.
func block(data []byte) []byte {
	if bytes.HasPrefix(data, []byte("\xff\xd8")) {
		return fromJPEG(data[2:])
	}
	if png := chunks.Find(data, "eXIf"); png != nil {
		return png
	}
	return bytes.TrimPrefix(chunks.Find(data, "EXIF"), []byte("Exif\x00\x00"))
}

func fromJPEG(data []byte) []byte {
	for len(data) >= 4 && data[0] == 0xff && data[1] != 0xda {
		if data[1] == 0xff { // fills up
			data = data[1:]
			continue
		}
		n := int(binary.BigEndian.Uint16(data[2:]))
		if n < 2 || 2+n > len(data) {
			return nil
		}
		if rest, ok := bytes.CutPrefix(data[4:2+n], []byte("Exif\x00\x00")); ok && data[1] == 0xe1 {
			return rest
		}
		data = data[2+n:]
	}
	return nil
}

// Turn returns m as it was meant to be seen. It takes no more memory than the
// result.
func Turn(m image.Image, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return m
	}
	b := m.Bounds()
	w, h := b.Dx(), b.Dy()
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		dst = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	row := image.NewRGBA(image.Rect(0, 0, w, 1))
	for y := range h {
		draw.Draw(row, row.Rect, m, image.Pt(b.Min.X, b.Min.Y+y), draw.Src)
		for x := range w {
			i := dst.PixOffset(place(orientation, x, y, w, h))
			copy(dst.Pix[i:i+4], row.Pix[4*x:4*x+4])
		}
	}
	return dst
}

// place is where the pixel at x, y of a w by h image goes.
func place(orientation, x, y, w, h int) (int, int) {
	switch orientation {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	default: // 8
		return y, w - 1 - x
	}
}
