package browser_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A walk is what somebody does on the page, from its start to what they came for,
// by touch or by keys alone. It is filmed: with -artifacts a strip of pictures of
// each is kept.
type walk struct {
	*tab
	keys  bool
	taps  int
	film  []image.Image
	photo string // the file that is chosen where one is asked for
}

// TestWalks: whoever is new does each task at 360 px in few taps, and by keys
// alone; in usual runs every third of them, by one of the two.
func TestWalks(t *testing.T) {
	t.Parallel()
	usual.hold(t)
	c := startChromium(t)
	dir, photo := cecotStand(t).dir, photograph(t)
	for i, task := range walks {
		ways := []string{"touch", "keys"}
		if !everything() {
			ways = ways[i/2%2:][:1]
		}
		for _, way := range ways {
			t.Run(task.name+" by "+way, func(t *testing.T) {
				if i%3 > 0 {
					whole.hold(t)
				}
				w := &walk{tab: c.open(t, dir, 360, 780, task.before), keys: way == "keys", photo: photo}
				if !w.keys {
					w.phone([]string{"en-US,en", "es-US,es"}[i%2])
				}
				w.chooses()
				w.visit("")
				w.downloads()
				w.shoot()
				task.does(w)
				w.shoot()
				w.keep(strings.ReplaceAll(t.Name(), "/", "-"))
				if !w.keys && w.taps > task.most {
					t.Errorf("%d taps, of %d at most", w.taps, task.most)
				}
				w.alone()
				w.quiet()
			})
		}
	}
}

// walks are the tasks, and how many taps each takes, typing aside.
var walks = []struct {
	name   string
	most   int
	before string // a script that runs before the page's own
	does   func(*walk)
}{
	{"share", 3, "", func(w *walk) {
		w.presses(".tile.red")
		w.comes(`location.hash.startsWith("#card-") && document.getElementById("picture").naturalWidth === 1080`)
		w.presses("#save")
		w.comes(`document.getElementById("said-save").textContent && !document.getElementById("open").hidden`)
		if !strings.HasPrefix(eval[string](w.tab, `document.getElementById("open").href`), "https://") {
			w.Error("the last step leads nowhere")
		}
		w.taps++
	}},
	{"share by the sheet", 2, slowCopy, func(w *walk) {
		w.presses(".tile.red")
		w.comes(`document.getElementById("picture").naturalWidth === 1080`)
		w.presses("#share-both")
		w.comes(`window.shared`)
	}},
	{"another app", 4, "", func(w *walk) {
		w.presses(".tile.red")
		w.comes(`document.getElementById("picture").naturalWidth === 1080`)
		w.presses(`#platforms input[value="x"]`)
		w.comes(`!document.getElementById("save").hidden`)
		w.presses("#save")
		w.comes(`document.getElementById("said-save").textContent && !document.getElementById("open").hidden`)
		w.taps++
	}},
	{"own words", 3, "", func(w *walk) {
		w.presses(".tile.gold")
		w.presses(`#make a[href="#own"]`)
		w.types("#studio-headline", "Every family deserves a hearing")
		w.saves("#studio-save")
	}},
	{"change a card", 4, "", func(w *walk) {
		w.presses(".tile.gold")
		w.presses(`#make a[href="#edit"]`)
		w.comes(`document.getElementById("studio-headline").value !== ""`)
		w.types("#studio-headline", " .")
		w.saves("#studio-save")
	}},
	{"own photo", 4, "", func(w *walk) {
		w.presses(".tile.gold")
		w.presses(`#make a[href="#photo"]`)
		w.file()
		w.comes(`!document.getElementById("studio-shot").hidden`)
		w.types("#studio-photo-words", "We read by candlelight")
		w.saves("#studio-save")
	}},
	{"cover a face", 5, "", func(w *walk) {
		w.presses(".tile.gold")
		w.presses(`#make a[href="#photo"]`)
		w.file()
		w.comes(`!document.getElementById("studio-shot").hidden && document.getElementById("studio-photograph").width > 500`)
		if w.keys {
			w.presses("#studio-cover-one")
		} else {
			w.drags("#studio-photograph", 0.3, 0.3, 0.6, 0.5)
		}
		w.comes(`document.querySelectorAll("#studio-areas li").length === 1`)
		w.types("#studio-photo-words", "We read by candlelight")
		w.saves("#studio-save")
	}},
	{"poster", 5, "", func(w *walk) {
		w.presses(".tile.gold")
		w.presses(`#make a[href="#event"]`)
		w.comes(`document.querySelector("#studio-rows input:not([type=date])") !== null`)
		w.types("#studio-rows input:not([type=date])", "6 p.m.")
		w.saves("#studio-save")
	}},
	{"find and dial", 5, onDay("2026-11-29"), func(w *walk) {
		w.presses(".tile.navy")
		w.picks("#who-area", "NV")
		w.presses(`#who-list a[href="#call-r000608"]`)
		w.comes(`!document.getElementById("calling").hidden`)
		if got := eval[string](w.tab, `document.getElementById("calling-number").href`); got != "tel:+12022246244" {
			w.Errorf("dials %s", got)
		}
		w.taps++
	}},
	{"letter", 5, onDay("2026-11-29"), func(w *walk) {
		w.presses(".tile.navy")
		w.picks("#who-area", "NV")
		w.presses(`#who-list .both [data-write="r000608"]`)
		w.comes(`location.hash === "#letter-email-senator"`)
		w.comes(`!document.getElementById("act").hidden`)
		const empty = `[...document.querySelectorAll("#letter-email-senator [required]")]
			.filter(e => !e.value && e.getClientRects().length).map(e => e.id)`
		for _, field := range eval[[]string](w.tab, empty) {
			w.types("#"+field, "My own words about why this matters to me and to us")
		}
		w.presses(`[data-send="text-email-senator"]`)
		w.comes(`document.getElementById("said-text-email-senator").textContent`)
		if got := w.clipboard(); !strings.Contains(got, "Rosen") || strings.ContainsAny(got, "[]{}") {
			w.Errorf("the letter: %s", got)
		}
	}},
	{"carousel", 4, "", func(w *walk) {
		w.goes("share")
		w.presses("#share details.drawer:has(a[href^='#carousel-']) > summary")
		w.presses("#share a[href^='#carousel-']")
		w.comes(`!document.getElementById("carousel-all").disabled && document.getElementById("carousel-weight").textContent !== ""`)
		w.presses("#carousel-all")
		w.comes(`document.getElementById("said-carousel").textContent`)
	}},
}

