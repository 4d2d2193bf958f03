package share

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A code is one QR code of the kit. Where it leads is said by its action, by
// the contact point it reaches or by the fact whose source it is; without any of
// them it leads to the campaign's own page.
type code struct {
	id, url string
	action  *campaign.Action
	contact *campaign.Contact
	fact    *campaign.Fact
}

func (c *code) tells() about {
	if c.fact == nil {
		return about{}
	}
	return about{fact: c.fact.ID}
}

// A labeller makes the labels that show the plan's codes.
type labeller struct{ *plan }

// codes are one for the campaign's own page, every action that leads somewhere,
// every contact point and the source of every fact, each once.
func (p labeller) codes() []code {
	var all []code
	seen := make(map[string]bool)
	add := func(c code) {
		if c.url != "" && !seen[c.id] {
			seen[c.id] = true
			all = append(all, c)
		}
	}
	add(code{id: "campaign", url: p.campaign.Link})
	for i := range p.campaign.Actions {
		a := &p.campaign.Actions[i]
		add(code{id: "action-" + a.ID, url: a.URL.In(p.langs[0]), action: a})
	}
	for i := range p.campaign.Contacts {
		c := &p.campaign.Contacts[i]
		add(code{id: "contact-" + c.ID, url: c.URL, contact: c})
		if c.Tel != "" {
			add(code{id: "call-" + c.ID, url: "tel:" + c.Tel, contact: c})
		}
	}
	for _, f := range p.facts {
		add(code{id: "source-" + f.ID, url: f.Source.URL, fact: f})
	}
	return all
}

// addCodes adds every code as a label, in pixels and as vectors, and the address
// in a text. Its page to print is a drawing. A bare code, which says nothing of
// where it leads, is not made.
func (k binder) addCodes() {
	p := labeller{k.plan}
	for _, c := range p.codes() {
		tells := c.tells()
		add := func(ext string, write func(*graphic.Graphic, io.Writer) error) {
			k.add("qr/"+c.id+ext, plain, tells, func(_ context.Context, _ fs.FS, w io.Writer) error {
				g, err := p.label(&c, "label")
				if err != nil {
					return drawingError("qr/"+c.id+ext, err)
				}
				return write(g, w)
			})
		}
		add(".png", (*graphic.Graphic).WritePNG)
		add(".svg", (*graphic.Graphic).WriteSVG)
		k.addText("qr/"+c.id+".txt", tells, func() (string, error) { return c.url + "\n", nil })
	}
}

// codeDrawings are labels of every code to print: one to put up, and sheets of
// smaller ones where these can be read.
func (p labeller) codeDrawings() []drawing {
	var out []drawing
	for _, c := range p.codes() {
		out = append(out, drawing{
			name: "qr/" + c.id + ".pdf", title: c.url, tells: c.tells(), cut: true,
			lay: func() ([]*graphic.Graphic, error) { return p.labels(&c) },
		})
	}
	return out
}

func (p labeller) labels(c *code) ([]*graphic.Graphic, error) {
	large, err := p.label(c, "letter")
	if err != nil {
		return nil, err
	}
	pages := []*graphic.Graphic{large}
	for _, format := range []string{"label", "label-small"} {
		g, err := p.label(c, format)
		var fit *graphic.FitError
		var edge *graphic.FieldError
		switch {
		case errors.As(err, &fit), errors.As(err, &edge):
			continue
		case err != nil:
			return nil, err
		}
		sheet, err := cut(g, nil)
		if err != nil {
			return nil, err
		}
		pages = append(pages, sheet)
	}
	return pages, nil
}

// label draws a code with the words of what it opens, in one ink; with fewer
// words where the format has no room for more.
func (p labeller) label(c *code, format string) (*graphic.Graphic, error) {
	card := p.codeCard(c)
	o := p.options(card.Lang, graphic.Options{Format: formatNamed(format), Theme: oneInk(), Ground: "paper"})
	for i := 0; ; i++ {
		g, err := graphic.New(card, o)
		var fit *graphic.FitError
		if err == nil || !errors.As(err, &fit) || i == 2 {
			return g, err
		}
		if i == 0 && card.HeadlineShort != "" {
			card.Headline = card.HeadlineShort
		} else {
			card.Note = ""
		}
	}
}

func (p labeller) codeCard(c *code) graphic.Card {
	lang := p.langs[0]
	say := p.campaign.Strings(lang)
	card := graphic.Card{ID: c.id, Lang: p.in(lang).tag, Rights: say.Label("rights"), Blocks: []graphic.Block{graphic.Label{URL: c.url}}}
	switch {
	case c.fact != nil:
		long, brief := sourceLine(c.fact, lang, say)
		card.Headline, card.Note, card.HeadlineShort = short(c.fact, lang), say.NoBreak(long), say.NoBreak(brief)
	case c.contact != nil:
		card.Headline = c.contact.Label.In(lang)
	case c.action != nil:
		card.Headline, card.Note = c.action.Verb.In(lang), say.NoBreak(c.action.Detail.In(lang))
	default:
		card.Headline = p.campaign.Title.In(lang)
	}
	card.Headline = say.NoBreak(card.Headline)
	return card
}
