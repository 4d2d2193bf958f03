package page

// A Letter is a text with blanks that its sender fills in, in the browser.
type Letter struct {
	ID    string
	Title Text

	// Section is where it stands: SectionCall, SectionWrite, or the id of a
	// Page, below which it is shown. Empty: SectionWrite.
	Section string

	Asks  bool // whether the kit's first quiet question is asked before anything is filled in
	Gate  Gate // shown before anything is filled in
	Intro Text // markdown above the blanks
	After Text // markdown below the text

	// Subject stands above the text, as Body does with fields; a mail takes it
	// as its own. Empty: none.
	Subject Text

	// Body is plain text, blank lines between paragraphs, with {id} where a
	// field's value goes. A brace that belongs to no field is an error. In
	// SectionCall a line that begins with "## " names what follows it; the
	// first of these parts stands open, the others fold.
	Body   Text
	Fields []Field // in the order they are asked; those with equal ids share one value

	Mail   bool   // offer the letter to the mail program too
	To     string // the address that mail goes to; empty: the sender fills it in
	Review string // ISO date after which what it says has to be looked at again; empty: none
}

const (
	SectionCall  = "#call"  // what to say on the telephone
	SectionWrite = "#write" // letters to representatives
)

// A Field is one blank of a Letter.
type Field struct {
	ID       string
	Label    Text // "Your name"
	Hint     Text // empty: none
	Blank    Text // shown in the letter while empty, without brackets; empty: the label
	Options  []Text
	From     string   // what of the recipient fills it: "name", "last-name" or "office"; empty: the sender
	Offices  []string // From "office": the office that each of Options is of
	Required bool
	MinWords int  // at least so many words, so that they are the sender's own
	Long     bool // several lines
}
