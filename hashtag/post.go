package hashtag

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Post is what is to be said, before any platform's limits. The zero value of
// each field means that there is none. It is safe for concurrent use as long as
// nobody changes its tags and mentions.
type Post struct {
	Text     string       // may hold links, mentions and tags of its own
	Short    string       // used in place of Text where Text does not fit
	Link     string       // absolute, with its scheme; left out if the text has it already
	Tags     []Tag        // most important first: the last are dropped first
	Mentions []Mention    // accounts to name, most important first
	Lang     language.Tag // of the text; decides where sentences end
}

// A Mention is an account to name in a post. Where it has no handle it is left out.
// It is safe for concurrent use as long as nobody changes its handles.
type Mention struct {
	Name    string            // as people call it; for the caller's own use
	Handles map[string]string // platform ID → handle, with or without "@"
}

// Handle returns the account's handle on p, without "@", or "". On a version of a
// platform, such as mastodon-4.5, it is that on the platform unless it has its own.
func (m Mention) Handle(p Platform) string {
	h, ok := m.Handles[p.ID]
	if !ok {
		id, _, _ := strings.Cut(p.ID, "-")
		h = m.Handles[id]
	}
	return strings.TrimPrefix(h, "@")
}

// A TooLongError says that a post does not fit even without its tags. It is a
// [fault.Fault] of the rule post-too-long. It is immutable and safe for
// concurrent use.
type TooLongError struct {
	fault.Data
	Platform string // ID
	Length   int    // of the shortest form tried
	Limit    int
	Unit     Unit
}

// Over is how much has to go.
func (e *TooLongError) Over() int { return e.Length - e.Limit }

func (e *TooLongError) Error() string { return fault.InEnglish(e) }
