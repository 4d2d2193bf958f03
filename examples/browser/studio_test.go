package browser_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// program is the studio's, built once from its source.
var program = sync.OnceValues(func() (*share.Studio, error) {
	dir, err := os.MkdirTemp("", "studio")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "toolkit.wasm")
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out, "../wasm")
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, said)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	var s share.Studio
	if s.Program, err = os.ReadFile(out); err != nil {
		return nil, err
	}
	s.Loader, err = os.ReadFile(filepath.Join(string(root[:len(root)-1]), "lib/wasm/wasm_exec.js"))
	return &s, err
})

// A studio is a tab in which cards are made, beside the kit that it is of.
type studio struct {
	*tab
	kit *share.Kit
}

// openStudio opens the page of the busy mill with a studio, alone in a folder.
func openStudio(t *testing.T, c chrome, w, h int64, first ...string) studio {
	t.Helper()
	made := studioStand(t)
	return studio{c.open(t, made.dir, w, h, first...), made.kit}
}

// withEvent is the busy mill with a reading to invite to.
func withEvent(t *testing.T) *campaign.Campaign {
	c := busyMill(t)
	field := func(id, en, es string) campaign.Field {
		return campaign.Field{ID: id, Label: campaign.Text{"en": en, "es": es}}
	}
	c.Events = []campaign.EventCard{{
		ID: "reading", Kicker: campaign.Text{"en": "Reading", "es": "Lectura"},
		Headline: campaign.Text{"en": "An hour of reading aloud", "es": "Una hora de lectura en voz alta"},
		Fields:   []campaign.Field{field("date", "Day, date", "Día y fecha"), field("time", "Time", "Hora"), field("place", "Place", "Lugar")},
	}}
	return c
}

// drawn waits until the card is drawn as it now is.
func (s studio) drawn() {
	s.Helper()
	s.comes(`document.getElementById("studio-picture").dataset.drawn === "yes"`)
}

// comes waits longer than until does: for the toolkit to start on a busy machine.
func (s studio) comes(condition string) {
	s.Helper()
	for range 600 {
		if eval[bool](s.tab, condition) {
			return
		}
		s.run(`await new Promise(r => setTimeout(r, 100))`)
	}
	s.Fatalf("never came true: %s", condition)
}

// TestStudio makes cards in the page as volunteers do.
func TestStudio(t *testing.T) {
	t.Parallel()
	usual.hold(t)
	c := startChromium(t)
	c.try(t, []part{
		{"same", usual, studioSame},
		{"error", usual, studioError},
		{"own", usual, studioOwn},
		{"photo", usual, studioPhoto},
		{"photo files", whole, studioPhotoFiles},
		{"event", usual, studioEvent},
		{"paper", whole, studioPaper},
		{"fallback", whole, studioFallback},
		{"lone", whole, studioLone},
		{"count", usual, studioCount},
		{"logo", whole, studioLogo},
		{"moving", whole, studioMoving},
		{"pass", whole, studioPass},
		{"policy", whole, studioPolicy},
		{"broken", whole, studioBroken},
		{"sizes", whole, studioSizes},
		{"carousel", whole, studioCarousel},
		{"kept", usual, studioKept},
		{"speed", whole, studioSpeed},
	})
}

// studioSame: a card that nobody changed is saved as the kit has it, byte for
// byte, in every size.
func studioSame(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	saved := s.downloads()
	for _, fact := range []string{"classes", "sale"} {
		s.run(`location.hash = "edit-` + fact + `"`)
		s.drawn()
		s.shot("edit-" + fact)
		for _, format := range []string{"portrait", "story", "wide"} {
			want, err := fs.ReadFile(s.kit, "pictures/en/"+fact+"-"+format+".png")
			if err != nil {
				t.Fatal(err)
			}
			s.press(`#studio-sizes input[value=` + format + `]`)
			s.drawn()
			s.press("[data-save]")
			s.arrives(filepath.Join(saved, "SaveOldMill-"+fact+"-en-"+format+".png"), want)
		}
	}
	s.quiet()
}

// shot keeps a picture of the screen, if the tests are run with -artifacts.
func (s studio) shot(name string) {
	s.Helper()
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	var err error
	r, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	if err != nil {
		s.Fatal(err)
	}
	data, err := base64.StdEncoding.DecodeString(string(r.Data))
	if err != nil {
		data = []byte(r.Data)
	}
	if err := os.WriteFile(filepath.Join(s.ArtifactDir(), name+".png"), data, 0o644); err != nil {
		s.Fatal(err)
	}
}

