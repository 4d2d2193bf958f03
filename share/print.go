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
			out = append(out, drawing{name: dir + f.ID + "-" + paper + ".pdf", title: title, tells: tells, lay: ed.flyer(f, paper), lacks: ed.unsaidOn(f, paper)})
		}
		tells.format = "handbill"
		out = append(out, drawing{
			name: dir + f.ID + "-handbills.pdf", title: title, tells: tells, cut: true, lay: ed.handbills(f), lacks: ed.unsaidOn(f, "handbill"),
		})
	}
	add := func(name, format string, rests []string, cards []graphic.Card, lay func([]graphic.Card, string) ([]*graphic.Graphic, error)) {
		if len(cards) > 0 {
			out = append(out, drawing{
				name: dir + name + ".pdf", title: ed.campaign.Title.Plain(ed.lang), tells: about{lang: ed.lang, format: format, rests: rests},
				cut: format == "postcard", lay: func() ([]*graphic.Graphic, error) { return lay(cards, format) },
			})
		}
	}
	add("placards", "placard", ed.messageFacts(), ed.placards(), ed.eachSheet)
	add("postcards", "postcard", ed.messageFacts(), ed.postcards(), ed.eachCut)
	if stick := ed.stickers(); stick.any() {
		out = append(out, drawing{
			name: dir + "stickers.pdf", title: ed.campaign.Title.Plain(ed.lang),
			tells: about{lang: ed.lang, format: "sticker", rests: stick.rests()}, cut: true, lay: stick.sheet,
		})
	}
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

// fitted is a fact as the picture of its data, or else the fullest form of its
// card that fits. On paper every card says what to do.
func (ed press) fitted(f *campaign.Fact, o graphic.Options) (*graphic.Graphic, error) {
	s, err := ed.fit(f, o)
	return s.Graphic, err
}

// unsaidOn is what a sheet leaves out of a fact.
func (ed press) unsaidOn(f *campaign.Fact, format string) func() ([]string, error) {
	return func() ([]string, error) {
		o := graphic.Options{Format: formatNamed(format), Theme: oneInk()}
		s, err := ed.fit(f, o)
		if err != nil {
			return nil, err
		}
		full := ed.card(f, &o.Format)
		return unsaid(&full, &s.card, s.Omitted(), s.scene), nil
	}
}

// A laid is a fact on paper, and the card that it was laid out of.
type laid struct {
	*graphic.Graphic
	card  graphic.Card
	scene bool
}

// fit is fitted, with the card that is drawn.
func (ed press) fit(f *campaign.Fact, o graphic.Options) (laid, error) {
	if c, ok := illustrator(ed).scene(f, &o.Format); ok {
		c.AsOf = joined(" · ", c.AsOf, ed.keyWords(ed.say, "key_line"))
		if g, err := graphic.New(c, ed.options(c.Lang, o)); err == nil && g.Whole() && g.Drawn() {
			return laid{g, c, true}, nil
		}
	}
	full := ed.card(f, &o.Format)
	full.AsOf = joined(" · ", full.AsOf, ed.keyWords(ed.say, "key_line"))
	var last error
	for _, m := range forms {
		if !m.suits(&full, &o.Format) {
			continue
		}
		drawn := m.of(full)
		g, err := graphic.New(drawn, ed.options(full.Lang, o))
		var fit *graphic.FitError
		if err == nil || !errors.As(err, &fit) {
			return laid{g, drawn, false}, err
		}
		last = err
	}
	return laid{}, last
}

// messageFacts are what the campaign's messages rest on, and what their sheets show that still stand.
func (p *plan) messageFacts() []string {
	var ids []string
	for _, m := range p.campaign.Messages.List {
		if p.stand(m.Facts) {
			ids = append(ids, m.Facts...)
		}
	}
	if f := p.factByID([]string{p.campaign.Motif.Fact}); f != nil {
		ids = append(ids, f.ID)
	}
	if back := p.campaign.Messages.Postcard.Facts; p.stand(back) {
		ids = append(ids, back...)
	}
	return ids
}

