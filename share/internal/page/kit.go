package page

// A Kit is all that the page shows: a plain view model that knows no
// campaign. Every part is optional but Tag, Languages and AsOf: an absent
// part leaves no heading, no tab and no tile behind.
//
// A Kit is only read; one value may be written from several goroutines at
// once if its picture functions allow that.
type Kit struct {
	Title     Text   // the campaign's name, for the document title; empty: Tag
	Tag       string // the wordmark, with its '#': "#SaveTheOldMill"
	Lead      Text   // one sentence under the first heading; empty: the built-in one
	WhatIs    Text   // what the campaign is about, in a few sentences; empty: none
	What      What   // the same at length, on a screen of its own
	Hero      Hero   // the picture that Start begins with
	Gate      Gate   // what to read before anything is shared
	Look      Look
	Languages []Language // at least one; the first is the document's own
	AsOf      string     // ISO date on which the facts were checked: "2026-11-23"
	Reading   Text       // a sentence on how the sources were read; empty: none
	Version   string     // the kit's version, for the footer; empty: not shown
	Key       Text       // a sentence on the key that kits are signed with, for the footer; empty: none

	Changes   []Change   // newest first
	Topics    []Topic    // in the order of the filter
	Formats   []Format   // in the order of the size chips
	Platforms []Platform // in the order of the chips, unless a language has its own
	Cards     []Card     // in the order of the grid; replaced ones sort last

	Synonyms []map[string][]string // words by language that find each other's cards

	Carousels []Carousel

	Corrections string // where mistakes are told to, https or mailto; empty: nowhere

	Phones    []Phone
	Finders   []Link // find your own representatives
	Addresses []Address
	Letters   []Letter

	Pages    []Page    // sections of the More tab
	Steps    []Step    // things to do with an hour
	Accounts []Account // who to tag
	Items    []Item    // what else lies in the kit's folder

	People *People // whom to call and write to; nil: finders and letters alone
	// WordPattern is an expression of package regexp for one word, by which the
	// words of one's own in a letter are counted.
	WordPattern string

	Studio *Studio // draws cards in the page; nil: it shows those that are made

	// Limit is the most bytes the file may have. 0: DefaultLimit.
	Limit int
}

// Text is a text by language tag ("en", "es"). A language that is missing
// falls back to English, then to the kit's first language that has one.
type Text map[string]string

// A Language is a language in which the page can be read.
type Language struct {
	Tag  string // BCP 47, also the key into every Text: "en", "es", "ar"
	Name string // in the language itself: "Español"
	RTL  bool   // written from right to left

	// Long and Weekday write a day in words: "{month} {day}, {year}" and
	// "{weekday}, {month} {day}, {year}", of LongMonths and Weekdays, twelve and
	// seven from Sunday. Empty: as other dates of the page.
	Long, Weekday        string
	LongMonths, Weekdays []string

	Decimal string // between whole numbers and parts of one: "."; empty: that

	// Platforms are the ids shown first to its readers. nil: the built-in
	// order of the language, if it has one.
	Platforms []string

	// Words replace the page's own words by key, or supply them for a
	// language that has none built in. The keys are those of words.en.yaml;
	// an unknown key is an error.
	Words map[string]string
}

// A Gate is what somebody has to know before a thing is done: for whom it is
// not safe, and where to read about it.
type Gate struct {
	Text Text   // empty: none
	Page string // id of the Page to read; empty: none

	// Of the kit's own gate: what it asks, on a screen of its own, and the id
	// of a Page with what to do instead of sharing; empty: calls and letters.
	Questions []Question
	Help      string
}

// A Question is answered by yes or no.
type Question struct {
	ID    string
	Ask   Text
	Yes   Text // what somebody who says yes should know
	Quiet bool // after a yes nothing is kept on the device
}

// What tells newcomers what the campaign is about.
type What struct {
	Title Text     // the question: "Why does the mill matter?"; empty: the built-in one
	Body  Text     // markdown; empty: WhatIs
	Cards []string // ids of the cards that it rests on, whose sources are listed
}

// A Hero is the picture of a card, embedded in two shapes: a wide one for
// phones, a tall one for large screens.
type Hero struct {
	Card string                            // its id; empty: no picture
	Wide map[string]func() ([]byte, error) // a PNG by language tag, asked for once
	Tall map[string]func() ([]byte, error)
}

// Look is the colors of the tiles, each #RRGGBB; empty: the built-in ones.
type Look struct{ Share, Act, More string }

// A Change is a dated entry of the changelog.
type Change struct {
	Date  string // ISO date
	Label Text   // "Withdrawn", or before the name of Card "Replaced by"; empty: none
	Text  Text   // one or two sentences
	Card  string // id of the card it leads to; empty: none
}

// A Topic groups cards.
type Topic struct {
	ID    string
	Title Text
}

// A Format is a shape of picture.
type Format struct {
	ID   string // "portrait"
	Name Text   // empty: the built-in word; else the id
}