// pixels is a sum of what the canvas shows.
func (s studio) pixels() float64 {
	s.Helper()
	return eval[float64](s.tab, `(c => { const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 0; i < d.length; i++) n = (n * 31 + d[i]) % 1000000007; return n })(document.getElementById("studio-picture"))`)
}

// type writes into a field as keys do.
func (s studio) write(selector, words string) {
	s.Helper()
	s.run(fmt.Sprintf(`const e = document.querySelector(%q); e.focus(); e.value = %q; e.dispatchEvent(new Event("input", {bubbles: true}))`, selector, words))
}

// inBoth makes a test of each language, so that the page of one is closed before the
// next is opened: pages on a disk share what they keep. Usual runs test Spanish.
func inBoth(t *testing.T, test func(t *testing.T, lang string)) {
	t.Helper()
	for _, lang := range []string{"en", "es"} {
		t.Run(lang, func(t *testing.T) {
			if lang == "en" {
				whole.hold(t)
			}
			test(t, lang)
		})
	}
}

// studioError: a changed figure keeps the last good picture and saves nothing;
// one tap puts it back.
func studioError(t *testing.T, c chrome) {
	inBoth(t, func(t *testing.T, lang string) {
		s := openStudio(t, c, 360, 780)
		s.run(`location.hash = "edit-classes"`)
		s.press(`[data-tongue=` + lang + `]`)
		s.drawn()
		was := eval[string](s.tab, `document.getElementById("studio-headline").value`)
		before := s.pixels()
		s.write("#studio-headline", strings.Replace(was, "62", "620", 1))
		s.until(`document.getElementById("studio-headline").getAttribute("aria-invalid") === "true"`)
		s.shot("error-" + lang)
		s.axe()
		s.holdBoth("error, " + lang)
		if s.pixels() != before {
			t.Error("a false card is shown")
		}
		if !eval[bool](s.tab, `[...document.querySelectorAll("[data-save], [data-pass], [data-take]")].every(b => b.disabled)`) {
			t.Error("a false card can be saved")
		}
		s.press("#studio-found-headline button")
		s.until(`document.getElementById("studio-headline").value === ` + strconv.Quote(was))
		s.until(`!document.querySelector("[data-save]").disabled`)
		if s.pixels() != before {
			t.Error("put back, the card is another")
		}
		s.write("#studio-headline", was+" .")
		s.until(`!document.getElementById("studio-own-mark").hidden`)
		s.drawn()
		s.shot("changed-" + lang)
		alt := eval[string](s.tab, `document.getElementById("studio-picture").getAttribute("aria-label")`)
		if want := map[string]string{"en": "Figures:", "es": "Cifras:"}[lang]; !strings.Contains(alt, want) {
			t.Errorf("the alt text of a changed card lacks %q: %s", want, alt)
		}
		s.press(`#studio-sizes input[value=wide]`)
		s.drawn()
		s.write("#studio-body", map[string]string{"en": "Mine was one of them.", "es": "La mía fue una."}[lang])
		left := map[string]string{"en": "no room", "es": "no cabe"}[lang]
		s.until(`document.getElementById("studio-found-body").textContent.includes(` + strconv.Quote(left) + `)`)
		s.shot("left-out-" + lang)
		s.until(`document.getElementById("said-studio").textContent === ""`) // what was mended is not to be mended
		s.quiet()
	})
}

// studioOwn: free words are marked as somebody's own.
func studioOwn(t *testing.T, c chrome) {
	inBoth(t, func(t *testing.T, lang string) {
		s := openStudio(t, c, 360, 780)
		s.run(`location.hash = "make"`)
		s.until(`!document.getElementById("make").hidden`)
		s.shot("make-" + lang)
		s.run(`location.hash = "own"`)
		s.press(`[data-tongue=` + lang + `]`)
		s.drawn()
		if !eval[bool](s.tab, `document.querySelector("[data-save]").disabled`) {
			t.Error("an empty card can be saved")
		}
		s.write("#studio-headline", "I called because the library taught me to read")
		s.drawn()
		s.run(`await new Promise(r => setTimeout(r, 1200))`)
		s.shot("own-" + lang)
		s.press("#studio-tool-look")
		s.press(`#studio-themes input[value=vigil]`)
		s.drawn()
		s.run(`await new Promise(r => setTimeout(r, 1200))`)
		s.shot("look-" + lang)
		s.press("#studio-tool-post")
		s.run(`await new Promise(r => setTimeout(r, 400))`)
		s.shot("post-" + lang)
		if alt := eval[string](s.tab, `document.getElementById("studio-alt").textContent`); !strings.Contains(alt, map[string]string{"en": "own words", "es": "propias"}[lang]) && !strings.Contains(alt, map[string]string{"en": "Own words", "es": "Palabras propias"}[lang]) {
			t.Errorf("nothing says whose words these are: %s", alt)
		}
		s.axe()
		s.holdBoth("own words, " + lang)
		s.quiet()
	})
}