// placards carry a message each, short enough to be read across a street.
func (ed press) placards() []graphic.Card {
	return ed.messageCards(func(c *graphic.Card, _ *campaign.Message, m motif) {
		c.Blocks = []graphic.Block{graphic.Placard{Bars: m.bars}}
	})
}

// postcards carry a message, its sentence and the campaign's field.
func (ed press) postcards() []graphic.Card {
	return ed.messageCards(func(c *graphic.Card, msg *campaign.Message, m motif) {
		c.Body = ed.say.NoBreak(msg.Sentence.In(ed.lang))
		if f := ed.factByID(msg.Facts); f != nil { // the sentence is told of it
			long, _ := sourceLine(f, ed.lang, ed.say)
			c.Source = ed.say.NoBreak(long)
		}
		c.Blocks = []graphic.Block{graphic.Motto{Bars: m.bars}}
	})
}

func (ed press) messageCards(more func(*graphic.Card, *campaign.Message, motif)) []graphic.Card {
	var cards []graphic.Card
	field, _ := ed.motif(&campaign.Motif{})
	for i := range ed.campaign.Messages.List {
		m := &ed.campaign.Messages.List[i]
		if !m.Headline.Has(ed.lang) || !ed.stand(m.Facts) {
			continue
		}
		c := ed.setCard("message-" + strconv.Itoa(i+1))
		c.Headline, c.Note, c.Source, c.AsOf, c.Action = m.Headline.In(ed.lang), field.note, field.source, "", graphic.Action{}
		more(&c, m, field)
		cards = append(cards, c)
	}
	return cards
}

// postcardBack is the side that is written on, if the campaign has one.
func (ed press) postcardBack() (graphic.Card, bool) {
	p := &ed.campaign.Messages.Postcard
	if len(p.To) == 0 || !p.Text.Has(ed.lang) || !ed.stand(p.Facts) {
		return graphic.Card{}, false
	}
	in := func(t campaign.Text) string { return ed.say.NoBreak(t.In(ed.lang)) }
	b := graphic.Postal{
		Own: ed.say.Label("in_own_words"), Stamp: ed.say.Label("stamp"), Sign: []string{ed.say.Label("first_name"), ed.say.Label("town_zip")},
	}
	for _, l := range p.To {
		b.To = append(b.To, graphic.PostalLine{Text: in(l.Text), Label: in(l.Label), Blank: l.Blank || l.Label.Has(ed.lang)})
	}
	return graphic.Card{
		ID: "postcard", Lang: ed.tag, Headline: in(p.Greeting), Body: in(p.Text), Note: in(p.Note), Rights: ed.say.Label("rights"),
		Blocks: []graphic.Block{b},
	}, true
}

// eachSheet draws a card a page, in the theme and in one ink.
func (ed press) eachSheet(cards []graphic.Card, format string) ([]*graphic.Graphic, error) {
	var pages []*graphic.Graphic
	for _, theme := range []graphic.Theme{ed.theme, oneInk()} {
		for _, c := range cards {
			g, err := lightener{ed.plan}.light(c, graphic.Options{Format: formatNamed(format), Theme: theme})
			if err != nil {
				return nil, err
			}
			pages = append(pages, g)
		}
	}
	return pages, nil
}

// eachCut draws a letter page of each card, to be cut apart, and behind it the
// side that is written on.
func (ed press) eachCut(cards []graphic.Card, format string) ([]*graphic.Graphic, error) {
	var pages []*graphic.Graphic
	back, addressed := ed.postcardBack()
	for _, c := range cards {
		sheet, err := cut(lightener{ed.plan}.light(c, graphic.Options{Format: formatNamed(format), Theme: ed.theme}))
		if err != nil {
			return nil, err
		}
		pages = append(pages, sheet)
		if addressed {
			if sheet, err = cut(lightener{ed.plan}.light(back, graphic.Options{Format: formatNamed(format), Theme: oneInk()})); err != nil {
				return nil, err
			}
			pages = append(pages, sheet)
		}
	}
	return pages, nil
}
