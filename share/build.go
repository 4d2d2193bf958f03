package share

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Build plans a kit and checks that every card and every post of it fits. It
// draws nothing. A nil *Options is the default. A campaign that was made in Go
// is held to the rules of campaign.Load.
//
// Its errors are *campaign.LoadError, *LanguageError, *FactError, *CardError, *DrawingError,
// *PostError, *ThreadError, *ReelError, *PageError, the context's, and those of
// options, themes and fonts that cannot be used and of ids that give a file no
// name of its own; of several it returns the first in the order of the campaign.
// The campaign is read until the kit is done with and must not change meanwhile.
// Builds may run at the same time.
func Build(ctx context.Context, c *campaign.Campaign, o *Options) (*Kit, error) {
	var opt Options
	if o != nil {
		opt = *o
	}
	p, err := newPlan(c, &opt)
	if err != nil {
		return nil, err
	}
	if err := c.Validate(); err != nil {
		return nil, err
	}
	if err := (proof{p}).checkWords(); err != nil {
		return nil, err
	}
	if err := p.lay(ctx, p.facts, opt.Progress); err != nil {
		return nil, err
	}
	if err := p.draw(ctx); err != nil {
		return nil, err
	}
	if err := (proof{p}).checkPosts(ctx); err != nil {
		return nil, err
	}
	if err := (proof{p}).checkThreads(); err != nil {
		return nil, err
	}
	if err := (proof{p}).checkReels(); err != nil {
		return nil, err
	}
	if err := (proof{p}).checkPages(); err != nil {
		return nil, err
	}
	k := newKit(p)
	if err := k.checkNames(); err != nil {
		return nil, err
	}
	return k, nil
}

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

// files are those that a card is needed for: its own, and the words beside the
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

func newKit(p *plan) *Kit {
	k := &Kit{plan: p, when: p.asOf, byName: make(map[string]*file), dirs: make(map[string][]fs.DirEntry)}
	b := binder{k}
	b.addPictures()
	b.addDrawings()
	b.addPosts()
	b.addThreads()
	b.addWords()
	b.addMadePages()
	b.addVideo()
	b.addEvents()
	b.addTables()
	b.addCodes()
	b.addData()
	b.addZips()
	b.addStart()
	b.addLists()
	b.addSignatures()
	b.keepPart(p.part)
	slices.SortFunc(k.files, func(a, b *file) int { return strings.Compare(a.name, b.name) })
	k.index()
	return k
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

// draw plans all drawings and lays each out once, so that what does not fit
// is known before a file is made.
func (p *plan) draw(ctx context.Context) error {
	for _, ed := range p.editions {
		p.drawings = append(p.drawings, press{ed}.setDrawings()...)
		p.drawings = append(p.drawings, press{ed}.printDrawings()...)
		p.drawings = append(p.drawings, press{ed}.carousels()...)
	}
	p.drawings = append(p.drawings, p.codeDrawings()...)
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
