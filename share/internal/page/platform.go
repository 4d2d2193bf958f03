package page

// A Platform is a place to post.
type Platform struct {
	ID    string // "bluesky"
	Name  string // "Bluesky"
	Limit int    // most characters in its own unit; 0: none
	Alt   bool   // takes a description of the picture

	// Formats are the ids of the formats that suit it, best first.
	Formats []string

	// Intent is the address that opens its composer, with {text} and {link}
	// where they go: "https://bsky.app/intent/compose?text={text}". Where it
	// has {link}, the link is taken out of the text. Empty: none.
	Intent string

	// Home is opened when there is no Intent or the text is too long for it.
	// Empty: the step is left out.
	Home string

	// NoAmpersand says that '&' is lost on the way and becomes '+' in the Intent.
	NoAmpersand bool

	// Counts says that the Lengths of wordings have it.
	Counts bool
}
