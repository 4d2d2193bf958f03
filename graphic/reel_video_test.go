package graphic

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"image"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// tool skips a test, loudly, where a program is not installed.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("NOT CHECKED: %s is not installed", name)
	}
	return path
}

func shortReel() *Reel {
	r := sampleReel()
	r.Scenes, r.Cues = []ReelScene{{sampleCards()["stat"], 3 * second}, {sampleCards()["money"], 6 * second}}, r.Cues[:2]
	return r
}

func filmed(t *testing.T, r *Reel) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteMP4(&b); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "reel.mp4")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// accepts is what a platform takes (checked 2026-11-28).
type accepts struct {
	platform            string
	least, most         float64 // seconds
	slowest, fastest    float64 // frames a second
	narrowest, broadest float64 // width to height
}

var platforms = []accepts{
	{"Instagram", 3, 15 * 60, 23, 60, 0.01, 10},
	{"X", 0.5, 140, 1, 60, 1.0 / 3, 3},
	{"TikTok", 3, 600, 23, 60, 0.4, 2.4},
	{"YouTube", 1, 12 * 3600, 24, 60, 0.3, 3},
}

// TestPlatformsTakeReels asks ffprobe what each platform asks.
func TestPlatformsTakeReels(t *testing.T) {
	for _, format := range ReelFormats()[:scaled(1, 2, 4)] {
		r := shortReel()
		r.Options.Format = format
		out, err := exec.Command(tool(t, "ffprobe"), "-v", "warning", "-show_streams", "-show_format", "-of", "json", filmed(t, r)).Output()
		if err != nil {
			t.Fatal(err)
		}
		var p struct{ Streams []map[string]any }
		if err := json.Unmarshal(out, &p); err != nil {
			t.Fatal(err)
		}
		video, sound := p.Streams[0], p.Streams[1]
		number := func(key string) float64 {
			v, err := strconv.ParseFloat(strings.TrimSuffix(fmt.Sprint(video[key]), "/1"), 64)
			if err != nil {
				t.Fatal(key, video[key])
			}
			return v
		}
		for _, a := range platforms {
			length, rate, ratio := number("duration"), number("r_frame_rate"), number("width")/number("height")
			if length < a.least || length > a.most || rate < a.slowest || rate > a.fastest || ratio < a.narrowest || ratio > a.broadest {
				t.Errorf("%s: %s does not take %v seconds at %v a second, ratio %v", format.Name, a.platform, length, rate, ratio)
			}
		}
		for key, want := range map[string]string{
			"codec_name": "h264", "profile": "Constrained Baseline", "level": "40", "pix_fmt": "yuv420p", "color_range": "tv",
			"color_space": "bt709", "color_primaries": "bt709", "color_transfer": "bt709", "sample_aspect_ratio": "1:1", "start_time": "0.000000",
		} {
			if got := fmt.Sprint(video[key]); got != want {
				t.Errorf("%s: %s is %s, want %s", format.Name, key, got, want)
			}
		}
		if sound["codec_name"] != "aac" || sound["start_time"] != "0.000000" {
			t.Errorf("%s: sound %v from %v", format.Name, sound["codec_name"], sound["start_time"])
		}
	}
}

// lumas is a viewer that keeps the brightness of each frame, as BT.709 has it.
type lumas struct {
	now    []float64
	check  func(frame int, luma []float64)
	frames int
}

func (l *lumas) show(m image.Image, _ bool, _ []image.Rectangle) error {
	p := m.(*image.Paletted)
	var of [256]float64
	for i, c := range p.Palette {
		r, g, b, _ := c.RGBA()
		of[i] = 16 + 219*(0.2126*float64(r)+0.7152*float64(g)+0.0722*float64(b))/65535
	}
	l.now = l.now[:0]
	for y := range p.Rect.Dy() {
		for _, i := range p.Pix[p.PixOffset(0, y):][:p.Rect.Dx()] {
			l.now = append(l.now, of[i])
		}
	}
	return l.hold()
}

func (l *lumas) hold() error {
	l.check(l.frames, l.now)
	l.frames++
	return nil
}

// TestFramesAreTheCards decodes a reel, without the least complaint, and
// compares its frames with those painted: each at 50 dB and a structural
// similarity of 0.998 at least.
func TestFramesAreTheCards(t *testing.T) {
	r := shortReel()
	f, err := r.film()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool(t, "ffmpeg"), "-v", "warning", "-err_detect", "explode", "-xerror", "-i", filmed(t, r), "-map", "0:v", "-f", "rawvideo", "-")
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	frame := make([]byte, f.format.W*f.format.H*3/2)
	l := &lumas{check: func(n int, want []float64) {
		if _, err := io.ReadFull(out, frame); err != nil {
			t.Fatalf("frame %d: %v\n%s", n, err, complaints.String())
		}
		if n%7 > 0 && n < 270-1 {
			return
		}
		if noise, alike := likeness(frame[:len(want)], want, f.format.W); noise < 50 || alike < 0.998 {
			t.Errorf("frame %d: %.2f dB, similarity %.5f", n, noise, alike)
		} else if n%63 == 0 {
			t.Logf("frame %d: %.2f dB, similarity %.5f", n, noise, alike)
		}
	}}
	if err := f.play(l); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil || complaints.Len() > 0 {
		t.Errorf("ffmpeg: %v\n%s", err, complaints.String())
	}
}

