package graphic

import (
	"reflect"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/rules"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Carousel is a story in numbered slides: a cover that stands alone, one idea
// a slide, the sources, and what to do. Language and tags that a slide lacks
// are the cover's.
// A Carousel is safe for concurrent use as long as nobody changes it.
type Carousel struct {
	Cover   Card
	Slides  []Card // one to seven
	Sources Card   // with a Sources block; its zero value leaves the slide out
	Action  Card   // with an Action; its zero value leaves the slide out
}

// A SlideError says which slide of a carousel cannot be drawn.
// A SlideError is safe for concurrent use as long as nobody changes it.
type SlideError struct {
	fault.Data
	Slide int // from 1
	Err   error
}

func (e *SlideError) Error() string { return said(e) }

func slideError(slide int, err error) *SlideError {
	return &SlideError{rules.English.New("carousel-slide", "", fault.Values{"slide": slide, "cause": err}), slide, err}
}

// Unwrap returns the slide's own error.
func (e *SlideError) Unwrap() error { return e.Err }

// A Slide is a card of a carousel and the ground that it stands on.
// A Slide is safe for concurrent use as long as nobody changes it.
type Slide struct {
	Card   Card
	Ground string
}

// NewCarousel lays all slides out. The cover stands on the theme's loudest
// ground and the last slide on its call to action; between them no two
// neighbours share a ground: Options.Ground stays empty. Errors are *FieldError and *SlideError.
func NewCarousel(c Carousel, o *Options) ([]*Graphic, error) {
	var opt Options
	if o != nil {
		opt = *o
	}
	slides, err := c.Deck(&opt)
	if err != nil {
		return nil, err
	}
	return drawSlides(slides, opt)
}

// drawSlides lays slides out, each on its ground.
func drawSlides(slides []Slide, o Options) ([]*Graphic, error) {
	out := make([]*Graphic, len(slides))
	for i, slide := range slides {
		o.Ground = slide.Ground
		var err error
		if out[i], err = New(slide.Card, &o); err != nil {
			return nil, slideError(i+1, err)
		}
	}
	return out, nil
}

// Deck are the slides as cards of their own: [New] draws each as NewCarousel
// does, with its ground in Options.Ground. Errors are *FieldError.
func (c *Carousel) Deck(o *Options) ([]Slide, error) {
	if n := len(c.Slides); n < 1 || n > 7 {
		return nil, refuse("carousel-slides", "Slides", fault.Values{"n": n})
	}
	if o.Ground != "" {
		return nil, refuse("carousel-ground", "Options.Ground", nil)
	}
	th, err := o.Theme.content()
	if err != nil {
		return nil, err
	}
	cards := append([]Card{c.Cover}, c.Slides...)
	if !isZero(c.Sources) {
		cards = append(cards, c.Sources)
	}
	action := !isZero(c.Action)
	if action {
		cards = append(cards, c.Action)
	}
	out := make([]Slide, len(cards))
	for i, ground := range th.Slides(len(cards), action) {
		card := cards[i]
		if card.Lang == language.Und {
			card.Lang = c.Cover.Lang
		}
		if card.Tags == nil {
			card.Tags = c.Cover.Tags
		}
		card.Folio = Folio{Number: i + 1, Of: len(cards)}
		out[i] = Slide{card, ground}
	}
	return out, nil
}

// zero reports a card that was never filled in.
func isZero(c Card) bool { return reflect.ValueOf(c).IsZero() }
