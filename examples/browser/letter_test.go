package browser_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const (
	seven    = "My children learned to read there too"
	eightEs  = "Mis hijas aprendieron a leer en esa biblioteca"
	copyIt   = `[data-copy="text-council"]`
	theirOwn = "#council-why"
)

// fillCouncil fills in all of the letter but one's own words.
func (b *tab) fillCouncil() {
	b.Helper()
	b.fill("#council-office", "1")
	b.fill("#council-their-name", "Example")
	b.fill("#council-town", "Millbrook")
	b.fill("#council-full-name", "A. Reader")
}

// browserLetterScreen: a letter is a screen of its own, from which one goes back to
// the list; one to an office that keeps names asks first who signs, and keeps
// nothing after a yes.
func browserLetterScreen(t *testing.T, c chrome) {
	b := c.open(t, cecotDir(t), 360, 780)
	b.axe()
	b.run(`for (const p of document.querySelectorAll("noscript.px")) p.remove()`)
	b.show("act")
	b.press("#letter-email-senator > summary")
	b.until(`location.hash === "#letter-email-senator" && document.activeElement.matches("h1")`)
	if got := b.text("h1"); got != "Email to your U.S. senator" {
		t.Errorf("the screen is called %q", got)
	}
	if seen := eval[string](b, `[...document.querySelectorAll(".tabs, .top, [data-letter]:not(#letter-email-senator), #call, #act > h1")].filter(e => e.getClientRects().length).map(e => e.id || e.className).join()`); seen != "" {
		t.Errorf("beside the letter there is %s", seen)
	}
	for _, l := range []look{{360, 780, "es", "light"}, {320, 640, "en", "dark"}, {1280, 900, "en", "light"}} {
		b.take(l)
		b.run(`location.hash = "letter-email-senator"`)
		b.until(`document.querySelector("#act.sole h1") !== null`)
		b.hold(fmt.Sprint("a letter ", l))
		b.run(`location.hash = "letter-foia-request"`)
		b.until(`document.querySelector("#more.sole h1") !== null`)
		b.hold(fmt.Sprint("a letter that asks first ", l))
	}
	if got := b.text("h1"); got != "Freedom of Information Act request: CECOT records" {
		t.Errorf("the screen of the request is called %q", got)
	}
	b.size(360, 780)
	b.run(`localStorage["kit:#ShutDownCECOT"] = JSON.stringify({lang: {v: "en", d: "2026-11-29"}})`)
	b.visit("#letter-foia-request")
	if eval[bool](b, `[...document.querySelectorAll("[data-field], [data-next], .box")].some(e => e.getClientRects().length)`) {
		t.Error("the letter is shown before it is known who signs it")
	}
	b.press(`[name=asks-foia-request][value=yes]`)
	b.until(`document.querySelector("#letter-foia-request .answer").offsetParent !== null`)
	if n := eval[int](b, `localStorage.length`); n != 0 {
		t.Errorf("after a yes %d things are kept", n)
	}
	b.press("#letter-foia-request [data-passed]")
	b.until(`document.activeElement.matches("#letter-foia-request [data-field]")`)
	b.visit("#letter-foia-request")
	b.press(`[name=asks-foia-request][value=no]`)
	b.until(`document.activeElement.matches("#letter-foia-request [data-field]")`)
	b.quiet()
}

