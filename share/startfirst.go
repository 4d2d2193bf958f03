package share

import (
	"io/fs"
	"slices"
	"sync"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// Widths of the picture that the first screen begins with: twice the pixels of
// a small phone, and more than those of a large screen's column.
const (
	heroWide = 720
	heroTall = 520
)

// pageHero is the picture of the campaign's first fact: of the one it names, if
// that stands.
func (p startPage) pageHero(from fs.FS) page.Hero {
	i := slices.IndexFunc(p.facts, func(f *campaign.Fact) bool { return f.ID == p.campaign.StartPage.Hero })
	if i < 0 {
		i = slices.IndexFunc(p.facts, dealt)
	}
	if i < 0 {
		return page.Hero{}
	}
	hero := page.Hero{Card: p.facts[i].ID}
	hero.Wide, hero.Tall = p.heroes(from, hero.Card, "wide", heroWide), p.heroes(from, hero.Card, "portrait", heroTall)
	return hero
}

// dealt reports a fact that may be handed to somebody who did not choose it: it
// neither answers others nor asks for something itself.
func dealt(f *campaign.Fact) bool { return !f.Reply && !f.IsAction() }

// heroes are the pictures of a fact in one format, by language.
func (p startPage) heroes(from fs.FS, fact, format string, width int) map[string]func() ([]byte, error) {
	all := make(map[string]func() ([]byte, error))
	for i := range p.pictures {
		pic := &p.pictures[i]
		if pic.Fact == fact && pic.Format.Name == format {
			all[pic.Lang] = sync.OnceValues(func() ([]byte, error) {
				data, err := fs.ReadFile(from, pic.Name())
				if err != nil {
					return nil, err
				}
				return thumb(data, width)
			})
		}
	}
	return all
}

// pageWhat is the page that says what the campaign is about.
func (p startPage) pageWhat(id string) page.What {
	what := page.What{Title: make(page.Text), Body: make(page.Text)}
	for _, pg := range p.standingPages() {
		if pg.ID != id {
			continue
		}
		say := p.campaign.Strings(pg.Lang)
		what.Title[pg.Lang], what.Body[pg.Lang] = say.NoBreak(pg.Title), say.NoBreak(pg.Body)
		for _, fact := range pg.Facts {
			if !slices.Contains(what.Cards, fact) {
				what.Cards = append(what.Cards, fact)
			}
		}
	}
	return what
}

// pageQuestions is what is to be read, and asked, before anything is shared.
func (p startPage) pageQuestions(id string) page.Gate {
	gate := p.pageGate(id)
	if gate.Page == "" {
		return gate
	}
	for _, pg := range p.standingPages() {
		if pg.ID != id {
			continue
		}
		if slices.ContainsFunc(p.standingPages(), func(other campaign.Page) bool { return other.ID == pg.Help }) {
			gate.Help = pg.Help
		}
		for i, q := range pg.Questions {
			if i == len(gate.Questions) {
				gate.Questions = append(gate.Questions, page.Question{ID: q.ID, Quiet: q.Quiet, Ask: make(page.Text), Yes: make(page.Text)})
			}
			gate.Questions[i].Ask[pg.Lang], gate.Questions[i].Yes[pg.Lang] = q.Ask, q.Yes
		}
	}
	return gate
}
