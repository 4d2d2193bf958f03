package graphic

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"
	"slices"
	"strings"
	"testing"
)

// quarters is a picture whose four quarters differ.
func quarters() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 64, 32))
	for y := range 32 {
		for x := range 64 {
			m.SetRGBA(x, y, color.RGBA{uint8(x / 32 * 255), uint8(y / 16 * 255), 90, 255})
		}
	}
	return m
}

// withExif puts an orientation into a JPEG.
func withExif(t *testing.T, m image.Image, orientation uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00")
	tiff = binary.LittleEndian.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	seg := binary.BigEndian.AppendUint16([]byte{0xff, 0xd8, 0xff, 0xe1}, uint16(len(tiff)+2))
	return append(append(seg, tiff...), b.Bytes()[2:]...)
}

// TestOrientation turns a picture back from every way a camera can be held.
func TestOrientation(t *testing.T) {
	want := quarters()
	at := func(m image.Image, x, y int) color.RGBA { return color.RGBAModel.Convert(m.At(x, y)).(color.RGBA) }
	for o := 1; o <= 8; o++ {
		// held is what a camera stores so that orientation o shows want.
		w, h := 64, 32
		if o >= 5 {
			w, h = h, w
		}
		held := image.NewRGBA(image.Rect(0, 0, w, h))
		for y := range 32 {
			for x := range 64 {
				at := [...]image.Point{{x, y}, {63 - x, y}, {63 - x, 31 - y}, {x, 31 - y}, {y, x}, {y, 63 - x}, {31 - y, 63 - x}, {31 - y, x}}[o-1]
				held.SetRGBA(at.X, at.Y, want.RGBAAt(x, y))
			}
		}
		p, err := DecodePicture(bytes.NewReader(withExif(t, held, uint16(o))))
		if err != nil {
			t.Fatal(err)
		}
		if p.Bounds() != want.Rect {
			t.Errorf("orientation %d: %v, want %v", o, p.Bounds(), want.Rect)
			continue
		}
		for _, pt := range []image.Point{{8, 8}, {56, 8}, {8, 24}, {56, 24}} {
			if a, b := at(&p.pix, pt.X, pt.Y), want.RGBAAt(pt.X, pt.Y); gap(a.R, b.R) > 20 || gap(a.G, b.G) > 20 {
				t.Errorf("orientation %d: %v at %v, want %v", o, a, pt, b)
			}
		}
	}
}

// TestOrientationAfterFill: before a marker a JPEG may hold any number of bytes
// of 255.
func TestOrientationAfterFill(t *testing.T) {
	file := withExif(t, quarters(), 6)
	filled := slices.Concat(file[:2], []byte{0xff, 0xff, 0xff}, file[2:])
	p, err := DecodePicture(bytes.NewReader(filled))
	if err != nil {
		t.Fatal(err)
	}
	if p.Bounds() != image.Rect(0, 0, 32, 64) {
		t.Errorf("the picture lies on its side: %v", p.Bounds())
	}
}

// bomb is a PNG that claims w by h pixels and holds none.
func bomb(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n")
	head := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	head = append(binary.BigEndian.AppendUint32(head, h), 8, 6, 0, 0, 0)
	b = append(binary.BigEndian.AppendUint32(b, 13), head...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(head))
}

func TestPictureRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty": nil, "text": []byte("hello"), "gif": []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
		"bomb": bomb(60000, 60000), "wide": bomb(30000, 2), "cut": withExif(t, quarters(), 1)[:200],
	} {
		_, err := DecodePicture(bytes.NewReader(data))
		var bad *PictureError
		if !errors.As(err, &bad) {
			t.Errorf("%s: %v, want a PictureError", name, err)
		}
	}
}

