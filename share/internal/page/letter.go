package page

// A Letter is a text with blanks that its sender fills in, in the browser.
type Letter struct {
	ID    string
	Title Text

	// Section is where it stands: SectionCall, SectionWrite, or the id of a
	// Page, below which it is shown. Empty: SectionWrite.
	Section string

	Intro Text // markdown above the blanks
	After Text // markdown below the text

	// Body is plain text, blank lines between paragraphs, with {id} where a
	// field's value goes. A brace that belongs to no field is an error.
	Body   Text
	Fields []Field // in the order they are asked; those with equal ids share one value

	Mail bool // offer the letter to the mail program too; its first line "Subject: …" becomes the subject
}

const (
	SectionCall  = "call"  // what to say on the telephone
	SectionWrite = "write" // letters to representatives
)

// A Field is one blank of a Letter.
type Field struct {
	ID       string
	Label    Text // "Your name"
	Hint     Text // empty: none
	Blank    Text // shown in the letter while empty, without brackets; empty: the label
	Options  []Text
	Required bool
	MinWords int  // at least so many words, so that they are the sender's own
	Long     bool // several lines
}
