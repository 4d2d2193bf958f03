package browser_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/shutdowncecot/toolkit/share"
)

// TestSite opens a website below a folder of its host, as a reader does who was
// sent a link.
func TestSite(t *testing.T) {
	t.Parallel()
	c := startChromium(t)
	site, err := share.NewSite(context.Background(), busyMill(t), "https://mill.example/library/", nil)
	if err != nil {
		t.Fatal(err)
	}
	host := httptest.NewServer(http.StripPrefix("/library/", http.FileServerFS(site)))
	t.Cleanup(host.Close)
	b := c.openSite(t, host.URL+"/library/")
	t.Run("pages", func(t *testing.T) { b.TB = t; sitePages(b) })
	t.Run("share", func(t *testing.T) { b.TB = t; siteShare(c, t, b.site) })
	t.Run("old", func(t *testing.T) { b.TB = t; siteOld(c, t, b.site) })
	t.Run("plain", func(t *testing.T) { b.TB = t; sitePlain(c, t, b.site) })
	t.Run("offline", func(t *testing.T) { b.TB = t; siteOffline(b, host) })
}

// openSite opens a tab for a site. Each of first runs before its own script.
func (c chrome) openSite(t *testing.T, address string, first ...string) *tab {
	t.Helper()
	b := c.open(t, folder(t, "<title>nothing</title>"), 360, 780, first...)
	b.home, b.site = address, address
	return b
}

// sitePages holds pages of every kind to what axe-core asks, in both languages,
// on a telephone and a desk, by day and by night; in usual runs each page in one
// of these ways.
func sitePages(b *tab) {
	ways := []look{{w: 360, scheme: "light"}, {w: 1280, scheme: "light"}, {w: 360, scheme: "dark"}, {w: 1280, scheme: "dark"}}
	for i, page := range []string{
		"en/", "es/facts/classes/", "en/facts/sale/", "en/facts/", "es/letters/council/", "en/letters/", "en/pages/", "en/corrections/", "404.html",
	} {
		for j, l := range ways {
			if everything() || i%len(ways) == j {
				b.sitePage(page, l)
			}
		}
	}
	b.media("")
	b.size(320, 700)
	b.visit("en/facts/sale/")
	if eval[bool](b, `document.documentElement.scrollWidth > innerWidth`) {
		b.Error("a fact is wider than 320 px")
	}
	b.quiet()
}

func (b *tab) sitePage(page string, l look) {
	b.Helper()
	b.media("", "prefers-color-scheme", l.scheme)
	b.size(l.w, 800)
	b.visit(page)
	b.axe()
	for _, problem := range b.violations(nil) {
		b.Errorf("%s, %s, %d px: %s", page, l.scheme, l.w, problem)
	}
	if eval[bool](b, `document.documentElement.scrollWidth > innerWidth`) {
		b.Errorf("%s is wider than %d px", page, l.w)
	}
}

// siteShare shares a page with the sheet of the system, within the tap, and
// copies its address.
func siteShare(c chrome, t *testing.T, address string) {
	b := c.openSite(t, address, `navigator.share = what => { window.shared = what.url; return Promise.resolve() }`)
	b.visit("en/facts/sale/")
	if got := eval[string](b, `(document.querySelector("[data-share]").click(), window.shared)`); got != "https://mill.example/library/en/facts/sale/" {
		t.Errorf("within the tap %q was shared", got)
	}
	b.press("[data-copy]")
	b.until(`document.querySelector(".said").textContent`)
	if got := b.clipboard(); got != "https://mill.example/library/en/facts/sale/" {
		b.Errorf("copied %q", got)
	}
	if n := eval[int](b, `[...document.querySelectorAll(".bar .button")].filter(e => e.getBoundingClientRect().height >= 44).length`); n != 2 {
		b.Errorf("%d buttons that a thumb can reach, want 2", n)
	}
	b.quiet()
}

// siteOld reads pages on later days: past a review a page says so, past the day
// of its end it cannot be shared; a clock before the kit says nothing.
func siteOld(c chrome, t *testing.T, address string) {
	for day, want := range map[string]string{"2031-03-11": "", "2020-01-01": "", "2031-12-01": "This page may be out of date", "2032-02-01": "Do not share this any more"} {
		b := c.openSite(t, address, `{ const Now = Date; Date = class extends Now { constructor(...a) { super(...(a.length ? a : ["`+day+`T12:00:00Z"])) } } }`)
		b.visit("en/facts/sale/")
		got := eval[string](b, `(e => e.hidden ? "" : e.querySelector("strong").textContent)(document.getElementById("old"))`)
		if got != want {
			t.Errorf("on %s the page says %q, want %q", day, got, want)
		}
		if shares := eval[bool](b, `!!document.querySelector("[data-share]")`); shares == strings.HasPrefix(want, "Do not") {
			t.Errorf("on %s: can be shared is %t", day, shares)
		}
	}
}

// sitePlain reads a fact without script: it is whole, and nothing in it is dead.
func sitePlain(c chrome, t *testing.T, address string) {
	b := c.openSite(t, address)
	tell(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.visit("en/facts/sale/")
	text := eval[string](b, `document.body.innerText`)
	for _, want := range []string{"No building may be sold without a hearing", "According to the Millbrook town code.", "Town of Millbrook", "Words to post", "True as of March 4, 2031."} {
		if !strings.Contains(strings.ReplaceAll(text, "\u00A0", " "), want) {
			t.Errorf("without script the page does not say %q", want)
		}
	}
	if n := eval[int](b, `[...document.querySelectorAll("button")].filter(e => e.getClientRects().length).length`); n > 0 {
		t.Errorf("%d buttons do nothing without script", n)
	}
	b.quiet()
}

// siteOffline opens a page again after its host has gone, and one that was
// never opened.
func siteOffline(b *tab, host *httptest.Server) {
	b.visit("en/")
	b.until(`navigator.serviceWorker.controller`)
	b.visit("en/facts/sale/")
	b.until(`document.querySelector("h1")`)
	b.run(`await Promise.all([...document.images].map(i => i.decode()))`)
	host.CloseClientConnections()
	host.Close()
	for page, want := range map[string]string{"en/facts/sale/": "No building may be sold without a hearing", "es/facts/sale/": "There is no such page"} {
		b.do(chromedp.Navigate(b.home + page))
		if got := b.text("h1"); got != want {
			b.Errorf("offline %s says %q, want %q", page, got, want)
		}
	}
	b.complaints = nil // that the host has gone
}
