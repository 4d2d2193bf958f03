package browser_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"regexp"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// drawAll has the page's toolkit draw every card of every fact in all languages
// and sizes of the kit, and answers the sums of the files by their names.
const drawAll = `(async () => {
	const letters = "!\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_` + "`" + `abcdefghijklmnopqrstuvwxyz{|}~";
	const worth = new Uint8Array(128);
	for (let i = 0; i < 91; i++) worth[letters.charCodeAt(i)] = i;
	const spelled = name => {
		const e = document.getElementById(name), text = e.textContent, out = new Uint8Array(Number(e.dataset.bytes));
		let bits = 0, n = 0, at = 0;
		for (let j = 0; j < text.length; j += 2) {
			bits |= (worth[text.charCodeAt(j)] + 91 * worth[text.charCodeAt(j + 1)]) << n;
			for (n += 13; n >= 8; n -= 8) { out[at++] = bits & 255; bits >>>= 8 }
		}
		return out;
	};
	const hex = async data => [...new Uint8Array(await crypto.subtle.digest("SHA-256", data))].map(b => b.toString(16).padStart(2, "0")).join("");
	const given = JSON.parse(new TextDecoder().decode(unzstd.bytes(spelled("studio-data")))), sums = {};
	const begun = await toolkit.serve({program: spelled("studio-program")});
	if (begun.broken) throw new Error(begun.broken);
	const ask = async (name, argument) => {
		const said = await toolkit.serve({name, argument: JSON.stringify(argument)});
		if (!said.value) throw new Error(JSON.stringify(said));
		return said.value;
	};
	await ask("open", {memory: given.memory, marks: given.marks, files: given.files});
	for (const fact of given.facts) for (const lang in fact.cards) for (const format in fact.cards[lang]) {
		const look = {theme: fact.theme, ground: fact.ground || "", format, words: (given.words || {})[lang] || {}, type: "png"};
		await new Promise(r => setTimeout(r));
		sums["pictures/" + lang + "/" + fact.id + "-" + format + ".png"] = await hex((await ask("draw", {card: fact.cards[lang][format], ...look})).data);
	}
	window.sums = sums;
	return true;
})().catch(e => { window.failed = String(e) })`

// TestStudioPictures: what a page draws is what its kit has, byte for byte, for
// every card, language and size: also of a campaign that has a look and a script
// of its own.
func TestStudioPictures(t *testing.T) {
	t.Parallel()
	whole.hold(t)
	c := startChromium(t)
	t.Run("own look", func(t *testing.T) {
		picturesOf(t, c, standOf(t, "own look", func() *campaign.Campaign { return arabic(t) }, withStudio(t)))
	})
	t.Run("built in", func(t *testing.T) {
		picturesOf(t, c, cecotStand(t))
	})
}

// cardPictures opens each card in each language and answers those whose picture is
// not seen, once the page had its time to find one. What is wrong is dark: a frame
// is painted before the picture is decoded, or none is.
const cardPictures = `(async () => {
	const bad = [], image = document.getElementById("picture"), langs = [...document.querySelectorAll("[name=lang]")].map(l => l.value);
	for (const lang of langs) {
		document.getElementById("l-" + lang).click();
		for (const a of document.querySelectorAll("#quick [data-id]")) {
			location.hash = "card-" + a.dataset.id;
			let n = 0;
			do await new Promise(r => setTimeout(r)); while (n++ < 600 && !(document.getElementById("checked-line").textContent.includes(a.dataset.id) &&
				image.complete && image.naturalWidth > 0 && image.offsetParent));
			if (!image.offsetParent || image.naturalWidth === 0) bad.push(lang + " " + a.dataset.id);
			else if (image.naturalWidth < 160) bad.push(lang + " " + a.dataset.id + ": " + image.naturalWidth + " px");
		}
	}
	return [String(document.querySelectorAll("#quick [data-id]").length * langs.length), ...bad];
})()`

// browserPictured: a page without the toolkit shows a picture of every card in
// each language, in its folder and as a lone file; where it has none that can be
// shown it has the small one, and where not even that, a sentence.
func browserPictured(t *testing.T, c chrome) {
	for where, dir := range map[string]string{"folder": cecotDir(t), "lone": pageIn(t, cecotFiles(t))} {
		got := eval[[]string](c.open(t, dir, 360, 780), cardPictures)
		if len(got) != 1 || got[0] < "100" {
			t.Errorf("%s: %v", where, got)
		}
	}
	if got := eval[string](c.open(t, c.busy, 360, 780), `document.getElementById("picture").decoding`); got != "sync" {
		t.Errorf("a frame may be painted before the picture is decoded: %s", got)
	}
	page := startPage(t, os.DirFS(c.busy))
	broken := regexp.MustCompile(`(<noscript class="px.*?src="data:image/png;base64,)[^"]*`).ReplaceAllString(page, "${1}AAAA")
	b := c.open(t, folder(t, broken), 360, 780)
	b.show("card-sale")
	b.until(`document.getElementById("picture").naturalWidth > 0 && document.getElementById("picture").src.startsWith("data:")`)
	b.until(`!document.getElementById("save").hidden && !document.getElementById("save").href.startsWith("blob:")`)
	b.alone()
	b.quiet()
	bare := regexp.MustCompile(`<img class="thumb"[^>]*>`).ReplaceAllString(broken, "")
	b = c.open(t, folder(t, bare), 360, 780)
	b.show("card-sale")
	b.press(`input[name=platform][value=x]`)
	b.until(`document.getElementById("no-picture").offsetParent !== null`)
	if got := b.text(".show"); got != "The picture is not in this page. It is in the kit folder: pictures/en/sale-portrait.png" {
		t.Errorf("instead of a picture the page says %q", got)
	}
	b.axe()
	b.hold("no picture")
	b.alone()
	b.quiet()
}

func picturesOf(t *testing.T, c chrome, of stand) {
	k, tab := of.kit, c.open(t, of.dir, 360, 780)
	tab.run(`window.sums = window.failed = null; setTimeout(() => ` + drawAll + `)`)
	for range 300 {
		if eval[bool](tab, `new Promise(r => setTimeout(() => r(!!(window.sums || window.failed)), 1000))`) {
			break
		}
	}
	if failed := eval[string](tab, `window.failed || ""`); failed != "" {
		t.Fatal(failed)
	}
	sums := eval[map[string]string](tab, `window.sums || {}`)
	if len(sums) < 10 { // two languages, five sizes
		t.Fatalf("%d pictures were drawn", len(sums))
	}
	for name, got := range sums {
		data, err := fs.ReadFile(k, name)
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != got {
			t.Errorf("%s: the page draws another", name)
		}
	}
	t.Logf("%d pictures are the kit's", len(sums))
	tab.quiet()
}
