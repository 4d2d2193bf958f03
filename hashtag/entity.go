package hashtag

// EntityKind says what a platform makes of a piece of text.
type EntityKind int

// The kinds of entities.
const (
	KindHashtag EntityKind = iota
	KindMention
	KindLink
	KindCashtag
)

// String gives "hashtag", "mention", "link" or "cashtag".
func (k EntityKind) String() string {
	switch k {
	case KindHashtag:
		return "hashtag"
	case KindMention:
		return "mention"
	case KindLink:
		return "link"
	case KindCashtag:
		return "cashtag"
	}
	return "unknown"
}

// An Entity is a piece of text that a platform turns into a link.
type Entity struct {
	Kind       EntityKind
	Text       string // as written: Text == text[Start:End]
	Value      string // without # @ $; of a link, its target
	Start, End int    // byte offsets, half-open, on rune boundaries
}

// Entities gives what the platform would link in text, in order, not overlapping.
func (p Platform) Entities(text string) []Entity {
	return p.rules().entities(text)
}