// likeness is the ratio of signal to noise in decibels, and the mean structural
// similarity of squares of eight (Wang and others, 2004).
func likeness(got []byte, want []float64, width int) (noise, alike float64) {
	const n, c1, c2 = 8, 0.01 * 255 * 0.01 * 255, 0.03 * 255 * 0.03 * 255
	squares, blocks := 0.0, 0.0
	for y := 0; y+n <= len(want)/width; y += n {
		for x := 0; x+n <= width; x += n {
			var a, b, aa, bb, ab float64
			for i := range n * n {
				at := (y+i/n)*width + x + i%n
				p, q := float64(got[at]), want[at]
				a, b, aa, bb, ab = a+p, b+q, aa+p*p, bb+q*q, ab+p*q
				squares += (p - q) * (p - q)
			}
			a, b = a/n/n, b/n/n
			va, vb, cov := aa/n/n-a*a, bb/n/n-b*b, ab/n/n-a*b
			alike += (2*a*b + c1) * (2*cov + c2) / ((a*a + b*b + c1) * (va + vb + c2))
			blocks++
		}
	}
	return 10 * math.Log10(255*255*blocks*n*n/squares), alike / blocks
}

// TestReelBytes are the same in two runs and in a browser's machine.
func TestReelBytes(t *testing.T) {
	sum := func() string {
		h := sha256.New()
		if err := shortReel().WriteMP4(h); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("reel %x", h.Sum(nil))
	}
	want := sum()
	if runtime.GOOS == "js" {
		fmt.Println(want)
		return
	}
	if sum() != want {
		t.Fatal("two runs differ")
	}
	if scaled(0, 0, 1) == 0 {
		t.Skip("no browser's machine was asked: set TEST_ALL")
	}
	tool(t, "node")
	root, err := exec.Command(tool(t, "go"), "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	run := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec")
	cmd := exec.Command("go", "test", "-exec", run, "-run", "^TestReelBytes$", "-v", ".")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), want) {
		t.Errorf("want %s, got %v\n%s", want, err, out)
	}
}

const player = `<!doctype html><video muted src="reel.mp4"></video><script>
const v = document.querySelector('video'), tell = s => fetch('done?' + encodeURIComponent(s))
v.onended = () => tell(v.videoWidth + 'x' + v.videoHeight + ' ' + v.duration + ' ' + v.getVideoPlaybackQuality().totalVideoFrames)
v.onerror = () => tell(v.error.message)
v.play().catch(e => tell(String(e)))
</script>`

// TestBrowserPlaysReel counts the frames that browsers decode.
func TestBrowserPlaysReel(t *testing.T) {
	if os.Getenv("TEST_ALL") == "" {
		t.Skip("without TEST_ALL no video was played in a browser")
	}
	t.Run("chromium", func(t *testing.T) {
		plays(t, "chromium", func(profile string) []string {
			return []string{
				"--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--autoplay-policy=no-user-gesture-required",
				"--user-data-dir=" + profile,
			}
		})
	})
	t.Run("firefox", func(t *testing.T) {
		plays(t, "firefox", func(profile string) []string { return []string{"--headless", "--no-remote", "--profile", profile} })
	})
}

func plays(t *testing.T, browser string, args func(profile string) []string) {
	exe, file, told := tool(t, browser), filmed(t, shortReel()), make(chan string, 1)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			io.WriteString(w, player)
		case "/reel.mp4":
			http.ServeFile(w, r, file)
		case "/done":
			select {
			case told <- r.URL.RawQuery:
			default:
			}
		}
	}))
	defer s.Close()
	profile, err := os.MkdirTemp("", "profile") // not t.TempDir: Chromium's other processes write on for a moment
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, append(args(profile), s.URL)...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { cmd.Process.Kill(); cmd.Wait(); os.RemoveAll(profile) }()
	select {
	case got := <-told:
		if want := "1080x1920%209%2027"; got != want+"0" && got != want+"1" { // Firefox counts the first once more
			t.Errorf("%s says %s, want %s0", browser, got, want)
		}
	case <-time.After(time.Minute):
		t.Errorf("%s did not play the reel to its end in a minute", browser)
	}
}
