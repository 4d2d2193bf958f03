package serve_test

import (
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/share/serve"
)

// A slowKit counts how often each file is made, and holds back zips.
type slowKit struct {
	fstest.MapFS
	made  sync.Map
	zips  chan struct{}
	tries atomic.Int32
}

func (k *slowKit) ReadFile(name string) ([]byte, error) {
	n, _ := k.made.LoadOrStore(name, new(atomic.Int32))
	n.(*atomic.Int32).Add(1)
	if strings.HasSuffix(name, ".zip") {
		<-k.zips
	}
	if name == "fails.txt" && k.tries.Add(1) == 1 {
		return nil, io.ErrUnexpectedEOF
	}
	return fs.ReadFile(k.MapFS, name)
}

func (k *slowKit) times(name string) int32 {
	n, ok := k.made.Load(name)
	if !ok {
		return 0
	}
	return n.(*atomic.Int32).Load()
}

func newKit() *slowKit {
	day := time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)
	k := &slowKit{MapFS: fstest.MapFS{}, zips: make(chan struct{})}
	for name, data := range map[string]string{
		serve.Start:           "<!doctype html>" + strings.Repeat("<p>62 classes", 500),
		"posts/en/x/sale.txt": "short", "pictures/a.png": "\x89PNG" + strings.Repeat("x", 5000),
		"zips/en-x.zip": "PK" + strings.Repeat("z", 9000), "fails.txt": "whole",
	} {
		k.MapFS[name] = &fstest.MapFile{Data: []byte(data), ModTime: day}
	}
	return k
}

func start(t testing.TB, k fs.FS) (*serve.Handler, *httptest.Server) {
	t.Helper()
	h, err := serve.New(k)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(func() {
		s.Close()
		if err := h.Close(); err != nil {
			t.Error(err)
		}
	})
	return h, s
}

func get(t testing.TB, url string, header ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	resp, err := (&http.Transport{DisableCompression: true}).RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(body)
}

// TestCheapNeverWaits: forty ask for a zip that takes long, and whoever wants a
// post has it meanwhile. The zip is made once.
func TestCheapNeverWaits(t *testing.T) {
	k := newKit()
	_, s := start(t, k)
	var zips sync.WaitGroup
	for range 40 {
		zips.Go(func() {
			if resp, body := get(t, s.URL+"/zips/en-x.zip"); resp.StatusCode != http.StatusOK || len(body) != 9002 {
				t.Errorf("%d, %d bytes", resp.StatusCode, len(body))
			}
		})
	}
	for range 20 {
		if resp, body := get(t, s.URL+"/posts/en/x/sale.txt"); resp.StatusCode != http.StatusOK || body != "short" {
			t.Error(resp.StatusCode, body)
		}
	}
	close(k.zips)
	zips.Wait()
	if k.times("zips/en-x.zip") != 1 || k.times("posts/en/x/sale.txt") != 1 {
		t.Errorf("made %d and %d times", k.times("zips/en-x.zip"), k.times("posts/en/x/sale.txt"))
	}
}

// TestValidators: a file of the same day that was corrected is another one, a
// range is of the file that was begun, and gzip is another representation.
func TestValidators(t *testing.T) {
	k := newKit()
	_, s := start(t, k)
	resp, page := get(t, s.URL+"/")
	tag := resp.Header.Get("ETag")
	if resp.StatusCode != http.StatusOK || resp.Header.Get("Last-Modified") != "" || !strings.Contains(resp.Header.Get("Content-Type"), "text/html") {
		t.Error(resp.StatusCode, resp.Header)
	}
	if resp, _ := get(t, s.URL+"/", "If-None-Match", tag); resp.StatusCode != http.StatusNotModified {
		t.Error(resp.StatusCode)
	}
	part := []string{"Range", "bytes=10-19", "If-Range", tag, "Accept-Encoding", "gzip"}
	if resp, body := get(t, s.URL+"/", part...); resp.StatusCode != http.StatusPartialContent || body != page[10:20] {
		t.Error(resp.StatusCode, body)
	}
	resp, packed := get(t, s.URL+"/", "Accept-Encoding", "br, gzip")
	z, err := gzip.NewReader(strings.NewReader(packed))
	if err != nil || resp.Header.Get("ETag") == tag || resp.Header.Get("Vary") != "Accept-Encoding" {
		t.Fatal(err, resp.Header)
	}
	if whole, err := io.ReadAll(z); err != nil || string(whole) != page {
		t.Error(err)
	}
	for _, header := range []string{"gzip;q=0", "identity", ""} {
		if resp, _ := get(t, s.URL+"/", "Accept-Encoding", header); resp.Header.Get("Content-Encoding") != "" {
			t.Errorf("%q: gzip", header)
		}
	}
	corrected := newKit()
	corrected.MapFS[serve.Start] = &fstest.MapFile{Data: []byte("corrected"), ModTime: k.MapFS[serve.Start].ModTime}
	_, s = start(t, corrected)
	before := []string{"If-None-Match", tag, "If-Modified-Since", "Mon, 10 Mar 2031 00:00:00 GMT"}
	if resp, body := get(t, s.URL+"/", before...); resp.StatusCode != http.StatusOK || body != "corrected" {
		t.Error("the corrected page is not sent: ", resp.StatusCode)
	}
}

func TestRefusals(t *testing.T) {
	h, s := start(t, newKit())
	for path, want := range map[string]int{"/none": 404, "/posts": 404, "/posts/": 404, "/../x": 404, "/posts/en/x/../x/sale.txt": 404} {
		if resp, _ := get(t, s.URL+path); resp.StatusCode != want {
			t.Errorf("%s: %d", path, resp.StatusCode)
		}
	}
	resp, err := http.Post(s.URL+"/", "text/plain", nil)
	if err != nil || resp.StatusCode != http.StatusMethodNotAllowed {
		t.Error(err, resp.StatusCode)
	}
	resp.Body.Close()
	if _, err := h.File(t.Context(), "fails.txt"); err == nil {
		t.Error("a file that fails is made")
	}
	if _, err := h.File(t.Context(), "fails.txt"); err != nil {
		t.Error("and not tried again: ", err)
	}
}

// BenchmarkPage asks for the start page from many connections.
func BenchmarkPage(b *testing.B) {
	k := newKit()
	close(k.zips)
	_, s := start(b, k)
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			get(b, s.URL+"/", "Accept-Encoding", "gzip")
		}
	})
}