// studioPhoto: a photograph loses what its file says, and what was covered is
// black in the card and in the saved picture.
func studioPhoto(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	saved := s.downloads()
	s.run(`location.hash = "photo"`)
	s.until(`document.getElementById("studio") && !document.getElementById("studio").hidden && typeof WebAssembly === "object"`)
	s.run(`await new Promise(r => setTimeout(r, 1500))`)
	s.run(`const c = document.createElement("canvas"); c.width = 2000; c.height = 2500; const p = c.getContext("2d");
		p.fillStyle = "#d04040"; p.fillRect(0, 0, 2000, 2500); p.fillStyle = "#40d040"; p.fillRect(0, 0, 1000, 1250); p.fillStyle = "#2040e0"; p.fillRect(640, 920, 720, 210);
		const blob = await new Promise(r => c.toBlob(r, "image/jpeg", 0.9)); const bytes = new Uint8Array(await blob.arrayBuffer());
		const exif = new TextEncoder().encode("Exif\\0\\0GPSLatitude SecretCamera 9000"); const out = new Uint8Array(bytes.length + exif.length + 4);
		out.set(bytes.slice(0, 2)); out.set([0xff, 0xe1, 0, exif.length + 2], 2); out.set(exif, 6); out.set(bytes.slice(2), 6 + exif.length);
		const t = new DataTransfer(); t.items.add(new File([out], "SecretName.jpg", {type: "image/jpeg"}));
		const f = document.getElementById("studio-file"); f.files = t.files; f.dispatchEvent(new Event("change", {bubbles: true}))`)
	s.until(`!document.getElementById("studio-shot").hidden && document.getElementById("studio-photograph").width > 1000`)
	s.press(`#studio-photo-does input[value=cover]`)
	s.run(`const c = document.getElementById("studio-photograph"), r = c.getBoundingClientRect(); c.setPointerCapture = () => {};
		for (const [type, x, y] of [["pointerdown", 0.3, 0.35], ["pointerup", 0.7, 0.47]])
			c.dispatchEvent(new PointerEvent(type, {bubbles: true, pointerId: 1, clientX: r.left + x * r.width, clientY: r.top + y * r.height}))`)
	s.until(`document.querySelectorAll("#studio-areas li").length === 1`)
	s.until(`!document.getElementById("studio-shot").hidden`)
	s.shot("photo")
	s.axe()
	s.holdBoth("photo")
	s.press("#studio-tool-words")
	s.write("#studio-headline", "We read by candlelight")
	s.drawn()
	s.run(`await new Promise(r => setTimeout(r, 1000))`)
	s.shot("photo-card")
	drawn, err := base64.StdEncoding.DecodeString(eval[string](s.tab, `document.getElementById("studio-picture").toDataURL("image/png").split(",")[1]`))
	if err != nil {
		t.Fatal(err)
	}
	s.press("[data-save=png]")
	data := download(t, filepath.Join(saved, "SaveOldMill-own-en-portrait.png"))
	for _, secret := range []string{"Secret", "GPS", "Exif"} {
		if bytes.Contains(data, []byte(secret)) {
			t.Errorf("the saved picture has %s inside", secret)
		}
	}
	holdCovered(t, "the saved picture", data)
	holdCovered(t, "the drawn card", drawn)
	s.quiet()
}

