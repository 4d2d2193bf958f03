package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
)

// A served preview of a copy of the mill campaign.
type served struct {
	t      *testing.T
	url    string
	facts  string // the campaign's file of facts
	stop   func() int
	stderr *lockedBuffer
}

type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

func servePreview(t *testing.T) *served {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "mill")
	if err := os.CopyFS(dir, os.DirFS("../../share/testdata/mill")); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	opened, status := make(chan string, 1), make(chan int, 1)
	s := &served{t: t, facts: filepath.Join(dir, "facts.yaml"), stderr: new(lockedBuffer)}
	go func() {
		at := streams(io.Discard, s.stderr, false)
		at.Is = func(stream any) bool { return stream == io.Discard }
		status <- run(ctx, []string{"preview", "--campaign", dir, "--lang", "en"}, environment{
			Terminal: at, today: time.Now(), browse: func(url string) error { opened <- url; return nil },
		})
	}()
	s.stop = sync.OnceValue(func() int { cancel(); return <-status })
	t.Cleanup(func() { s.stop() })
	select {
	case s.url = <-opened:
	case code := <-status:
		t.Fatalf("preview ended with %d: %s", code, s.stderr)
	}
	return s
}

func (s *served) edit(old, new string) {
	s.t.Helper()
	data, err := os.ReadFile(s.facts)
	if err == nil {
		err = os.WriteFile(s.facts, bytes.ReplaceAll(data, []byte(old), []byte(new)), 0o644)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *served) get(path string) (int, string) {
	s.t.Helper()
	r, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return r.StatusCode, string(body)
}

// TestPreview follows the preview through a change, a mistake and its end.
func TestPreview(t *testing.T) {
	s := servePreview(t)
	r, err := http.Get(s.url + "changes")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	events := bufio.NewScanner(r.Body)
	next := func() string {
		for events.Scan() {
			if events.Text() != "" {
				return events.Text()
			}
		}
		return "the end"
	}
	if got := next(); got != `data: {"ready":true,"problem":"","page":"/kit/START-HERE.html"}` {
		t.Fatalf("at first: %s", got)
	}
	if code, _ := s.get("kit/pictures/en/sale-og.png"); code != http.StatusOK {
		t.Errorf("a picture: status %d", code)
	}
	s.edit("asks for a public hearing", "wants a public hearing")
	if got := next(); got != `data: {"ready":true,"problem":"","page":"/kit/START-HERE.html"}` {
		t.Fatalf("after a change: %s", got)
	}
	if _, page := s.get("kit/START-HERE.html"); !strings.Contains(page, "wants a public hearing") {
		t.Error("the page does not have the change")
	}
	s.edit("attribution:", "atribution:")
	if got := next(); !strings.Contains(got, `did you mean \"attribution\"`) || !strings.Contains(got, `"ready":true`) {
		t.Errorf("after a mistake: %s", got)
	}
	if code := s.stop(); code != cli.Done {
		t.Errorf("status %d: %s", code, s.stderr)
	}
}

// TestPreviewHost checks that no other site can read the kit by a name of its
// own that leads to this computer.
func TestPreviewHost(t *testing.T) {
	s := servePreview(t)
	r, err := http.NewRequest("GET", s.url, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Host = "elsewhere.example"
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	got.Body.Close()
	if got.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("status %d for another host", got.StatusCode)
	}
}

// TestPreviewBrowser sees a real browser load the page again by itself.
func TestPreviewBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("short: no browser was opened")
	}
	exe := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			exe = p
		}
	}
	if exe == "" {
		t.Skip("no Chromium is installed: the preview was not opened in a browser")
	}
	s := servePreview(t)
	alloc, stopAlloc := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(exe), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()))...)
	defer stopAlloc()
	ctx, stop := chromedp.NewContext(alloc)
	defer stop()
	ctx, late := context.WithTimeout(ctx, time.Minute) // a guard, not a measure
	defer late()
	shows := func(text string) {
		t.Helper()
		js := `(document.querySelector('iframe').contentDocument?.body?.textContent ?? '').includes('` + text + `')`
		if err := chromedp.Do(ctx, chromedp.Poll[chromedp.Void](js)); err != nil {
			t.Fatalf("the page never showed %q: %v", text, err)
		}
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(s.url)); err != nil {
		t.Fatal(err)
	}
	shows("asks for a public hearing")
	s.edit("asks for a public hearing", "wants a public hearing")
	shows("wants a public hearing")
	s.edit("attribution:", "atribution:")
	if err := chromedp.Do(ctx, chromedp.Poll[chromedp.Void](`document.querySelector('pre').textContent.includes('did you mean "attribution"')`)); err != nil {
		t.Fatalf("the mistake is not shown: %v", err)
	}
	shows("wants a public hearing")
}
