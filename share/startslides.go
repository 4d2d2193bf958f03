package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// pageCarousels are the kit's carousels, for the screen of each.
func (p startPage) pageCarousels() (all []page.Carousel) {
	alts := make(map[string]string)
	for i := range p.drawings {
		alts[p.drawings[i].name] = p.drawings[i].tells.alt
	}
	for _, d := range editor(p).decks() {
		c := page.Carousel{ID: d.id(), Title: p.pageText(d.topic.Title), Slides: make(map[string][]page.Slide)}
		for _, f := range d.facts {
			c.Cards = append(c.Cards, f.ID)
		}
		for _, ed := range p.editions {
			for i := range (press{ed}).slides(d) {
				name := slideName(ed.lang, d.id(), i+1)
				c.Slides[ed.lang] = append(c.Slides[ed.lang], page.Slide{File: name, Alt: alts[name]})
			}
		}
		all = append(all, c)
	}
	return all
}

// studioSlides are the slides of carousels, by topic and language.
type studioSlides map[string]map[string][]studioSlide

// A studioSlide is a slide of a carousel as a card of its own.
type studioSlide struct {
	Card   graphic.Card `json:"card"`
	Theme  string       `json:"theme"`
	Ground string       `json:"ground"`
}

func (p studioPage) studioSlides() (studioSlides, error) {
	all := make(studioSlides)
	for _, d := range (editor{p.plan}).decks() {
		theme, topic := p.looks[d.facts[0].ID].theme.Name, make(map[string][]studioSlide)
		for _, ed := range p.editions {
			_, slides, err := press{ed}.carousel(d)
			if err != nil {
				return nil, err
			}
			for _, s := range slides {
				topic[ed.lang] = append(topic[ed.lang], studioSlide{s.Card, theme, s.Ground})
			}
		}
		all[d.id()] = topic
	}
	return all, nil
}
