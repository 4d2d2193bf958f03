package campaign

// A CaptionSet is the ready-made posts of one fact, written for each language
// on its own. It is plain data: reading one is safe for concurrent use.
type CaptionSet struct {
	Fact     string               `yaml:"fact,key"` // the fact's id
	Headline Text                 `yaml:"headline"` // the title of the fact's entry on the page
	AltHint  Text                 `yaml:"alt_hint"` // what a picture of it shows, for editors
	Captions map[string][]Caption `yaml:"captions"` // by language

	spot
}

// A Caption is one post without tags and links, which are added to it. The
// fact's content note goes before it. It is plain data: reading one is safe
// for concurrent use.
type Caption struct {
	Limit  int      `yaml:"limit"`  // the most characters it may have
	Angle  string   `yaml:"angle"`  // what sets it apart from the others
	Action string   `yaml:"action"` // what it asks for
	Also   []string `yaml:"also"`   // further facts it leans on: it falls with any of them
	Text   string   `yaml:"text"`
}

// Messages is what the campaign asks for, in several lengths. It is plain
// data: reading one is safe for concurrent use.
type Messages struct {
	Ask         Passage   `yaml:"ask"`
	AskShort    Passage   `yaml:"ask_short"`
	WhatChanged Passage   `yaml:"what_changed"`
	Elevator    Passage   `yaml:"elevator"` // to be spoken
	List        []Message `yaml:"messages"`
	Frames      []Passage `yaml:"frames"` // one sentence for one kind of audience
	Postcard    Postcard  `yaml:"postcard"`

	spot
}

// A Postcard is the side of a postcard that is written and addressed by hand. It
// is plain data: reading one is safe for concurrent use.
type Postcard struct {
	Facts    []string       `yaml:"facts"`
	Greeting Text           `yaml:"greeting"` // "Dear councillor,"
	Text     Text           `yaml:"text"`     // at most forty words
	To       []PostcardLine `yaml:"to"`       // two to four
	Note     Text           `yaml:"note"`     // what not to write: "No private names."

	spot
}

// A PostcardLine is a line of a postcard's address. It is plain data: reading one
// is safe for concurrent use.
type PostcardLine struct {
	Text  Text `yaml:"text"`  // printed: "The Honorable"
	Label Text `yaml:"label"` // below a line to write on: "City, state, ZIP"
	Blank bool `yaml:"blank"` // a line to write on follows the text; one with a label is one too

	spot
}

// A Passage is some sentences and the facts they rest on. It is plain data:
// reading one is safe for concurrent use.
type Passage struct {
	ID      string   `yaml:"id,key"`
	Seconds int      `yaml:"seconds"` // how long it takes to say; 0 if it is to be read
	Facts   []string `yaml:"facts"`
	Text    Text     `yaml:"text"`

	spot
}

// A Message is one point of the campaign as headline, sentence and paragraph.
// It is plain data: reading one is safe for concurrent use.
type Message struct {
	ID        string   `yaml:"id,key"`
	Facts     []string `yaml:"facts"`
	Headline  Text     `yaml:"headline"`
	Sentence  Text     `yaml:"sentence"`
	Paragraph Text     `yaml:"paragraph"`

	spot
}

// A Thread is a row of posts, each of which stands alone. It is plain data:
// reading one is safe for concurrent use.
type Thread struct {
	ID    string            `yaml:"id,key"`
	Title Text              `yaml:"title"`
	Limit int               `yaml:"limit"` // the most characters of a part, without tags
	Parts map[string][]Part `yaml:"parts"` // by language

	spot
}

// A Part is one post of a thread. It is plain data: reading one is safe for
// concurrent use.
type Part struct {
	Facts []string `yaml:"facts"`
	Text  string   `yaml:"text"`
}

// A Reel is the storyboard of a short upright video. It is plain data: reading
// one is safe for concurrent use.
type Reel struct {
	ID          string           `yaml:"id,key"`
	Seconds     float64          `yaml:"seconds"`
	Title       Text             `yaml:"title"`
	Facts       []string         `yaml:"facts"`
	ContentNote Text             `yaml:"content_note"`
	Scenes      []ReelScene      `yaml:"scenes"`
	Captions    map[string][]Cue `yaml:"captions"` // the spoken words, by language
	Motion      string           `yaml:"motion"`   // "none": nothing moves but the cuts; "": by rule

	spot
}

// Still reports whether nothing moves in the reel but the cuts.
func (r *Reel) Still() bool { return r.Motion == motionNone }

// A ReelScene is one picture of a reel. It shows part of a fact while its cues
// are read, or, in the first form, what Visual describes between Start and End.
// It is plain data: reading one is safe for concurrent use.
type ReelScene struct {
	Fact    string              `yaml:"fact"`
	Show    Show                `yaml:"show"`
	Seconds float64             `yaml:"seconds"`
	Say     map[string][]string `yaml:"say"`    // cues in order, by language, at most nine words each
	Action  string              `yaml:"action"` // the action that Show names

	Start  float64 `yaml:"start"`  // in seconds from the start; Load sets it where Seconds is given
	End    float64 `yaml:"end"`    // as Start
	Visual Text    `yaml:"visual"` // what is shown
	Screen Text    `yaml:"screen"` // the words on it, at most twelve
	Voice  Text    `yaml:"voice"`  // the words spoken; Load joins Say
}