// presses touches a control, or goes to it by Tab and presses Enter or Space.
func (w *walk) presses(selector string) {
	w.Helper()
	w.comes(`[...document.querySelectorAll(` + fmt.Sprintf("%q", selector) + `)].some(e => (e.getClientRects().length || e.matches("input")) && !e.disabled)`)
	if !w.keys {
		w.taps++
		w.tap(selector)
		w.shoot()
		return
	}
	w.reaches(selector)
	key := kb.Enter
	if eval[bool](w.tab, `document.activeElement.matches("input[type=radio], input[type=checkbox]")`) {
		key = " "
	}
	w.do(chromedp.KeyEvent(key))
	w.shoot()
}

// reaches goes to a control by Tab, and among radio buttons by arrows, as one of
// them alone is met by Tab.
func (w *walk) reaches(selector string) {
	w.Helper()
	quoted := fmt.Sprintf("%q", selector)
	for range 120 {
		if eval[bool](w.tab, `document.activeElement.matches(`+quoted+`)`) {
			w.until(focused + `.endsWith("|true")`) // the page may still scroll to it
			return
		}
		if eval[bool](w.tab, `(e => e.matches("input[type=radio]") && [...document.querySelectorAll(`+quoted+`)].some(r => r.name === e.name))(document.activeElement)`) {
			w.do(chromedp.KeyEvent(kb.ArrowRight))
			continue
		}
		w.do(chromedp.KeyEvent(kb.Tab))
	}
	w.Fatalf("no way by Tab to %s", selector)
}

// types writes into a field, as the keyboard on the screen does.
func (w *walk) types(selector, text string) {
	w.Helper()
	w.comes(`document.querySelector(` + fmt.Sprintf("%q", selector) + `) !== null`)
	if w.keys {
		w.reaches(selector)
		w.do(chromedp.KeyEvent(kb.End))
	} else {
		w.run(fmt.Sprintf(`const e = document.querySelector(%q); e.scrollIntoView({block: "center"}); e.focus(); if (e.setSelectionRange) e.setSelectionRange(e.value.length, e.value.length)`, selector))
	}
	tell(w.tab, input.InsertText, input.InsertTextParams{Text: text})
	w.shoot()
}

// picks chooses from a list, which the system of a phone shows: that is a tap to
// open it and one to choose.
func (w *walk) picks(selector, value string) {
	w.Helper()
	w.comes(`document.querySelector(` + fmt.Sprintf("%q", selector) + `) !== null`)
	if w.keys {
		w.reaches(selector)
		for range 80 {
			if eval[string](w.tab, `document.activeElement.value`) == value {
				break
			}
			w.do(chromedp.KeyEvent(kb.ArrowDown))
		}
	} else {
		w.taps += 2
		w.fill(selector, value)
	}
	w.shoot()
}

