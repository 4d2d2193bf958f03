package browser_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// A look is a way to see the page.
type look struct {
	w, h   int64
	lang   string
	scheme string
}

// looks are light and dark, phone and desktop, English and Spanish, each with
// each; in usual runs two that have each of these.
func looks() []look {
	var all []look
	if !everything() {
		return []look{{320, 640, "es", "light"}, {1280, 900, "en", "dark"}}
	}
	for _, scheme := range []string{"light", "dark"} {
		for _, lang := range []string{"en", "es"} {
			all = append(all, look{320, 640, lang, scheme}, look{1280, 900, lang, scheme})
		}
	}
	return all
}

func (b *tab) take(l look) {
	b.Helper()
	b.size(l.w, l.h)
	b.media("", "prefers-color-scheme", l.scheme)
	b.speak(l.lang)
}

// states are what a reader can come upon in a page that has everything, and
// the way there.
var states = []struct {
	name  string
	enter func(*tab)
}{
	{"start", func(b *tab) { b.show("start") }},
	{"share", func(b *tab) { b.show("share") }},
	{"nothing found", func(b *tab) {
		b.fill("#search", "xyzzy")
		b.until(`!document.getElementById("none").hidden`)
	}},
	{"item", func(b *tab) {
		b.press("#none [data-clear]")
		b.show("card-classes")
	}},
	{"clipboard denied", func(b *tab) {
		b.press("[data-copy=post]")
		b.until(`document.getElementById("said-post").matches(".bad:not(:empty)")`)
	}},
	{"stale", func(b *tab) {
		b.run(`today = "2031-06-11"`)
		b.show("card-sale")
		b.until(`document.getElementById("notice").offsetParent`)
	}},
	{"replaced", func(b *tab) { b.show("card-classes-old") }},
	{"withdrawn", func(b *tab) { b.show("card-closing") }},
	{"act", func(b *tab) { b.show("act") }},
	{"letter with an error", func(b *tab) {
		b.fillCouncil()
		b.fill(theirOwn, seven)
		b.press(copyIt)
		b.until(`document.activeElement.matches("[aria-invalid]")`)
	}},
	{"more", func(b *tab) {
		b.show("more")
		b.run(`document.querySelectorAll("details").forEach(d => { d.open = true })`)
	}},
}

// clock lets a test set the page's day: today = "2031-06-11".
const clock = `var today; { const Real = Date; Date = class extends Real { constructor(...a) { a.length || !today ? super(...a) : super(today + "T12:00:00") } } }`

// browserViews holds every view, in every state that it can be in and in
// every way to see it, to the rules of accessibility.
func browserViews(t *testing.T, c chrome) {
	for _, l := range looks() {
		t.Run(fmt.Sprint(l.w, " ", l.lang, " ", l.scheme), func(t *testing.T) {
			b := c.open(t, c.busy, l.w, l.h, clock+rejecting+execFalse)
			b.axe()
			b.take(l)
			for _, s := range states {
				s.enter(b)
				b.hold(s.name)
			}
			b.quiet()
		})
	}
}

// browserDefault opens every view of the default kit.
func browserDefault(t *testing.T, c chrome) {
	b := c.open(t, cecotDir(t), 360, 780, brokenWords)
	b.axe()
	for i, l := range []look{{360, 780, "es", "light"}, {1280, 900, "en", "dark"}} { // browserViews has seen the others
		b.take(l)
		for _, view := range []string{"card-who-cbs-75-percent-no-record", "start", "share", "act", "more"} {
			b.show(view)
			b.run(`for (const p of document.querySelectorAll("noscript.px")) p.remove()`) // axe-core would write them out again and again
			if i == 0 && (everything() || view == "start") {
				b.hold(fmt.Sprint(l, " #", view))
			} else {
				b.laidOut(fmt.Sprint(l, " #", view))
			}
		}
	}
	b.show("share")
	b.fill("#search", "xyzzy")
	b.until(`!document.getElementById("none").hidden`)
	b.hold("nothing found")
	for hash, at := range map[string]string{"foia-explainer": "foia-explainer", "safety": "safety-and-consent", "events": "events"} {
		b.run(`location.hash = "` + hash + `"`)
		b.until(`!document.getElementById("more").hidden && document.getElementById("` + at + `").open`)
	}
	b.size(360, 780)
	for _, lang := range []string{"en", "es"} {
		b.speak(lang)
		b.show("start")
		if !eval[bool](b, `document.querySelector(".tile.gold").getBoundingClientRect().bottom <= document.querySelector(".tabs").getBoundingClientRect().top`) {
			t.Errorf("%s: the three tiles do not fit the first screen", lang)
		}
	}
	b.show("more")
	for _, fold := range []string{"what-changed", "words-to-use", "support-groups", "tags"} {
		b.run(`document.getElementById("` + fold + `").open = true`)
	}
	for _, w := range []int64{250, 320, 360} {
		b.size(w, 780)
		if eval[bool](b, `document.documentElement.scrollWidth > innerWidth`) {
			t.Errorf("%d px: tables are wider than the screen", w)
		}
		if words := eval[[]string](b, `brokenWords()`); w > 250 && len(words) > 0 {
			t.Errorf("%d px: tables break inside %q", w, words)
		}
	}
	if form := eval[string](b, `document.getElementById("letter-foia-request").closest(".fold").id`); form != "foia-request" {
		t.Errorf("the FOIA request lies hidden in %s", form)
	}
	b.quiet()
}

