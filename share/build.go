package share

import (
	"context"
	"io/fs"
	"slices"
	"strings"

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
