package browser_test

import (
	"fmt"
	"strings"
	"testing"
)

// browserSwapped: an app keeps the wording that was chosen if it fits, else has
// the nearest that does, and says so; the chosen one comes back where it fits.
func browserSwapped(t *testing.T, c chrome) {
	b := c.open(t, cecotDir(t), 360, 780)
	b.show("card-who-252-venezuelans")
	on := func(app string) string {
		b.press(`input[name=platform][value="` + app + `"]`)
		return b.textOf("nth-wording")
	}
	var long, short string
	for range 6 { // the longest captions do not fit on X
		chosen := on("facebook")
		if on("x") != chosen {
			long = chosen
		} else {
			short = chosen
		}
		if said := b.textOf("swapped"); (said == "Too long for X. This wording fits.") != (on("x") != chosen) {
			t.Errorf("wording %s: the page says %q", chosen, said)
		}
		if back := on("facebook"); back != chosen || b.textOf("swapped") != "" {
			t.Errorf("chosen %s, then %s", chosen, back)
		}
		b.press("#another")
	}
	if long == "" || short == "" {
		t.Errorf("of six wordings %q does not fit on X and %q does", long, short)
	}
	b.press(`input[name=platform][value="x"]`)
	if size := b.textOf("size-now"); size != "Wide" {
		t.Errorf("for X the picture is %s", size)
	}
	b.quiet()
}

// slowCopy has a clipboard that takes its time, and a menu that opens only
// within the tap.
const slowCopy = `var inTap = false;
	addEventListener("click", () => { inTap = true; setTimeout(() => { inTap = false }) }, true);
	if (navigator.clipboard) navigator.clipboard.writeText = s => new Promise(done => setTimeout(() => { window.copied = s; done() }, 40));
	navigator.canShare = d => true;
	navigator.share = async d => { if (!inTap) throw new DOMException("", "NotAllowedError"); window.shared = Object.keys(d).join() };`

// agent makes the page believe that it is in another browser.
func agent(name string) string {
	return `Object.defineProperty(navigator, "userAgent", {value: "Mozilla/5.0 (` + name + `)"});`
}

// browserInApp: browsers inside apps drop downloads, so that the page tells how
// to keep the picture and never says that it is saved; an iPhone is given the
// picture without the text; the menu opens within the tap.
func browserInApp(t *testing.T, c chrome) {
	b := c.open(t, c.mill, 360, 780, agent("Linux; Android 15; Instagram 400.0"))
	b.show("card-sale")
	if eval[bool](b, `document.getElementById("save").offsetParent !== null`) {
		t.Error("inside an app the page offers to save")
	}
	b.press("#save-held")
	if said := b.said("save"); !strings.Contains(said, "press and hold the picture") || b.clipboard() != b.textOf("post") {
		t.Errorf("the page says %q", said)
	}
	b.quiet()
	for name, keys := range map[string]string{"iPhone; CPU iPhone OS 26_0 like Mac OS X": "files", "Linux; Android 15": "files,text"} {
		b := c.open(t, c.mill, 360, 780, agent(name)+slowCopy)
		b.show("card-sale")
		b.press("#share-both")
		b.until(`window.shared && window.copied`)
		if got := eval[string](b, `window.shared`); got != keys {
			t.Errorf("%s: shared %s, want %s", name, got, keys)
		}
		b.quiet()
	}
}

// storage is what the page keeps in the browser.
const storage = `(() => { try { return JSON.stringify(Object.entries(localStorage)) } catch (e) { return "" } })()`

// browserGate answers what is asked before sharing: nothing of it is kept, and
// after a quiet yes nothing at all.
func browserGate(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	b.axe()
	b.speak("es")
	b.show("card-sale")
	b.press(".ask-first")
	b.until(`!document.getElementById("gate").hidden`)
	b.hold("asked")
	answer := func(question, yes string) {
		b.press(`input[name="gate-` + question + `"][value="` + yes + `"]`)
	}
	kept := eval[string](b, storage)
	answer("job", "yes")
	if got := eval[string](b, storage); got != kept || !strings.Contains(got, "kit:") {
		t.Errorf("an answer changed what is kept, %s, to %s", kept, got)
	}
	if got := b.text("#gate-job .answer"); !strings.HasPrefix(got, "Pregunta") || b.text("#gate-help") != "Ayudar sin publicar" {
		t.Errorf("to a yes the page says %q", got)
	}
	answer("job", "no")
	answer("town", "yes")
	b.hold("answered")
	if got := eval[string](b, storage); got != "[]" {
		t.Errorf("after a quiet yes the browser keeps %s", got)
	}
	b.speak("en")
	if got := eval[string](b, storage); got != "[]" {
		t.Errorf("and then %s", got)
	}
	b.press("#gate-on")
	b.until(`location.hash === "#card-sale"`)
	b.show("kept")
	if got := b.text("#kept-off"); got != "Nothing is kept now." || strings.Contains(b.text("#kept"), "town") {
		t.Errorf("#kept says %q", got)
	}
	b.hold("kept off")
	b.quiet()
}

