package hashtag

// A Composer is where and how posts are written on a platform. It is a value,
// safe for concurrent use.
type Composer struct {
	// Intent is the address that opens the composer with a post in it: {text},
	// {link} and {subject} stand for their percent-encoded values. Where it has
	// {link}, the text goes without the link. Empty: there is none.
	Intent string

	Home     string // page where a post is begun by hand; empty: none is known
	Threads  bool   // posts of one account that answer each other are read as one
	OnlyJPEG bool   // what takes pictures from programs takes no PNG

	// Counter names the rule of Length for programs that count in another
	// language than Go: "x", "bluesky", "mastodon", "threads", "utf16" or
	// "graphemes". Empty: nothing is limited, or the rule has no name.
	Counter string

	NoAmpersand bool // the application loses what follows an ampersand in an intent
}
