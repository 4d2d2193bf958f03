package exif

import (
	"encoding/binary"
	"slices"
	"testing"
)

// tiff is an Exif block whose second entry is the orientation.
func tiff(order binary.AppendByteOrder, v uint16) []byte {
	out := []byte("II*\x00")
	if order == binary.BigEndian {
		out = []byte("MM\x00*")
	}
	out = order.AppendUint32(out, 8)
	out = order.AppendUint16(out, 2)
	for _, entry := range [][2]uint16{{0x010f, 9}, {0x0112, v}} {
		out = order.AppendUint16(order.AppendUint16(out, entry[0]), 3)
		out = order.AppendUint32(out, 1)
		out = order.AppendUint16(order.AppendUint16(out, entry[1]), 0)
	}
	return out
}

func segment(marker byte, data string) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(data)+2)), data...)
}

func chunk(name, data string) []byte {
	out := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), name+data...)
	return append(out, "crc!"...)
}

func riff(name, data string) []byte {
	out := append(binary.LittleEndian.AppendUint32([]byte(name), uint32(len(data))), data...)
	return append(out, make([]byte, len(data)%2)...)
}

// TestOrientation finds the tag in every kind of file, behind parts that are
// skipped, of odd lengths too.
func TestOrientation(t *testing.T) {
	const jpeg, png, webp = "\xff\xd8", "\x89PNG\r\n\x1a\n", "RIFF\x00\x00\x00\x00WEBP"
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for v := uint16(1); v <= 8; v++ {
			block := string(tiff(order, v))
			for name, file := range map[string][]byte{
				"JPEG":        slices.Concat([]byte(jpeg), segment(0xe0, "JFIF\x00"), segment(0xe1, "Exif\x00\x00"+block)),
				"JPEG filled": slices.Concat([]byte(jpeg), []byte{0xff, 0xff}, segment(0xe1, "Exif\x00\x00"+block)),
				"JPEG XMP":    slices.Concat([]byte(jpeg), segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00"), segment(0xe1, "Exif\x00\x00"+block)),
				"PNG":         slices.Concat([]byte(png), chunk("IHDR", "0123456789abc"), chunk("IDAT", "odd"), chunk("eXIf", block)),
				"WebP":        slices.Concat([]byte(webp), riff("VP8X", "0123456789"), riff("VP8 ", "odd"), riff("EXIF", block)),
				"WebP of old": slices.Concat([]byte(webp), riff("VP8X", "0123456789"), riff("EXIF", "Exif\x00\x00"+block)),
			} {
				if got := Orientation(file); got != int(v) {
					t.Errorf("%s, %v: %d, want %d", name, order, got, v)
				}
				for n := range file {
					if got := Orientation(file[:n]); got != 1 && got != int(v) {
						t.Fatalf("%s cut to %d bytes: %d", name, n, got)
					}
				}
			}
		}
	}
	for name, file := range map[string][]byte{
		"nothing": nil, "text": []byte("hello"), "beyond the tag": tiff(binary.LittleEndian, 6),
		"no such turn": slices.Concat([]byte(jpeg), segment(0xe1, "Exif\x00\x00"+string(tiff(binary.BigEndian, 9)))),
		"after pixels": slices.Concat([]byte(jpeg), segment(0xda, ""), segment(0xe1, "Exif\x00\x00"+string(tiff(binary.BigEndian, 6)))),
	} {
		if got := Orientation(file); got != 1 {
			t.Errorf("%s: %d, want 1", name, got)
		}
	}
}
