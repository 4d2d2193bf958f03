package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

func (c *checker) card(card Card, field string) {
	c.id(field+".ID", card.ID)
	known(c, field+".Topic", card.Topic, c.kit.Topics, func(t Topic) string { return t.ID })
	known(c, field+".ReplacedBy", card.ReplacedBy, c.kit.Cards, func(x Card) string { return x.ID })
	c.date(field+".Checked", card.Checked)
	if card.Expires != "" {
		c.date(field+".Expires", card.Expires)
	}
	switch card.Status {
	case Current, Replaced, Withdrawn:
	default:
		c.fail("page-status", field+".Status", fault.Values{"status": card.Status})
	}
	if len(card.Texts) == 0 {
		c.fail("page-none", field+".Texts", nil)
	}
	for _, lang := range slices.Sorted(maps.Keys(card.Texts)) {
		at := field + ".Texts[" + lang + "]"
		c.language(at, lang)
		c.cardText(card.Texts[lang], at)
	}
}

func (c *checker) cardText(t CardText, field string) {
	if t.Headline == "" {
		c.fail("page-empty", field+".Headline", nil)
	}
	if t.SourceURL != "" {
		c.link(field+".SourceURL", t.SourceURL)
	}
	if t.Link != "" {
		c.link(field+".Link", t.Link)
	}
	for i, w := range t.Wordings {
		at := fmt.Sprintf("%s.Wordings[%d]", field, i)
		if w.Text == "" {
			c.fail("page-empty", at, nil)
		}
		for _, id := range slices.Sorted(maps.Keys(w.Variants)) {
			known(c, at, id, c.kit.Platforms, func(p Platform) string { return p.ID })
		}
	}
	c.files(field, t.Files)
	for i, p := range t.Pictures {
		c.picture(p, fmt.Sprintf("%s.Pictures[%d]", field, i))
		if t.Alt == "" {
			c.fail("page-no-alt", field+".Alt", nil)
		}
	}
}

func (c *checker) picture(p Picture, field string) {
	known(c, field+".Format", p.Format, c.kit.Formats, func(f Format) string { return f.ID })
	c.keep(field+".File", checkFile(p.File))
	if p.Format == "" || p.Width <= 0 || p.Height <= 0 {
		c.fail("page-picture-size", field, nil)
	}
}

func (c *checker) platform(p Platform, field string) {
	c.id(field+".ID", p.ID)
	for _, f := range p.Formats {
		known(c, field+".Formats", f, c.kit.Formats, func(f Format) string { return f.ID })
	}
	if p.Intent != "" {
		c.link(field+".Intent", strings.NewReplacer("{text}", "", "{link}", "").Replace(p.Intent))
	}
	if p.Home != "" {
		c.link(field+".Home", p.Home)
	}
}
