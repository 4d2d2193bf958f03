package share_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
)

// TestFFmpeg: where the program is there, a video becomes smaller and stays
// what platforms take; where it is not, nothing is built, and that is said.
func TestFFmpeg(t *testing.T) {
	short := strings.NewReplacer("seconds: 14", "seconds: 10", "seconds: 4", "seconds: 3", "seconds: 6", "seconds: 4").Replace(millFilm)
	c := millWith(t, "reels.yaml", short)
	_, err := share.Build(context.Background(), c, &share.Options{FFmpeg: "no-such-ffmpeg"})
	var kit *share.KitError
	if !errors.As(err, &kit) || kit.Rule() != "kit-ffmpeg-missing" || kit.Values()["program"] != "no-such-ffmpeg" {
		t.Fatalf("%v", err)
	}
	if _, err := share.Build(context.Background(), c, &share.Options{FFmpeg: "go"}); !errors.As(err, &kit) || kit.Rule() != "kit-ffmpeg-encoder" {
		t.Errorf("another program is taken for ffmpeg: %v", err)
	}
	for _, name := range []string{"ffmpeg", "ffprobe"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("NOT CHECKED: %s is not installed", name)
		}
	}
	read := func(o share.Options) []byte {
		o.Languages = []string{"en"}
		data, err := fs.ReadFile(build(t, c, &o), "video/en/open-door.mp4")
		if err != nil {
			t.Fatal(fault.InEnglish(err))
		}
		return data
	}
	own, smaller := read(share.Options{}), read(share.Options{FFmpeg: "ffmpeg"})
	t.Logf("%d bytes, with ffmpeg %d", len(own), len(smaller))
	if 4*len(smaller) > 3*len(own) {
		t.Errorf("%d bytes with ffmpeg, %d without", len(smaller), len(own))
	}
	if scaled(0, 0, 1) == 1 && !bytes.Equal(smaller, read(share.Options{FFmpeg: "ffmpeg"})) {
		t.Error("two runs differ")
	}
	tail := own[bytes.LastIndex(own, []byte("uuid")):]
	if !bytes.HasSuffix(smaller, tail) {
		t.Error("the file no longer says in XMP what it is")
	}
	name := filepath.Join(t.TempDir(), "film.mp4")
	if err := os.WriteFile(name, smaller, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("ffprobe", "-v", "trace", "-show_streams", name).CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	said := string(out)
	for _, want := range []string{"has_b_frames=0", "pix_fmt=yuv420p", "color_range=tv", "color_space=bt709", "color_primaries=bt709", "color_transfer=bt709"} {
		if !strings.Contains(said, want) {
			t.Errorf("there is no %s", want)
		}
	}
	if n := strings.Count(said, "start_time=0.000000"); n != 2 || strings.Contains(said, "type:'elst'") {
		t.Errorf("%d of two tracks begin at 0, or there is an edit list", n)
	}
	if strings.Index(said, "type:'moov'") > strings.Index(said, "type:'mdat'") {
		t.Error("moov comes late")
	}
}

// TestWithoutVideos: nothing of a reel is in the kit, not even on its page.
func TestWithoutVideos(t *testing.T) {
	c := millWith(t, "reels.yaml", millFilm)
	k := build(t, c, &share.Options{WithoutVideos: true})
	for _, name := range k.Names() {
		if strings.HasPrefix(name, "video/") || strings.Contains(name, "-video.zip") {
			t.Errorf("the kit has %s", name)
		}
	}
	page, err := fs.ReadFile(k, "START-HERE.html")
	if err != nil || bytes.Contains(page, []byte("open-door")) {
		t.Errorf("the page tells of a video: %v", err)
	}
	if all, err := share.Reels(context.Background(), c, "open-door", &share.Options{WithoutVideos: true}); err != nil || len(all) == 0 {
		t.Errorf("no reel when asked for by name: %v", err)
	}
}
