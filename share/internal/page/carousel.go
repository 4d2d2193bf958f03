package page

import (
	"slices"
	"strings"
)

// A Carousel is several pictures that are posted as one.
type Carousel struct {
	ID     string
	Title  Text
	Cards  []string           // ids of the cards that its first slides say, a slide each; the words of the first go with it
	Slides map[string][]Slide // by language, in their order
}

// A Slide is one picture of a carousel.
type Slide struct {
	File string // relative to the kit: "carousels/en/sale-01.png"
	Alt  string
}

// carouselData is a Carousel as the script reads it; a slide is its file and
// the parts of its description, see retold.
type carouselData struct {
	ID     string             `json:"id"`
	Title  Text               `json:"title"`
	Cards  []string           `json:"cards"`
	Slides map[string][][]any `json:"slides"`
}

func (d *document) carousels() (all []carouselData) {
	for _, c := range d.Carousels {
		v := carouselData{ID: c.ID, Title: d.spoken(c.Title), Cards: c.Cards, Slides: make(map[string][][]any)}
		for lang, slides := range c.Slides {
			for i, s := range slides {
				var said CardText
				if i < len(c.Cards) {
					said = d.cardText(c.Cards[i], lang)
				}
				v.Slides[lang] = append(v.Slides[lang], append([]any{s.File}, retold(s.Alt, said.Claim, said.Headline)...))
			}
		}
		all = append(all, v)
	}
	return all
}

// cardText is what a card says in a language; nothing if it is not there.
func (d *document) cardText(id, lang string) CardText {
	for _, c := range d.Cards {
		if c.ID == id {
			return c.Texts[lang]
		}
	}
	return CardText{}
}

// retold is a text in parts, in which the number of a thing stands for what the
// document says already.
func retold(text string, said ...string) []any {
	for i, s := range said {
		if before, after, found := strings.Cut(text, s); found && s != "" {
			return slices.Concat(retold(before, said...), []any{i}, retold(after, said...))
		}
	}
	if text == "" {
		return nil
	}
	return []any{text}
}

// Most is the number of slides of the language that has the most.
func (c Carousel) Most() (n int) {
	for _, slides := range c.Slides {
		n = max(n, len(slides))
	}
	return n
}
