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

// carouselData is a Carousel as the script reads it; a slide is its file, by what
// follows the stem of its language, and the parts of its description, see retold.
type carouselData struct {
	ID     string             `json:"id"`
	Title  Text               `json:"title"`
	Cards  []string           `json:"cards"`
	Stems  map[string]string  `json:"stems"`
	Slides map[string][][]any `json:"slides"`
}

func (d *document) carousels() (all []carouselData) {
	for _, c := range d.Carousels {
		v := carouselData{ID: c.ID, Title: d.spoken(c.Title), Cards: c.Cards, Stems: make(map[string]string), Slides: make(map[string][][]any)}
		for lang, slides := range c.Slides {
			stem := stemOf(slides)
			v.Stems[lang] = stem
			for i, s := range slides {
				var said CardText
				if i < len(c.Cards) {
					said = d.cardText(c.Cards[i], lang)
				}
				v.Slides[lang] = append(v.Slides[lang], append([]any{s.File[len(stem):]}, retold(s.Alt, said.Claim, said.Headline)...))
			}
		}
		all = append(all, v)
	}
	return all
}

// stemOf is what the files of slides are all called first.
func stemOf(slides []Slide) string {
	if len(slides) == 0 {
		return ""
	}
	stem := slides[0].File
	for _, s := range slides {
		for !strings.HasPrefix(s.File, stem) {
			stem = stem[:len(stem)-1]
		}
	}
	return stem
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
