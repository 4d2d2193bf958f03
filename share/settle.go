package share

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/rules"
)

// lay finds the fullest form of every card of the facts that fits its format.
func (p *plan) lay(ctx context.Context, facts []*campaign.Fact, progress func(done, total int)) error {
	p.byCard = make(map[cardKey]int)
	for _, f := range facts {
		for _, ed := range p.editions {
			for i := range p.formats {
				p.byCard[cardKey{f.ID, ed.lang, p.formats[i].Name}] = len(p.pictures)
				p.pictures = append(p.pictures, FactCard{Fact: f.ID, Lang: ed.lang, Format: p.formats[i], plan: p, fact: f})
			}
		}
	}
	errs := make([]error, len(p.pictures))
	t := teller{tell: progress, total: len(p.pictures)}
	err := each(ctx, len(p.pictures), func(i int) error {
		if pic := &p.pictures[i]; p.makes(pic.files()...) {
			errs[i] = pic.settle()
		}
		t.done()
		return nil
	})
	if err != nil {
		return err
	}
	if err := p.level(ctx, errs); err != nil {
		return err
	}
	if p.part != (Part{}) {
		p.keepSettled()
	}
	return first(errs)
}

// keepSettled leaves out the cards that other parts of the kit make.
func (p *plan) keepSettled() {
	p.pictures = slices.DeleteFunc(p.pictures, func(pic FactCard) bool { return !pic.settled })
	clear(p.byCard)
	for i := range p.pictures {
		pic := &p.pictures[i]
		p.byCard[cardKey{pic.Fact, pic.Lang, pic.Format.Name}] = i
	}
}

// files lists the files that a card is needed for: its own, and the words beside the
// first one of a fact.
func (pic *FactCard) files() []string {
	if pic.Format.Name == pic.plan.formats[0].Name {
		return []string{pic.Name(), sidecarName(pic.Lang, pic.Fact)}
	}
	return []string{pic.Name()}
}

// settle chooses the form of one card: the picture of its data, or the fullest that has room for its
// chart without looking crammed, else with its chart, else without.
func (pic *FactCard) settle() error {
	pic.settled = true
	if drawn, err := pic.settleScene(); drawn || err != nil {
		return err
	}
	full := pic.plan.in(pic.Lang).card(pic.fact, &pic.Format)
	var last error
	for _, want := range []struct{ chart, tight bool }{{true, false}, {true, true}, {false, false}, {false, true}} {
		for i, m := range forms {
			if !m.suits(&full, &pic.Format) || want.chart && !m.chart {
				continue
			}
			pic.form = i
			g, err := pic.draw(m.of(full))
			if err == nil && g.Whole() && (want.tight || !g.Tight()) {
				pic.Whole, pic.Alt = m.chart, pic.alt(g)
				return nil
			}
			var fit *graphic.FitError
			if last = err; err != nil && !errors.As(err, &fit) {
				return pic.plan.cardError(pic.Fact, pic.Lang, pic.Format.Name, err)
			}
		}
	}
	return pic.plan.cardError(pic.Fact, pic.Lang, pic.Format.Name, last)
}

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
	if g.Drawn() {
		pic.measureFigure(g)
	}
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
	e.Data = rules.English.New("card-words", "picture."+pic.Lang, fault.Values{"fact": pic.Fact, "format": pic.Format.Name, "n": n, "over": n - most})
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
	e.Data = rules.English.New(pic.undrawn, "scene", fault.Values{
		"fact": pic.Fact, "lang": pic.Lang, "format": pic.Format.Name, "as": string(pic.fact.Scene.As), "cause": pic.why,
	})
	e.at = pic.plan.position(pic.Fact, "scene")
	return e
}

// draw plans all drawings and lays each out once, so that what does not fit
// is known before a file is made.
func (p *plan) draw(ctx context.Context) error {
	for _, ed := range p.editions {
		p.drawings = append(p.drawings, press{ed}.setDrawings()...)
		p.drawings = append(p.drawings, press{ed}.printDrawings()...)
		p.drawings = append(p.drawings, press{ed}.carousels()...)
	}
	p.drawings = append(p.drawings, labeller{p}.codeDrawings()...)
	errs := make([]error, len(p.drawings))
	err := each(ctx, len(p.drawings), func(i int) error {
		d := &p.drawings[i]
		if !p.makes(d.name, strings.TrimSuffix(d.name, ".png")+".txt") {
			return nil
		}
		pages, err := d.lay()
		if err != nil {
			errs[i] = drawingError(d.name, err)
			return nil
		}
		d.tells.alt = pages[0].Alt()
		return nil
	})
	if err != nil {
		return err
	}
	return first(errs)
}
