// Package mp4 writes H.264 pictures and a silent sound track as an MP4 file
// that plays while it loads: moov before mdat, both tracks from time 0, no edit
// list, no times of the clock. Boxes are those of ISO/IEC 14496-12, -14 and
// -15; the comments cite their clauses.
package mp4

import (
	"fmt"
	"io"
	"math"
)

// File is a video before it is written. Fill in the fields, add pictures, write.
// It is for one goroutine at a time and holds all samples in memory.
type File struct {
	// Width and Height are in square pixels.
	Width, Height int
	// Rate is pictures a second, all as long as each other.
	Rate int
	// SPS and PPS are H.264's parameter sets, units without start codes.
	SPS, PPS []byte
	// Language is the text's and the sound's, three letters of ISO 639-2/T;
	// anything else is written as "und".
	Language string
	// Title, Description and Comment stand in the file where players and
	// ffprobe find them; empty ones are left out.
	Title, Description, Comment string
	// XMP is a packet for the end of the file, where exiftool and archives
	// read alt text; it may be empty.
	XMP string

	data  []byte // samples one after the other
	sizes []int
	keys  []int // numbers of those that stand alone, from 1 on
}

// Add appends a picture: units after their lengths in four bytes.
func (f *File) Add(sample []byte, key bool) {
	f.data = append(f.data, sample...)
	f.sizes = append(f.sizes, len(sample))
	if key {
		f.keys = append(f.keys, len(f.sizes))
	}
}

// Len is the number of pictures.
func (f *File) Len() int { return len(f.sizes) }

// largest is what 32-bit offsets reach.
const largest = math.MaxInt32

// WriteTo writes the file. Beside w's the errors are of a file without pictures
// and of one above two gigabytes.
func (f *File) WriteTo(w io.Writer) (int64, error) {
	switch {
	case len(f.sizes) == 0 || f.Rate < 1:
		return 0, fmt.Errorf("mp4: %d pictures at %d a second", len(f.sizes), f.Rate)
	case len(f.data) > largest:
		return 0, fmt.Errorf("mp4: %d bytes of pictures are too many", len(f.data))
	}
	chunks := f.chunks()
	head := f.head(chunks, 0)
	head = f.head(chunks, len(head.out)+8)
	payload := 8
	for _, c := range chunks {
		payload += c.video.bytes + c.sound.bytes
	}
	head.u32(uint32(payload))
	head.text("mdat")
	n, err := w.Write(head.out)
	total := int64(n)
	for _, part := range f.payload(chunks) {
		if err != nil {
			break
		}
		n, err = w.Write(part)
		total += int64(n)
	}
	return total, err
}

// head is ftyp and moov; offset is that of the first sample.
func (f *File) head(chunks []chunk, offset int) *boxes {
	b := new(boxes)
	b.box("ftyp", func() {
		b.text("isom")
		b.u32(512) // minor version
		b.text("isomiso2avc1mp41")
	})
	f.movie(b, chunks, offset)
	return b
}

// payload is mdat's, chunk after chunk, and the packet behind it.
func (f *File) payload(chunks []chunk) (parts [][]byte) {
	at := 0
	for _, c := range chunks {
		parts = append(parts, f.data[at:][:c.video.bytes], repeated(silence, c.sound.samples))
		at += c.video.bytes
	}
	if f.XMP != "" {
		b := new(boxes)
		b.box("uuid", func() {
			b.out = append(b.out, xmpID...)
			b.text(f.XMP)
		})
		parts = append(parts, b.out)
	}
	return parts
}

// xmpID marks a box of XMP (XMP specification, part 3, 1.1.6 "MPEG-4").
const xmpID = "\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC"
