// These tests open the start page of kits in Chromium, as volunteers do. They
// stand in the examples' module because the library depends on no browser.
package browser_test

import (
	"context"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// TestBrowser uses the page as people do, in one browser with a tab for each
// part.
func TestBrowser(t *testing.T) {
	t.Parallel()
	c := startChromium(t)
	c.mill, c.busy = pageIn(t, build(t, mill(t), nil)), pageIn(t, build(t, busyMill(t), nil))
	c.try(t, []part{
		{"views", usual, browserViews},
		{"default kit", whole, browserDefault},
		{"languages", whole, browserLanguages},
		{"right to left", usual, browserRightToLeft},
		{"route", usual, browserRoute},
		{"pictured", whole, browserPictured},
		{"links", brief, browserLinks},
		{"find", usual, browserFind},
		{"keyboard", usual, browserKeyboard},
		{"plain", usual, browserPlain},
		{"media", whole, browserMedia},
		{"copy", brief, browserCopy},
		{"no clipboard", whole, browserNoClipboard},
		{"save", usual, browserSave},
		{"linked", whole, browserLinked},
		{"folder", whole, browserFolder},
		{"open", whole, browserOpen},
		{"share menu", usual, browserShareMenu},
		{"count", usual, browserCount},
		{"wordings", whole, browserWordings},
		{"fresh", usual, browserFresh},
		{"age", whole, browserAge},
		{"far year", whole, browserFarYear},
		{"outdated", whole, browserOutdated},
		{"letter", brief, browserLetter},
		{"letter screen", whole, browserLetterScreen},
		{"people", brief, browserPeople},
		{"optional", whole, browserOptional},
		{"mail", usual, browserMail},
		{"print", usual, browserPrint},
		{"tags", whole, browserTags},
		{"stopped", whole, browserStopped},
		{"old kit", usual, browserOldKit},
		{"alike", usual, browserAlike},
		{"today", whole, browserToday},
		{"reel", whole, browserReel},
		{"reel, calm", whole, browserReelCalm},
		{"swapped", whole, browserSwapped},
		{"slides", whole, browserSlides},
		{"in app", whole, browserInApp},
		{"gate", brief, browserGate},
		{"kept", brief, browserKept},
		{"opaque", usual, browserOpaque},
		{"hostile", brief, browserHostile},
	})
}

// A part is something that the page is used for, and the least run that tries it.
type part struct {
	name string
	runs run
	test func(*testing.T, chrome)
}

func (c chrome) try(t *testing.T, parts []part) {
	t.Helper()
	for _, p := range parts {
		t.Run(p.name, func(t *testing.T) {
			p.runs.hold(t)
			p.test(t, c)
		})
	}
}

// A chrome is the browser of the tests, with folders that hold a page alone.
type chrome struct {
	ctx        context.Context
	mill, busy string
}

// chromiums are the names of the browser's program. In usual runs one without
// a window of its own comes first: the same engine at half the cost.
func chromiums() []string {
	names := []string{"chromium", "chromium-browser", "google-chrome"}
	if everything() {
		return names
	}
	return append([]string{"chromium-headless-shell", "chrome-headless-shell"}, names...)
}

func startChromium(t testing.TB) chrome {
	t.Helper()
	exe := installed(t, chromiums()...)
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(exe), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")) // no other computer is reached, whatever is pressed
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(func() { stop(); stopAlloc() })
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		params := browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted}
		if _, err := chromedp.CallBrowser(ctx, browser.SetPermission, params); err != nil {
			t.Fatal(err)
		}
	}
	return chrome{ctx: ctx}
}

// A tab is a page in the browser. It collects what the page complains about
// and what it asks for.
type tab struct {
	testing.TB
	ctx  context.Context
	home string // address of START-HERE.html
	site string // how the addresses begin that may be asked for, or ""

	mu         sync.Mutex
	complaints []string
	files      []string // of the kit's folder, asked for by the page
}

// open opens START-HERE.html of a folder on a screen of w by h pixels. Each of
// first runs before the page's own scripts.
func (c chrome) open(t testing.TB, dir string, w, h int64, first ...string) *tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(c.ctx)
	t.Cleanup(stop)
	b := &tab{TB: t, ctx: ctx, home: "file://" + filepath.ToSlash(filepath.Join(dir, "START-HERE.html"))}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	tell(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	for _, script := range first {
		tell(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	}
	b.size(w, h)
	b.visit("")
	if eval[bool](b, `(() => { try { const had = localStorage.length > 0; localStorage.clear(); return had } catch (e) { return false } })()`) {
		b.visit("") // pages on a disk share what the browser keeps
	}
	return b
}

// pageIn writes a kit's page alone into a folder, as a chat passes it on.
func pageIn(t *testing.T, files fs.FS) string {
	t.Helper()
	return folder(t, startPage(t, files))
}

// folder writes a page into a folder.
func folder(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "START-HERE.html"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func (b *tab) listen(ev any) {
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		what := ev.ExceptionDetails.Text
		if e := ev.ExceptionDetails.Exception; e != nil {
			what += " " + e.Description
		}
		b.complain("exception: " + what)
	case *page.EventJavascriptDialogOpening:
		b.complain("dialog: " + ev.Message)
	case *cdplog.EventEntryAdded:
		if ev.Entry.Level == cdplog.EntryLevelError {
			b.complain("console: " + ev.Entry.Text)
		}
	case *network.EventRequestWillBeSent:
		b.asked(ev.Request.URL)
	}
}

func (b *tab) asked(address string) {
	u, err := url.Parse(address)
	switch {
	case err == nil && u.Scheme == "file" && path.Base(u.Path) == "START-HERE.html":
	case err == nil && (u.Scheme == "data" || u.Scheme == "blob"), b.site != "" && strings.HasPrefix(address, b.site):
	case err == nil && u.Scheme == "file":
		b.mu.Lock()
		defer b.mu.Unlock()
		// The page of a whole kit takes from its folder what it has no room for.
		if !strings.Contains(u.Path, "/kit/pictures/") && !strings.Contains(u.Path, "/kit/carousels/") {
			b.files = append(b.files, u.Path)
		}
	default:
		b.complain("request: " + address)
	}
}

func (b *tab) complain(what string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.complaints = append(b.complaints, what)
}

// quiet fails for every exception, message, dialog and request so far.
func (b *tab) quiet() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		b.Error(c)
	}
	for _, f := range b.files {
		b.Errorf("request: %s", f)
	}
	b.complaints, b.files = nil, nil
}

