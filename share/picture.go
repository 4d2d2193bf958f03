package share

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A FactCard is one card of a kit: a fact in one language and format. Pictures
// come from [Kit.Pictures] and [Pictures]: the zero FactCard says nothing and
// cannot be drawn. It is immutable and safe for concurrent use.
type FactCard struct {
	Fact   string // the fact's id
	Lang   string
	Format graphic.Format
	Whole  bool   // every block is drawn; false: it fell back to fewer
	Alt    string // what it shows, in words, with the claim in full

	settled bool

	scene   bool   // it is drawn as the picture of its data
	undrawn string // the rule that says why it is not
	why     error
	form    int // index into forms, where it is not
	plan    *plan
	fact    *campaign.Fact
}

// Pictures are the cards of one fact as a kit of the same options has them, by
// language, then format, without the rest of the kit. A nil *Options is the
// default.
//
// Its errors are *LanguageError, *CardError, *FactError for a fact that there is
// not or that no longer stands, the context's, and those of options, themes and
// fonts that cannot be used.
func Pictures(ctx context.Context, c *campaign.Campaign, fact string, o *Options) ([]FactCard, error) {
	var opt Options
	if o != nil {
		opt = *o
	}
	p, err := newPlan(c, &opt)
	if err != nil {
		return nil, err
	}
	f, err := p.standingFact(fact)
	if err != nil {
		return nil, err
	}
	if err := p.lay(ctx, []*campaign.Fact{f}, opt.Progress); err != nil {
		return nil, err
	}
	return slices.Clone(p.pictures), nil
}

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
		c, _ := ed.scene(pic.fact, &pic.Format)
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
