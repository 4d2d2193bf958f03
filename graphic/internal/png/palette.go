package png

import (
	"bytes"
	"encoding/binary"
	"image"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// index maps every pixel to a palette in order of first appearance, in rows
// that begin with a filter byte of 0. It returns nil when there are more than
// 256 colours.
func index(m *image.RGBA) (palette, rows []byte) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	n := (w + 1) * h
	buf := buffers.Get().(*[]byte)
	if cap(*buf) < n {
		*buf = make([]byte, n)
	}
	rows = (*buf)[:n]
	var seen table
	var above, last []byte
	for y := range h {
		row, out := m.Pix[y*m.Stride:][:4*w], rows[y*(w+1):][:w+1]
		out[0] = 0
		if !seen.below(out[1:], row, last, above) {
			buffers.Put(buf)
			return nil, nil
		}
		above, last = row, out[1:]
	}
	return seen.palette, rows
}

// block is how many pixels are compared at once with those above them: most
// of flat artwork repeats the row above.
const block = 32

// below maps a row below another that is mapped already.
func (t *table) below(dst, src, last, above []byte) bool {
	if above == nil {
		return t.row(dst, src)
	}
	if bytes.Equal(src, above) {
		copy(dst, last)
		return true
	}
	for i := 0; i < len(dst); i += block {
		end := min(i+block, len(dst))
		if bytes.Equal(src[4*i:4*end], above[4*i:4*end]) {
			copy(dst[i:end], last[i:end])
		} else if !t.row(dst[i:end], src[4*i:4*end]) {
			return false
		}
	}
	return true
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
