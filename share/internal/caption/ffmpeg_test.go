package caption

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestFFmpegReadsCaptions: another program finds every cue of both forms, at its
// time and with its words.
func TestFFmpegReadsCaptions(t *testing.T) {
	ffmpeg, err := exec.LookPath("ffmpeg")
	if err != nil {
		t.Skip("needs ffmpeg")
	}
	cues := []Cue{
		{0, 2.5, "Read & write: ten > nine"},
		{2.5, 9, "The Old Mill Library has been open for two hundred years, and the children read there."},
		{9, 12.04, "¿Vienes? 図書館は開いています。"},
		{3599.5, 3602.25, "مكتبة المطحنة القديمة"},
	}
	for ending, text := range map[string]string{"vtt": VTT(cues), "srt": SRT(cues)} {
		name := filepath.Join(t.TempDir(), "film."+ending)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		var problems bytes.Buffer
		read := exec.Command(ffmpeg, "-v", "warning", "-i", name, "-f", "srt", "-")
		read.Stderr = &problems
		out, err := read.Output()
		if err != nil || problems.Len() > 0 {
			t.Errorf("%s: %v %s", ending, err, &problems)
		}
		if got, want := plain(string(out)), plain(SRT(cues)); got != want {
			t.Errorf("%s: read as\n%s\nwant\n%s", ending, got, want)
		}
	}
}

var markup = regexp.MustCompile(`<[^>]*>`)

// plain is SubRip without markup and with one kind of line end.
func plain(srt string) string {
	return strings.TrimSpace(markup.ReplaceAllString(strings.ReplaceAll(srt, "\r\n", "\n"), ""))
}