// browserKept: the page lists what it keeps, erases it at a second tap, and
// takes what it finds there for the words of a stranger.
func browserKept(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	b.axe()
	b.show("kept")
	b.saysKept("nothing was kept yet", false)
	b.hold("nothing kept")
	b.speak("es")
	b.saysKept("the language is kept", true)
	b.hold("kept")
	b.visit("#kept")
	b.until(`document.documentElement.lang === "es"`)
	if got := b.text("#kept-list"); !strings.Contains(got, "Español") {
		t.Errorf("kept: %q", got)
	}
	b.press("#kept-erase")
	if got := eval[string](b, storage); !strings.Contains(got, "lang") {
		t.Errorf("the first tap erased: %s", got)
	}
	b.press("#kept-erase")
	b.said("kept")
	if got := eval[string](b, storage); got != "[]" {
		t.Errorf("erased: %s", got)
	}
	b.saysKept("all was erased", false)
	for _, forged := range []string{``, `{`, `[]`, `null`, `7`, `{"lang":3}`, `{"lang":{"v":"<img src=x>"}}`, `{"lang":{"v":{"a":1},"until":"x"}}`, `{"__proto__":{"v":"es"}}`} {
		b.run(fmt.Sprintf(`localStorage.setItem("kit:#SaveOldMill", %q)`, forged))
		b.visit("#kept")
		b.until(`!document.getElementById("kept").hidden`)
		if lang := eval[string](b, `document.documentElement.lang`); lang != "en" {
			t.Errorf("%s: the page speaks %s", forged, lang)
		}
	}
	b.run(`localStorage.setItem("kit:#SaveOldMill", JSON.stringify({card: {v: {lines: {headline: "a week ago"}}, until: 1}}))`)
	b.visit("#kept")
	b.until(`!document.getElementById("kept").hidden`)
	b.saysKept("its time is over", false)
	if got := eval[string](b, storage); got != "[]" {
		t.Errorf("kept beyond its time: %s", got)
	}
	b.quiet()
	b = c.open(t, c.busy, 360, 780, `Object.defineProperty(window, "localStorage", {get() { throw new DOMException("", "SecurityError") }})`)
	b.speak("es")
	b.show("kept")
	b.saysKept("the browser keeps nothing", false)
	b.quiet()
}

// saysKept wants the screen to say that something is kept, or that nothing is.
func (b *tab) saysKept(when string, want bool) {
	b.Helper()
	if got := b.text("#kept .lead"); (got != "") != want {
		b.Errorf("%s: the page says %q", when, got)
	}
	if got := b.text("#kept-off"); (got == "") != want {
		b.Errorf("%s: the page says %q", when, got)
	}
}

// browserOldKit: half a year later no card is dealt, and the page says what can
// still be done. A clock before the day of the kit is not believed.
func browserOldKit(t *testing.T, c chrome) {
	for day, view := range map[string]string{"2020-01-01": "item", "2031-03-12": "item", "2031-09-06": "item", "2031-09-08": "old", "2033-01-01": "old"} {
		b := c.open(t, c.busy, 360, 780, clock+`today = "`+day+`"`) // checked 10 March 2031
		b.axe()
		b.show("start")
		b.run(`location.hash = "quick"`)
		b.until(`document.querySelector(".view:not([hidden])").id === "` + view + `"`)
		if got := b.text("#old-clock"); view == "old" && (!strings.HasPrefix(got, "Your device says ") || !strings.Contains(got, " days later.")) {
			t.Errorf("on %s the page says %q", day, got)
		}
		if day == "2033-01-01" {
			for _, lang := range []string{"en", "es"} {
				b.speak(lang)
				b.hold("old")
			}
		}
		b.quiet()
	}
}

// browserAlike: a word that no card says finds the cards of those that the
// campaign names beside it.
func browserAlike(t *testing.T, c chrome) {
	b := c.open(t, cecotDir(t), 360, 780)
	b.show("share")
	for _, typed := range []string{"Bukele", "trump", "deport", "Tattoo", "régimen de excepción"} {
		b.fill("#search", typed)
		b.until(`document.getElementById("also").textContent.startsWith("Also with: ")`)
		if found := b.found(); len(found) == 0 {
			t.Errorf("%s: nothing is found", typed)
		}
	}
	b.fill("#search", "venezuelans")
	b.until(`document.getElementById("also").textContent === ""`)
	b.quiet()
}

// browserToday: the date of a letter is there, as each language writes it, and
// stays what somebody made of it.
func browserToday(t *testing.T, c chrome) {
	b := c.open(t, cecotDir(t), 360, 780, clock+`today = "2026-11-30"`)
	field := `[data-field="today"]`
	value := func() string { return eval[string](b, `document.querySelector('`+field+`').value`) }
	for lang, want := range map[string]string{"en": "November 30, 2026", "es": "30 de noviembre de 2026"} {
		if b.speak(lang); value() != want {
			t.Errorf("%s: %q, want %q", lang, value(), want)
		}
	}
	b.fill(field, "May 1")
	b.speak("en")
	if b.speak("es"); value() != "May 1" {
		t.Errorf("what was typed became %q", value())
	}
	b.quiet()
}