// holdCovered holds a PNG to the photograph of studioPhoto, wherever it stands in
// the card: red and green show, the blue that was covered does not, and a whole
// box is black.
func holdCovered(t *testing.T, what string, data []byte) {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var reds, greens, blues int
	var box image.Rectangle
	all := m.Bounds()
	for y := all.Min.Y; y < all.Max.Y; y++ {
		for x := all.Min.X; x < all.Max.X; x++ {
			switch r, g, b := channels(m, x, y); {
			case r+g+b == 0:
				box = box.Union(image.Rect(x, y, x+1, y+1))
			case b > max(r, g)+40:
				blues++
			case g > max(r, b)+40:
				greens++
			case r > max(g, b)+40:
				reds++
			}
		}
	}
	least := all.Dx() * all.Dy() / 50
	if reds < least || greens < least || box.Dx()*box.Dy() < least || box.Dx()*box.Dy() > 10*least {
		t.Errorf("%s is not of the photograph: %d red and %d green pixels of %v, black in %v", what, reds, greens, all.Max, box)
	}
	if blues > 0 {
		t.Errorf("%s shows what was covered, in %d pixels", what, blues)
	}
	inside := box.Inset(2) // its edges are mixed with what is beside them
	for y := inside.Min.Y; y < inside.Max.Y; y++ {
		for x := inside.Min.X; x < inside.Max.X; x++ {
			if r, g, b := channels(m, x, y); r+g+b != 0 {
				t.Fatalf("%s: what was covered, %v, shows at %d,%d: %d %d %d", what, box, x, y, r, g, b)
			}
		}
	}
}

// channels are a pixel's red, green and blue, from 0 to 255.
func channels(m image.Image, x, y int) (r, g, b int) {
	c := color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA)
	return int(c.R), int(c.G), int(c.B)
}

// studioKept: what was typed survives a reload and is erased by two taps.
func studioKept(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	s.run(`location.hash = "event"`)
	s.until(`document.querySelector("#studio-rows input[type=date]")`)
	s.drawn()
	s.run(`await new Promise(done => setTimeout(done, 1000))`) // longer than words wait before they are kept
	if got := eval[string](s.tab, `JSON.stringify(localStorage)`); strings.Contains(got, "card") {
		t.Errorf("of a poster that was only opened %s is kept", got)
	}
	s.run(`location.hash = "own"`)
	s.drawn()
	s.write("#studio-headline", "Kept words")
	s.until(`Object.keys(localStorage).some(k => localStorage[k].includes("Kept words"))`)
	s.visit("#own")
	s.until(`document.getElementById("studio-headline").value === "Kept words"`)
	s.run(`location.hash = "kept"`)
	s.until(`!document.getElementById("kept").hidden`)
	s.shot("kept")
	s.axe()
	s.holdBoth("kept")
	s.press("#kept-erase")
	s.press("#kept-erase")
	if !eval[bool](s.tab, `localStorage.length === 0`) {
		t.Error("something is kept after Erase all")
	}
	for _, forged := range []string{`"<img src=x onerror=alert(1)>"`, `[]`, `{"card": {"v": {"fact": "", "lines": {"headline": {"a": 1}}, "theme": "none"}}}`, `{`} {
		s.run(`localStorage["kit:#SaveOldMill"] = ` + strconv.Quote(forged))
		s.visit("#own")
		s.until(`document.getElementById("studio-picture").dataset.drawn === "yes"`)
	}
	s.quiet()
	s = openStudio(t, c, 360, 780, `Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError") }})`)
	s.run(`location.hash = "own"`)
	s.drawn()
	s.write("#studio-headline", "Words")
	s.drawn()
	s.quiet()
}

// studioSpeed prints what the page takes, for those who look: a preview has no
// more pixels than the screen shows.
func studioSpeed(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	s.visit("#edit-classes")
	s.drawn()
	got := eval[[2]int](s.tab, `(p => [p.width, p.parentElement.clientWidth * devicePixelRatio])(document.getElementById("studio-picture"))`)
	if got[0] != got[1] || got[0] > 540 {
		t.Errorf("the preview is drawn %d px wide and shown %d", got[0], got[1])
	}
	t.Logf("open to first card: %.0f ms", eval[float64](s.tab, `performance.now()`))
	t.Logf("a card's pixels: %.1f ms", eval[float64](s.tab, `(async () => { const e = document.getElementById("studio-headline"), p = document.getElementById("studio-picture"); let all = [];
		for (let i = 0; i < 12; i++) { const t = performance.now(); e.value += " a"; e.dispatchEvent(new Event("input", {bubbles: true})); await new Promise(r => { (function look() { if (p.dataset.drawn === "yes") r(); else setTimeout(look, 0) })() }); all.push(performance.now() - t); await new Promise(r => setTimeout(r, 30)) }
		all.sort((a, b) => a - b); return all[6] })()`))
}

