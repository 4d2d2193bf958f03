package share

import (
	"io"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
)

// Name is the picture's file in the kit: "pictures/en/a-portrait.png".
func (pic *FactCard) Name() string {
	return "pictures/" + pic.Lang + "/" + pic.Fact + "-" + pic.Format.Name + ".png"
}

// Theme is the name of the theme that the picture is drawn in, and Ground
// that of its ground; "" if the theme chooses it.
func (pic *FactCard) Theme() (name, ground string) {
	if pic.plan == nil {
		return "", ""
	}
	l := pic.plan.looks[pic.Fact]
	return l.theme.Name, l.ground
}

// Graphic lays the card out anew, which takes about a millisecond; a kit keeps
// none of them.
func (pic *FactCard) Graphic() (*graphic.Graphic, error) {
	if pic.plan == nil {
		return nil, errNotBuilt
	}
	return pic.draw(pic.card())
}

// Card is what the picture says.
func (pic *FactCard) Card() graphic.Card {
	if pic.plan == nil {
		return graphic.Card{}
	}
	return pic.card()
}

func (pic *FactCard) card() graphic.Card {
	ed := pic.plan.in(pic.Lang)
	if pic.scene {
		c, _ := illustrator{ed}.scene(pic.fact, &pic.Format)
		c.FigureWidth = pic.wide
		return c
	}
	return forms[pic.form].of(ed.card(pic.fact, &pic.Format))
}

// also lists the further facts that the picture draws on.
func (pic *FactCard) also() []string {
	if pic.Whole && pic.plan.chartStands(pic.fact) {
		return pic.fact.Chart.Also
	}
	return nil
}

func (pic *FactCard) draw(c graphic.Card) (*graphic.Graphic, error) {
	l := pic.plan.looks[pic.Fact]
	return graphic.New(c, pic.plan.options(c.Lang, graphic.Options{Format: pic.Format, Theme: l.theme, Ground: l.ground}))
}

// alt adds the claim to the alt text of a card that has no room for it.
func (pic *FactCard) alt(g *graphic.Graphic) string {
	if !pic.scene && forms[pic.form].claim {
		return g.Alt()
	}
	claim := pic.plan.campaign.Strings(pic.Lang).NoBreak(pic.fact.Claim.Plain(pic.Lang))
	return strings.TrimSpace(g.Alt() + " " + claim)
}

func (pic *FactCard) write(w io.Writer) error {
	return pic.writeAs(w, ".png", (*graphic.Graphic).WritePNG)
}

func (pic *FactCard) writeJPEG(w io.Writer) error {
	return pic.writeAs(w, ".jpg", (*graphic.Graphic).WriteJPEG)
}

func (pic *FactCard) writeAs(w io.Writer, ext string, write func(*graphic.Graphic, io.Writer) error) error {
	g, err := pic.Graphic()
	if err != nil {
		return pic.plan.cardError(pic.Fact, pic.Lang, pic.Format.Name, err)
	}
	return pic.plan.cache.write(w, []*graphic.Graphic{g}, "", ext, func(w io.Writer) error { return write(g, w) })
}

// picture finds a card of the plan.
func (ed *edition) picture(fact, format string) *FactCard {
	if i, ok := ed.byCard[cardKey{fact, ed.lang, format}]; ok {
		return &ed.pictures[i]
	}
	return nil
}

// first is a fact's card in the kit's first format.
func (ed *edition) first(fact string) *FactCard { return ed.picture(fact, ed.formats[0].Name) }
