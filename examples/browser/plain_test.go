package browser_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// browserPlain reads the page without script.
func browserPlain(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	tell(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.visit("")
	text := strings.ReplaceAll(eval[string](b, `document.body.innerText`), "\u00A0", " ")
	for _, want := range []string{
		"At least 62 school classes visited the Old Mill Library in 2030.", "according to the Millbrook town code", "Millbrook Town Council, Mar 4, 2031",
		"#SaveOldMill", "A first count was 40 classes.", "Do not post this card", "My name is", "Dear", "Bring a book", "@friends.example", "Choose a day.",
		"(555) 010-0199", "Scripts are off.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("without script the page does not say %q", want)
		}
	}
	if strings.Contains(text, "La ordenanza") {
		t.Error("without script both languages are shown")
	}
	for _, gone := range []string{"button", "input:not([name=lang])", "textarea", "select", ".js-only", "#item"} {
		if n := eval[int](b, fmt.Sprintf(`[...document.querySelectorAll(%q)].filter(e => e.getClientRects().length).length`, gone)); n != 0 {
			t.Errorf("without script there are %d %s", n, gone)
		}
	}
	if n := eval[int](b, `[...document.querySelectorAll("img.full")].filter(e => e.getClientRects().length).length`); n != 2 {
		t.Errorf("%d large pictures without script, want 2", n)
	}
	if n := eval[int](b, `[...document.querySelectorAll(".box,blockquote,p,li,dd")].filter(e => e.getClientRects().length && !e.textContent.trim() && !e.querySelector("img")).length`); n != 0 {
		t.Errorf("%d empty boxes", n)
	}
	for _, lang := range []string{"en", "es"} {
		b.run(`document.getElementById("l-` + lang + `").click()`)
		if unread := eval[[]string](b, `[...document.querySelectorAll(":is(.fact, .letter, .script, .prose, .tags, .changes) *")].filter(e =>
			!e.children.length && e.textContent.trim() && !e.closest(".js-only, .vh, .t:not(.`+lang+
			`)") && !e.getClientRects().length).map(e => e.outerHTML.slice(0, 120))`); len(unread) > 0 {
			t.Errorf("without script nobody reads %q", unread)
		}
	}
	if text := eval[string](b, `document.body.innerText`); !strings.Contains(text, "La ordenanza") || strings.Contains(text, "according to") {
		t.Error("without script the language does not change")
	}
	if eval[bool](b, `document.documentElement.scrollWidth > innerWidth`) {
		t.Error("without script the page is wider than the screen")
	}
	b.size(1280, 900)
	if w := eval[int](b, `Math.round(document.querySelector("#share .found").getBoundingClientRect().width)`); w < 1000 {
		t.Errorf("without script the pictures are crushed into %d px, where the filters would be", w)
	}
	b.quiet()
}

// opaque walks through the page inside a frame without an origin and tells
// the page around it what it saw.
const opaque = `addEventListener("load", async () => {
	addEventListener("error", e => tell(e.message));
	const tell = what => parent.postMessage(what, "*"), wait = n => new Promise(r => setTimeout(r, n)), id = n => document.getElementById(n);
	if (origin !== "null") tell("the page has an origin");
	for (const view of ["start", "share", "act", "more", "card-sale"]) {
		location.hash = view;
		for (let n = 0; n < 300 && document.querySelector(".view:not([hidden])").id !== view.replace("card-sale", "item"); n++) await wait(10);
		if (!document.querySelector(".view:not([hidden]) h1").innerText) tell(view + " has no heading");
	}
	for (let n = 0; n < 300 && !id("picture").naturalWidth; n++) await wait(10);
	if (id("picture").naturalWidth !== 1080) tell("the picture is not drawn");
	document.querySelector("[data-copy=post]").click();
	for (let n = 0; n < 300 && !id("said-post").textContent; n++) await wait(10);
	if (!/^Copied|selected/.test(id("said-post").textContent)) tell("after copying: " + id("said-post").textContent);
	tell("done");
})`

// browserOpaque opens the page as a chat or a file manager hands it over: with
// no origin and no clipboard.
func browserOpaque(t *testing.T, c chrome) {
	data, err := os.ReadFile(filepath.Join(c.busy, "START-HERE.html"))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(opaque)) // the policy would not let it run
	inner := strings.NewReplacer("script-src ", "script-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"' ", "</body>",
		"<script>"+opaque+"</script></body>").Replace(string(data))
	around := `<!doctype html><iframe sandbox="allow-scripts" width="360" height="780" srcdoc="` + html.EscapeString(inner) + `"></iframe>`
	b := c.open(t, folder(t, around), 800, 900, `if (parent === window) { window.told = []; addEventListener("message", e => told.push(e.data)) }`)
	b.until(`told.includes("done")`)
	if told := eval[[]string](b, `told`); len(told) != 1 {
		t.Errorf("%q", told)
	}
}

