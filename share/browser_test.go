package share_test

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A tab is a browser on the written default kit that collects what the page
// complains about and what it asks the network for.
type tab struct {
	*testing.T
	ctx context.Context

	mu         sync.Mutex
	complaints []string
}

func openTab(t *testing.T, w, h int64) *tab {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
		}
	}
	if path == "" {
		t.Skip("no Chromium is installed: the page was not opened in a browser")
	}
	cecotFiles(t)
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(func() { stop(); stopAlloc() })
	b := &tab{T: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	page := "file://" + filepath.Join(scratch, "kit", "START-HERE.html")
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(w, h), chromedp.Navigate(page)); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *tab) listen(ev any) {
	complaint := ""
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		complaint = fmt.Sprint("exception: ", ev.ExceptionDetails.Text)
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(ev.Request.URL); err != nil || u.Scheme != "file" && u.Scheme != "data" && u.Scheme != "blob" {
			complaint = "request: " + ev.Request.URL
		}
	}
	if complaint != "" {
		b.mu.Lock()
		b.complaints = append(b.complaints, complaint)
		b.mu.Unlock()
	}
}

// quiet fails for every exception and every request so far.
func (b *tab) quiet() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		b.Error(c)
	}
}

// eval runs script and gives its value; a promise is awaited.
func eval[T any](b *tab, script string) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", script, err)
	}
	return v
}

// settled waits until the page has drawn what it was told to.
const settled = `new Promise(r => setTimeout(() => requestAnimationFrame(() => r(true)), 120))`

func (b *tab) show(view string) {
	b.Helper()
	eval[bool](b, `location.hash = "#`+view+`"; `+settled)
}

// TestBrowserViews opens every view on phones and a desktop, in both
// languages: no exception, no request, nothing wider than the screen.
func TestBrowserViews(t *testing.T) {
	for _, size := range [][2]int64{{320, 640}, {360, 780}, {1280, 900}} {
		b := openTab(t, size[0], size[1])
		for _, lang := range []string{"en", "es"} {
			eval[bool](b, `document.getElementById("l-`+lang+`").click(); `+settled)
			for _, view := range []string{"start", "share", "card-who-cbs-75-percent-no-record", "congress", "more"} {
				b.show(view)
				if eval[bool](b, `document.documentElement.scrollWidth > innerWidth`) {
					t.Errorf("%d px, %s, #%s: wider than the screen", size[0], lang, view)
				}
				if got := eval[string](b, `document.documentElement.lang`); got != lang {
					t.Errorf("%d px, #%s: the page says it is in %q, want %q", size[0], view, got, lang)
				}
				if eval[string](b, `[...document.querySelectorAll("h1")].filter(h => h.offsetParent).map(h => h.innerText).join("|")`) == "" {
					t.Errorf("%d px, %s, #%s: no heading is to be seen", size[0], lang, view)
				}
			}
		}
		b.quiet()
	}
}

// TestBrowserCopies presses every copy button of a card and reads the
// clipboard back.
func TestBrowserCopies(t *testing.T) {
	b := openTab(t, 360, 780)
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		params := browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted}
		if _, err := chromedp.CallBrowser(b.ctx, browser.SetPermission, params); err != nil {
			t.Fatal(err)
		}
	}
	b.show("card-who-252-venezuelans")
	const buttons = `[...document.querySelectorAll("button")].filter(b => b.offsetParent && /^Copy /.test(b.innerText))`
	n := eval[int](b, buttons+".length")
	if n < 2 {
		t.Fatalf("%d copy buttons, want text and description", n)
	}
	var all strings.Builder
	for i := range n {
		eval[bool](b, fmt.Sprintf("%s[%d].click(); %s", buttons, i, settled))
		all.WriteString(eval[string](b, `navigator.clipboard.readText()`) + "\n\n")
	}
	for _, want := range []string{"#ShutDownCECOT", "https://www.hrw.org/", "Source: Human Rights Watch / Cristosal"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("nothing copied says %q:\n%s", want, all.String())
		}
	}
	b.quiet()
}