// studioEvent: a poster is filled in and saved as PDF, and a private address
// is not.
func studioEvent(t *testing.T, c chrome) {
	inBoth(t, func(t *testing.T, lang string) {
		s := openStudio(t, c, 360, 780)
		saved := s.downloads()
		s.run(`location.hash = "event"`)
		s.until(`document.querySelectorAll("#studio-rows input").length > 0`)
		s.press(`[data-tongue=` + lang + `]`)
		s.drawn()
		rows := eval[int](s.tab, `document.querySelectorAll("#studio-rows input").length`)
		for i := range rows {
			if eval[string](s.tab, fmt.Sprintf(`document.getElementById("studio-row-%d").type`, i)) == "date" {
				if eval[string](s.tab, fmt.Sprintf(`document.getElementById("studio-row-%d").value`, i)) == "" {
					t.Error("the day is not a week from now")
				}
				s.write(fmt.Sprintf("#studio-row-%d", i), "2031-04-05")
			}
		}
		s.write(fmt.Sprintf("#studio-row-%d", rows-1), "Millbrook Library, by the fountain")
		s.drawn()
		s.run(`await new Promise(r => setTimeout(r, 1500))`)
		s.shot("event-" + lang)
		s.press(`#studio-sizes input[value=letter]`)
		s.drawn()
		s.press("#studio-save")
		if data := download(t, filepath.Join(saved, "*-letter.pdf")); !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("what was saved is no PDF: %.20q", data)
		}
		s.axe()
		s.holdBoth("event, " + lang)
		s.quiet()
	})
}

// studioFallback: without a worker cards are drawn in the page; without
// WebAssembly a sentence says so, and the words stay; a broken toolkit is
// replaced.
func studioFallback(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780, `window.Worker = function () { throw new Error("no") }`)
	s.run(`location.hash = "edit-classes"`)
	s.drawn()
	s.quiet()
	s = openStudio(t, c, 360, 780, `delete window.Worker; WebAssembly.instantiate = () => Promise.reject(new Error("no"))`)
	s.run(`location.hash = "own"`)
	s.until(`!document.getElementById("studio").hidden`)
	s.run(`await new Promise(r => setTimeout(r, 500))`)
	s.write("#studio-headline", "Words that stay")
	s.until(`!document.getElementById("studio-failed").hidden`)
	s.shot("failed")
	if got := eval[string](s.tab, `document.getElementById("studio-headline").value`); got != "Words that stay" {
		t.Errorf("the words are gone: %q", got)
	}
	s.press("[data-lines]")
	s.until(`document.getElementById("said-studio").textContent !== ""`)
	if got := s.clipboard(); got != "Words that stay" {
		t.Errorf("copied %q of the words that cannot be drawn", got)
	}
	if got := s.text("#studio .actions > :not(.said)"); got != "Use ready-made cards" {
		t.Errorf("where nothing can be drawn the next step is %q", got)
	}
	s.axe()
	s.holdBoth("failed")
	s.quiet()
}

// studioSizes: all sizes are saved as one zip, with the words and the description,
// and what was undone is done again.
func studioSizes(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	saved := s.downloads()
	s.run(`location.hash = "edit-classes"`)
	s.drawn()
	was := eval[string](s.tab, `document.getElementById("studio-headline").value`)
	s.press("#studio-tool-post")
	s.press("[data-save=all]")
	data := download(t, filepath.Join(saved, "SaveOldMill-classes-en-all.zip"))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if len(z.File) != 23 {
		t.Errorf("%d files are in the zip, not 21 sizes, a text and a description", len(z.File))
	}
	for _, format := range []string{"portrait", "square", "story", "wide", "og"} {
		want, err := fs.ReadFile(s.kit, "pictures/en/classes-"+format+".png")
		if err != nil {
			t.Fatal(err)
		}
		if got, err := fs.ReadFile(z, "SaveOldMill-classes-en-"+format+".png"); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not the kit's: %v", format, err)
		}
	}
	s.write("#studio-headline", "62 classes. Where is the list?")
	s.drawn()
	for _, step := range [][2]string{{"undo", was}, {"redo", "62 classes. Where is the list?"}} {
		s.run(`[...document.querySelectorAll("[data-` + step[0] + `]")].find(b => !b.disabled).click()`)
		if got := eval[string](s.tab, `document.getElementById("studio-headline").value`); got != step[1] {
			t.Errorf("after %s the headline is %q", step[0], got)
		}
	}
	s.quiet()
}

