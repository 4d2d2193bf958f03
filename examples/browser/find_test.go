package browser_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// cards are the ids of the cards that the grid shows.
const cards = `[...document.querySelectorAll(".grid > .card:not([hidden])")].map(c => c.dataset.id)`

func (b *tab) found() []string {
	b.Helper()
	return eval[[]string](b, cards)
}

// browserFind searches, filters, clears, and comes back to where it was.
func browserFind(t *testing.T, c chrome) {
	b := c.open(t, cecotDir(t), 360, 780)
	b.show("share")
	total := eval[int](b, `document.querySelectorAll(".grid > .card").length`)
	if n := len(b.found()); n != 24 || total <= 24 {
		t.Fatalf("%d of %d cards at first, want 24 of more", n, total)
	}
	b.press("#show-more")
	if n := len(b.found()); n != min(48, total) {
		t.Errorf("%d of %d cards after one more press", n, total)
	}
	b.fill("#search", "  VENEZOLÁNOS   252 ")
	b.until(`document.querySelectorAll(".grid > .card:not([hidden])").length < 24`)
	if found := b.found(); len(found) == 0 || found[0] != "who-252-venezuelans" {
		t.Errorf("the search finds %v", found)
	}
	if got, want := b.text("#count"), fmt.Sprint(len(b.found()), " picture"); len(got) < len(want) || got[:len(want)] != want {
		t.Errorf("%q, want %q", got, want)
	}
	b.fill("#search", "xyzzy")
	b.until(`!document.getElementById("none").hidden`)
	b.press("#none [data-clear]")
	if n := len(b.found()); n != 24 {
		t.Errorf("%d cards when all is cleared", n)
	}
	if focus := eval[string](b, `document.activeElement.id`); focus != "search" {
		t.Errorf("clearing leaves the focus on %q", focus)
	}
	for _, filter := range []string{"platform", "format", "language"} {
		for _, value := range eval[[]string](b, `[...document.querySelectorAll("#by-`+filter+` option")].map(o => o.value).filter(Boolean)`) {
			b.fill("#by-"+filter, value)
			if len(b.found()) == 0 {
				t.Errorf("%s %s: nothing is found", filter, value)
			}
		}
		b.fill("#by-"+filter, "")
	}
	topics := eval[[]string](b, `[...document.querySelectorAll("input[name=topic]")].map(o => o.value).filter(Boolean)`)
	sum := 0
	for _, topic := range topics {
		b.press(`input[name=topic][value="` + topic + `"]`)
		n := eval[int](b, `parseInt(document.getElementById("count").textContent)`)
		if sum += n; n == 0 {
			t.Errorf("topic %s: nothing is found", topic)
		}
	}
	if sum != total {
		t.Errorf("the topics hold %d cards, want %d", sum, total)
	}

	id := b.found()[0]
	b.run(`document.querySelector(".grid > .card:not([hidden]) a").click()`)
	b.until(`location.hash === "#card-` + id + `"`)
	b.do(chromedp.NavigateBack())
	b.until(`document.activeElement.closest?.(".card")?.dataset.id === "` + id + `"`)
	if eval[int](b, `parseInt(document.getElementById("count").textContent)`) == total {
		t.Error("Back forgets the filter")
	}
	b.show("start")
	b.press(`#start .rows a[href="#share"]`)
	b.until(`location.hash === "#share"`)
	b.do(chromedp.NavigateBack())
	b.until(`document.activeElement.matches('#start .rows a[href="#share"]')`)
	b.quiet()
}

// focused says where the focus is, whether it is to be seen, and whether the
// tabs at the bottom hide it.
const focused = `(() => {
	const e = document.activeElement, r = e.getBoundingClientRect(), style = getComputedStyle(e), bar = [...document.querySelectorAll(".tabs, .actions, .sole .forward")].find(e => e.getClientRects().length);
	const next = e.matches("input[type=radio]") ? getComputedStyle(e.nextElementSibling) : style;
	const fixed = getComputedStyle(bar).position === "fixed" && !bar.contains(e), middle = (r.top + r.bottom) / 2;
	const clear = !fixed || e.matches("h1") || middle < bar.getBoundingClientRect().top;
	return [e.id || e.className || e.tagName, next.outlineStyle !== "none" && parseFloat(next.outlineWidth) >= 3, clear].join("|");
})()`

// browserKeyboard goes from Start to a copied text by keys alone.
func browserKeyboard(t *testing.T, c chrome) {
	b := c.open(t, c.busy, 360, 780)
	b.run(`navigator.clipboard.writeText("nothing")`)
	keys, reached := 0, false
	press := func(key string) {
		keys++
		b.do(chromedp.KeyEvent(key))
	}
	tabTo := func(want string) {
		t.Helper()
		for range 60 {
			press(kb.Tab)
			at := eval[string](b, focused)
			if at[len(at)-len("|true|true"):] != "|true|true" {
				t.Errorf("focus on %s is not to be seen", at)
			}
			if reached = eval[bool](b, `document.activeElement.matches("`+want+`")`); reached {
				return
			}
		}
		t.Fatalf("no way by Tab to %s", want)
	}
	tabTo(".tile.red")
	press(kb.Enter)
	b.until(`document.activeElement === document.getElementById("item-head")`)
	tabTo("[data-copy=post]")
	press(kb.Enter)
	b.until(`document.getElementById("said-post").textContent !== ""`)
	if got, want := b.clipboard(), eval[string](b, `document.getElementById("post").textContent`); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	if keys > 25 {
		t.Errorf("%d keys from the start to a copied text", keys)
	}
	b.do(chromedp.NavigateBack())
	b.until(`!document.getElementById("start").hidden && document.activeElement.matches(".tile.red")`)
	b.quiet()
}
