package campaign

// A Chart says what a fact's card draws besides the headline, in the terms of
// package graphic. The zero Chart is a card of the kind claim. It is plain
// data: reading one is safe for concurrent use.
type Chart struct {
	Kind     Kind     `yaml:"kind,anew"` // "" means claim
	Stat     Stat     `yaml:"stat"`
	Bars     []Bar    `yaml:"bars"`
	People   People   `yaml:"people"`
	Quote    Quote    `yaml:"quote"`
	List     []Text   `yaml:"list"`
	Timeline Timeline `yaml:"timeline"`
	Note     Text     `yaml:"note"` // a line under the drawing: "One bar is one man."
	Also     []string `yaml:"also"` // further facts it draws on: it falls with any of them
}

// Kind names the arrangement of a card. It is a value, safe for concurrent
// use.
type Kind string

// The kinds of charts. A stat may have bars or people beside it.
const (
	KindClaim    Kind = "claim"
	KindStat     Kind = "stat"
	KindBars     Kind = "bars"
	KindPeople   Kind = "people"
	KindQuote    Kind = "quote"
	KindList     Kind = "list"
	KindTimeline Kind = "timeline"
	KindAction   Kind = "action"
)

// Stat is one large figure. Value stands in the headline exactly as here,
// where it does: the figure is then drawn in its place. A Stat without Value
// is not drawn. It is plain data: reading one is safe for concurrent use.
type Stat struct {
	Prefix Text `yaml:"prefix"` // "At least"; only if the headline does not say it
	Value  Text `yaml:"value"`
	Unit   Text `yaml:"unit"`
	Label  Text `yaml:"label"`
}

// Bar is one row of a bar chart. Text is Value as printed, where that is not
// how the language writes numbers. It is plain data: reading one is safe for
// concurrent use.
type Bar struct {
	Label Text    `yaml:"label"`
	Value float64 `yaml:"value"`
	Text  Text    `yaml:"text"`
	Focus bool    `yaml:"focus"`
}

// Printed returns the value of a bar as a card prints it in a language, whose
// table is s.
func (b Bar) Printed(lang string, s Strings) string {
	if text, ok := b.Text.Lookup(lang); ok {
		return text
	}
	return s.Number(b.Value)
}

// People draws one upright bar for each person, or for each Per people.
// Without segments it is not drawn. It is plain data: reading one is safe for
// concurrent use.
type People struct {
	Segments []Segment `yaml:"segments"`
	Per      int       `yaml:"per"` // 0 and 1 both mean one
}

// Segment is one group within People. It is plain data: reading one is safe
// for concurrent use.
type Segment struct {
	Count  int  `yaml:"count"`
	Mark   Mark `yaml:"mark"`
	Figure Text `yaml:"figure"` // Count as printed; "" leaves it out of the legend
	Label  Text `yaml:"label"`
}

// Mark is how the bars of a segment are drawn. Each has one meaning throughout
// a campaign. It is a value, safe for concurrent use.
type Mark string

// The marks of package graphic.
const (
	Solid Mark = "solid" // the category in the headline
	Hatch Mark = "hatch" // unresolved, pending
	Open  Mark = "open"  // the complement, or no longer there
	Foot  Mark = "foot"  // no information, or not meant here
)

// Quote is a passage and who said it. Verbatim allows quotation marks; a
// translation is not verbatim. With a Record, a claim that holds the passage
// is shown as a sheet of that record, the passage marked. It is plain data:
// reading one is safe for concurrent use.
type Quote struct {
	Text     Text            `yaml:"text"`
	Speaker  Text            `yaml:"speaker"`
	Role     Text            `yaml:"role"`
	Record   Text            `yaml:"record"`   // "Court filing, 7 July 2025"
	Verbatim map[string]bool `yaml:"verbatim"` // by language
}

// Timeline is two to six dated events, drawn to scale. It is plain data:
// reading one is safe for concurrent use.
type Timeline struct {
	Events []TimelineEvent `yaml:"events"`
	Span   Span            `yaml:"span"`
}

// TimelineEvent is one point of a timeline. It is plain data: reading one is safe for
// concurrent use.
type TimelineEvent struct {
	At    Date `yaml:"at"`
	Text  Text `yaml:"text"`
	Focus bool `yaml:"focus"` // at most one
}

// Span is a period on a timeline. The zero Span is not drawn. It is plain
// data: reading one is safe for concurrent use.
type Span struct {
	From  Date `yaml:"from"`
	To    Date `yaml:"to"`
	Name  Text `yaml:"name"`
	Label Text `yaml:"label"`
}
