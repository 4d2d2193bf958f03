package browser_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"github.com/shutdowncecot/toolkit/hashtag"
)

// said waits for a status line to say something and returns it.
func (b *tab) said(name string) string {
	b.Helper()
	b.until(`document.getElementById("said-` + name + `").textContent !== ""`)
	return eval[string](b, `document.getElementById("said-`+name+`").textContent`)
}

func (b *tab) textOf(id string) string {
	b.Helper()
	return eval[string](b, `document.getElementById("`+id+`").textContent`)
}

// browserCopy presses every copy button of a card and reads the clipboard
// back.
func browserCopy(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	for _, lang := range []string{"en", "es"} {
		b.speak(lang)
		b.show("card-sale")
		b.press(`#platforms input[value="bluesky"]`)
		for _, name := range []string{"post", "alt"} {
			b.run(`for (const d of document.querySelectorAll(".told details")) d.open = true`)
			b.press("[data-copy=" + name + "]")
			said := b.said(name)
			if got, want := b.clipboard(), b.textOf(name); got != want || got == "" {
				t.Errorf("%s: copied %q, want %q", name, got, want)
			}
			if !strings.Contains(said, map[string]string{"en": "Copied", "es": "Copiado"}[lang]) {
				t.Errorf("%s: after copying the page says %q", name, said)
			}
		}
		b.show("share")
	}
	for _, want := range []string{"#SaveOldMill", "https://millbrook.example/code", "ordenanza"} {
		b.show("card-sale")
		b.press("[data-copy=post]")
		if got := b.clipboard(); !strings.Contains(got, want) {
			t.Errorf("the post lacks %q:\n%s", want, got)
		}
	}
	b.quiet()
}

const (
	noClipboard = `Object.defineProperty(navigator, "clipboard", {value: undefined});`
	rejecting   = `if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));`
	execTrue    = `document.execCommand = c => { window.executed = c + ":" + getSelection(); return true };`
	execFalse   = `document.execCommand = () => false;`
)

// browserNoClipboard: without the clipboard the older way is taken, and
// without that the text is selected for the reader to copy.
func browserNoClipboard(t *testing.T, c chrome) {
	dir := c.mill
	for name, scripts := range map[string]string{"missing": noClipboard, "rejecting": rejecting} {
		b := c.open(t, dir, 360, 780, scripts+execTrue)
		b.show("card-sale")
		b.press("[data-copy=post]")
		b.said("post")
		if got := eval[string](b, `window.executed`); got != "copy:"+b.textOf("post") {
			t.Errorf("%s: copied %q", name, got)
		}
		b.quiet()
	}
	b := c.open(t, dir, 320, 640, noClipboard+execFalse)
	b.axe()
	b.show("card-sale")
	b.press("[data-copy=post]")
	if said := b.said("post"); !strings.Contains(said, "blocked") {
		t.Errorf("the page says %q", said)
	}
	if got := eval[string](b, `getSelection().toString()`); got != b.textOf("post") {
		t.Errorf("selected %q", got)
	}
	b.hold("denied")
	b.quiet()
}

// downloads is a new folder where the browser puts what is saved.
func (b *tab) downloads() string {
	b.Helper()
	dir := b.TempDir()
	params := browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir}
	if _, err := chromedp.CallBrowser(b.ctx, browser.SetDownloadBehavior, params); err != nil {
		b.Fatal(err)
	}
	return dir
}

// arrives holds a saved file to the kit's.
func (b *tab) arrives(name string, want []byte) {
	b.Helper()
	if got := download(b, name); !bytes.Equal(got, want) {
		b.Errorf("saved %d bytes, want the kit's %d", len(got), len(want))
	}
}

