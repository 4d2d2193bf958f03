package campaign

import "time"

// A Fact is one thing the campaign states, with who says so, where and when.
// It is plain data: reading one is safe for concurrent use.
type Fact struct {
	ID            string               `yaml:"id,key"`
	Topic         string               `yaml:"topic"`          // a topic's id
	Status        Status               `yaml:"status"`         // "" means current
	SupersededBy  string               `yaml:"superseded_by"`  // the id of the fact that replaces it
	Headline      Text                 `yaml:"headline"`       // the finding; may mark **emphasis**
	HeadlineShort Text                 `yaml:"headline_short"` // for where the headline does not fit
	HeadlineAlone Text                 `yaml:"headline_alone"` // for where the claim has no room and the headline needs a word of it
	Claim         Text                 `yaml:"claim"`          // the finding in full, never cut
	Attribution   Text                 `yaml:"attribution"`    // "according to …"; calls to action may have none
	Picture       Text                 `yaml:"picture"`        // the card's own line, at most twelve words; "" means the headline
	Figures       []Figure             `yaml:"figures"`
	Chart         Chart                `yaml:"chart"`        // what its card draws
	Action        string               `yaml:"action"`       // an action's id, for the cards that ask
	Source        Source               `yaml:"source"`       // the main one
	Sources       []Source             `yaml:"sources"`      // further ones, by id
	AltURLs       []string             `yaml:"alt_urls"`     // further places where it can be read
	AsOf          Date                 `yaml:"as_of"`        // the day for which it is true
	ReviewAfter   Date                 `yaml:"review_after"` // then somebody looks again; a warning
	Expires       Date                 `yaml:"expires"`      // then it no longer builds; an error
	ContentNote   Text                 `yaml:"content_note"` // "Content note: torture"
	NotWith       []string             `yaml:"not_with"`     // facts that rest on another count: never in one chart or post
	Hedges        []Hedge              `yaml:"hedge"`
	Never         map[string][]Correct `yaml:"never"`      // by language
	Outdated      []OldValue           `yaml:"superseded"` // figures that were true once
	Replies       []Reply              `yaml:"replies"`
	Quote         Quote                `yaml:"quote"`   // verbatim words of the fact's record
	Scene         Scene                `yaml:"scene"`   // the data of its drawing
	Style         Style                `yaml:"style"`   // theme and ground of its cards
	Reply         bool                 `yaml:"reply"`   // it answers the other facts of its topic: slides that tell those end with it
	Tags          []string             `yaml:"tags"`    // hashtags of its own, without '#'
	Caveats       []string             `yaml:"caveats"` // for editors, never published

	spot
}

// Status says whether a fact still stands. It is a value, safe for concurrent
// use.
type Status string

// The states of a fact. Only a current one builds.
const (
	Current    Status = "current"
	Superseded Status = "superseded"
	Retracted  Status = "retracted"
)

// Stands reports whether the fact may be published on the day of t: it is
// current and has not expired.
func (f Fact) Stands(t time.Time) bool {
	return (f.Status == "" || f.Status == Current) && !f.Expires.Before(t)
}

// IsAction reports whether the fact is a call to action rather than a finding.
func (f Fact) IsAction() bool { return f.Chart.Kind == KindAction }

// A Figure is one number of a fact, as its source gives it. It is plain data:
// reading one is safe for concurrent use.
type Figure struct {
	Label     Text      `yaml:"label"`
	Value     float64   `yaml:"value"`
	Unit      string    `yaml:"unit"`      // people, percent, USD …
	Qualifier Text      `yaml:"qualifier"` // "at least"
	Source    string    `yaml:"source"`    // the id of one of the fact's sources; "" means the main one
	Sum       []float64 `yaml:"sum"`       // the figures of the fact that add up to it
}

// A Source is where a fact can be checked. It is plain data: reading one is
// safe for concurrent use.
type Source struct {
	ID             string  `yaml:"id"` // for figures and replies to name it; "" for the only one
	Publisher      Text    `yaml:"publisher"`
	PublisherShort Text    `yaml:"publisher_short"` // for a card's source line
	Title          string  `yaml:"title"`           // as published, not translated
	URL            string  `yaml:"url"`             // https
	Published      Date    `yaml:"published"`       // may be partial or unknown
	Read           Reading `yaml:"read"`            // how it was read; "" means as Unread says
	ReadOn         Date    `yaml:"read_on"`         // the day on which it was read; "" means the campaign's as_of
	Copy           string  `yaml:"copy"`            // the copy that was read, for editors
	Unread         bool    `yaml:"unread"`          // read in a syndicated copy: a person opens the link before a release
}

// Short returns the publisher's short name in lang, or the long one.
func (s Source) Short(lang string) string {
	if n := s.PublisherShort.In(lang); n != "" {
		return n
	}
	return s.Publisher.In(lang)
}

// Reading says how a source was read. It is a value, safe for concurrent use.
type Reading string

// The ways of reading.
const (
	ReadPage   Reading = "page"   // the publisher's own page
	ReadCopy   Reading = "copy"   // its text in a copy
	ReadReport Reading = "report" // another's report of it
	ReadNo     Reading = "no"
)