// goes opens a tab of the page.
func (w *walk) goes(view string) {
	w.Helper()
	w.presses(`.tabs a[href="#` + view + `"]`)
	w.comes(`!document.getElementById("` + view + `").hidden`)
}

// saves presses a button that saves and waits for the page to say that it did.
func (w *walk) saves(selector string) {
	w.Helper()
	w.comes(`document.getElementById("studio-picture").dataset.drawn === "yes" && !document.getElementById("studio-save").disabled`)
	w.presses(selector)
	w.comes(`document.getElementById("said-studio").textContent !== ""`)
	if !eval[bool](w.tab, `(r => r.height > 0 && r.top >= 0 && r.bottom <= innerHeight)(document.getElementById("said-studio").getBoundingClientRect())`) {
		w.Error("what came of it is said out of sight")
	}
	if bad := eval[bool](w.tab, `document.getElementById("said-studio").classList.contains("bad")`); bad {
		w.Errorf("not saved: %s", w.textOf("said-studio"))
	}
}

// drags moves a finger over an element, from one part of it to another.
func (w *walk) drags(selector string, x0, y0, x1, y1 float64) {
	w.Helper()
	w.taps++
	at := eval[[]float64](w.tab, fmt.Sprintf(`(e => { e.scrollIntoView({block: "center"}); const r = e.getBoundingClientRect(); return [r.left, r.top, r.width, r.height] })(document.querySelector(%q))`, selector))
	point := func(x, y float64) []*input.TouchPoint {
		return []*input.TouchPoint{{X: at[0] + x*at[2], Y: at[1] + y*at[3]}}
	}
	for _, p := range []struct {
		kind input.DispatchTouchEventType
		at   []*input.TouchPoint
	}{
		{input.DispatchTouchEventTypeTouchStart, point(x0, y0)}, {input.DispatchTouchEventTypeTouchMove, point((x0+x1)/2, (y0+y1)/2)},
		{input.DispatchTouchEventTypeTouchMove, point(x1, y1)}, {input.DispatchTouchEventTypeTouchEnd, []*input.TouchPoint{}},
	} {
		tell(w.tab, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: p.kind, TouchPoints: p.at})
	}
	w.shoot()
}

// chooses answers for the system where the page asks for a file.
func (w *walk) chooses() {
	w.Helper()
	tell(w.tab, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true})
	if err := chromedp.Listen(w.ctx, func(ev any) {
		if e, ok := ev.(*page.EventFileChooserOpened); ok {
			go func() {
				_, _ = chromedp.Call(w.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{w.photo}, BackendNodeID: e.BackendNodeID})
			}()
		}
	}); err != nil {
		w.Fatal(err)
	}
}

// file asks for the photograph.
func (w *walk) file() {
	w.Helper()
	if w.keys {
		w.presses("#studio-file")
	} else {
		w.presses(`label[for="studio-file"]`)
	}
}

// comes waits longer than a tab does: the toolkit starts meanwhile.
func (w *walk) comes(condition string) {
	w.Helper()
	studio{tab: w.tab}.comes(`Boolean(` + condition + `)`)
}

// shoot adds what the screen shows to the film.
func (w *walk) shoot() {
	w.Helper()
	time.Sleep(50 * time.Millisecond)
	shot := tell(w.tab, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	if m, err := png.Decode(bytes.NewReader(shot.Data)); err == nil {
		w.film = append(w.film, m)
	}
}

// keep writes the film as a strip.
func (w *walk) keep(name string) {
	w.Helper()
	const gap = 16
	wide, high := 0, 0
	for _, m := range w.film {
		wide, high = wide+m.Bounds().Dx()+gap, max(high, m.Bounds().Dy())
	}
	strip, x := image.NewRGBA(image.Rect(0, 0, wide, high)), 0
	draw.Draw(strip, strip.Rect, image.NewUniform(color.Gray{0x80}), image.Point{}, draw.Src)
	for _, m := range w.film {
		draw.Draw(strip, m.Bounds().Add(image.Pt(x, 0)), m, image.Point{}, draw.Src)
		x += m.Bounds().Dx() + gap
	}
	var b bytes.Buffer
	if err := png.Encode(&b, strip); err != nil {
		w.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(w.ArtifactDir(), strings.ReplaceAll(name, " ", "-")+".png"), b.Bytes(), 0o600); err != nil {
		w.Fatal(err)
	}
}

// photograph is a file as a camera writes one: plain areas of colour.
func photograph(t *testing.T) string {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 1200, 1500))
	draw.Draw(m, m.Rect, image.NewUniform(color.RGBA{0x40, 0x50, 0x70, 255}), image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(300, 400, 800, 1500), image.NewUniform(color.RGBA{0xd0, 0xa0, 0x60, 255}), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "photo.jpg")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
