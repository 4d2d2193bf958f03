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
type Card struct {
	// ID tells cards of one set apart. It chooses among the theme's grounds,
	// so that neighbours differ while the same card always looks the same.
	ID string

	// Lang is the language of the card's words. It decides direction,
	// shaping, line breaking and the words of the alt text. Thai, Lao, Khmer
	// and Burmese, which need a dictionary, break at spaces and at U+200B: put
	// one between words, and lines break as they should. Within what is longer
	// than a line, Thai, Lao and Burmese break between syllables that are told
	// apart by their spelling, which may be within a word.
	Lang language.Tag

	Kicker        string // what the reader sees; best under 35 characters
	Headline      string // the finding, never the topic
	HeadlineShort string // used when Headline does not fit
	Attribution   string // "according to …"
	Body          string // the claim whole, or a plain comparison
	BodyShort     string // used when Body does not fit
	Blocks        []Block
	Note          string // a line under the last block: "One bar is one man."
	Source        string // "Source: NAME, 6 Apr 2025"
	SourceShort   string // used when Source does not fit
	AsOf          string // "As of 9 Sep 2025"; empty if Source says it
	Action        Action
	Tags          []string // with or without the leading '#'; only the first is drawn
	Folio         Folio

	// Not drawn, but told by the files that are made of the card.
	Description string // what the picture leaves out, for those who read it
	Rights      string // who may use it
}

// A Block is one figure, chart or passage of a card.
type Block interface {
	// describe says in words, in the card's language, what the block shows.
	describe(w *tongue) string
	// traits are what the rest of the card has to know of the block.
	traits() traits
	// check reports what cannot be drawn.
	check() *FieldError
	// slots are the parts of the block at its place below the headline.
	slots(c *composer, field string, w float64, r parts.Rank) []*parts.Slot
}

// An Action asks the reader to do one thing and gives the way to do it.
type Action struct {
	Verb   string // "Call Congress"; best under seven words
	Detail string // one line of help
	Phone  string // as printed: "(202) 224-3121"
	Prompt string // "Scan or type:"
	URL    string // what the QR code holds; https, tel, sms or mailto; empty: no code
}

// Folio is the card's place in a numbered set, from 1. The zero Folio is not
// drawn.
type Folio struct{ Number, Of int }
