package page

import "slices"

// A cardView is a Card as the templates see it.
type cardView struct {
	Card
	Voices []cardVoice
}

// Stopped reports whether the card must not be posted.
func (c cardView) Stopped() bool { return c.Status != Current }

// A cardVoice is a card in one language, for readers of one or more.
type cardVoice struct {
	voice
	CardText
	Thumb *thumbView // nil: none
}

// Credit is the small print in the grid.
func (v cardVoice) Credit() string {
	if v.Source != "" {
		return v.Source
	}
	return v.AsOf
}

// A thumbView is a small picture, embedded.
type thumbView struct {
	url           string // of Base64, which needs no escaping
	Width, Height int
}

// grid are the cards in the order of the page: those that must not be posted
// come last.
func (d *document) grid(thumbs map[*Card]map[string]*thumbView) []cardView {
	var all []cardView
	for i := range d.Cards {
		c := &d.Cards[i]
		view := cardView{Card: *c}
		has := func(tag string) bool { _, ok := c.Texts[tag]; return ok }
		for _, v := range d.speech.voices(has) {
			view.Voices = append(view.Voices, cardVoice{v, c.Texts[v.Lang], thumbs[c][v.Lang]})
		}
		all = append(all, view)
	}
	slices.SortStableFunc(all, func(a, b cardView) int { return rank(a) - rank(b) })
	return all
}

func rank(c cardView) int {
	if c.Stopped() {
		return 1
	}
	return 0
}

// A topicCount is a Topic and how many cards it has that may be posted.
type topicCount struct {
	Topic
	Count int
}

// TopicCounts are the topics that have a card.
func (d *document) TopicCounts() []topicCount {
	var all []topicCount
	for _, t := range d.Topics {
		n, any := 0, false
		for _, c := range d.Cards {
			any = any || c.Topic == t.ID
			if c.Topic == t.ID && c.Status == Current {
				n++
			}
		}
		if any {
			all = append(all, topicCount{t, n})
		}
	}
	return all
}
