package page

// A Platform is a place to post.
type Platform struct {
	ID    string // "bluesky"
	Name  string // "Bluesky"
	Limit int    // most characters in its own unit; 0: none
	Count Count  // how it counts
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
}

// Count names the rule by which a platform counts a text.
type Count string

const (
	CountNone      Count = ""          // not counted
	CountX         Count = "x"         // weighted: links 23, emoji 2
	CountBluesky   Count = "bluesky"   // graphemes, links as its composer shortens them, and 3,000 bytes
	CountMastodon  Count = "mastodon"  // graphemes, links 23, mentions without their host
	CountThreads   Count = "threads"   // graphemes, emoji by their UTF-8 bytes
	CountUTF16     Count = "utf16"     // UTF-16 code units
	CountGraphemes Count = "graphemes" // what a reader sees as one character
)
