package caption

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// told asks a browser for the cues of its track.
const told = `<!doctype html><video><track src="film.vtt" default></video><script>
const track = document.querySelector('track'), tell = s => fetch('told?' + encodeURIComponent(s))
track.track.mode = 'hidden'
track.onerror = () => tell('null')
track.onload = () => tell(JSON.stringify([...track.track.cues].map(c => [c.startTime, c.endTime, c.text])))
</script>`

// TestBrowserReadsCues: an empty line ends a cue and some readers refuse a byte
// order mark (glut23/webvtt-py#46, captioning/captioning#86), so a browser is
// asked for every cue.
func TestBrowserReadsCues(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil || testing.Short() {
		t.Skip("NOT CHECKED: no browser was opened")
	}
	cues := []Cue{
		{0, 2.5, "Sixty-two classes came."}, {2.5, 6, "Two lines\n\nand an empty one between them."}, {6, 8.25, "A & B <b>say</b> --> so."},
		{9, 15, "A sentence so long that it has to stand on two lines under the picture."}, {3600.5, 3602, "¿Y después? المكتبة"},
	}
	vtt, asked := VTT(cues, english), make(chan string, 1)
	if !strings.HasPrefix(vtt, "WEBVTT\n") {
		t.Fatalf("the file begins with %q", vtt[:9])
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			io.WriteString(w, told)
		case "/film.vtt":
			w.Header().Set("Content-Type", "text/vtt")
			io.WriteString(w, vtt)
		case "/told":
			select {
			case asked <- r.URL.RawQuery:
			default:
			}
		}
	}))
	defer s.Close()
	profile, err := os.MkdirTemp("", "profile")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), chromium, "--headless", "--no-sandbox", "--disable-gpu",
		"--remote-debugging-port=0", "--user-data-dir="+profile, s.URL)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { cmd.Process.Kill(); cmd.Wait(); os.RemoveAll(profile) }()
	var got [][]any
	select {
	case answer := <-asked:
		answer, err = url.QueryUnescape(strings.ReplaceAll(answer, "+", "%2B"))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(answer), &got); err != nil {
			t.Fatal(answer, err)
		}
	case <-time.After(time.Minute):
		t.Fatal("the browser told nothing within a minute")
	}
	want := parts(cues, english)
	if len(got) != len(want) {
		t.Fatalf("%d cues are read, want %d\n%s", len(got), len(want), vtt)
	}
	for i, c := range want {
		text := escaper.Replace(c.Text) // a browser keeps the text as it is written
		if fmt.Sprint(got[i]) != fmt.Sprint([]any{c.Start, c.End, text}) {
			t.Errorf("cue %d is read as %v, want %v", i+1, got[i], c)
		}
	}
}