// alone forgets that a page which lies alone asked for the kit's pictures: an
// app brings its size, and the page finds out that no folder is beside it.
func (b *tab) alone() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.files = slices.DeleteFunc(b.files, func(f string) bool { return strings.Contains(f, "/pictures/") })
	b.complaints = slices.DeleteFunc(b.complaints, func(c string) bool {
		return c == "console: Failed to load resource: net::ERR_FILE_NOT_FOUND"
	})
}

// tell sends the tab a command of the protocol.
func tell[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.Helper()
	r, err := chromedp.Call(b.ctx, command, params)
	if err != nil {
		b.Fatalf("%s: %v", command.Method, err)
	}
	return r
}

// patience is how long a busy machine may take over one thing: axe-core goes
// through thousands of elements.
const patience = time.Minute

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

func (b *tab) size(w, h int64) {
	b.Helper()
	b.do(chromedp.EmulateViewport(w, h))
}

// visit loads the page afresh, at a fragment.
func (b *tab) visit(fragment string) {
	b.Helper()
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(b.home+fragment))
}

// media emulates a medium and its features: media("print"), media("",
// "prefers-color-scheme", "dark").
func (b *tab) media(medium string, features ...string) {
	b.Helper()
	params := emulation.SetEmulatedMediaParams{Media: medium}
	for i := 0; i < len(features); i += 2 {
		params.Features = append(params.Features, &emulation.MediaFeature{Name: features[i], Value: features[i+1]})
	}
	tell(b, emulation.SetEmulatedMedia, params)
}

// eval runs a script and returns its value. It awaits a promise.
func eval[T any](b *tab, script string) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%.300s: %v", script, err)
	}
	return v
}

// run runs statements.
func (b *tab) run(script string) {
	b.Helper()
	eval[bool](b, "(async () => { "+script+"; return true })()")
}

// until waits for a condition to come true.
func (b *tab) until(condition string) {
	b.Helper()
	ok := eval[bool](b, `new Promise(done => { let n = 0; (function look() {
		if (`+condition+`) done(true); else if (++n > 400) done(false); else setTimeout(look, 10) })() })`)
	if !ok {
		b.Fatalf("never came true: %s", condition)
	}
}

// text is what a reader sees of the first element that is shown.
func (b *tab) text(selector string) string {
	b.Helper()
	return eval[string](b, fmt.Sprintf(`([...document.querySelectorAll(%q)].find(e => e.offsetParent || e.getClientRects().length) || {innerText: ""}).innerText.trim()`, selector))
}

// press clicks the first element that is shown.
func (b *tab) press(selector string) {
	b.Helper()
	if !eval[bool](b, fmt.Sprintf(`(e => { if (e) e.click(); return !!e })([...document.querySelectorAll(%q)].find(e => e.offsetParent || e.matches("input")))`, selector)) {
		b.Fatalf("nothing to press: %s", selector)
	}
}

// fill types into a control.
func (b *tab) fill(selector, value string) {
	b.Helper()
	b.run(fmt.Sprintf(`const e = document.querySelector(%q); e.value = %q; e.dispatchEvent(new Event("input", {bubbles: true})); e.dispatchEvent(new Event("change", {bubbles: true}))`, selector, value))
}

// show goes to a view by its fragment and waits for it.
func (b *tab) show(fragment string) {
	b.Helper()
	b.run(`location.hash = "` + fragment + `"`)
	view := fragment
	if _, ok := strings.CutPrefix(fragment, "card-"); ok {
		view = "item"
	}
	b.until(`document.querySelector(".view:not([hidden])")?.id === "` + view + `"`)
}

func (b *tab) speak(lang string) {
	b.Helper()
	b.press("#l-" + lang)
	b.until(`document.documentElement.lang === "` + lang + `"`)
}

// clipboard is what was copied last.
func (b *tab) clipboard() string {
	b.Helper()
	return eval[string](b, `navigator.clipboard.readText()`)
}