// download waits for the file that matches the pattern, and reads it. Browsers hold
// the name with an empty file until all is there.
func download(t testing.TB, pattern string) []byte {
	t.Helper()
	for range 3000 {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil && len(data) > 0 {
				return data
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("%s never came", filepath.Base(pattern))
	return nil
}

// browserSave saves a picture: the kit's own bytes under a speaking name.
func browserSave(t *testing.T, c chrome) {
	k := build(t, mill(t), nil)
	want, err := fs.ReadFile(k, "pictures/en/sale-portrait.png")
	if err != nil {
		t.Fatal(err)
	}
	b := c.open(t, pageIn(t, k), 360, 780)
	saved := b.downloads()
	b.show("card-sale")
	b.until(`document.getElementById("picture").naturalWidth === 1080`)
	address := eval[string](b, `document.getElementById("save").href`)
	b.press("#save")
	if said := b.said("save"); said == "" {
		t.Error("nothing is said of the saved picture")
	}
	b.arrives(filepath.Join(saved, "SaveOldMill-sale-en-portrait.png"), want)
	b.show("share")
	if !eval[bool](b, `new Promise(done => { const i = new Image(); i.onload = () => done(false); i.onerror = () => done(true); i.src = "`+address+`" })`) {
		t.Error("the picture's address outlives the view")
	}
}

// browserLinked: a picture of the kit's folder cannot be saved by a page over
// file:, so that it opens, and the page says how to save it there.
func browserLinked(t *testing.T, c chrome) {
	dir := cecotDir(t)
	b := c.open(t, dir, 360, 780)
	b.phone("en")
	b.axe()
	for lang, says := range map[string][2]string{
		"en": {"Open picture, copy words", "Words copied. The picture is open in another tab: press and hold it (or right-click it) and choose Save."},
		"es": {"Abrir imagen y copiar texto", "Texto copiado. La imagen está abierta en otra pestaña: mantenla presionada (o clic derecho) y elige Guardar."},
	} {
		b.speak(lang)
		b.show("card-who-252-venezuelans")
		if got := b.text("#save"); got == says[0] {
			t.Errorf("%s: %q, of a picture that the page carries", lang, got)
		}
		b.press(`#sizes input[value="story"]`)
		if got := b.text("#save"); got != says[0] {
			t.Errorf("%s: the button says %q", lang, got)
		}
		b.leaves("#save", "file://"+filepath.ToSlash(dir)+"/pictures/"+lang+"/who-252-venezuelans-story.png")
		if got := b.said("save"); got != says[1] {
			t.Errorf("%s: the page says %q", lang, got)
		}
		b.hold("opened")
		b.press(`#sizes input[value="portrait"]`)
		b.run(`document.getElementById("said-save").textContent = ""`)
	}
	b.quiet()
}

// browserFolder: in its folder the page shows the other sizes from the files
// beside it; alone it says where they are.
func browserFolder(t *testing.T, c chrome) {
	dir := cecotDir(t)
	if info, err := os.Stat(filepath.Join(dir, "START-HERE.html")); err != nil || info.Size() > 10_000_000 {
		t.Errorf("%v, want a page of at most 10 MB (%v)", info, err)
	}
	b := c.open(t, dir, 360, 780)
	b.show("card-who-252-venezuelans")
	b.until(`document.getElementById("picture").naturalWidth === 1080`)
	b.quiet() // the first size is in the page
	b.press(`#sizes input[value="story"]`)
	b.until(`document.getElementById("picture").naturalHeight === 1920`)
	if got := eval[string](b, `decodeURI(new URL(document.getElementById("save").href).pathname)`); got != filepath.ToSlash(dir)+
		"/pictures/en/who-252-venezuelans-story.png" {
		t.Errorf("Save leads to %s", got)
	}
	for _, f := range b.files {
		if !strings.HasPrefix(f, filepath.ToSlash(dir)+"/pictures/") {
			t.Errorf("asked for %s", f)
		}
	}
	for _, link := range eval[[]string](b, `[...document.querySelectorAll(":is(.links, .sizes, .sheets) a:not([href^='#'])")].map(a => a.getAttribute("href"))`) {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Error(err)
		}
	}

	b = c.open(t, pageIn(t, cecotFiles(t)), 360, 780)
	b.show("card-who-252-venezuelans")
	b.press(`#sizes input[value="story"]`)
	b.until(`/pictures.en.who-252-venezuelans-story.png/.test(document.getElementById("where-file").textContent)`)
	b.until(`document.getElementById("picture").naturalHeight === 1350`)
	if eval[bool](b, `document.getElementById("save").offsetParent !== null || document.querySelector(":is(.links, .sizes, .sheets, #item-files) a[href]") !== null`) {
		t.Error("a page alone links to files that are not there")
	}
	b.press(`#sizes input[value="portrait"]`)
	b.until(`document.getElementById("save").href.startsWith("blob:")`)
}

// browserOpen reads the link that opens each app.
func browserOpen(t *testing.T, c chrome) {
	b := c.open(t, c.mill, 360, 780)
	b.show("card-sale")
	own := `<img src=x onerror=alert(1)> & ' " # % (a) *`
	b.fill("#own", own)
	for id, host := range map[string]string{
		"x": "x.com", "bluesky": "bsky.app", "mastodon": "share.joinmastodon.org", "threads": "www.threads.com", "facebook": "www.facebook.com",
		"linkedin": "www.linkedin.com", "whatsapp": "wa.me", "telegram": "t.me", "instagram": "www.instagram.com", "tiktok": "www.tiktok.com",
		"sms": "", "email": "",
	} {
		b.press(`input[name=platform][value="` + id + `"]`)
		href := eval[string](b, `document.getElementById("open").href`)
		u, err := url.Parse(href)
		if err != nil || u.Host != host || len(href) > 2000 || strings.ContainsAny(href, " '()*!") {
			t.Errorf("%s opens %s (%v)", id, href, err)
			continue
		}
		if post := b.textOf("post"); !strings.HasPrefix(post, own) {
			t.Errorf("%s: the post does not begin with one's own words: %s", id, post)
		}
		carried := u.Query().Get("text")
		if id == "mastodon" {
			q, _ := url.ParseQuery(u.EscapedFragment())
			carried = q.Get("text")
		}
		if want := map[string]string{"bluesky": strings.ReplaceAll(own, "&", "+")}[id]; carried != "" && want == "" && !strings.HasPrefix(carried,
			own) || want != "" && !strings.HasPrefix(carried, want) {
			t.Errorf("%s carries %q", id, carried)
		}
		if got := eval[string](b, `document.getElementById("open").target + document.getElementById("open").rel`); got != "_blanknoopener noreferrer" {
			t.Errorf("%s: %s", id, got)
		}
		alt := eval[bool](b, `!document.getElementById("alt-text").hidden`)
		if without := id == "whatsapp" || id == "telegram" || id == "sms"; alt && without {
			t.Errorf("%s takes no description, and the page asks to paste one", id)
		}
	}
	if eval[int](b, `document.querySelectorAll("#item img").length`) != 1 {
		t.Error("one's own words became an element")
	}
	b.fill("#own", strings.Repeat("long ", 500))
	b.press(`#platforms input[value="x"]`)
	if href := eval[string](b, `document.getElementById("open").href`); len(href) > 2000 {
		t.Errorf("a link of %d characters", len(href))
	}
	if got := b.textOf("too-long"); got != "" {
		t.Errorf("without the program that counts the page says %q", got)
	}
	b.alone()
	b.quiet()
}

// browserShareMenu stubs the system's menu.
func browserShareMenu(t *testing.T, c chrome) {
	dir := c.mill
	stub := `navigator.canShare = d => WILL && d.files.length === 1 && d.files[0].type === "image/png";
		navigator.share = async d => { window.order = (window.order || "") + "share"; window.shared = [d.files[0].name, d.files[0].size, d.text]; if (window.failing) throw new DOMException("", window.failing) };
		if (navigator.clipboard) navigator.clipboard.writeText = async s => { window.order = (window.order || "") + "copy:"; window.copied = s };`
	b := c.open(t, dir, 360, 780, strings.Replace(stub, "WILL", "false", 1))
	b.show("card-sale")
	if eval[bool](b, `document.getElementById("share-both").offsetParent !== null`) {
		t.Error("the menu is offered where it cannot open")
	}
	b = c.open(t, dir, 360, 780, strings.Replace(stub, "WILL", "true", 1))
	b.show("card-sale")
	b.press("#share-both")
	b.until(`window.shared`)
	b.said("save")
	got := eval[[]any](b, `window.shared`)
	if got[0] != "SaveOldMill-sale-en-portrait.png" || got[1].(float64) < 1000 || got[2] != b.textOf("post") || eval[string](b,
		`window.copied`) != b.textOf("post") {
		t.Errorf("shared %v", got)
	}
	if order := eval[string](b, `window.order`); order != "copy:share" {
		t.Errorf("the order was %s", order)
	}
	for failing, want := range map[string]string{"AbortError": "", "NotAllowedError": "Sharing did not open"} {
		b.run(`window.failing = "` + failing + `"; window.shared = null; document.getElementById("said-save").textContent = ""`)
		b.press("#share-both")
		b.until(`window.shared`)
		b.run(`await new Promise(r => setTimeout(r, 50))`)
		if said := b.textOf("said-save"); (want == "") != (said == "") || !strings.HasPrefix(said, want) {
			t.Errorf("%s: the page says %q", failing, said)
		}
	}
	if !eval[bool](b, `document.getElementById("the-words").offsetParent !== null`) {
		t.Error("the steps went away")
	}
	b.quiet()
}

var samples = []string{
	"plain words", "año nuevo, ¿ya?", "👍🏽 ok", "👨‍👩‍👧‍👦", "🇸🇻🇻🇪🇺🇸", "e\u0301 a\u0300", "https://example.org/report?x=1 read",
	"see example.org/a-long-path-here-and-more.", "(https://example.org/a_(b))", "#SaveOldMill @friends", "１２３ 漢字 かな", "مكتبة",
	"line\n\nbreak", "“quoted” — dash…", "1️⃣ #️⃣", "☎️ ☎", "@friends@example.org hello", "https://example.org https://example.org/", "ﬁ Ⅷ ½", "",
}

// pieces are what tricky texts are made of.
var pieces = []string{
	"plain", "año", "e\u0301", "ñ\u0303", "👍🏽", "👨‍👩‍👧‍👦", "🇸🇻", "🇸🇻🇻", "1️⃣", "☎️", "☎", "©", "漢字", "مكتبة", "हिन्दी", "각", "“quoted”", "…", "—", "½", "ﬁ",
	"https://example.org", "https://example.org/", "HTTPS://Example.ORG/Path", "http://example.org/a-long-path-here-and-more?x=1#y", "example.org",
	"example.org/a_(b)",
	"sub.example.net/año", "not.a-host", "a@example.org", "@friends", "@friends@example.org", "#SaveOldMill", "$MILL", "&", "<b>", "'s", "3.5", "p.m.", "EE. UU.",
}

// tricky are texts made of pieces that stand apart, as people write them, and
// of punctuation, the same in every run.
func tricky(n int) []string {
	all := slices.Clone(samples)
	random := rand.New(rand.NewPCG(5, 3))
	pick := func(from ...string) string { return from[random.IntN(len(from))] }
	for range n {
		var b strings.Builder
		for range 1 + random.IntN(7) {
			b.WriteString(pick("", "", "", "(", "“", "¿") + pick(pieces...) + pick("", "", "", ".", ",", ")", "!", "…", "”", "👍") + pick(" ", " ", " ", "  ", "\n",
				"\n\n"))
		}
		all = append(all, b.String())
	}
	return all
}

// browserCount holds the length that the page gives of each wording to the
// library's. What a page without the toolkit cannot count it does not say.
func browserCount(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	n := 0
	for _, card := range []string{"sale", "classes"} {
		b.show("card-" + card)
		for _, id := range []string{"x", "bluesky", "mastodon", "threads", "instagram", "facebook", "tiktok", "linkedin", "telegram", "whatsapp"} {
			on, _ := hashtag.Lookup(id)
			b.press(`input[name=platform][value="` + id + `"]`)
			post := b.textOf("post")
			if got, _, _ := strings.Cut(b.textOf("counter"), " "); got != fmt.Sprint(on.Length(on.Shown(post))) {
				t.Errorf("%s: %q counts as %s, want %d", id, post, got, on.Length(on.Shown(post)))
			}
			n++
		}
	}
	if got := b.textOf("counter"); n != 20 || !strings.HasSuffix(got, " characters") {
		t.Errorf("of a limit that nobody reaches WhatsApp's counter says %q", got)
	}
	b.fill("#own", "One of mine.")
	if eval[bool](b, `document.getElementById("counter").offsetParent !== null`) {
		t.Errorf("the page has counted what it cannot: %q", b.textOf("counter"))
	}
	for lang, want := range map[string]string{
		"es": "Esta página no puede contar tus palabras. En X caben 280 caracteres.", "en": "This page cannot count your own words. X takes 280 characters.",
	} {
		b.speak(lang)
		b.press(`input[name=platform][value=x]`)
		if got := b.textOf("counter"); got != want {
			t.Errorf("of words that it cannot count the page says %q, want %q", got, want)
		}
	}
	b.alone()
	b.quiet()
}

// browserWordings turns the captions of a card.
func browserWordings(t *testing.T, c chrome) {
	b := c.open(t, cecotDir(t), 360, 780)
	b.show("card-who-252-venezuelans")
	b.press(`#platforms input[value="facebook"]`)
	texts, order := map[string]bool{}, []string{}
	n := eval[int](b, `parseInt(document.getElementById("nth-wording").textContent.match(/(\d+)$/)[1])`)
	for range n {
		texts[b.textOf("post")] = true
		order = append(order, b.textOf("post"))
		b.press("#another")
	}
	if n != 6 || len(texts) != n || b.textOf("post") != order[0] {
		t.Errorf("%d wordings, %d of them different, and then %q", n, len(texts), b.textOf("post"))
	}
	if got := b.textOf("open-name"); got != "Open Facebook" {
		t.Errorf("the last step says %q", got)
	}
	seen := map[string]bool{}
	b.show("share")
	for eval[bool](b, `document.getElementById("show-more").offsetParent !== null`) { // few cards have more than two that may come first
		b.press("#show-more")
	}
	for _, id := range b.found()[1:] {
		b.show("card-" + id)
		b.until(`document.getElementById("checked-line").textContent.includes("` + id + `")`)
		seen[b.textOf("nth-wording")] = true
	}
	if len(seen) < 3 {
		t.Errorf("all cards begin with the same wording: %v", seen)
	}
	b.quiet()
}

// browserFresh opens the page again and again: any card that may be posted is
// dealt, with any of its texts first; of honest dice one round of 200 in four
// thousand fails. In usual runs the test deals, each once.
func browserFresh(t *testing.T, c chrome) {
	dir := pageIn(t, build(t, sixMill(t), nil))
	if everything() {
		freshByChance(t, c.open(t, dir, 360, 780))
		return
	}
	b := c.open(t, dir, 360, 780, `crypto.getRandomValues = a => { // first for the card, then for its text
		const n = Number(location.search.slice(1));
		a[0] = window.dealt ? n / 2 : n % 2;
		window.dealt = true;
		return a;
	}`)
	seen := map[[2]string]int{}
	for i := range 12 {
		at := b.fresh(i)
		seen[[2]string{at[0], at[2]}]++
	}
	if len(seen) != 12 {
		t.Errorf("%d of twelve: %v", len(seen), seen)
	}
	b.quiet()
}

// fresh opens the page anew, and returns the card it deals, which of its texts
// that is, and the text.
func (b *tab) fresh(nth int) [3]string {
	b.Helper()
	b.do(chromedp.Navigate(fmt.Sprint(b.home, "?", nth, "#quick")))
	return eval[[3]string](b, `new Promise(done => (function look() {
		const text = id => document.getElementById(id).textContent;
		if (document.getElementById("item").hidden) setTimeout(look); else done([location.hash, text("nth-wording"), text("post")]);
	})())`)
}

func freshByChance(t *testing.T, b *tab) {
	const visits = 200
	first, picked := map[string]int{}, map[string]map[string]bool{}
	for i := range visits {
		at := b.fresh(i)
		first[at[1]]++
		if picked[at[0]] == nil {
			picked[at[0]] = map[string]bool{}
		}
		picked[at[0]][at[2]] = true
	}
	for n := range 6 {
		if name := fmt.Sprintf("%d of 6", n+1); first[name] < 15 {
			t.Errorf("%s comes first %d times of %d", name, first[name], visits)
		}
	}
	for card, texts := range picked {
		if card != "#card-classes" && card != "#card-sale" || len(texts) != 6 {
			t.Errorf("#quick opens %s, with %d texts at first", card, len(texts))
		}
	}
	if len(first) != 6 || len(picked) != 2 {
		t.Errorf("%v at first, of %d cards", first, len(picked))
	}
	b.quiet()
}

// browserAge sets the device's clock.
func browserAge(t *testing.T, c chrome) {
	dir := c.mill // checked 10 March 2031; "sale" expires 1 January 2032
	for _, test := range []struct{ day, card, want string }{
		{"2031-03-12", "classes", ""}, {"2031-05-09", "classes", ""}, {"2031-05-10", "classes", "This is of Mar 10, 2031, 61 days old."},
		{"2020-01-01", "classes", ""}, {"2032-01-03", "sale", "This has expired."},
	} {
		b := c.open(t, dir, 360, 780, clock+`today = "`+test.day+`"`)
		b.show("card-" + test.card)
		if got := b.text("#notice"); !strings.HasPrefix(got, test.want) || (got == "") != (test.want == "") {
			t.Errorf("on %s %s says %q, want %q", test.day, test.card, got, test.want)
		}
		b.quiet()
	}
}

// browserFarYear: two years later everything that can be taken away says that
// it is old: tiles, captions, letters and cards, in both languages.
func browserFarYear(t *testing.T, c chrome) {
	b := c.open(t, cecotDir(t), 360, 780, clock+`today = "2028-06-01"`)
	for _, lang := range []string{"en", "es"} {
		b.speak(lang)
		for _, old := range []string{".tile .flag", ".grid > .card .flag", ".fact > .t:not([hidden]) .flag[data-old]", ".letter > [data-old]"} {
			all := eval[int](b, fmt.Sprintf(`document.querySelectorAll(%q).length`, old))
			silent := eval[int](b, fmt.Sprintf(`[...document.querySelectorAll(%q)].filter(e => e.hidden || !e.textContent).length`, old))
			if all == 0 || silent > 0 {
				t.Errorf("%s: %d of %d %q do not say that they are old", lang, silent, all, old)
			}
		}
		b.show("card-who-252-venezuelans")
		for _, id := range []string{"#notice", "#text-old", "#verdict"} { // the last is folded
			if eval[string](b, fmt.Sprintf(`document.querySelector(%q).textContent`, id)) == "" {
				t.Errorf("%s: the card says nothing in %s", lang, id)
			}
		}
	}
	b.quiet()
}

// browserOutdated: the question whether a card is outdated is answered for
// that card.
func browserOutdated(t *testing.T, c chrome) {
	b := c.open(t, cecotDir(t), 360, 780, clock+`today = "2026-11-29"`)
	b.show("card-sv-470-deaths-in-custody")
	b.press("#outdated > summary")
	for _, want := range []string{"True as of February 8, 2026.", "Out of date since February 8, 2026: 470.", "Look at it again after", "not yet due"} {
		if got := b.text("#outdated"); !strings.Contains(got, want) {
			t.Errorf("the card does not say %q:\n%s", want, got)
		}
	}
	if got := b.text("#item-read"); got == "" {
		t.Error("the card does not say how its source was read")
	}
	b.quiet()
}

// heard are the names of the links and buttons that a screen reader finds.
func (b *tab) heard() []string {
	b.Helper()
	var names []string
	for _, n := range tell(b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
		if n.Ignored || n.Role == nil || n.Name == nil || string(n.Role.Value) != `"button"` && string(n.Role.Value) != `"link"` {
			continue
		}
		var name string
		if err := json.Unmarshal(n.Name.Value, &name); err != nil {
			b.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

// browserStopped: a card that must not be posted offers nothing but its
// correction.
func browserStopped(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	b.show("card-classes")
	if heard := b.heard(); !slices.Contains(heard, "Save picture, copy words") || !slices.Contains(heard, "Copy") {
		t.Errorf("of a card one hears %q", heard)
	}
	for card, want := range map[string]string{"classes-old": "https://millbrook.example/report", "closing": "Correction. Withdrawn: The library closes in May."} {
		b.show("card-" + card)
		for _, gone := range []string{"#save", "[data-copy=post]", "[data-copy=alt]", "#open", "#share-both", "#platforms input"} {
			if eval[bool](b, `[...document.querySelectorAll("`+gone+`")].some(e => e.getClientRects().length)`) {
				t.Errorf("%s offers %s", card, gone)
			}
		}
		for _, name := range b.heard() {
			if strings.HasPrefix(name, "Save") || strings.HasPrefix(name, "Open") || name == "Copy" || name == "Copy description" {
				t.Errorf("of %s one hears %q", card, name)
			}
		}
		b.press("[data-copy=correction]")
		b.said("correction")
		if got := b.clipboard(); !strings.Contains(got, want) || !strings.HasPrefix(got, "Correction") {
			t.Errorf("%s: copied %q, want %q in it", card, got, want)
		}
		b.run(`document.getElementById("said-correction").textContent = ""`)
	}
	b.show("card-classes-old")
	b.press("#new-card")
	b.until(`location.hash === "#card-classes"`)
	if !eval[bool](b, `[...document.querySelectorAll(".grid > .card")].slice(-2).every(c => ["classes-old", "closing"].includes(c.dataset.id))`) {
		t.Error("stopped cards do not come last")
	}
	b.quiet()
}
