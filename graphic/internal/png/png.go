// Package png writes PNG files of unfiltered pixels, indexed where there are
// few colours: on flat artwork that is both smaller and faster than the
// adaptive filters of image/png.
package png

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"image"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Image is rows of pixels, each row after a byte of 0: indices into a palette
// of R, G and B or, without one, R, G and B themselves.
type Image struct {
	W, H    int
	Rows    []byte
	Palette []byte
}

// RGB is the pixels of m, which must be opaque.
func RGB(m *image.RGBA) *Image {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	out := make([]byte, 0, (3*w+1)*h)
	for y := range h {
		row := m.Pix[y*m.Stride:][:4*w]
		out = append(out, 0)
		for i := 0; i < len(row); i += 4 {
			out = append(out, row[i], row[i+1], row[i+2])
		}
	}
	return &Image{W: w, H: h, Rows: out}
}

// Text is one entry of a file's metadata, written as an iTXt chunk.
type Text struct{ Key, Value string }

// XMP is the key under which readers look for an XMP packet.
const XMP = "XML:com.adobe.xmp"

const signature = "\x89PNG\r\n\x1a\n"

// level 5 takes an eighth off the file of level 1 on flat artwork for 0.9 ms a
// card. Level 6 takes as much time again for half as much.
const level = 5

// Encode writes m.
func Encode(w io.Writer, m *Image, texts ...Text) error {
	e := encoders.Get().(*encoder)
	defer encoders.Put(e)
	e.w, e.err = w, nil
	io.WriteString(e, signature)
	e.header(m)
	if m.Palette != nil {
		e.chunk("PLTE", m.Palette)
	}
	for _, t := range texts {
		e.chunk("iTXt", append([]byte(t.Key+"\x00\x00\x00\x00\x00"), t.Value...))
	}
	e.pixels(m)
	e.chunk("IEND", nil)
	e.w = nil
	return e.err
}

// encoder keeps what is costly to make.
type encoder struct {
	w     io.Writer
	err   error
	flate *flate.Writer
	data  idat
}

var encoders = sync.Pool{New: func() any {
	z, _ := flate.NewWriter(io.Discard, level)
	return &encoder{flate: z}
}}

func (e *encoder) Write(p []byte) (int, error) {
	if e.err == nil {
		_, e.err = e.w.Write(p)
	}
	return len(p), e.err
}

func (e *encoder) header(m *Image) {
	var h [13]byte
	binary.BigEndian.PutUint32(h[0:], uint32(m.W))
	binary.BigEndian.PutUint32(h[4:], uint32(m.H))
	h[8] = 8
	h[9] = 2
	if m.Palette != nil {
		h[9] = 3
	}
	e.chunk("IHDR", h[:])
}

func (e *encoder) chunk(name string, data []byte) {
	var head [8]byte
	binary.BigEndian.PutUint32(head[:], uint32(len(data)))
	copy(head[4:], name)
	crc := crc32.Update(crc32.ChecksumIEEE(head[4:]), crc32.IEEETable, data)
	e.Write(head[:])
	e.Write(data)
	binary.BigEndian.PutUint32(head[:], crc)
	e.Write(head[:4])
}

// pixels writes the rows as a zlib stream in IDAT chunks.
func (e *encoder) pixels(m *Image) {
	e.data.e = e
	e.data.Write([]byte{0x78, 0x01})
	e.flate.Reset(&e.data)
	e.flate.Write(m.Rows)
	e.flate.Close()
	e.data.Write(binary.BigEndian.AppendUint32(nil, checksum(m.Rows, m.H)))
	e.data.flush()
}

// checksum is the Adler-32 of rows of one length. Those of flat artwork repeat
// what is above them, and with it their part of the sum.
func checksum(rows []byte, h int) uint32 {
	const mod = 65521
	a, b := uint64(1), uint64(0)
	var above []byte
	var sum, weighted uint64 // what a row adds to a and, beside a for every byte, to b
	n := len(rows) / max(1, h)
	for i := range h {
		row := rows[i*n:][:n]
		if i == 0 || !bytes.Equal(row, above) {
			s := adler32.Checksum(row)
			sum, weighted = uint64(s&0xffff)+mod-1, uint64(s>>16)+mod-uint64(n%mod)
		}
		b = (b + uint64(n)*a + weighted) % mod
		a = (a + sum) % mod
		above = row
	}
	return uint32(b<<16 | a)
}

// idat gathers compressed bytes into chunks of 64 KB.
type idat struct {
	e   *encoder
	buf []byte
}

func (d *idat) Write(p []byte) (int, error) {
	d.buf = append(d.buf, p...)
	if len(d.buf) >= 1<<16 {
		d.flush()
	}
	return len(p), d.e.err
}

func (d *idat) flush() {
	if len(d.buf) > 0 {
		d.e.chunk("IDAT", d.buf)
		d.buf = d.buf[:0]
	}
}

// Few is the pixels of m, which must be opaque, as indexes of their colours in
// order of appearance; nil if there are more than 256.
func Few(m *image.RGBA) *Image {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	out := &Image{W: w, H: h, Rows: make([]byte, 0, (w+1)*h)}
	indexes := make(map[[3]byte]byte)
	for y := range h {
		row := m.Pix[y*m.Stride:][:4*w]
		out.Rows = append(out.Rows, 0)
		for i := 0; i < len(row); i += 4 {
			c := [3]byte(row[i : i+3])
			index, known := indexes[c]
			if !known {
				if len(indexes) == 256 {
					return nil
				}
				index = byte(len(indexes))
				indexes[c] = index
				out.Palette = append(out.Palette, c[:]...)
			}
			out.Rows = append(out.Rows, index)
		}
	}
	return out
}
