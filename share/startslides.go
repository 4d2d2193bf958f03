package share

import "github.com/shutdowncecot/toolkit/share/internal/page"

// pageCarousels are the kit's carousels, for the screen of each.
func (p startPage) pageCarousels() (all []page.Carousel) {
	alts := make(map[string]string)
	for i := range p.drawings {
		alts[p.drawings[i].name] = p.drawings[i].tells.alt
	}
	for _, d := range p.decks() {
		c := page.Carousel{ID: d.topic.ID, Title: p.pageText(d.topic.Title), Card: d.facts[0].ID, Slides: make(map[string][]page.Slide)}
		for _, ed := range p.editions {
			for i := range (press{ed}).slides(d) {
				s := page.Slide{File: slideName(ed.lang, d.topic.ID, i+1)}
				s.Alt = alts[s.File]
				if i < len(d.facts) {
					s.Card = d.facts[i].ID
				}
				c.Slides[ed.lang] = append(c.Slides[ed.lang], s)
			}
		}
		all = append(all, c)
	}
	return all
}
