package share

import (
	"context"
	"io"
	"io/fs"

	"github.com/shutdowncecot/toolkit/share/internal/page"
	"github.com/shutdowncecot/toolkit/share/letter"
)

// addStart adds the page that a kit is opened with.
func (k binder) addStart() { k.add(startName, gathered, about{every: true}, k.writeStart) }

// writeStart makes START-HERE.html from the campaign and the pictures.
func (k *Kit) writeStart(ctx context.Context, from fs.FS, w io.Writer) error {
	p := startPage{k.plan}
	v := page.Kit{
		Title: p.pageText(p.campaign.Title), Tag: p.mainTag(), AsOf: p.campaign.AsOf.Last().Format("2006-01-02"), Version: p.campaign.Version(),
		Reading: make(page.Text), Key: make(page.Text), WordPattern: letter.WordPattern,
	}
	for _, ed := range p.editions {
		v.Reading[ed.lang] = freshness{ed}.readCount()
		v.Key[ed.lang] = ed.keyWords(ed.say, "key_words")
	}
	for _, ed := range p.editions {
		v.Languages = append(v.Languages, startEdition{ed}.pageLanguage())
	}
	for _, t := range p.campaign.Topics {
		v.Topics = append(v.Topics, page.Topic{ID: t.ID, Title: p.pageText(t.Title)})
	}
	for _, f := range p.formats {
		v.Formats = append(v.Formats, page.Format{ID: f.Name})
	}
	for _, ch := range channels {
		v.Platforms = append(v.Platforms, p.pagePlatform(ch))
	}
	for _, f := range p.facts {
		c, err := p.pageCard(ctx, f)
		if err != nil {
			return err
		}
		v.Cards = append(v.Cards, c)
	}
	for _, f := range p.stopped {
		if c := p.stoppedCard(f); len(c.Texts) > 0 {
			v.Cards = append(v.Cards, c)
		}
	}
	own := &p.campaign.StartPage
	v.WhatIs, v.Gate, v.Look = p.pageText(own.WhatIs), p.pageQuestions(own.ReadFirst), page.Look(own.Look)
	for _, s := range own.Synonyms {
		v.Synonyms = append(v.Synonyms, s.Words)
	}
	v.What, v.Hero = p.pageWhat(own.WhatPage), p.pageHero(from)
	v.Corrections, v.Carousels = p.campaign.Corrections, p.pageCarousels()
	p.pageWords(&v)
	v.People = p.pagePeople()
	var err error
	if v.Studio, err = (studioPage{p}).pageStudio(p.studio); err != nil {
		return err
	}
	if !p.lone {
		if v.Items, err = p.pageItems(from); err != nil {
			return err
		}
	}
	if p.lone {
		oneFormat(&v)
		if v.Studio == nil {
			v.Carousels = nil // their slides are nowhere
		}
	}
	return writePage(ctx, w, &v, from)
}
