package campaign

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// Gate returns what stands before a letter or steps that name a page in
// read_first: the page's own gate, and its title to look it up by. Both are ""
// where there is no such page.
func (c *Campaign) Gate(page, lang string) (gate, title string) {
	p, ok := c.Page(page, lang)
	if !ok || page == "" {
		return "", ""
	}
	return p.Gate, p.Title
}

// readFirst checks that what is to be read first is a page with a gate, in
// every language.
func (v *validator) readFirst(at place, id string) {
	if id == "" {
		return
	}
	var gates []string
	for _, p := range v.c.Pages {
		if p.Gate != "" && !slices.Contains(gates, p.ID) {
			gates = append(gates, p.ID)
		}
	}
	v.refer(at, "read_first", id, "gate", gates)
}

// mostWhatIs is how many words say what a campaign is: they are read at a
// glance, on the first screen.
const mostWhatIs = 120

// page validates what the start page says and looks like.
func (v headerRules) page() {
	at, page := v.c.at.In("page"), &v.c.StartPage
	for lang, text := range inOrder(page.WhatIs) {
		if n := len(strings.Fields(text)); n > mostWhatIs {
			v.fail(at.In("what_is"), lang, "too-many-words", with{"n": n, "limit": mostWhatIs})
		}
	}
	if page.Hero != "" && !slices.Contains(v.factIDs(), page.Hero) {
		v.refer(at, "hero", page.Hero, "fact", v.factIDs())
	}
	v.refer(at, "what_page", page.WhatPage, "what-page", idsOf(v.c.Pages, func(p Page) string { return p.ID }))
	for i, id := range page.QuickAsks {
		v.refer(at.In("quick_asks").Index(i), "", id, "action", idsOf(v.c.Actions, func(a Action) string { return a.ID }))
	}
	v.readFirst(at, page.ReadFirst)
	for name, color := range inOrder(map[string]string{"share": page.Look.Share, "act": page.Look.Act, "more": page.Look.More}) {
		if color != "" && !hexColor(color) {
			v.fail(at.In("look"), name, "color-form", with{"color": read.Clip(color)})
		}
	}
}

// hexColor reports a color written #RRGGBB.
func hexColor(s string) bool {
	digits, ok := strings.CutPrefix(s, "#")
	return ok && len(digits) == 6 && strings.Trim(strings.ToLower(digits), "0123456789abcdef") == ""
}
