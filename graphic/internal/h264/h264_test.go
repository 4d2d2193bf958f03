package h264

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// reel is a short video with all that the encoder does: keys, bars, a fade, a
// repeat, a cut and noise.
func reel(t testing.TB, w, h int) *film {
	f := newFilm(t, Config{Width: w, Height: h, KeyInterval: 9})
	m := card(w, h, 3)
	f.add(t, m)
	for i := range 12 {
		box := image.Rect(8*i, h/3, 8*i+7, h/2)
		fillRect(m, box, uint8(i))
		f.add(t, m, box)
		f.sample(f.e.Repeat())
	}
	f.e.Restart()
	f.add(t, noise(w, h, 2))
	f.add(t, card(w, h, 4))
	return f
}

func TestCardsKeepFiftyDecibels(t *testing.T) {
	for _, size := range []image.Point{{64, 64}, {1080, 1080}, {541, 961}, {200, 130}} {
		f := newFilm(t, Config{Width: size.X, Height: size.Y})
		m := card(size.X, size.Y, 1)
		f.add(t, m)
		for i := range 10 {
			box := image.Rect(12*i, size.Y/3, 12*i+10, size.Y/2)
			fillRect(m, box, 18)
			f.add(t, m, box)
			if got := psnr(f.shown[i+1], f.e.visible(&f.e.source)); got < 50 {
				t.Errorf("%v, picture %d: %.2f dB", size, i+1, got)
			}
		}
		f.check(t)
	}
}