// browserLetter fills a letter in: nothing leaves before it is whole, and
// nothing is kept.
func browserLetter(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 768, 900)
	b.axe()
	b.show("act")
	b.run(`navigator.clipboard.writeText("nothing")`)
	b.press(copyIt)
	if focus := eval[string](b, `document.activeElement.id`); focus != "council-office" {
		t.Errorf("an empty letter leads to %q", focus)
	}
	if got := b.text("#needed-council"); !strings.HasPrefix(got, "Still needed: office, their name, your town") || !strings.HasSuffix(got,
		"8 more words of your own.") {
		t.Errorf("an empty letter lacks: %q", got)
	}
	b.fillCouncil()
	b.fill(theirOwn, seven)
	b.press(copyIt)
	if got := eval[string](b, `document.activeElement.id + "|" + document.activeElement.getAttribute("aria-invalid") + "|" + document.getElementById("council-why-error").textContent`); got != "council-why|true|Add at least 8 words of your own." {
		t.Errorf("seven words of one's own: %s", got)
	}
	b.hold("letter with an error")
	if got := b.clipboard(); got != "nothing" {
		t.Errorf("an unfinished letter was copied: %s", got)
	}
	for own, lack := range wordsLacking(t) {
		b.fill(theirOwn, own)
		want := "Ready to copy."
		switch {
		case lack == 1:
			want = "Still needed: 1 more word of your own."
		case lack > 1:
			want = fmt.Sprintf("Still needed: %d more words of your own.", lack)
		}
		if got := b.text("#needed-council"); got != want {
			t.Errorf("%q: the page says %q, want %q", own, got, want)
		}
	}
	b.fill(theirOwn, seven+" <b>&</b> always")
	b.press(copyIt)
	b.said("text-council")
	want := "Subject: Millbrook: Old Mill\n\nDear councillor Example,\n\n" + seven + " <b>&</b> always\n\n\nI live in Millbrook.\n\nA. Reader"
	if got := b.clipboard(); got != want || strings.ContainsAny(got, "[]") {
		t.Errorf("copied %q, want %q", got, want)
	}
	if got := b.text("#needed-council"); got != "Ready to copy." {
		t.Errorf("a whole letter: %q", got)
	}
	if got := eval[string](b, `document.querySelector("#letter-call .said-aloud .t.en").innerText`); !strings.Contains(got,
		"My name is A. Reader.") || !strings.Contains(got, "[One sentence of your own]") {
		t.Errorf("the script does not take the name: %s", got)
	}
	b.speak("es")
	if got := eval[string](b, `document.querySelector("#text-council .t.es").textContent`); !strings.HasPrefix(got,
		"Asunto: Millbrook: Old Mill\n\nHonorable concejala Example:") {
		t.Errorf("in Spanish: %s", got)
	}
	b.fill(theirOwn, eightEs)
	b.press(copyIt)
	b.until(`document.getElementById("said-text-council").textContent.startsWith("Copiada")`)
	if kept := eval[string](b, `(async () => JSON.stringify([(() => { try { return localStorage.length + sessionStorage.length } catch (e) { return 0 } })(), document.cookie, (await indexedDB.databases()).length, location.search, location.hash]))()`); kept != `[1,"",0,"","#act"]` || eval[string](b, `JSON.stringify(localStorage)`) != `{"kit:#SaveOldMill":"{\"lang\":{\"v\":\"es\",\"until\":0}}"}` {
		t.Errorf("something is kept: %s", kept)
	}
	b.do(chromedp.Reload())
	if got := eval[string](b, `[...document.querySelectorAll("input:not([type=radio]):not([type=checkbox]),textarea,select")].map(e => e.value).join("")`); got != "" {
		t.Errorf("after a reload the page still has %q", got)
	}
	b.quiet()
}

// browserOptional: a line that says something only with an optional blank is
// not said without it, and the reader is told to strike it out.
func browserOptional(t *testing.T, c chrome) {
	m := busyMill(t)
	for i := range m.Letters {
		if l := &m.Letters[i]; l.ID == "council" {
			l.Body += "\n\nI swear it as a neighbour of ward {ward}.\n\n{office} {their-name}, {ward}"
		}
	}
	b := c.open(t, pageIn(t, build(t, m, nil)), 360, 780)
	b.show("act")
	b.fillCouncil()
	b.fill(theirOwn, eight)
	if got := b.text("#needed-council"); got != "Ready to copy. Then finish or delete what stands in [brackets]." {
		t.Errorf("of a letter with a blank left the page says %q", got)
	}
	b.press(copyIt)
	b.said("text-council")
	if got := b.clipboard(); !strings.HasSuffix(got, "A. Reader\n\nI swear it as a neighbour of ward [Your ward].\n\ncouncillor Example,") {
		t.Errorf("copied %q", got)
	}
	b.fill("#council-ward", "4")
	if got := b.text("#needed-council"); got != "Ready to copy." {
		t.Errorf("of a whole letter the page says %q", got)
	}
	b.quiet()
}

