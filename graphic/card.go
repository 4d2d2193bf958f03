package graphic

import (
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
)

// A Card is what one picture says. All its strings are finished: numbers,
// dates and labels such as "Source:" are already written in the card's
// language. Headline and Body may mark **emphasis**.
//
// The zero value of every field means that the card has no such part; only
// Headline is needed. A card with a block that states a figure or repeats
// somebody's words needs a Source too.
//
// No part is ever cut, but a card may do without some: a kicker too long for
// its line, the tag, the note, the prompt and the line of help where there is no
// room. A format clearly wider than high holds one thing, the headline with the
// block that it speaks of, its attribution and source, and the action on those
// that are not link previews; the kicker, the folio, the body, the note and
// further blocks are left to the alt text and to the post.
// A Card is safe for concurrent use as long as nobody changes it.
type Card struct {
	// ID tells cards of one set apart. It chooses among the theme's grounds,
	// so that neighbours differ while the same card always looks the same.
	ID string `json:"id,omitzero"`

	// Lang is the language of the card's words. It decides direction,
	// shaping, line breaking and the words of the alt text. Thai, Lao, Khmer
	// and Burmese, which need a dictionary, break at spaces and at U+200B: put
	// one between words, and lines break as they should. Within what is longer
	// than a line, Thai, Lao and Burmese break between syllables that are told
	// apart by their spelling, which may be within a word.
	Lang language.Tag `json:"lang,omitzero"`

	Kicker        string   `json:"kicker,omitzero"`         // what the reader sees; best under 35 characters
	Headline      string   `json:"headline,omitzero"`       // the finding, never the topic
	HeadlineShort string   `json:"headline_short,omitzero"` // used when Headline does not fit
	Attribution   string   `json:"attribution,omitzero"`    // "according to …"
	Body          string   `json:"body,omitzero"`           // the claim whole, or a plain comparison
	BodyShort     string   `json:"body_short,omitzero"`     // used when Body does not fit
	Blocks        []Block  `json:"blocks,omitempty"`
	Note          string   `json:"note,omitzero"`         // a line under the last block: "One bar is one man."
	Source        string   `json:"source,omitzero"`       // "Source: NAME, 6 Apr 2025"
	SourceShort   string   `json:"source_short,omitzero"` // used when Source does not fit
	AsOf          string   `json:"as_of,omitzero"`        // "As of 9 Sep 2025"; empty if Source says it
	Action        Action   `json:"action,omitzero"`
	Logos         []Logo   `json:"logos,omitempty"` // at most three; only words that fill a card, posters, placards and stickers show them
	Tags          []string `json:"tags,omitempty"`  // with or without the leading '#'; only the first is drawn
	Folio         Folio    `json:"folio,omitzero"`

	// FigureWidth is the most of the card's width that the figure of a picture of
	// data takes: between 0 and 1, or 0 for all that there is room for. It keeps
	// the cards of one fact alike in several languages.
	FigureWidth float64 `json:"figure_width,omitzero"`

	// Not drawn, but told by the files that are made of the card.
	Description string `json:"description,omitzero"` // what the picture leaves out, for those who read it
	Rights      string `json:"rights,omitzero"`      // who may use it
}

// A Block is one figure, chart or passage of a card.
// A Block is safe for concurrent use.
type Block interface {
	// describe says in words, in the card's language, what the block shows.
	describe(w *tongue) string
	// traits are what the rest of the card has to know of the block.
	traits() traits
	// check reports what cannot be drawn.
	check() *FieldError
	// slots are the parts of the block at its place below the headline.
	slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot
}

// An Action asks the reader to do one thing and says how.
// An Action is safe for concurrent use as long as nobody changes it.
type Action struct {
	Verb   string `json:"verb,omitzero"`   // "Call the council"; best under seven words
	Detail string `json:"detail,omitzero"` // one line of help
	Phone  string `json:"phone,omitzero"`  // as printed: "(555) 010-0142"
	Prompt string `json:"prompt,omitzero"` // "Scan or type:"
	URL    string `json:"url,omitzero"`    // what the QR code holds; https, tel, sms or mailto; empty: no code
}

// Folio is the card's place in a numbered set, from 1. The zero Folio is not
// drawn.
// A Folio is safe for concurrent use as long as nobody changes it.
type Folio struct {
	Number int `json:"number,omitzero"`
	Of     int `json:"of,omitzero"`
}

func (a Action) empty() bool { return a == Action{} }
