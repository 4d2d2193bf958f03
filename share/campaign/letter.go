package campaign

// A Letter is something to send, say or hand over, in one language. Its slots
// are what the sender fills in; {slot-id} in Subject and Body stands for one.
//
// Some letters are sent in one language whatever the sender's: a records
// request goes out in English. Then the file of another language names it in
// sent_in and holds the guide; Subject and Body are those of that language. It
// is plain data: reading one is safe for concurrent use.
type Letter struct {
	ID      string `yaml:"-"` // the file's name
	Lang    string `yaml:"-"` // the folder's name
	Title   string `yaml:"title"`
	Form    Form   `yaml:"form"`
	To      string `yaml:"to"`      // the contact's id it is sent through, or ""
	Office  string `yaml:"office"`  // the kind of office whose salutation it has, or "" for any
	Group   string `yaml:"group"`   // the heading it is listed under, if not with those to call and write to
	Tracked bool   `yaml:"tracked"` // its answers are due by law: a table to track them goes with it
	SentIn  string `yaml:"sent_in"` // the language it is sent in, where that is another; see below
	Guide   string `yaml:"guide"`   // how to use it; not part of what is sent

	// ReadFirst is the id of a page whose gate is shown before anybody fills
	// in a name, or "".
	ReadFirst string `yaml:"read_first"`

	Subject string   `yaml:"subject"` // of an email
	Facts   []string `yaml:"facts"`   // the facts it rests on
	Slots   []Slot   `yaml:"slots"`
	Body    string   `yaml:"-"` // Markdown

	spot
}

// Form says how a letter travels. It is a value, safe for concurrent use.
type Form string

// The forms of letters.
const (
	FormEmail    Form = "email"
	FormLetter   Form = "letter"
	FormScript   Form = "script"   // to be spoken
	FormHandout  Form = "handout"  // to be printed and left behind
	FormScaffold Form = "scaffold" // a frame to write in, not to be copied
)

// A Slot is a part of a letter that its sender fills in. Letters have the same
// slots in every language. It is plain data: reading one is safe for
// concurrent use.
type Slot struct {
	ID       string   `yaml:"id,key"`
	Label    string   `yaml:"label"`
	Required bool     `yaml:"required"`
	Own      bool     `yaml:"own"`     // in the sender's own words: at least eight of them
	From     From     `yaml:"from"`    // what of the recipient fills it where letters are merged, or "" for the sender
	Offices  []Office `yaml:"offices"` // from: office only: what each kind of office is called there; none: as in offices.yaml
	As       As       `yaml:"as"`      // from: office only: which words of offices.yaml; "" for the greeting

	spot
}

// A Question is asked of readers before they share anything. It is plain data:
// reading one is safe for concurrent use.
type Question struct {
	ID    string `yaml:"id,key"`
	Ask   string `yaml:"ask"`   // to be answered by yes or no
	Yes   string `yaml:"yes"`   // what somebody who says yes should know, in a sentence or two
	Quiet bool   `yaml:"quiet"` // after a yes nothing is kept on the device

	spot
}

// From says what of a letter's recipient fills a slot. It is a value, safe for
// concurrent use.
type From string

// The parts of a recipient.
const (
	FromName     From = "name"      // "Ana Ruiz"
	FromLastName From = "last-name" // "Ruiz"
	FromOffice   From = "office"    // "Senator", by the kind of office
)

// As says which words of an office a slot has. It is a value, safe for
// concurrent use.
type As string

// The words of an office.
const (
	AsGreeting   As = "greeting"    // "Dear Senator"
	AsInSentence As = "in-sentence" // "Senator", "la senadora"
)

// An Office is a kind of public office, as one slot of one letter calls it. It
// is plain data: reading one is safe for concurrent use.
type Office struct {
	ID   string `yaml:"id,key"` // the kind: "senator"
	Name string `yaml:"name"`   // "Senator", as the salutation has it

	spot
}

// A Page is a text to read, in one language. It is plain data: reading one is
// safe for concurrent use.
type Page struct {
	ID    string   `yaml:"-"` // the file's name
	Lang  string   `yaml:"-"` // the folder's name
	Title string   `yaml:"title"`
	Group string   `yaml:"group"` // the heading it is listed under, or ""
	Facts []string `yaml:"facts"` // the facts it rests on
	Body  string   `yaml:"-"`     // Markdown, without the title

	// Gate is what letters and steps that name the page in read_first say
	// before anything else: for whom it is not safe.
	Gate string `yaml:"gate"`

	// Questions ask readers for whom it is not safe, before they share
	// anything. Help is the id of a page with what they can do instead, or "".
	Questions []Question `yaml:"questions"`
	Help      string     `yaml:"help"`

	// Glossary marks a page that lists words in order to advise against them:
	// Check leaves its wording alone.
	Glossary bool `yaml:"glossary"`

	spot
}
