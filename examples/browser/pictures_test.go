package browser_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
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
// of its own. With TEST_ALL of the built-in campaign too.
func TestStudioPictures(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no card was drawn in the page")
	}
	c := startChromium(t)
	own := load(t, os.DirFS("../campaign/mill"))
	t.Run("own look", func(t *testing.T) { picturesOf(t, c, own) })
	t.Run("built in", func(t *testing.T) {
		if os.Getenv("TEST_ALL") == "" {
			t.Skip("without TEST_ALL the page draws no card of the built-in campaign")
		}
		picturesOf(t, c, campaign.Default())
	})
}

func picturesOf(t *testing.T, c chrome, of *campaign.Campaign) {
	s, err := program()
	if err != nil {
		t.Fatal(err)
	}
	k := build(t, of, &share.Options{Studio: s})
	tab := c.open(t, pageIn(t, k), 360, 780)
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
	if want := len(of.Languages) * 5; len(sums) < want {
		t.Fatalf("%d pictures were drawn, there are at least %d", len(sums), want)
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