// studioLone: a card's other sizes are saved from the page alone.
func studioLone(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	saved := s.downloads()
	s.show("card-sale")
	s.press(`#sizes input[value=story]`)
	s.comes(`document.getElementById("picture").naturalHeight === 1920`)
	want, err := fs.ReadFile(s.kit, "pictures/en/sale-story.png")
	if err != nil {
		t.Fatal(err)
	}
	s.press("#save")
	s.arrives(filepath.Join(saved, "SaveOldMill-sale-en-story.png"), want)
}

// studioCount: with a sentence of one's own a post is counted by the toolkit.
func studioCount(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	s.show("card-sale")
	for _, id := range []string{"x", "bluesky", "mastodon"} {
		on, _ := hashtag.Lookup(id)
		s.press(`input[name=platform][value="` + id + `"]`)
		for _, own := range tricky(6) {
			if strings.TrimSpace(own) == "" {
				continue
			}
			s.fill("#own", own)
			post := s.textOf("post")
			want := strconv.Itoa(on.Length(on.Shown(post)))
			s.comes(`document.getElementById("counter").offsetParent !== null && document.getElementById("counter").textContent.split(" ")[0] === "` + want + `"`)
		}
	}
}

// studioLogo: a logo that can be drawn stands on own words with its name, others
// are refused by what is wrong with them.
func studioLogo(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	s.run(`location.hash = "own"`)
	s.until(`!document.getElementById("studio").hidden`)
	s.write("#studio-headline", "Read with us")
	s.drawn()
	plain := s.pixels()
	s.press("#studio-tool-look")
	choose := func(name, kind, text string) {
		s.run(fmt.Sprintf(`const t = new DataTransfer(); t.items.add(new File([%q], %q, {type: %q}));
			const f = document.getElementById("studio-logo-file"); f.files = t.files; f.dispatchEvent(new Event("change", {bubbles: true}))`, text, name, kind))
	}
	choose("words.svg", "image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>a</text></svg>`)
	s.comes(`document.getElementById("studio-found-logo").textContent !== ""`)
	if !eval[bool](s.tab, `document.getElementById("studio-logo-named").hidden`) {
		t.Error("a logo of words that cannot be drawn is taken")
	}
	choose("flat.svg", "image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>`)
	s.comes(`!document.getElementById("studio-logo-named").hidden`)
	s.write("#studio-logo", "Friends of the Library")
	s.drawn()
	s.comes(`document.getElementById("studio-picture").getAttribute("aria-label").includes("Friends of the Library")`)
	s.shot("logo")
	s.axe()
	s.holdBoth("logo")
	if s.pixels() == plain {
		t.Error("the logo is not drawn")
	}
	s.press("[data-unlogo]")
	s.drawn()
	s.comes(`!document.getElementById("studio-picture").getAttribute("aria-label").includes("Friends")`)
	if s.pixels() != plain {
		t.Error("a logo that was removed is still drawn")
	}
	s.quiet()
}

// studioMoving: a card with marks is saved as GIF and as video.
func studioMoving(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	saved := s.downloads()
	s.run(`location.hash = "edit-classes"`)
	s.drawn()
	s.press("#studio-tool-post")
	said := eval[string](s.tab, `document.getElementById("said-studio").textContent`)
	for ending, head := range map[string]string{"gif": "GIF89a", "mp4": "\x00\x00\x00\x20ftyp"} {
		s.press("[data-save=" + ending + "]")
		data := download(t, filepath.Join(saved, "SaveOldMill-classes-en-portrait."+ending))
		if len(data) < 1000 || !bytes.Contains(data[:16], []byte(head[len(head)-4:])) {
			t.Errorf("%s: %d bytes beginning %.16q", ending, len(data), data)
		}
	}
	s.run(`location.hash = "own"`)
	s.until(`document.getElementById("studio-card").offsetParent === null`)
	s.press("#studio-tool-words")
	s.write("#studio-headline", "Nothing moves here")
	s.drawn()
	s.press("#studio-tool-post")
	s.press("[data-save=gif]")
	s.comes(`document.getElementById("said-studio").textContent.startsWith("Nothing on this card moves")`)
	if all, err := filepath.Glob(filepath.Join(saved, "*-own-*")); err != nil || len(all) > 0 || said != "" {
		t.Errorf("of what does not move there is %v, %v; at first the page said %q", all, err, said)
	}
	s.quiet()
}

// studioPhotoFiles: a photograph of 24 megapixels is made small, one with an alpha
// channel stands on white, and of one that cannot be read the page says what to do.
func studioPhotoFiles(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	dir := t.TempDir()
	large, clear := image.NewGray(image.Rect(0, 0, 5712, 4284)), image.NewNRGBA(image.Rect(0, 0, 400, 500))
	for i := range large.Pix {
		large.Pix[i] = 0x90
	}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"large.jpg": func(b *bytes.Buffer) error { return jpeg.Encode(b, large, nil) },
		"clear.png": func(b *bytes.Buffer) error { return png.Encode(b, clear) },
		"phone.heic": func(b *bytes.Buffer) error {
			_, err := b.WriteString("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
			return err
		},
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s.run(`location.hash = "photo"`)
	s.until(`!document.getElementById("studio").hidden`)
	s.chooses("#studio-file", filepath.Join(dir, "phone.heic"))
	s.comes(`document.getElementById("said-photo").textContent.includes("JPEG")`)
	s.chooses("#studio-file", filepath.Join(dir, "large.jpg"))
	s.comes(`document.getElementById("studio-photograph").width === 1620`)
	if got := eval[string](s.tab, `(p => p.width + "x" + p.height + " " + [...p.getContext("2d").getImageData(9, 9, 1, 1).data])(document.getElementById("studio-photograph"))`); got != "1620x1215 144,144,144,255" {
		t.Errorf("of 24 megapixels there is %s", got)
	}
	if got := s.textOf("said-photo"); got != "" {
		t.Errorf("of a photograph that was read the page says %q", got)
	}
	s.chooses("#studio-file", filepath.Join(dir, "clear.png"))
	s.comes(`document.getElementById("studio-photograph").width === 400`)
	if got := eval[string](s.tab, `[...document.getElementById("studio-photograph").getContext("2d").getImageData(9, 9, 1, 1).data].join()`); got != "255,255,255,255" {
		t.Errorf("where a picture is transparent there is %s", got)
	}
	s.write("#studio-photo-words", "Read with us")
	s.drawn()
	s.quiet()
}

// chooses gives a file to an input, as the system's dialog does.
func (b *tab) chooses(selector, file string) {
	b.Helper()
	object := tell(b, runtime.Evaluate, runtime.EvaluateParams{Expression: fmt.Sprintf("document.querySelector(%q)", selector)})
	tell(b, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{file}, ObjectID: object.Result.ObjectID})
}

// studioPaper: a postcard is addressed in the page, and a letter printed from it:
// both hold together as PDF, and say what they are to say.
func studioPaper(t *testing.T, c chrome) {
	for _, name := range []string{"qpdf", "pdftotext", "pdftoppm"} {
		installed(t, name)
	}
	b := c.open(t, cecotStand(t).dir, 360, 780, onDay("2026-11-29"), `window.print = () => setTimeout(() => {
		document.documentElement.classList.add("printing"); document.getElementById("letter-email-senator").classList.add("printed"); window.prints = true })`)
	saved := b.downloads()
	b.show("act")
	b.fill("#who-area", "NV")
	b.run(`location.hash = "call-r000608"`)
	b.until(`!document.getElementById("calling").hidden`)
	b.press(`#calling-card [data-postcard="r000608"]`)
	postcard := download(t, filepath.Join(saved, "ShutDownCECOT-postcard-r000608-en.pdf"))
	holdPaper(t, postcard, 2, "Senator Rosen", "Jacky Rosen", "713 Hart Senate Office Building", "20510")
	b.show("act")
	b.press(`#who-list .both [data-write="r000608"]`)
	b.until(`location.hash === "#letter-email-senator"`)
	b.speak("es")
	b.run(`for (const e of document.querySelectorAll("#letter-email-senator [required]")) if (!e.value && e.getClientRects().length) {
		e.value = "Mis propias palabras sobre por qué me importa esto"; e.dispatchEvent(new Event("input", {bubbles: true})) }`)
	b.press("#letter-email-senator [data-print]")
	b.until(`window.prints`)
	data := tell(b, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: 8.5, PaperHeight: 11}).Data
	text := holdPaper(t, []byte(data), 2, "Estimada senadora Rosen:", "Mis propias palabras sobre por qué me importa esto")
	for _, never := range []string{"[", "Copiar", "Sigue", "Imprimir", "English"} {
		if strings.Contains(text, never) {
			t.Errorf("the printed letter says %q:\n%s", never, text)
		}
	}
	b.quiet()
}

// holdPaper holds a PDF to its pages, none of which is blank, and its words, and
// returns all of these.
func holdPaper(t *testing.T, data []byte, most int, words ...string) string {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "it.pdf")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"qpdf", "--check", name}, {"pdftoppm", "-r", "40", "-png", name, filepath.Join(dir, "page")}} {
		if said, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", args[0], err, said)
		}
	}
	pages, err := filepath.Glob(filepath.Join(dir, "page*.png"))
	if err != nil || len(pages) == 0 || len(pages) > most {
		t.Errorf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		if inked(t, page) < 100 {
			t.Errorf("%s is blank", filepath.Base(page))
		}
	}
	said, err := exec.Command("pdftotext", "-layout", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(said)), " ")
	for _, want := range words {
		if !strings.Contains(text, want) {
			t.Errorf("on paper there is no %q: %s", want, text)
		}
	}
	return text
}