// browserMail opens the mail program: with the letter if the link may be that
// long, else with its subject and the letter in the clipboard.
func browserMail(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780,
		`addEventListener("click", e => { const a = e.target.closest("[data-mail]"); if (a) setTimeout(() => 0); });
		addEventListener("DOMContentLoaded", () => document.addEventListener("click", e => { if (e.target.closest("[data-mail]")) { window.mail = e.defaultPrevented ? "stopped" : e.target.href; e.preventDefault() } }));`)
	b.show("act")
	mail := func() string {
		b.run(`window.mail = ""`)
		b.press("#letter-council [data-mail]")
		return eval[string](b, `window.mail`)
	}
	if got := mail(); got != "stopped" {
		t.Errorf("an empty letter opens %s", got)
	}
	b.fillCouncil()
	b.fill(theirOwn, eight)
	u, err := url.Parse(mail())
	if err != nil {
		t.Fatal(err)
	}
	if q := u.Query(); u.Scheme != "mailto" || q.Get("subject") != "Millbrook: Old Mill" || !strings.HasPrefix(q.Get("body"),
		"Dear councillor Example,\r\n\r\n"+eight) {
		t.Errorf("the mail is %q", u)
	}
	b.fill(theirOwn, strings.Repeat(eight+" ", 60))
	got := mail()
	if len(got) > 2000 || strings.Contains(got, "body=") || !strings.Contains(got, "subject=Millbrook") {
		t.Errorf("a long letter opens a link of %d characters: %.200s", len(got), got)
	}
	if said := b.said("text-council"); !strings.Contains(said, "the letter is copied") {
		t.Errorf("of a long letter the page says %q", said)
	}
	if got := b.clipboard(); strings.Count(got, eight) != 60 {
		t.Errorf("a long letter was copied as %.200s", got)
	}
	b.quiet()
}

// browserPrint prints a letter alone.
func browserPrint(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780,
		`window.print = () => { window.printed = [...document.querySelectorAll("body *")].filter(e => !e.children.length && e.getClientRects().length && e.textContent.trim()).map(e => e.textContent.trim()).join("|") }`)
	b.show("act")
	b.media("print", "prefers-color-scheme", "dark")
	b.run(`document.querySelector("#letter-council [data-print]").click()`)
	if eval[bool](b, `Boolean(window.printed)`) {
		t.Error("an unfinished letter is printed")
	}
	b.fillCouncil()
	b.fill(theirOwn, eight)
	b.run(`document.querySelector("#letter-council [data-print]").click()`)
	got := eval[string](b, `window.printed || ""`)
	if !strings.Contains(got, eight) || strings.Contains(got, "Copy") || strings.Contains(got, "Town hall") || strings.Contains(got, "Voicemail") {
		t.Errorf("printed: %q", got)
	}
	b.run(`document.querySelectorAll("details").forEach(d => { d.open = true })`)
	for _, view := range []string{"start", "share", "card-sale", "act", "more"} {
		b.show(view)
		if gone := eval[[]string](b, `[...document.querySelectorAll("button, input, select, textarea, .button, .tabs, .top")].filter(e => e.getClientRects().length).map(e => e.outerHTML.slice(0, 80))`); len(gone) > 0 {
			t.Errorf("#%s has on paper %q", view, gone)
		}
	}
	if dark := eval[[]string](b, `[...document.querySelectorAll("#more *")].filter(e => e.getClientRects().length && !e.closest(".vh") &&
		(!/^rgba?\((0, 0, 0|51, 51, 51)/.test(getComputedStyle(e).color) || !/^rgba\(0, 0, 0, 0|^rgb\(255, 255, 255\)/.test(getComputedStyle(e).backgroundColor))).map(e => e.outerHTML.slice(0, 80))`); len(dark) > 0 {
		t.Errorf("on paper not black on white: %q", dark)
	}
	if colour := eval[string](b, `getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor`); colour != "rgb(0, 0, 0)rgb(255, 255, 255)" {
		t.Errorf("on paper: %s", colour)
	}
	b.quiet()
}

// browserTags chooses accounts: two at most.
func browserTags(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	b.visit("#tags")
	b.press("#tag-0")
	b.press("#tag-1")
	if n := eval[int](b, `document.querySelectorAll(".tick input:disabled").length`); n != 1 {
		t.Errorf("%d accounts are barred after two, want 1", n)
	}
	b.press(`[data-copy="tags-text"]`)
	b.said("tags-text")
	if got := b.clipboard(); got != "@friends.example @friends" {
		t.Errorf("copied %q", got)
	}
	b.quiet()
}
