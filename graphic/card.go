package graphic

import (
	"time"

	"golang.org/x/text/language"
)

// A Card is what one picture says. All its strings are finished: numbers,
// dates and labels such as "Source:" are already written in the card's
// language. Headline and Body may mark **emphasis**.
//
// The zero value of every field means that the card has no such part; only
// Headline is needed. A card with a block that states a figure or repeats
// somebody's words needs a Source too.
type Card struct {
	// ID tells cards of one set apart. It chooses among the theme's grounds,
	// so that neighbours differ while the same card always looks the same.
	ID string

	// Lang is the language of the card's words. It decides direction,
	// shaping, line breaking and the words of the alt text.
	Lang language.Tag

	Kicker        string // what the reader sees, at most 34 characters
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
	Tags          []string // with or without the leading '#'
	Folio         Folio
}

// A Block is one figure, chart or passage of a card: [Stat], [Bars],
// [People], [Quote], [List] or [Timeline].
type Block interface {
	// describe says in words, in the card's language, what the block shows.
	describe(w *words) string
	// check reports what cannot be drawn.
	check() *FieldError
	// field names the block in errors.
	field() string
}

// An Action asks the reader to do one thing and gives the way to do it.
type Action struct {
	Verb   string // "Call Congress", at most six words
	Detail string // one line of help
	Phone  string // as printed: "(202) 224-3121"
	Prompt string // "Scan or type:"
	URL    string // what the QR code holds; https, tel, sms or mailto
}

// Folio is the card's place in a numbered set, from 1. The zero Folio is not
// drawn.
type Folio struct{ Number, Of int }

// Stat is one figure. Where the headline already contains Value (and Unit),
// it is drawn once, at its place in the headline, so that the card reads as
// one sentence.
type Stat struct {
	Prefix string // "At least", "About", "Up to": never dropped
	Value  string // at most 7 glyphs
	Unit   string // "million"
	Label  string // what is counted
}

// Bars compares two to seven values on a zero baseline.
type Bars struct {
	Items []Bar
}

// Bar is one row of Bars. Text is Value as printed.
type Bar struct {
	Label string
	Value float64
	Text  string
	Focus bool // drawn in the accent
}

// People draws one upright bar for each person, or for each Per people:
// exact counts, no sampling.
type People struct {
	Segments []Segment
	Per      int // people to a bar; 0 and 1 both mean one
}

// Segment is one group within People.
type Segment struct {
	Count  int    // people
	Mark   Mark   // how its bars are drawn
	Figure string // Count as printed; empty leaves the segment out of the legend
	Label  string
}

// Mark is one of the four ways to draw a bar of People. A campaign gives each
// one meaning and keeps to it.
type Mark int

const (
	Solid Mark = iota // the category in the headline
	Hatch             // unresolved, pending
	Open              // the complement, or no longer there
	Foot              // no information, or not meant here
)

// Quote is a passage and who said it. Verbatim puts the language's quotation
// marks around it; a summary carries none.
type Quote struct {
	Text     string
	Speaker  string
	Role     string
	Verbatim bool
}

// List is three to six numbered rows.
type List struct {
	Items []string
}

// Timeline places up to six events on a vertical axis drawn to scale.
type Timeline struct {
	Events []Event
	Span   Span
}

// Event is one point of a Timeline. Date is At as printed.
type Event struct {
	At    time.Time
	Date  string
	Text  string
	Focus bool // at most one: the event the card is about
}

// Span is a period drawn as a bar on the axis. The zero Span is not drawn.
type Span struct {
	From, To time.Time
	Name     string // "Blue:"; printed in the accent
	Label    string // what the bar means
}