// Show says what of its fact a scene shows. It is a value, safe for
// concurrent use.
type Show string

// What a scene can show.
const (
	ShowWords    Show = "words"    // its cues alone
	ShowHeadline Show = "headline" // the fact's picture line or headline
	ShowChart    Show = "chart"    // the fact's scene or chart
	ShowQuote    Show = "quote"    // the fact's quote or reply, with speaker and date
	ShowSource   Show = "source"   // the fact's source line
	ShowAction   Show = "action"   // the action named
)

var shows = []Show{ShowWords, ShowHeadline, ShowChart, ShowQuote, ShowSource, ShowAction}

const motionNone = "none"

// A Cue is one caption under a reel, in seconds from the start. It is plain
// data: reading one is safe for concurrent use.
type Cue struct {
	Start float64 `yaml:"start"`
	End   float64 `yaml:"end"`
	Text  string  `yaml:"text"`
}

// Demands is what is asked of those in office. It is plain data: reading one
// is safe for concurrent use.
type Demands struct {
	Title Text     `yaml:"title"`
	List  []Demand `yaml:"demands"`

	spot
}

// A Demand is one thing asked, of whom, and why. It is plain data: reading one
// is safe for concurrent use.
type Demand struct {
	ID       string   `yaml:"id,key"`
	Facts    []string `yaml:"facts"`
	Who      Text     `yaml:"who"`
	Headline Text     `yaml:"headline"`
	Short    Text     `yaml:"short"` // the headline for a row of a card, where it is long
	Detail   Text     `yaml:"detail"`

	spot
}

// Steps says how to do one thing, step by step. It is plain data: reading one
// is safe for concurrent use.
type Steps struct {
	ID    string   `yaml:"id,key"`
	Theme string   `yaml:"theme"` // as a topic's
	Facts []string `yaml:"facts"`
	Links []string `yaml:"links"`
	Phone string   `yaml:"phone"`
	Title Text     `yaml:"title"`
	Time  Text     `yaml:"time"` // how long it takes
	Items []Step   `yaml:"items"`

	ReadFirst string `yaml:"read_first"` // the id of a page whose gate comes before the steps, or ""

	spot
}

// A Step is one row of Steps. It is plain data: reading one is safe for
// concurrent use.
type Step struct {
	Text  Text `yaml:"text"`
	Short Text `yaml:"short"` // for a row of a card, where Text is long
}

// Row returns the step as a card prints it.
func (s Step) Row(lang string) string {
	if t := s.Short.In(lang); t != "" {
		return t
	}
	return s.Text.In(lang)
}

// Row returns the demand as a card prints it.
func (d Demand) Row(lang string) string {
	if t := d.Short.In(lang); t != "" {
		return t
	}
	return d.Headline.In(lang)
}

// Chants are what is called and answered in a street, and when not to. It is
// plain data: reading one is safe for concurrent use.
type Chants struct {
	Rules Text    `yaml:"rules"` // when to be silent
	List  []Chant `yaml:"chants"`

	spot
}

// A Chant is a call and its answer. Each language has lines of its own. It is
// plain data: reading one is safe for concurrent use.
type Chant struct {
	ID     string   `yaml:"id,key"`
	Facts  []string `yaml:"facts"` // that the lines lean on; none makes no claim
	Lead   Text     `yaml:"lead"`  // one voice
	Answer Text     `yaml:"answer"`
	Beat   Text     `yaml:"beat"` // for a drum or hands: X clap, x light clap, . rest, / between call and answer

	spot
}

// An EventCard is a poster or flyer with blanks for a local host. One with a
// time gets a file for calendars. It is plain data: reading one is safe for
// concurrent use.
type EventCard struct {
	ID         string  `yaml:"id,key"`
	Theme      string  `yaml:"theme"`     // as a topic's
	Starts     Moment  `yaml:"starts"`    // 2026-12-04 18:00, or with its offset 2026-12-04 18:00 -05:00
	Ends       Moment  `yaml:"ends"`      // written as starts is
	Changed    Moment  `yaml:"changed"`   // when the event was last changed: calendars that have it take the newer one
	Cancelled  Text    `yaml:"cancelled"` // that it does not take place, told before the headline; it has no poster then
	Kicker     Text    `yaml:"kicker"`
	Headline   Text    `yaml:"headline"`
	Body       Text    `yaml:"body"`
	Fields     []Field `yaml:"fields"`
	SmallPrint Text    `yaml:"small_print"`

	// Place and Address are where it is, a public place: they may stand
	// anywhere, and fill the fields of these names that have no value.
	Place   Text `yaml:"place"`   // "Millbrook Town Hall"
	Address Text `yaml:"address"` // "200 Main Street, Millbrook"

	Motif    Motif `yaml:"motif"`     // of its poster, instead of the campaign's
	HostLogo Logo  `yaml:"host_logo"` // of who invites, on its poster beside the campaign's

	spot
}

// A Field is one blank of an event: at most seven. A field without a value
// prints as a blank to fill in. It is plain data: reading one is safe for
// concurrent use.
type Field struct {
	ID    string `yaml:"id,key"` // date, time, place, access, host, page …
	Label Text   `yaml:"label"`
	Value Text   `yaml:"value"`

	spot
}