// browserMedia: small screens, still pictures, few colours.
func browserMedia(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 250, 600)
	for _, size := range [][2]int64{{250, 600}, {320, 256}, {320, 640}, {360, 780}, {600, 700}, {768, 1024}, {1000, 700}, {1280, 900}} {
		b.size(size[0], size[1])
		for _, lang := range []string{"en", "es"} {
			b.speak(lang)
			for _, view := range []string{"start", "share", "card-classes", "act", "more"} {
				b.show(view)
				if got := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); got > 0 {
					t.Errorf("%v %s #%s: %d px too wide", size, lang, view, got)
				}
				if size[1] == 256 && eval[bool](b, `[...document.querySelectorAll("body *")].some(e => /fixed|sticky/.test(getComputedStyle(e).position))`) {
					t.Errorf("%v %s #%s: something stays in the way", size, lang, view)
				}
			}
		}
	}
	b.show("start")
	b.media("", "prefers-reduced-motion", "reduce")
	if eval[bool](b, `[...document.querySelectorAll("*")].some(e => { const s = getComputedStyle(e); return s.transitionDuration !== "0s" || s.animationName !== "none" || s.scrollBehavior === "smooth" })`) {
		t.Error("something moves where motion is to be reduced")
	}
	b.media("", "forced-colors", "active")
	b.show("card-sale")
	same := eval[bool](b, `(() => { const style = e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor].join() };
		return style(document.querySelector("#platforms input:checked + span")) === style(document.querySelector("#platforms input:not(:checked) + span")) })()`)
	if same {
		t.Error("with forced colours a chosen chip looks like the others")
	}
	b.quiet()
}

// arabic is the campaign of another language pair in the examples.
func arabic(t *testing.T) *campaign.Campaign {
	t.Helper()
	c, err := campaign.Load(context.Background(), os.DirFS("../campaign/mill"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func arabicFonts(t *testing.T) *share.Options {
	t.Helper()
	fonts, err := graphic.LoadFonts(os.DirFS("../campaign/mill"))
	if err != nil {
		t.Fatal(err)
	}
	return &share.Options{Fonts: fonts}
}

// hostile are things that a page might take for more than text.
var hostile = []string{
	`</script><script>alert(1)</script>`, `"><img src=x onerror=alert(2)>`, `<svg onload=alert(3)>`, `</style><script>alert(4)</script>`, `<!--<script>`,
	`</noscript><img src=x onerror=alert(5)>`, `{{.}} ${alert(6)} \u003cscript\u003e`, `javascript:alert(7)`, `' onmouseover='alert(8)`,
	`]]><script>alert(9)</script>`,
	"\u2028alert(10)\u2029", `&lt;img src=x onerror=alert(11)&gt;`, `</textarea><iframe src="https://millbrook.example/">`, `<a href="javascript:alert(12)">x</a>`,
}

var lineSeparators = strings.NewReplacer("\u2028", "", "\u2029", "")

// browserHostile fills a campaign with them, opens every view and presses
// everything: they are text.
func browserHostile(t *testing.T, c chrome) {
	m := busyMill(t)
	all := lineSeparators.Replace(strings.Join(hostile, " ")) // which a campaign may not hold
	f := &m.Facts[0]
	for _, lang := range []string{"en", "es"} {
		f.Claim[lang] = all
		f.Attribution[lang] = `"><img src=x onerror=alert(20)>`
	}
	f.Source.Title = all
	m.Topics[0].Title["en"] = `"><img src=x onerror=alert(21)>`
	for i := range m.Letters {
		m.Letters[i].Title, m.Letters[i].Guide = `<img src=x onerror=alert(22)>`, all
	}
	for i := range m.Pages {
		m.Pages[i].Title, m.Pages[i].Body = `<img src=x onerror=alert(23)>`, strings.Join(hostile[:3], "\n\n")+"\n\n<iframe src=https://millbrook.example></iframe>\n"
	}
	b := c.open(t, pageIn(t, build(t, m, nil)), 360, 780)
	before := eval[int](b, `document.querySelectorAll("script,iframe,svg[onload],[onerror],[onload],[onmouseover],object,embed,form").length`)
	if before != 3 { // first.js, the data, the script
		t.Errorf("%d elements that run or load, want the page's three scripts", before)
	}
	for _, view := range []string{"start", "share", "card-classes", "act", "more"} {
		b.show(view)
		b.run(`for (const d of document.querySelectorAll("details")) d.open = true;
			for (const e of [...document.querySelectorAll("input:not([type=radio]):not([type=checkbox]),textarea")].filter(e => e.getClientRects().length)) { e.value = ` + "`" + strings.NewReplacer("`", "", "$", "", `\`, "").Replace(all) + "`" + `; e.dispatchEvent(new Event("input", {bubbles: true})) }
			for (const e of [...document.querySelectorAll("button,input[type=radio],input[type=checkbox]")].filter(e => e.getClientRects().length && !e.matches("[data-print]"))) e.click();
			await new Promise(r => setTimeout(r, 60))`)
	}
	if bad := eval[string](b, `[...document.querySelectorAll("a[href]")].map(a => a.href).filter(h => !/^(https|tel|sms|mailto|blob|file):/.test(h)).join(" ")`); bad != "" {
		t.Errorf("links to %s", bad)
	}
	if n := eval[int](b, `document.querySelectorAll("script,iframe,svg[onload],[onerror],[onload],[onmouseover],object,embed,form").length`); n != before {
		t.Errorf("%d elements that run or load after pressing everything", n)
	}
	if got := eval[string](b, `document.querySelector("#fact-classes-es, #fact-classes-en").textContent`); !strings.Contains(got, hostile[0]) {
		t.Error("the claim is not shown as it was written")
	}
	b.quiet()
}
