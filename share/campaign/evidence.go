package campaign

import (
	"slices"
	"strings"
)

// A Hedge is a reservation that a fact is told with. One of Any stands in each
// text that tells the fact, whatever the case of its letters; on a card Say
// stands there or beside it. It is plain data: reading one is safe for
// concurrent use.
type Hedge struct {
	Where HedgePlace          `yaml:"where"`
	Say   Text                `yaml:"say"`
	Any   map[string][]string `yaml:"any"` // by language; none: Say alone counts
}

// StandsIn reports whether words in a language have the reservation.
func (h *Hedge) StandsIn(lang, words string) bool {
	words = strings.ToLower(words)
	return slices.ContainsFunc(append([]string{h.Say.In(lang)}, h.Any[lang]...), func(say string) bool {
		return say != "" && strings.Contains(words, strings.ToLower(say))
	})
}

// HedgePlace says where a hedge has to stand. It is a value, safe for
// concurrent use.
type HedgePlace string

// The places of hedges.
const (
	InText HedgePlace = "text" // in each text that tells the fact
	OnCard HedgePlace = "card" // on the card of the fact as well
)

// A Correct is a wording that must not be used and the one to use instead. It
// is plain data: reading one is safe for concurrent use.
type Correct struct {
	Wrong string `yaml:"wrong"`
	Right string `yaml:"right"`
}

// An OldValue is a figure that was true once. It must not stand in a text of
// its fact, unless one of OKIf stands there too and so dates it. It is plain
// data: reading one is safe for concurrent use.
type OldValue struct {
	Value      float64             `yaml:"value"`
	Unit       string              `yaml:"unit"`
	Text       Text                `yaml:"text"` // as it would be printed
	AsOf       Date                `yaml:"as_of"`
	ReplacedOn Date                `yaml:"replaced_on"`
	By         string              `yaml:"by"`    // what took its place, or ""
	OKIf       map[string][]string `yaml:"ok_if"` // by language
	Why        Text                `yaml:"why"`   // for editors, never published
}

// A Reply is what somebody whom a fact concerns says to it. One that is not
// verbatim is a translation or a report, printed without quotation marks. It is
// plain data: reading one is safe for concurrent use.
type Reply struct {
	Speaker  Text            `yaml:"speaker"`
	Text     Text            `yaml:"text"`
	Lang     string          `yaml:"lang"`     // the language it was given in
	Verbatim map[string]bool `yaml:"verbatim"` // by language
	Date     Date            `yaml:"date"`
	Source   string          `yaml:"source"` // the id of one of the fact's sources
}

// A Scene is the data of a fact's drawing. Kind names the shape of the data, As
// the drawing; which keys are used follows from Kind. It is plain data: reading
// one is safe for concurrent use.
type Scene struct {
	Kind SceneKind `yaml:"kind"` // "" means none
	As   Drawing   `yaml:"as"`

	Of        int          `yaml:"of"`
	Total     int          `yaml:"total"`
	Unit      string       `yaml:"unit"`
	Qualifier Text         `yaml:"qualifier"` // "at least"
	States    []SceneState `yaml:"states"`
	Parts     []ScenePart  `yaml:"parts"`
	Points    []ScenePoint `yaml:"points"`
	Rows      []SceneRow   `yaml:"rows"`
	Start     ScenePoint   `yaml:"start"`  // of a count that began at nought
	Square    float64      `yaml:"square"` // what one square of a scale stands for

	Places    []Text    `yaml:"places"`
	Countries []string  `yaml:"countries"` // of the places, in ISO 3166: [US, SV]
	Count     int       `yaml:"count"`
	Date      Date      `yaml:"date"`
	Then      SceneStep `yaml:"then"`

	From  string      `yaml:"from"` // a day, a month, a time of day, or "quote" and "reply"
	To    string      `yaml:"to"`
	Days  int         `yaml:"days"`
	Marks []SceneMark `yaml:"marks"`
	Hours int         `yaml:"hours"`

	PerCell   []int `yaml:"per_cell"` // the least and the most
	Capacity  int   `yaml:"capacity"`
	Pavilions int   `yaml:"pavilions"`

	Question Text `yaml:"question"` // of groups: the cover of a carousel that runs over their bars; none: no such carousel

	Label   Text `yaml:"label"`
	Note    Text `yaml:"note"`    // belongs on the picture
	Excerpt Text `yaml:"excerpt"` // of a quote or reply: its words as the picture shows them, **marked**, with … for what is left out
}

