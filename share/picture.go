package share

import (
	"io"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
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

// settleScene draws the card as the picture of its data, if that fits it; else
// it keeps why not. Its error is of a picture line that says too much.
func (pic *FactCard) settleScene() (drawn bool, err error) {
	c, ok := illustrator{pic.plan.in(pic.Lang)}.scene(pic.fact, &pic.Format)
	pic.undrawn = ""
	if !ok {
		if pic.fact.Scene.As != "" && pic.Format.DPI == 0 && pic.plan.chartStands(pic.fact) {
			pic.undrawn = "card-scene-data"
		}
		return false, nil
	}
	if err := pic.wordy(&c); err != nil {
		return false, err
	}
	g, err := pic.draw(c)
	switch {
	case err != nil:
		pic.undrawn, pic.why = "card-scene", err
	case !g.Whole() || len(c.Blocks) > 0 && !g.Drawn():
		pic.undrawn = "card-scene-room"
	}
	if err != nil || !g.Whole() {
		return false, nil
	}
	pic.scene, pic.Whole, pic.Alt = true, true, pic.alt(g)
	return true, nil
}

// wordy refuses a picture line of more words than a format is read with.
func (pic *FactCard) wordy(c *graphic.Card) error {
	said := c.Headline
	for _, b := range c.Blocks {
		if d, ok := b.(graphic.Document); ok && !pic.Format.Landscape() {
			said = joined(" ", said, d.Lead, d.Passage, d.Tail)
		}
	}
	n, most := 0, pic.Format.WordBudget()
	for _, w := range strings.Fields(said) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	if pic.Lang != "en" { // most languages need more of them
		most += most / 10
	}
	if most == 0 || n <= most || !pic.fact.Picture.Has(pic.Lang) {
		return nil
	}
	e := pic.plan.cardError(pic.Fact, pic.Lang, pic.Format.Name, nil)
	e.Data = english.New("card-words", "picture."+pic.Lang, fault.Values{"fact": pic.Fact, "format": pic.Format.Name, "n": n, "over": n - most})
	e.at = pic.plan.position(pic.Fact, "picture")
	return e
}

// Undrawn says why the picture has to do without the drawing that the fact's
// scene names; nil where it is drawn or none is named.
func (pic *FactCard) Undrawn() *CardError {
	if pic.undrawn == "" {
		return nil
	}
	e := pic.plan.cardError(pic.Fact, pic.Lang, pic.Format.Name, pic.why)
	e.Data = english.New(pic.undrawn, "scene", fault.Values{
		"fact": pic.Fact, "lang": pic.Lang, "format": pic.Format.Name, "as": string(pic.fact.Scene.As), "cause": pic.why,
	})
	e.at = pic.plan.position(pic.Fact, "scene")
	return e
}
