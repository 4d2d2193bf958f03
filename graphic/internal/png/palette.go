package png

import (
	"encoding/binary"
	"image"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// index maps every pixel to a palette in order of first appearance. It
// returns nil when there are more than 256 colours.
func index(m *image.RGBA) (palette, pixels []byte) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	buf := buffers.Get().(*[]byte)
	if cap(*buf) < w*h {
		*buf = make([]byte, w*h)
	}
	pixels = (*buf)[:w*h]
	var seen table
	for y := range h {
		if !seen.row(pixels[y*w:][:w], m.Pix[y*m.Stride:][:4*w]) {
			buffers.Put(buf)
			return nil, nil
		}
	}
	return seen.palette, pixels
}

// table is an open-addressed map from colour to index.
type table struct {
	keys    [1024]uint32
	values  [1024]uint8
	used    [1024]bool
	palette []byte
}

func (t *table) row(dst, src []byte) bool {
	last, at := uint32(0), uint8(0)
	for i := 0; i < len(dst); {
		c := binary.LittleEndian.Uint32(src[4*i:])
		if i == 0 || c != last {
			v, ok := t.find(c)
			if !ok {
				return false
			}
			last, at = c, v
		}
		dst[i] = at
		i++
		// Flat artwork is mostly runs: compare two pixels at a time.
		for pair := uint64(c)<<32 | uint64(c); i+1 < len(dst) && binary.LittleEndian.Uint64(src[4*i:]) == pair; i += 2 {
			dst[i], dst[i+1] = at, at
		}
	}
	return true
}

func (t *table) find(c uint32) (uint8, bool) {
	slot := (c * 2654435761) >> 22
	for ; t.used[slot]; slot = (slot + 1) & 1023 {
		if t.keys[slot] == c {
			return t.values[slot], true
		}
	}
	n := len(t.palette) / 3
	if n == 256 {
		return 0, false
	}
	t.used[slot], t.keys[slot], t.values[slot] = true, c, uint8(n)
	t.palette = append(t.palette, byte(c), byte(c>>8), byte(c>>16))
	return uint8(n), true
}
