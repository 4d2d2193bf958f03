package site

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"strconv"
)

// Icon is the site's sign as a PNG: upright bars, as on cards, on a ground that
// is "#RRGGBB" or "" for black.
func Icon(size int, ground string) ([]byte, error) {
	back := color.RGBA{0x14, 0x12, 0x0f, 0xff}
	if n, err := strconv.ParseUint(ground[min(1, len(ground)):], 16, 32); err == nil && len(ground) == 7 {
		back = color.RGBA{byte(n >> 16), byte(n >> 8), byte(n), 0xff}
	}
	bars := color.RGBA{0xff, 0xfd, 0xf8, 0xff}
	if 299*int(back.R)+587*int(back.G)+114*int(back.B) > 140_000 {
		bars = color.RGBA{0x14, 0x12, 0x0f, 0xff}
	}
	img := image.NewPaletted(image.Rect(0, 0, size, size), color.Palette{back, bars})
	edge, step := size/5, (size-2*(size/5))/5
	for y := edge; y < size-edge; y++ {
		for x := range 5 * step {
			if x/step%2 == 0 {
				img.SetColorIndex(edge+x, y, 1)
			}
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, img)
	return b.Bytes(), err
}

// Favicon is an icon as favicon.ico has it.
func Favicon(ground string) ([]byte, error) {
	const size, header = 32, 6 + 16
	data, err := Icon(size, ground)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, part := range []any{
		[3]uint16{0, 1, 1},                          // of the kind icon, one picture
		[4]byte{size, size, 0, 0}, [2]uint16{1, 32}, // its size, planes, depth
		[2]uint32{uint32(len(data)), header}, // bytes, and where they begin
	} {
		binary.Write(&b, binary.LittleEndian, part) // a buffer takes all
	}
	b.Write(data)
	return b.Bytes(), nil
}