// brokenWords are those of open tables that stand on more than one line,
// without those of addresses.
const brokenWords = `function brokenWords() {
	const broken = [], range = document.createRange();
	for (const cell of document.querySelectorAll("#more details[open] :is(th, td)")) {
		const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
		for (let n = walk.nextNode(); n; n = walk.nextNode()) {
			if (n.parentNode.closest("a, .vh")) continue;
			for (const m of n.data.matchAll(/\p{L}+/gu)) {
				range.setStart(n, m.index);
				range.setEnd(n, m.index + m[0].length);
				if (new Set([...range.getClientRects()].map(r => r.top)).size > 1) broken.push(m[0]);
			}
		}
	}
	return broken;
}`

// axe loads axe-core into the page.
func (b *tab) axe() {
	b.Helper()
	source, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		b.Fatal(err)
	}
	b.run(string(source))
}

// hold holds the view that is shown to what every view promises, and to the
// given rules of axe-core; none: all of them.
func (b *tab) hold(where string, rules ...string) {
	b.Helper()
	for _, problem := range b.violations(rules) {
		b.Errorf("%s: %s", where, problem)
	}
	b.laidOut(where)
}

// holdBoth holds the view that is shown to the same in each language, light and
// dark; in usual runs in one of these four.
func (b *tab) holdBoth(where string) {
	b.Helper()
	was := eval[string](b, `document.documentElement.lang`)
	for _, lang := range []string{"en", "es"} {
		b.speak(lang)
		for _, scheme := range []string{"dark", "light"} {
			if !everything() && (lang == "en" || scheme == "dark") {
				continue
			}
			b.media("", "prefers-color-scheme", scheme)
			b.hold(fmt.Sprint(where, " ", lang, " ", scheme))
		}
	}
	b.speak(was)
}

// laidOut looks for what does not fit.
func (b *tab) laidOut(where string) {
	b.Helper()
	for _, problem := range eval[[]string](b, layoutProblems) {
		b.Errorf("%s: %s", where, problem)
	}
}

// violations are what axe-core finds: WCAG 2.2 A and AA, and best practice. It
// goes through hidden views too, which takes it most of its time, so that usual
// runs set them aside meanwhile.
func (b *tab) violations(rules []string) []string {
	b.Helper()
	only := `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`
	if len(rules) > 0 {
		only = `{type: "rule", values: ["` + strings.Join(rules, `", "`) + `"]}`
	}
	aside := ".view[hidden]"
	if everything() {
		aside = ":not(*)"
	}
	found := eval[string](b, `(async () => {
		const aside = [...document.querySelectorAll("`+aside+`")].map(e => { const mark = document.createComment(""); e.replaceWith(mark); return [e, mark] });
		const r = await axe.run(document, {resultTypes: ["violations"], runOnly: `+only+`});
		for (const [e, mark] of aside) mark.replaceWith(e);
		return JSON.stringify(r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 160) + " " + n.failureSummary))) })()`)
	var all []string
	if err := json.Unmarshal([]byte(found), &all); err != nil {
		b.Fatal(err)
	}
	return all
}

// layoutProblems looks for what overflows, what is too small to touch, what
// breaks the order of headings, and pictures that cannot be heard.
const layoutProblems = `(() => {
	const found = [], shown = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden";
	const all = s => [...document.querySelectorAll(s)].filter(shown);
	const root = document.documentElement;
	if (root.scrollWidth > innerWidth) found.push("wider than the screen: " + root.scrollWidth + " of " + innerWidth);
	if (all("h1").length !== 1) found.push(all("h1").length + " first headings");
	let level = 0;
	for (const h of all("h1,h2,h3,h4,h5,h6")) {
		const now = Number(h.tagName[1]);
		if (now > level + 1) found.push("a heading skips a level: " + h.innerText);
		level = now;
	}
	for (const e of all("a[href],button,select,input,textarea,summary")) {
		if (e.closest(".skip")) continue;
		const r = e.getBoundingClientRect();
		const box = e.matches("input[type=radio],input[type=checkbox]") ? e.closest("label").getBoundingClientRect() : r;
		if (box.height < 23.5 || box.width < 23.5) found.push("small: " + Math.round(box.width) + "x" + Math.round(box.height) + " " + e.outerHTML.slice(0, 120));
	}
	for (const i of all("img")) if (!i.hasAttribute("alt") || !i.width || !i.height) found.push("picture: " + i.outerHTML.slice(0, 120));
	if (!document.title.endsWith(document.querySelector(".mark").innerText)) found.push("title: " + document.title);
	return found;
})()`

