package browser_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// BenchmarkPage opens the built-in campaign's page from a disk, at a phone's size,
// on this machine's processor and on one so many times slower: the time in ms to its
// first text, to a card drawn in the studio, from a key there to the picture, and
// from a key in a letter's form to the next frame.
func BenchmarkPage(b *testing.B) {
	c, dir := startChromium(b), cecotStand(b).dir
	for _, slower := range []float64{1, 4, 6} {
		b.Run(fmt.Sprintf("slower=%v", slower), func(b *testing.B) {
			var text, card, studio, letter []float64
			for b.Loop() {
				page := c.open(b, dir, 360, 780)
				tell(page, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: slower})
				page.visit("")
				text = append(text, eval[float64](page, firstText))
				page.visit("#edit-who-252-venezuelans")
				card = append(card, eval[float64](page, firstCard))
				studio = append(studio, eval[[]float64](page, studioKeys)...)
				page.visit("#letter-email-senator")
				letter = append(letter, eval[[]float64](page, letterKeys)...)
			}
			for name, all := range map[string][]float64{"text": text, "card": card, "studio-key": studio, "letter-key": letter} {
				slices.Sort(all)
				b.ReportMetric(all[len(all)/2], name+"-ms")
				b.ReportMetric(all[len(all)*95/100], name+"-p95-ms")
			}
		})
	}
}

const (
	firstText = `performance.getEntriesByName("first-contentful-paint")[0].startTime`

	firstCard = `new Promise(done => (function look() {
		if (document.getElementById("studio-picture").dataset.drawn === "yes") done(performance.now()); else setTimeout(look, 1) })())`

	// A press is ten keys in a field, each timed until is() once it was dispatched.
	press = `const press = async (field, is) => {
		const all = [];
		for (let i = 0; i < 10; i++) {
			const began = performance.now();
			field.value += "a";
			field.dispatchEvent(new Event("input", {bubbles: true}));
			await is();
			all.push(performance.now() - began);
			await new Promise(r => setTimeout(r, 200));
		}
		return all;
	};`

	studioKeys = `(async () => { ` + press + ` const p = document.getElementById("studio-picture");
		return press(document.getElementById("studio-body"), () => new Promise(done => (function look() {
			if (p.dataset.drawn === "yes") done(); else setTimeout(look, 0) })())) })()`

	letterKeys = `(async () => { ` + press + `
		const field = [...document.querySelectorAll("#letter-email-senator [data-field]")].find(f => f.matches("textarea, input:not([type])"));
		return press(field, () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))) })()`
)
