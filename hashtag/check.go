package hashtag

// A Problem is something that would go wrong with a text on a platform.
type Problem struct {
	Code       string // "too-long", "tag-not-linked"; the full list is at Check
	Text       string // the piece it is about: the checked text's [Start:End]
	Start, End int    // byte offsets, half-open
	Message    string // what would happen, one line
	Advice     string // what to do about it, one line; may be empty
}

func (p Problem) String() string {
	if p.Advice == "" {
		return p.Message
	}
	return p.Message + "; " + p.Advice
}

// Check gives everything that would go wrong with text on p, in the order of the
// text.
func (p Platform) Check(text string) []Problem {
	return nil
}
