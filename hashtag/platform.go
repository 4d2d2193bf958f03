package hashtag

// A Platform is a place where posts are published: its limits, and by its ID the
// rule book by which it counts text and finds links in it.
//
// It is a plain value, safe for concurrent use. Change a field of a copy to
// override a limit. The zero
// Platform has no limits, counts graphemes and links nothing.
type Platform struct {
	ID   string // "x", "bluesky", "mastodon-4.5"; an unknown ID has the zero Platform's rules
	Name string // as people write it: "X", "Bluesky"

	MaxLength int // in the unit of Length; 0: no limit
	MaxBytes  int // UTF-8 bytes, where that is limited beside the length; 0: no limit
	MaxTags   int // hashtags in one post; 0: no limit; negative: hashtags mean nothing there and Compose leaves them out
	MaxLinks  int // distinct links in one post; 0: no limit
	MaxAlt    int // characters of a picture's alt text; 0: the platform takes none
}

// A Source says where a limit of a platform comes from. It is a value, safe for concurrent use.
type Source struct {
	Limit string // the field or rule: "MaxLength", "entities"
	From  string // the page, schema or program
	Date  string // of the source; may be partial: "2026", "2026-07"
	Note  string // what to know about it, or empty
}
