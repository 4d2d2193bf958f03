package examples_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
)

// TestOddPhotos reads what cameras, scanners, printers and messengers write
// besides the usual JPEG, made by ImageMagick, ffmpeg and Ghostscript: chroma that
// is stored 4:1:1, 4:1:0 and 4:4:0, progressive scans, restart markers,
// grey, and four inks with and without a change of their colours.
func TestOddPhotos(t *testing.T) {
	want := decoded(t, "base.png")
	files, err := filepath.Glob("testdata/photos/*.jpg")
	if err != nil || len(files) < 12 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		got := decoded(t, filepath.Base(name))
		if got.Bounds() != want.Bounds() {
			t.Errorf("%s: %v", name, got.Bounds())
			continue
		}
		if strings.HasPrefix(filepath.Base(name), "gs") { // of two fields, red and blue
			if r, _, b, _ := got.At(10, 25).RGBA(); r>>8 < 200 || b>>8 > 60 {
				t.Errorf("%s: red is %v", name, got.At(10, 25))
			}
			continue
		}
		const coarse = 14 // of 255, for colours that are stored for eight pixels at once
		if far := distance(got, want, strings.Contains(name, "gray")); far > coarse {
			t.Errorf("%s is %.1f away from its model", name, far)
		}
	}
}

func decoded(t *testing.T, name string) image.Image {
	t.Helper()
	data, err := os.ReadFile("testdata/photos/" + name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := graphic.DecodePicture(bytes.NewReader(data))
	if err != nil {
		t.Fatal(name, err)
	}
	var out bytes.Buffer
	if err := p.WritePNG(&out); err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// distance is how far two pictures are from each other in the mean, of 255; of
// grey ones only how bright they are.
func distance(a, b image.Image, grey bool) float64 {
	sum, n := 0.0, 0.0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			ar, ag, ab, _ := a.At(x, y).RGBA()
			br, bg, bb, _ := b.At(x, y).RGBA()
			each := []float64{float64(ar) - float64(br), float64(ag) - float64(bg), float64(ab) - float64(bb)}
			if grey {
				each = []float64{0.299*each[0] + 0.587*each[1] + 0.114*each[2]}
			}
			for _, d := range each {
				sum, n = sum+max(d, -d)/257, n+1
			}
		}
	}
	return sum / n
}

// TestRangeOfWebP: lossy WebP stores brightness from 16 to 235, and white is white
// all the same. The files are ImageMagick's.
func TestRangeOfWebP(t *testing.T) {
	for _, name := range []string{"range.webp", "range-alpha.webp"} {
		m := decoded(t, name)
		for x, want := range map[int]uint32{4: 255, 28: 0} {
			r, g, b, _ := m.At(x, 16).RGBA()
			for _, v := range []uint32{r >> 8, g >> 8, b >> 8} {
				if max(v, want)-min(v, want) > 2 {
					t.Errorf("%s: %v at %d, want %d", name, m.At(x, 16), x, want)
				}
			}
		}
	}
}

// TestWideAndTurnedPhotos: four fields of colour that ImageMagick stored in Display
// P3, Adobe RGB and ProPhoto, and four on their side or in a mirror whose
// orientation exiftool wrote, come out as they were meant, of each kind of file.
func TestWideAndTurnedPhotos(t *testing.T) {
	files, err := filepath.Glob("testdata/photos/wide/*")
	if err != nil || len(files) != 3*(3+4) {
		t.Fatal(files, err)
	}
	for _, name := range files {
		m := decoded(t, "wide/"+filepath.Base(name))
		if m.Bounds().Max != image.Pt(64, 48) {
			t.Errorf("%s: %v", name, m.Bounds())
		}
		for at, want := range map[image.Point][3]int{{5, 5}: {40, 160, 60}, {58, 5}: {30, 80, 200}, {5, 42}: {240, 200, 40}, {58, 42}: {200, 40, 40}} {
			r, g, b, _ := m.At(at.X, at.Y).RGBA()
			const coarse = 16 // of 255: ProPhoto in 8 bits, and lossy
			for i, v := range []uint32{r, g, b} {
				if d := int(v>>8) - want[i]; d < -coarse || d > coarse {
					t.Errorf("%s at %v: %v, want %v", name, at, m.At(at.X, at.Y), want)
					break
				}
			}
		}
	}
}

// TestCutPhotos: what ends too early, as a broken download does, is damaged and no
// other kind of file.
func TestCutPhotos(t *testing.T) {
	for _, name := range []string{"wide/p3.jpg", "wide/p3.png", "wide/p3.webp"} {
		whole, err := os.ReadFile("testdata/photos/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for n := 16; n < len(whole)/2; n += 16 {
			_, err := graphic.DecodePicture(bytes.NewReader(whole[:n]))
			var refused *graphic.PictureError
			if !errors.As(err, &refused) || refused.Rule() != "picture-damaged" {
				t.Errorf("%d bytes of %s: %v", n, name, err)
			}
		}
	}
}

// TestRefusedPhotos: what is not read is told by name, with what to do.
func TestRefusedPhotos(t *testing.T) {
	usual, err := os.ReadFile("testdata/photos/s2x2.jpg")
	if err != nil {
		t.Fatal(err)
	}
	inks, err := os.ReadFile("testdata/photos/cmyk.jpg")
	if err != nil {
		t.Fatal(err)
	}
	frame := bytes.Index(usual, []byte{0xff, 0xc0})
	changed := func(at int, to byte) []byte {
		out := bytes.Clone(usual)
		out[at] = to
		return out
	}
	all := map[string][]byte{
		"arithmetic coding": changed(frame+1, 0xc9), "without loss": changed(frame+1, 0xc3), "12 bits": changed(frame+4, 12),
		"four inks that are not named": bytes.Replace(inks, []byte("Adobe"), []byte("adobe"), 1),
	}
	for _, name := range []string{"thirds.jpeg", "fours.jpeg", "fours-twos.jpeg"} { // of chroma, in height
		if all[name], err = os.ReadFile("testdata/photos/" + name); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range all {
		_, err := graphic.DecodePicture(bytes.NewReader(data))
		var refused *graphic.PictureError
		if !errors.As(err, &refused) || refused.Rule() != "picture-jpeg" || !strings.Contains(err.Error(), "export it as PNG") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
