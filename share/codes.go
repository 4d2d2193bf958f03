package share

import (
	"context"
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

// codes are one for the campaign's own page, every action that leads somewhere,
// every contact point and the source of every fact, each once.
func (p *plan) codes() []code {
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

// addCodes adds every code as pixels and as vectors, and the address in a
// text. Its page to print is a drawing.
func (k binder) addCodes() {
	for _, c := range k.plan.codes() {
		tells := c.tells()
		add := func(ext string, write func(*graphic.Code, io.Writer) error) {
			k.add("qr/"+c.id+ext, plain, tells, func(_ context.Context, _ fs.FS, w io.Writer) error {
				// 16 px a module, for slides.
				drawn, err := graphic.QR(c.url, &graphic.QROptions{Level: graphic.Quartile, Module: 16})
				if err != nil {
					return err
				}
				return write(drawn, w)
			})
		}
		add(".png", (*graphic.Code).WritePNG)
		add(".svg", (*graphic.Code).WriteSVG)
		k.addText("qr/"+c.id+".txt", tells, func() (string, error) { return c.url + "\n", nil })
	}
}

// codeDrawings are a page of every code, with what it leads to above it and
// its address beside it.
func (p *plan) codeDrawings() []drawing {
	var out []drawing
	for _, c := range p.codes() {
		card := p.codeCard(&c)
		out = append(out, drawing{
			name: "qr/" + c.id + ".pdf", title: c.url, tells: c.tells(),
			lay: func() ([]*graphic.Graphic, error) {
				g, err := graphic.New(card, p.options(card.Lang, graphic.Options{Format: formatNamed("letter"), Theme: oneInk(), Ground: "paper"}))
				return []*graphic.Graphic{g}, err
			},
		})
	}
	return out
}

func (p *plan) codeCard(c *code) graphic.Card {
	lang := p.langs[0]
	say := p.campaign.Strings(lang)
	card := p.in(lang).setCard(c.id)
	card.AsOf = ""
	switch {
	case c.fact != nil:
		card.Headline = say.NoBreak(short(c.fact, lang))
		source(&card, c.fact, lang, say)
		card.Action = graphic.Action{Verb: say.Label("source_heading"), URL: c.url, Prompt: say.Label("scan")}
	case c.contact != nil:
		card.Headline = say.NoBreak(c.contact.Label.In(lang))
		card.Action = graphic.Action{Phone: c.contact.Phone, URL: c.url, Prompt: say.Label("scan")}
	case c.action != nil:
		card.Headline = c.action.Verb.In(lang)
		card.Action = graphic.Action{Verb: c.action.Detail.In(lang), Phone: c.action.Phone.In(lang), URL: c.url, Prompt: say.Label("scan")}
	default:
		card.Headline = say.NoBreak(p.campaign.Title.In(lang))
		card.Action = graphic.Action{URL: c.url, Prompt: say.Label("scan")}
	}
	return card
}