func TestOpenH264Decodes(t *testing.T) {
	cc := decoder(t, "cc")
	dir := t.TempDir()
	tool := filepath.Join(dir, "openh264")
	if out, err := exec.Command(cc, "-o", tool, "testdata/openh264.c", "-lopenh264").CombinedOutput(); err != nil {
		if strings.Contains(string(out), "wels/codec_api.h") {
			t.Skip("NOT CHECKED: OpenH264's headers are not installed")
		}
		t.Fatalf("%v\n%s", err, out)
	}
	for _, size := range []image.Point{{64, 64}, {301, 190}} {
		f := reel(t, size.X, size.Y)
		stream := filepath.Join(dir, "stream.h264")
		if err := os.WriteFile(stream, f.stream.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(tool, stream)
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Run(); err != nil {
			t.Fatalf("%v\n%s", err, errs.String())
		}
		f.same(t, out.Bytes())
	}
}

func TestKeysComeAtTheirInterval(t *testing.T) {
	f := reel(t, 64, 64)
	for i, key := range f.keys {
		if want := i%9 == 0 && i < 25 || i == 25; key != want {
			t.Errorf("picture %d: key %v, want %v", i, key, want)
		}
	}
}

func TestRepeatsAreSmall(t *testing.T) {
	f := reel(t, 320, 320)
	if got := f.sizes[2]; got > 16 {
		t.Errorf("a repeated picture has %d bytes", got)
	}
}

// TestMacroblocksStayInBounds codes the worst picture there is: noise of black
// and white over noise of pure colours, at the finest quantiser, is written as
// its samples.
func TestMacroblocksStayInBounds(t *testing.T) {
	m := worst(64, 64)
	f := newFilm(t, Config{Width: 64, Height: 64, Quantiser: finest})
	f.add(t, m)
	f.add(t, noise(64, 64, 6))
	f.add(t, m)
	if most := 16 * (macroblockBits + 16) / 8; f.sizes[0] > most {
		t.Errorf("%d bytes, want at most %d", f.sizes[0], most)
	}
	if got := psnr(f.shown[0], f.e.visible(&f.e.source)); got < 100 {
		t.Errorf("noise is written with %.1f dB, not as it is (%d bytes)", got, f.sizes[0])
	}
	f.check(t)
}

func worst(w, h int) *image.RGBA {
	a, b, m := noise(w, h, 5), noise(w, h, 6), image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range a.Pix {
		x, y, channel := i/4%w, i/4/w, i%4
		v := b.Pix[m.PixOffset(x&^1, y&^1)+channel]
		if a.Pix[m.PixOffset(x, y)] > 127 {
			v = a.Pix[m.PixOffset(x, y)+1]
		}
		m.Pix[i] = 255 * (v >> 7)
	}
	return m
}

// TestPicturesStayInBounds codes noise: what is larger than the level allows
// is coded coarser.
func TestPicturesStayInBounds(t *testing.T) {
	side := 1080
	if testing.Short() {
		side = 640
	}
	f := newFilm(t, Config{Width: side, Height: side, Quantiser: finest})
	f.add(t, card(side, side, 1))
	f.add(t, noise(side, side, 1))
	n := f.e.columns * f.e.rows
	if limit := f.e.level.pictureBytes(n); f.sizes[1] > limit+limit/50 {
		t.Errorf("a picture of %d bytes, the level allows %d", f.sizes[1], limit)
	}
	if !f.keys[1] {
		t.Error("a picture coded again stands on one that is gone")
	}
	f.check(t)
}

func TestLevels(t *testing.T) {
	for _, row := range []struct {
		w, h, rate int
		want       byte
	}{
		{64, 64, 30, 40}, {1080, 1920, 30, 40}, {1080, 1920, 60, 42}, {2160, 2160, 30, 50}, {2160, 2160, 60, 52},
	} {
		e, err := NewEncoder(Config{Width: row.w, Height: row.h, Rate: row.rate})
		if err != nil {
			t.Fatal(err)
		}
		sps, _ := e.Parameters()
		if sps[1] != 66 || sps[2] != 0xC0 || sps[3] != row.want {
			t.Errorf("%d×%d at %d: profile %d, sets %#x, level %d, want level %d", row.w, row.h, row.rate, sps[1], sps[2], sps[3], row.want)
		}
	}
}

func TestLimits(t *testing.T) {
	for _, c := range []Config{
		{Width: 63, Height: 64}, {Width: 64, Height: 2161}, {Width: 64, Height: 64, Rate: 61},
		{Width: 64, Height: 64, Quantiser: 11}, {Width: 64, Height: 64, Quantiser: 46}, {Width: 64, Height: 64, KeyInterval: -1},
	} {
		if _, err := NewEncoder(c); err == nil {
			t.Errorf("%+v is taken", c)
		}
	}
	e, _ := NewEncoder(Config{Width: 64, Height: 64})
	if _, err := e.Encode(image.NewGray(image.Rect(0, 0, 64, 65))); err == nil {
		t.Error("a frame of another size is taken")
	}
}

// TestColours compares with the definition in floating point.
func TestColours(t *testing.T) {
	for i := range 4096 {
		r, g, b := uint8(i%16*17), uint8(i/16%16*17), uint8(i/256*17)
		c := fromRGB(r, g, b)
		R, G, B := float64(r)/255, float64(g)/255, float64(b)/255
		y := 0.2126*R + 0.7152*G + 0.0722*B
		cb, cr := (B-y)/1.8556, (R-y)/1.5748
		for k, pair := range [][2]float64{
			{float64(c.y), 16 + 219*y}, {float64(chroma(4 * c.cb)), 128 + 224*cb}, {float64(chroma(4 * c.cr)), 128 + 224*cr},
		} {
			if math.Abs(pair[0]-pair[1]) > 0.51 {
				t.Fatalf("rgb(%d,%d,%d): sample %d is %v, want %v", r, g, b, k, pair[0], pair[1])
			}
		}
		if r == g && g == b && (c.cb != 0 || c.cr != 0) {
			t.Errorf("grey %d has colour", r)
		}
	}
}

// TestKindsOfFrames encodes one card as each kind of image.
func TestKindsOfFrames(t *testing.T) {
	m := card(80, 70, 1)
	rgba := image.NewRGBA(m.Rect)
	other := image.NewNRGBA(m.Rect.Add(image.Pt(5, 6)))
	for y := range 70 {
		for x := range 80 {
			rgba.Set(x, y, m.At(x, y))
			other.Set(x+5, y+6, m.At(x, y))
		}
	}
	var want []byte
	for i, frame := range []image.Image{m, rgba, other} {
		f := newFilm(t, Config{Width: 80, Height: 70})
		f.add(t, frame)
		if i == 0 {
			want = f.stream.Bytes()
		} else if !bytes.Equal(f.stream.Bytes(), want) {
			t.Errorf("%T is encoded otherwise", frame)
		}
	}
}

// TestHintsChangeNothing encodes changes with and without their rectangle.
func TestHintsChangeNothing(t *testing.T) {
	a, b := newFilm(t, Config{Width: 100, Height: 90}), newFilm(t, Config{Width: 100, Height: 90})
	m := card(100, 90, 1)
	for i := range 8 {
		box := image.Rect(13*i, 7*i, 13*i+9, 90)
		fillRect(m, box, uint8(10+i))
		hint := box
		if i == 0 {
			hint = m.Rect
		}
		a.add(t, m)
		b.add(t, m, hint)
	}
	if !bytes.Equal(a.stream.Bytes(), b.stream.Bytes()) {
		t.Error("a hint changes the video")
	}
}

// TestSameBytesInTheBrowser runs this test's first half there.
func TestSameBytesInTheBrowser(t *testing.T) {
	sum := fmt.Sprintf("sum %x", sha256.Sum256(reel(t, 111, 93).stream.Bytes()))
	if again := fmt.Sprintf("sum %x", sha256.Sum256(reel(t, 111, 93).stream.Bytes())); again != sum {
		t.Fatal("two runs differ")
	}
	if runtime.GOOS == "js" {
		fmt.Println(sum)
		return
	}
	decoder(t, "node")
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skip("NOT CHECKED: there is no go command")
	}
	run := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec")
	if _, err := os.Stat(run); err != nil {
		t.Skip("NOT CHECKED: this Go has no runner for wasm")
	}
	cmd := exec.Command("go", "test", "-exec", run, "-run", "^TestSameBytesInTheBrowser$", "-v", ".")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), sum) {
		t.Errorf("want %s, got %v\n%s", sum, err, out)
	}
}

