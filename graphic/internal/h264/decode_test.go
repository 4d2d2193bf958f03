package h264

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"os/exec"
	"testing"
)

// decoder skips a test, loudly, where a program is not installed.
func decoder(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("NOT CHECKED: %s is not installed", name)
	}
	return path
}

// film encodes frames and keeps the stream, as Annex B has it, and what the
// encoder says a decoder shows.
type film struct {
	e      *Encoder
	stream bytes.Buffer
	shown  [][]byte
	keys   []bool
	sizes  []int
}

func newFilm(t testing.TB, c Config) *film {
	t.Helper()
	e, err := NewEncoder(c)
	if err != nil {
		t.Fatal(err)
	}
	f := &film{e: e}
	sps, pps := e.Parameters()
	f.unit(sps)
	f.unit(pps)
	return f
}

func (f *film) unit(u []byte) {
	f.stream.Write([]byte{0, 0, 0, 1})
	f.stream.Write(u)
}

func (f *film) add(t testing.TB, m image.Image, dirty ...image.Rectangle) {
	t.Helper()
	s, err := f.e.Encode(m, dirty...)
	if err != nil {
		t.Fatal(err)
	}
	f.sample(s)
}

func (f *film) sample(s Sample) {
	f.unit(s.Data[4:])
	f.shown = append(f.shown, f.e.visible(&f.e.made))
	f.keys = append(f.keys, s.Key)
	f.sizes = append(f.sizes, len(s.Data))
}

// visible is a picture without what is cropped, plane after plane.
func (e *Encoder) visible(p *picture) (out []byte) {
	for i, plane := range p {
		w, h := e.width*sideOf(i)/side, e.height*sideOf(i)/side
		for y := range h {
			out = append(out, plane.row(0, y, w)...)
		}
	}
	return out
}

// check decodes the stream with ffmpeg, which must not complain, and compares
// each picture, to the last bit.
func (f *film) check(t testing.TB) {
	t.Helper()
	cmd := exec.Command(decoder(t, "ffmpeg"), "-v", "warning", "-err_detect", "explode", "-xerror", "-probesize", "200M",
		"-f", "h264", "-i", "-", "-f", "rawvideo", "-fps_mode", "passthrough", "-")
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(f.stream.Bytes()), &out, &errs
	if err := cmd.Run(); err != nil || errs.Len() > 0 {
		t.Fatalf("ffmpeg: %v\n%s", err, errs.String())
	}
	f.same(t, out.Bytes())
}

func (f *film) same(t testing.TB, decoded []byte) {
	t.Helper()
	n := len(f.shown[0])
	if len(decoded) != n*len(f.shown) {
		t.Fatalf("decoded %d bytes, want %d pictures of %d", len(decoded), len(f.shown), n)
	}
	for i, want := range f.shown {
		if got := decoded[i*n:][:n]; !bytes.Equal(got, want) {
			for k := range got {
				if got[k] != want[k] {
					t.Fatalf("picture %d of %v: byte %d is %d, want %d", i, f.e.Size(), k, got[k], want[k])
				}
			}
		}
	}
}

// psnr compares two pictures in decibels.
func psnr(a, b []byte) float64 {
	sum := 0.0
	for i := range a {
		d := float64(a[i]) - float64(b[i])
		sum += d * d
	}
	return 10 * math.Log10(255*255*float64(len(a))/max(sum, 1e-9))
}

// ink is a palette from paper to ink, then colours.
var ink = func() (p color.Palette) {
	for i := range 16 {
		v := uint8(240 - 14*i)
		p = append(p, color.RGBA{v, v, v - v/10, 255})
	}
	return append(p, color.RGBA{200, 30, 40, 255}, color.RGBA{6, 48, 95, 255}, color.RGBA{255, 210, 0, 255})
}()

// card draws ground, bars and something like letters.
func card(w, h int, seed uint64) *image.Paletted {
	r := rand.New(rand.NewPCG(seed, 7))
	m := image.NewPaletted(image.Rect(0, 0, w, h), ink)
	fillRect(m, image.Rect(0, h*2/3, w, h), 17)
	for x := 4; x < w-8; x += 12 {
		fillRect(m, image.Rect(x, h/3, x+6, h/2), 16)
	}
	for range w * h / 400 {
		x, y := r.IntN(w), r.IntN(h/3)
		v := uint8(4 + r.IntN(12))
		fillRect(m, image.Rect(x, y, x+1+r.IntN(8), y+1+r.IntN(2)), v)
		fillRect(m, image.Rect(x, y, x+1+r.IntN(2), y+1+r.IntN(9)), v)
	}
	return m
}

func fillRect(m *image.Paletted, box image.Rectangle, v uint8) {
	box = box.Intersect(m.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			m.SetColorIndex(x, y, v)
		}
	}
}

func noise(w, h int, seed uint64) *image.RGBA {
	r := rand.New(rand.NewPCG(seed, 1))
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = uint8(r.Uint32())
	}
	return m
}
