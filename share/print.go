package share

import (
	"errors"
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// flyerPapers are what the flyer of a fact is made for: North America's paper,
// and that of nearly everybody else who reads its languages.
var flyerPapers = []string{"letter", "a4"}

// printDrawings are the sheets of one language: flyers and a page of handbills
// for every fact, and placards, stickers and postcards for all.
func (ed press) printDrawings() []drawing {
	var out []drawing
	dir := "print/" + ed.lang + "/"
	for _, f := range ed.facts {
		tells := about{fact: f.ID, lang: ed.lang, rests: f.Chart.Also}
		title := f.Headline.Plain(ed.lang)
		for _, paper := range flyerPapers {
			tells.format = paper
			out = append(out, drawing{name: dir + f.ID + "-" + paper + ".pdf", title: title, tells: tells, lay: ed.flyer(f, paper)})
		}
		tells.format = "handbill"
		out = append(out, drawing{name: dir + f.ID + "-handbills.pdf", title: title, tells: tells, lay: ed.handbills(f)})
	}
	add := func(name, format string, rests []string, cards []graphic.Card, lay func([]graphic.Card, string) ([]*graphic.Graphic, error)) {
		if len(cards) > 0 {
			out = append(out, drawing{
				name: dir + name + ".pdf", title: ed.campaign.Title.Plain(ed.lang), tells: about{lang: ed.lang, format: format, rests: rests},
				lay: func() ([]*graphic.Graphic, error) { return lay(cards, format) },
			})
		}
	}
	add("placards", "placard", ed.messageFacts(), ed.placards(), ed.eachSheet)
	add("postcards", "postcard", ed.messageFacts(), ed.postcards(), ed.eachCut)
	add("stickers", "sticker", nil, ed.stickers(), ed.eachCut) // they ask, and tell no fact
	return out
}

// flyer is a fact on a page of paper, in its theme and in one ink.
func (ed press) flyer(f *campaign.Fact, paper string) func() ([]*graphic.Graphic, error) {
	return func() ([]*graphic.Graphic, error) {
		look := ed.looks[f.ID]
		colour, err := ed.fitted(f, graphic.Options{Format: formatNamed(paper), Theme: look.theme, Ground: look.ground})
		if err != nil {
			return nil, err
		}
		black, err := ed.fitted(f, graphic.Options{Format: formatNamed(paper), Theme: oneInk()})
		return []*graphic.Graphic{colour, black}, err
	}
}

// handbills are four to a page in one ink, with the kit's next language on
// the back.
func (ed press) handbills(f *campaign.Fact) func() ([]*graphic.Graphic, error) {
	return func() ([]*graphic.Graphic, error) {
		sides := []string{ed.lang}
		if other := ed.otherLang(); other != "" {
			sides = append(sides, other)
		}
		var pages []*graphic.Graphic
		for _, side := range sides {
			sheet, err := cut(press{ed.in(side)}.fitted(f, graphic.Options{Format: formatNamed("handbill"), Theme: oneInk()}))
			if err != nil {
				return nil, err
			}
			pages = append(pages, sheet)
		}
		return pages, nil
	}
}

// cut fills a letter page with a card, to be cut apart.
func cut(g *graphic.Graphic, err error) (*graphic.Graphic, error) {
	if err != nil {
		return nil, err
	}
	return graphic.NewSheet(formatNamed("letter"), g)
}

// otherLang is the language after lang, in a ring; "" where there is none.
func (ed press) otherLang() string {
	for i, l := range ed.langs {
		if l == ed.lang && len(ed.langs) > 1 {
			return ed.langs[(i+1)%len(ed.langs)]
		}
	}
	return ""
}

// fitted lays out the fullest form of a fact's card that fits. On paper every
// card says what to do.
func (ed press) fitted(f *campaign.Fact, o graphic.Options) (*graphic.Graphic, error) {
	full := ed.card(f, &o.Format)
	var last error
	for _, m := range forms {
		if !m.suits(&full, &o.Format) {
			continue
		}
		g, err := graphic.New(m.of(full), ed.options(full.Lang, o))
		var fit *graphic.FitError
		if err == nil || !errors.As(err, &fit) {
			return g, err
		}
		last = err
	}
	return nil, last
}

// messageFacts are what the campaign's messages rest on that still stand.
func (p *plan) messageFacts() []string {
	var ids []string
	for _, m := range p.campaign.Messages.List {
		if p.stand(m.Facts) {
			ids = append(ids, m.Facts...)
		}
	}
	return ids
}

// placards carry a message each, short enough to be read across a street.
func (ed press) placards() []graphic.Card {
	return ed.messageCards(func(c *graphic.Card, _ campaign.Message) { c.AsOf = "" })
}

// postcards carry a message and its sentence.
func (ed press) postcards() []graphic.Card {
	return ed.messageCards(func(c *graphic.Card, m campaign.Message) { c.Attribution = m.Sentence.In(ed.lang) })
}

func (ed press) messageCards(more func(*graphic.Card, campaign.Message)) []graphic.Card {
	var cards []graphic.Card
	for i, m := range ed.campaign.Messages.List {
		if !m.Headline.Has(ed.lang) || !ed.stand(m.Facts) {
			continue
		}
		c := ed.setCard("message-" + strconv.Itoa(i+1))
		c.Headline = m.Headline.In(ed.lang)
		more(&c, m)
		cards = append(cards, c)
	}
	return cards
}

// stickers ask for the campaign's first action.
func (ed press) stickers() []graphic.Card {
	c := ed.setCard("sticker")
	if c.Action.URL == "" {
		return nil
	}
	c.Headline, c.AsOf = joined(": ", c.Action.Verb, c.Action.Phone), ""
	c.Action.Verb, c.Action.Detail = "", ""
	return []graphic.Card{c}
}

// eachSheet draws a card a page, in one ink.
func (p *plan) eachSheet(cards []graphic.Card, format string) ([]*graphic.Graphic, error) {
	var pages []*graphic.Graphic
	for _, c := range cards {
		g, err := p.light(c, graphic.Options{Format: formatNamed(format), Theme: oneInk()})
		if err != nil {
			return nil, err
		}
		pages = append(pages, g)
	}
	return pages, nil
}

// eachCut draws a letter page of each card, to be cut apart.
func (p *plan) eachCut(cards []graphic.Card, format string) ([]*graphic.Graphic, error) {
	var pages []*graphic.Graphic
	for _, c := range cards {
		sheet, err := cut(p.light(c, graphic.Options{Format: formatNamed(format), Theme: p.theme}))
		if err != nil {
			return nil, err
		}
		pages = append(pages, sheet)
	}
	return pages, nil
}