func TestNothingIsAllocated(t *testing.T) {
	f := newFilm(t, Config{Width: 128, Height: 128})
	a, b := card(128, 128, 1), card(128, 128, 2)
	step := func() {
		f.e.Encode(a)
		f.e.Encode(b, b.Rect)
		f.e.Repeat()
	}
	for range 200 {
		step()
	}
	if n := testing.AllocsPerRun(50, step); n > 1 {
		t.Errorf("%v allocations for three pictures", n)
	}
}

// BenchmarkKey is a card that stands alone, BenchmarkBar a bar that changes
// colour on it, BenchmarkRepeat nothing new.
func BenchmarkKey(b *testing.B) {
	f := newFilm(b, Config{Width: 1080, Height: 1920})
	m := card(1080, 1920, 1)
	for b.Loop() {
		f.e.Restart()
		if _, err := f.e.Encode(m); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBar(b *testing.B) {
	f := newFilm(b, Config{Width: 1080, Height: 1920, KeyInterval: 1 << 30})
	m := card(1080, 1920, 1)
	f.e.Encode(m)
	box := image.Rect(100, 700, 140, 800)
	v := uint8(0)
	for b.Loop() {
		v ^= 1
		fillRect(m, box, 16+v)
		f.e.Encode(m, box)
	}
}

func BenchmarkRepeat(b *testing.B) {
	f := newFilm(b, Config{Width: 1080, Height: 1920, KeyInterval: 1 << 30})
	f.e.Encode(card(1080, 1920, 1))
	for b.Loop() {
		f.e.Repeat()
	}
}