// TestPictureMemory: what would take more memory than a plain file of as many
// pixels may is refused by its head, before anything is decoded.
func TestPictureMemory(t *testing.T) {
	png := func(w, h uint32, depth, kind, interlaced byte) []byte {
		b := bomb(w, h)
		b[24], b[25], b[28] = depth, kind, interlaced
		return binary.BigEndian.AppendUint32(b[:29], crc32.ChecksumIEEE(b[12:29]))
	}
	jpeg := func(marker byte, w, h uint16, sampling byte) []byte {
		b := []byte{0xff, 0xd8, 0xff, 0xff, marker, 0, 17, 8, byte(h >> 8), byte(h), byte(w >> 8), byte(w), 3, 1, sampling, 0, 2, 0x11, 0, 3, 0x11, 0}
		return append(b, 0xff, 0xda, 0, 2)
	}
	for name, file := range map[string]struct {
		data    []byte
		refused bool
	}{
		"plain PNG":              {png(8000, 8000, 8, 2, 0), false},
		"interlaced PNG":         {png(8000, 7000, 8, 2, 1), true},
		"interlaced PNG, 48 MP":  {png(8000, 6000, 8, 6, 1), false},
		"PNG of 16 bits":         {png(8000, 5000, 16, 2, 0), true},
		"JPEG":                   {jpeg(0xc0, 8000, 8000, 0x22), false},
		"progressive JPEG":       {jpeg(0xc2, 8000, 8000, 0x22), true},
		"progressive JPEG, 32MP": {jpeg(0xc2, 8000, 4000, 0x22), false},
		"JPEG of full colour":    {jpeg(0xc0, 8000, 8000, 0x11), true},
	} {
		_, err := DecodePicture(bytes.NewReader(file.data))
		var bad *PictureError
		if !errors.As(err, &bad) {
			t.Fatalf("%s: %v", name, err)
		}
		if (bad.Rule() == "picture-memory") != file.refused {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPictureAdopts: a picture that is decoded is the same as one that is
// copied.
func TestPictureAdopts(t *testing.T) {
	sheer := image.NewNRGBA(image.Rect(0, 0, 64, 32))
	for i := range sheer.Pix {
		sheer.Pix[i] = uint8(i * 7)
	}
	mixed := image.NewRGBA(sheer.Rect)
	draw.Draw(mixed, mixed.Rect, sheer, image.Point{}, draw.Src)
	want, err := NewPicture(sheer)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []image.Image{mixed, sheer} {
		got, err := adopt(m)
		if err != nil {
			t.Fatal(err)
		}
		if _, far := difference(&got.pix, &want.pix); far > 0 || got.Bounds() != want.Bounds() {
			t.Errorf("%T: %d pixels differ", m, far)
		}
	}
}

func TestRedact(t *testing.T) {
	p, err := NewPicture(quarters())
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Redact(image.Rect(5, 5, 20, 9))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := r.WritePNG(&b); err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	for y := range 32 {
		for x := range 64 {
			c := color.RGBAModel.Convert(m.At(x, y)).(color.RGBA)
			want := quarters().RGBAAt(x, y)
			if image.Pt(x, y).In(image.Rect(0, 0, 32, 16)) {
				want = color.RGBA{A: 255}
			}
			if c != want {
				t.Fatalf("%d,%d is %v, want %v", x, y, c, want)
			}
		}
	}
	all, err := p.Redact(image.Rect(math.MinInt, math.MinInt, math.MaxInt, math.MaxInt))
	if err != nil {
		t.Fatal(err)
	}
	if want, _ := p.Redact(p.Bounds()); !bytes.Equal(all.pix.Pix, want.pix.Pix) {
		t.Error("a rectangle beyond all pictures does not cover all of one")
	}
	if _, err := p.Redact(image.Rect(900, 900, 950, 950)); err == nil {
		t.Error("a rectangle outside the picture covers nothing and is no error")
	}
	if p.pix.RGBAAt(6, 6) == (color.RGBA{A: 255}) {
		t.Error("the picture itself was changed")
	}
}

func FuzzDecodePicture(f *testing.F) {
	var b bytes.Buffer
	if err := png.Encode(&b, quarters()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(bomb(60000, 60000))
	f.Add([]byte("RIFF\x10\x00\x00\x00WEBPEXIF\x04\x00\x00\x00abcd"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := DecodePicture(bytes.NewReader(data))
		if err == nil && p.Bounds().Empty() {
			t.Error("an empty picture")
		}
	})
}

// TestUnreadPictures tells the owner of a telephone what to do.
func TestUnreadPictures(t *testing.T) {
	for data, want := range map[string]string{
		"\x00\x00\x00\x1cftypheic\x00\x00\x00\x00":                             "picture-heic",
		"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00":                             "picture-heic",
		"RIFF\x10\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00\x09\x00": "picture-animated",
		"GIF89a": "picture-animated",
		"BM":     "picture-format",
	} {
		var e *PictureError
		if _, err := DecodePicture(strings.NewReader(data)); !errors.As(err, &e) || e.Rule() != want {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

// TestFrames refuses a PNG of several frames, of which others would be lost, and
// reads one that says it has a single one.
func TestFrames(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	const head = 8 + 25 // the signature and IHDR
	for frames, want := range map[byte]string{1: "", 2: "picture-animated"} {
		control := append([]byte{0, 0, 0, 8}, "acTL\x00\x00\x00"+string(frames)+"\x00\x00\x00\x00"...)
		control = binary.BigEndian.AppendUint32(control, crc32.ChecksumIEEE(control[4:]))
		_, err := DecodePicture(bytes.NewReader(slices.Insert(bytes.Clone(file.Bytes()), head, control...)))
		var e *PictureError
		if errors.As(err, &e); want == "" && err != nil || want != "" && (e == nil || e.Rule() != want) {
			t.Errorf("%d frames: %v, want %q", frames, err, want)
		}
	}
}
