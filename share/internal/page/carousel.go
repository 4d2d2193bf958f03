package page

// A Carousel is several pictures that are posted as one.
type Carousel struct {
	ID     string
	Title  Text
	Card   string             // id of the card whose words go with it
	Slides map[string][]Slide // by language, in their order
}

// A Slide is one picture of a carousel.
type Slide struct {
	File string // relative to the kit: "carousels/en/sale-01.png"
	Alt  string
	Card string // id of the card that says the same; empty: none
}

// carouselData is a Carousel as the script reads it; a slide is file,
// description and card.
type carouselData struct {
	ID     string                 `json:"id"`
	Title  Text                   `json:"title"`
	Card   string                 `json:"card"`
	Slides map[string][][3]string `json:"slides"`
}

func (d *document) carousels() (all []carouselData) {
	for _, c := range d.Carousels {
		v := carouselData{ID: c.ID, Title: d.spoken(c.Title), Card: c.Card, Slides: make(map[string][][3]string)}
		for lang, slides := range c.Slides {
			for _, s := range slides {
				v.Slides[lang] = append(v.Slides[lang], [3]string{s.File, s.Alt, s.Card})
			}
		}
		all = append(all, v)
	}
	return all
}

// Most is the number of slides of the language that has the most.
func (c Carousel) Most() (n int) {
	for _, slides := range c.Slides {
		n = max(n, len(slides))
	}
	return n
}