// browserLanguages switches the page from one language to the other and looks
// for words of the one left behind.
func browserLanguages(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	for lang, want := range map[string]string{"es": "¿Por qué el Old Mill?", "en": "Why the Old Mill?"} {
		b.speak(lang)
		b.show("start")
		if got := strings.ReplaceAll(b.text("h1"), "\n", " "); got != want {
			t.Errorf("%s: the page begins %q, want %q", lang, got, want)
		}
		for _, view := range []string{"start", "share", "card-sale", "act", "more"} {
			b.show(view)
			stray := eval[string](b, `[...document.querySelectorAll(".t,.p")].filter(e => e.getClientRects().length && !e.classList.contains("`+lang+
				`")).map(e => e.innerText).join("|")`)
			if stray != "" {
				t.Errorf("#%s in %s says %s", view, lang, stray)
			}
		}
	}
	b.quiet()
}

// browserLinks opens the page at fragments, good and bad.
func browserLinks(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	for fragment, view := range map[string]string{
		"": "start", "#start": "start", "#share": "share", "#act": "act", "#call": "act", "#write": "act", "#more": "more",
		"#reading": "more", "#read": "start", "#print": "more", "#files": "more", "#steps": "more", "#sources": "more", "#updates": "more",
		"#letter-council": "act", "#card-sale": "item", "#card-classes-old": "item",
		"#card-nobody": "start", "#card-": "start", "#item": "start", "#pictures": "start", "#data": "start", "#%E0%A4": "start", "#<img>": "start",
		"#__proto__": "start",
	} {
		b.run(`location.hash = "#no"; await new Promise(r => setTimeout(r)); location.hash = "` + fragment + `"; await new Promise(r => setTimeout(r, 20))`)
		if got := eval[string](b, `[...document.querySelectorAll(".view:not([hidden])")].map(v => v.id).join()`); got != view {
			t.Errorf("%q shows %q, want %q", fragment, got, view)
		}
	}
	for range 6 {
		b.visit("#quick")
		b.until(`document.querySelector(".view:not([hidden])").id === "item"`)
		if id := eval[string](b, `location.hash`); id == "#card-classes-old" || id == "#card-closing" {
			t.Errorf("#quick opens %s, which must not be posted", id)
		}
	}
	for _, w := range []int64{360, 1280} {
		b.size(w, 780)
		for _, view := range []string{"#start", "#share", "#act", "#more", "#card-sale"} {
			b.visit(view)
			b.run(`await new Promise(r => setTimeout(r, 100))`)
			if y := eval[float64](b, `scrollY`); y != 0 {
				t.Errorf("at %d px %s is opened %g px down", w, view, y)
			}
		}
	}
	b.visit("#reading")
	if !eval[bool](b, `document.getElementById("reading").open`) {
		t.Error("a link to a part leaves it folded")
	}
	b.quiet()
}

// browserRightToLeft: where Arabic is read, the page is mirrored, and what
// reads from left to right stays so.
func browserRightToLeft(t *testing.T, c chrome) {
	b := c.open(t, pageIn(t, build(t, arabic(t), arabicFonts(t))), 360, 780)
	b.axe()
	b.speak("ar")
	if dir := eval[string](b, `document.documentElement.dir`); dir != "rtl" {
		t.Errorf("the page runs %s", dir)
	}
	for _, w := range []int64{320, 360, 1280} {
		b.size(w, 780)
		for _, view := range []string{"start", "share", "card-sale", "more"} {
			b.show(view)
			b.hold(fmt.Sprint(w, " #", view))
		}
	}
	b.size(360, 780)
	b.show("start")
	if !eval[bool](b, `document.querySelector(".mark").getBoundingClientRect().left > document.querySelector(".langs").getBoundingClientRect().left`) {
		t.Error("the head is not mirrored")
	}
	if x := eval[string](b, `getComputedStyle(document.querySelector(".arrow")).transform`); !strings.HasPrefix(x, "matrix(-1") {
		t.Errorf("the arrow is not mirrored: %s", x)
	}
	if dir := eval[string](b, `document.querySelector(".mark bdi").dir`); dir != "ltr" {
		t.Errorf("the wordmark runs %s", dir)
	}
	if order := eval[string](b, `[...document.querySelectorAll(".num")].map(e => getComputedStyle(e).direction).join()`); order != "ltr,ltr" {
		t.Errorf("numerals run %s", order)
	}
	b.show("card-sale")
	if got := eval[string](b, `document.getElementById("post").dir + document.getElementById("item-title").lang`); got != "rtlar" {
		t.Errorf("the post is %s", got)
	}
	if got := b.textOf("item-source"); !strings.Contains(got, "ميلبروك، 2\u00A0") {
		t.Errorf("the source reads %q", got)
	}
	if got := eval[string](b, `getComputedStyle(document.getElementById("post")).unicodeBidi`); got != "plaintext" {
		t.Errorf("a line of tags reads SaveOldMill#: %s", got)
	}
	b.quiet()
}
