package graphic

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/h264"
)

// TestFailuresOfOtherReels has a row for each way in which a platform or a
// player refuses the videos of others, with the report of it.
func TestFailuresOfOtherReels(t *testing.T) {
	ffmpeg, ffprobe := tool(t, "ffmpeg"), tool(t, "ffprobe")
	film := filmed(t, shortReel())
	run := func(name string, args ...string) string {
		out, err := exec.Command(name, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return string(out)
	}
	traced := run(ffprobe, "-v", "trace", "-show_streams", film)
	tells := func(t *testing.T, said string, times int, want string) {
		t.Helper()
		if n := strings.Count(said, want); n != times {
			t.Errorf("%q stands there %d times, want %d", want, n, times)
		}
	}
	for _, row := range []struct {
		pitfall, reported string
		check             func(t *testing.T)
	}{
		{"an edit list, or moov after the pictures", "docs.feedhive.com", func(t *testing.T) {
			tells(t, traced, 0, "type:'elst'")
			tells(t, traced, 0, "type:'edts'")
			if strings.Index(traced, "type:'moov'") > strings.Index(traced, "type:'mdat'") {
				t.Error("moov comes late")
			}
		}},
		{"a rate, a sound or pixels beyond what Instagram and X take", "ayrshare.com", func(t *testing.T) {
			tells(t, traced, 1, "r_frame_rate=30/1")
			tells(t, traced, 1, "avg_frame_rate=30/1")
			tells(t, traced, 1, "sample_rate=48000")
			tells(t, traced, 1, "sample_aspect_ratio=1:1")
		}},
		{"4:4:4 or odd sides, which QuickTime does not play", "munich-quantum-toolkit/naviz#71", func(t *testing.T) {
			tells(t, traced, 1, "pix_fmt=yuv420p")
			if e, err := h264.NewEncoder(h264.Config{Width: 541, Height: 961, Rate: 30}); err != nil || e.Size() != image.Pt(542, 962) {
				t.Errorf("541 by 961 becomes %v, %v", e.Size(), err)
			}
		}},
		{"colours that are tagged in one place and not in the others", "utensils/mold#181", func(t *testing.T) {
			for _, tag := range []string{"color_range=tv", "color_space=bt709", "color_transfer=bt709", "color_primaries=bt709"} {
				tells(t, traced, 1, tag)
			}
			headers := run(ffmpeg, "-v", "trace", "-i", film, "-c:v", "copy", "-frames:v", "1", "-bsf:v", "trace_headers", "-f", "null", "-")
			for _, field := range []string{"colour_primaries", "transfer_characteristics", "matrix_coefficients"} {
				_, rest, ok := strings.Cut(headers, field)
				if line, _, _ := strings.Cut(rest, "\n"); !ok || !strings.HasSuffix(strings.TrimSpace(line), "= 1") {
					t.Errorf("the stream says %s%s", field, line)
				}
			}
		}},
		{"an identity edit list, made to mend the colours", "utensils/mold#183", func(t *testing.T) { tells(t, traced, 0, "elst") }},
		{"a colr box without its last byte, for which Firefox refuses the file", "mozilla/mp4parse-rust#452", func(t *testing.T) {
			var b bytes.Buffer
			if err := shortReel().WriteMP4(&b); err != nil {
				t.Fatal(err)
			}
			at := bytes.Index(b.Bytes(), []byte("colrnclx"))
			if at < 4 || binary.BigEndian.Uint32(b.Bytes()[at-4:]) != 19 {
				t.Errorf("no colr of 19 bytes at %d", at)
			}
		}},
		{"a video that starts late: a black first frame", "heygen-com/hyperframes#1615", func(t *testing.T) {
			tells(t, traced, 2, "start_time=0.000000")
			still := filepath.Join(t.TempDir(), "0.png")
			run(ffmpeg, "-v", "error", "-i", film, "-frames:v", "1", "-vf", "scale=in_color_matrix=bt709:in_range=tv", still)
			first, poster := pictureAt(t, still), new(bytes.Buffer)
			if err := shortReel().WritePoster(poster); err != nil {
				t.Fatal(err)
			}
			want, err := png.Decode(poster)
			if err != nil {
				t.Fatal(err)
			}
			d := meanDifference(first, want)
			t.Logf("the first frame differs from the poster by %.2f of 255", d)
			if d > 2 { // edges, whose colour has half the samples
				t.Error("the first frame is not the poster")
			}
			for _, at := range []image.Point{{10, 10}, {1070, 1900}, {20, 1240}} { // the ground, and the captions' band
				r, g, b, _ := first.At(at.X, at.Y).RGBA()
				r2, g2, b2, _ := want.At(at.X, at.Y).RGBA()
				if most := max(apartBy(r, r2), apartBy(g, g2), apartBy(b, b2)); most > 2 {
					t.Errorf("the flat colour at %v differs by %d", at, most)
				}
			}
		}},
		{"no sound, so that Telegram shows a GIF without controls", "telegramdesktop/tdesktop#24610", func(t *testing.T) { tells(t, traced, 1, "codec_name=aac") }},
		{"no limit of reordering, so that decoders hold back half a second", "streamplace/streamplace#1206", func(t *testing.T) {
			headers := run(ffmpeg, "-v", "trace", "-i", film, "-c:v", "copy", "-frames:v", "1", "-bsf:v", "trace_headers", "-f", "null", "-")
			_, rest, ok := strings.Cut(headers, "max_num_reorder_frames")
			if line, _, _ := strings.Cut(rest, "\n"); !ok || !strings.HasSuffix(strings.TrimSpace(line), "= 0") {
				t.Errorf("max_num_reorder_frames%s", line)
			}
			tells(t, traced, 1, "has_b_frames=0")
		}},
	} {
		t.Run(row.pitfall, func(t *testing.T) {
			t.Log(row.reported)
			row.check(t)
		})
	}
}

// apartBy is how far two samples of 16 bits are apart in eight.
func apartBy(a, b uint32) int { return max(int(a>>8)-int(b>>8), int(b>>8)-int(a>>8)) }

func pictureAt(t *testing.T, name string) image.Image {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// meanDifference is that of the samples of two pictures, of every ninth.
func meanDifference(a, b image.Image) float64 {
	sum, n := 0, 0
	for y := 0; y < b.Bounds().Dy(); y += 3 {
		for x := 0; x < b.Bounds().Dx(); x += 3 {
			r, g, bl, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			for _, d := range []int{int(r>>8) - int(r2>>8), int(g>>8) - int(g2>>8), int(bl>>8) - int(b2>>8)} {
				sum, n = sum+max(d, -d), n+1
			}
		}
	}
	return float64(sum) / float64(n)
}