// SceneKind names the shape of a scene's data. It is a value, safe for
// concurrent use.
type SceneKind string

// The kinds of scenes.
const (
	SceneSplit    SceneKind = "split"    // of, unit, states
	SceneFlow     SceneKind = "flow"     // total, unit, parts
	SceneSteps    SceneKind = "steps"    // unit, points; start or square
	SceneChange   SceneKind = "change"   // from, to, rows; label: what the values count
	SceneRoute    SceneKind = "route"    // places, countries, count, date or from and to; then
	SceneCalendar SceneKind = "calendar" // from, to, days, marks; or days
	SceneClock    SceneKind = "clock"    // hours, or from and to; label
	ScenePlan     SceneKind = "plan"     // per_cell, capacity, pavilions, note
	SceneQuote    SceneKind = "quote"    // from: quote or reply
)

// Drawing names how a scene is drawn. It is a value, safe for concurrent use.
type Drawing string

// The drawings of scenes.
const (
	AsField       Drawing = "field"
	AsFew         Drawing = "few"
	AsCalendar    Drawing = "calendar"
	AsMap         Drawing = "map"
	AsLine        Drawing = "line"
	AsFlow        Drawing = "flow"
	AsSlope       Drawing = "slope"
	AsBeforeAfter Drawing = "beforeafter"
	AsMultiples   Drawing = "multiples"
	AsClock       Drawing = "clock"
	AsPlan        Drawing = "plan"
	AsScale       Drawing = "scale"
	AsDocument    Drawing = "document"
	AsLedger      Drawing = "ledger"
	AsDates       Drawing = "dates"
	AsBars        Drawing = "bars"
)

// A SceneState is one group of a split. It is plain data: reading one is safe
// for concurrent use.
type SceneState struct {
	Count int    `yaml:"count"`
	State string `yaml:"state"` // none (the one meant), pending, convicted, unknown, rest
	Label Text   `yaml:"label"`
}

// A ScenePart is one branch of a flow. It is plain data: reading one is safe
// for concurrent use.
type ScenePart struct {
	Value int  `yaml:"value"`
	Label Text `yaml:"label"`
}

// A ScenePoint is one dated value or event. It is plain data: reading one is
// safe for concurrent use.
type ScenePoint struct {
	Date   Date    `yaml:"date"`
	Value  float64 `yaml:"value"`
	Label  Text    `yaml:"label"`
	Source string  `yaml:"source"` // the id of one of the fact's sources
}

// A SceneRow is one thing at two times. It is plain data: reading one is safe
// for concurrent use.
type SceneRow struct {
	Label Text    `yaml:"label"`
	From  float64 `yaml:"from"`
	To    float64 `yaml:"to"`
}

// A SceneMark is a named day of a calendar. It is plain data: reading one is
// safe for concurrent use.
type SceneMark struct {
	Date  Date `yaml:"date"`
	Label Text `yaml:"label"`
}

// A SceneStep is where a route goes on. It is plain data: reading one is safe
// for concurrent use.
type SceneStep struct {
	Places    []Text   `yaml:"places"`
	Countries []string `yaml:"countries"` // of the places, in ISO 3166
	Count     int      `yaml:"count"`
	Date      Date     `yaml:"date"`
	State     string   `yaml:"state"`
	Label     Text     `yaml:"label"` // what the marks are: "all 252 released"
}

// A Style is how a fact's cards look, where the campaign has one theme for all
// only in that theme. What is empty is chosen. It is plain data: reading one is
// safe for concurrent use.
type Style struct {
	Theme  string `yaml:"theme"`  // as a topic's
	Ground string `yaml:"ground"` // one of the theme's
	Clear  string `yaml:"clear"`  // where the words of a field stand: top, middle, bottom or end
}