// inked is how many pixels of a picture are not white.
func inked(t *testing.T, name string) (n int) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			if r, g, b := channels(m, x, y); r+g+b < 700 {
				n++
			}
		}
	}
	return n
}

// studioPass: what is shared and copied is ready before the tap, since after it
// browsers allow nothing; the words are copied and the picture is shared alone.
// Safari has no ClipboardItem.supports.
func studioPass(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780, slowCopy, `if (window.ClipboardItem) { delete ClipboardItem.supports; navigator.clipboard.write = async all => {
		if (!inTap) throw new DOMException("", "NotAllowedError"); window.taken = (await all[0].getType("image/png")).size } }`)
	s.run(`location.hash = "edit-classes"`)
	s.drawn()
	s.press("#studio-tool-post")
	s.run(`await new Promise(r => setTimeout(r, 1500))`)
	s.comes(`(document.getElementById("studio-share").click(), Boolean(window.shared))`)
	if got := eval[string](s.tab, `window.shared`); got != "files" {
		t.Errorf("shared %s", got)
	}
	s.comes(`Boolean(window.copied)`)
	s.press("[data-take=picture]")
	s.comes(`window.taken > 1000`)
	s.quiet()
}

// studioPolicy: where the policy's word for WebAssembly is not known, as in
// Safari 15, a sentence says so, and the page is whole.
func studioPolicy(t *testing.T, c chrome) {
	page := startPage(t, os.DirFS(studioStand(t).dir))
	b := c.open(t, folder(t, strings.Replace(page, " 'wasm-unsafe-eval'", "", 1)), 360, 780)
	s := studio{tab: b}
	s.run(`location.hash = "own"`)
	s.until(`!document.getElementById("studio").hidden`)
	s.write("#studio-headline", "Words that stay")
	s.comes(`!document.getElementById("studio-failed").hidden`)
	s.show("card-sale")
	if got := s.textOf("post"); got == "" {
		t.Error("without WebAssembly a card has no words")
	}
	s.complaints = nil // that the policy allows no WebAssembly
}

// studioBroken: a toolkit that broke is not asked again. The next card is drawn by
// a new one.
func studioBroken(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780, `window.Worker = function () { throw new Error("no") }`)
	s.run(`location.hash = "edit-classes"`)
	s.drawn()
	want := s.pixels()
	s.run(`const real = toolkit.serve; toolkit.serve = m => { if (m.name !== "edit") return real(m); toolkit.serve = real; return { broken: "RangeError" } }`)
	s.write("#studio-headline", "62 school classes")
	s.comes(`!document.getElementById("studio-failed").hidden || document.getElementById("studio-picture").dataset.drawn === "yes"`)
	s.press("[data-anew]")
	s.drawn()
	if !eval[bool](s.tab, `document.getElementById("studio-failed").hidden`) || s.pixels() != want {
		t.Error("after a toolkit that broke the card is not drawn again")
	}
	s.quiet()
}
