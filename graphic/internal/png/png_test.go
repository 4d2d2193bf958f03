package png

import (
	"bytes"
	"errors"
	"hash/adler32"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"
)

// TestChecksum: what is known of repeated rows does not change the sum.
func TestChecksum(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 14))
	for range 300 {
		n, h := 1+r.IntN(70000), 1+r.IntN(20)
		var rows []byte
		row := make([]byte, n)
		for range h {
			for i := range row {
				if r.IntN(3) == 0 {
					break // this row is the one above
				}
				row[i] = byte(r.Uint32())
			}
			rows = append(rows, row...)
		}
		if got, want := checksum(rows, h), adler32.Checksum(rows); got != want {
			t.Fatalf("%d rows of %d bytes: %x, want %x", h, n, got, want)
		}
	}
}

// TestEncode reads what was written with the standard library, which checks
// every sum.
func TestEncode(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 71))
	for _, size := range []image.Point{{1, 1}, {7, 3}, {300, 400}, {1080, 1350}} {
		m := image.NewRGBA(image.Rectangle{Max: size})
		in := &Image{W: size.X, H: size.Y}
		for n := range 256 {
			in.Palette = append(in.Palette, byte(n), byte(7*n), byte(255-n))
		}
		for y := range size.Y {
			in.Rows = append(in.Rows, 0)
			for x := range size.X {
				i := byte(r.Uint32())
				in.Rows = append(in.Rows, i)
				m.SetRGBA(x, y, color.RGBA{i, 7 * i, 255 - i, 255})
			}
		}
		for kind, in := range map[string]*Image{"indexed": in, "RGB": RGB(m)} {
			var b bytes.Buffer
			if err := Encode(&b, in, Text{XMP, "<x/>"}); err != nil {
				t.Fatal(err)
			}
			got, err := png.Decode(&b)
			if err != nil || got.Bounds() != m.Rect {
				t.Fatalf("%s %v: %v", kind, size, err)
			}
			for y := range size.Y {
				for x := range size.X {
					if c := color.RGBAModel.Convert(got.At(x, y)); c != m.RGBAAt(x, y) {
						t.Fatalf("%s %v: %v at %d,%d, want %v", kind, size, c, x, y, m.RGBAAt(x, y))
					}
				}
			}
		}
	}
}

type fullDisk struct{ left int }

var errFull = errors.New("the disk is full")

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.left -= len(p); d.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestEncodeFails at every place where a disk may fill up, and is none the
// worse for it afterwards.
func TestEncodeFails(t *testing.T) {
	m := RGB(image.NewRGBA(image.Rect(0, 0, 40, 40)))
	var whole bytes.Buffer
	if err := Encode(&whole, m); err != nil {
		t.Fatal(err)
	}
	for n := range whole.Len() {
		if err := Encode(&fullDisk{n}, m); err != errFull {
			t.Fatalf("after %d bytes: %v", n, err)
		}
	}
	var again bytes.Buffer
	if err := Encode(&again, m); err != nil || !bytes.Equal(whole.Bytes(), again.Bytes()) {
		t.Errorf("another file: %v", err)
	}
}
