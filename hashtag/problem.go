package hashtag

import (
	"encoding/json"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Problem is something that would go wrong with a text on a platform.
//
// It is a [fault.Fault]: what would happen there and what to do about it are
// its Message and Fix, in English by English, in other languages by its rule,
// which is finer than Kind. It is a value and safe for concurrent use.
type Problem struct {
	fault.Data
	Kind       Kind
	Text       string // the piece it is about: text[Start:End]
	Start, End int    // byte offsets in the checked text, half-open
}

// String says in one line of English what would happen and what to do about it.
func (p Problem) String() string { return fault.InEnglish(p) }

// Error is String.
func (p Problem) Error() string { return p.String() }

// MarshalJSON writes kind, rule, text, start, end, message and advice, the last
// two in English.
func (p Problem) MarshalJSON() ([]byte, error) {
	said := p.English()
	return json.Marshal(struct {
		Kind    Kind   `json:"kind"`
		Rule    string `json:"rule"`
		Text    string `json:"text"`
		Start   int    `json:"start"`
		End     int    `json:"end"`
		Message string `json:"message"`
		Advice  string `json:"advice,omitempty"`
	}{p.Kind, p.Rule(), p.Text, p.Start, p.End, said.Message, said.Fix})
}

// A Kind names a kind of problem for programs. It is a value, safe for concurrent use.
type Kind string

// The problems that Check finds.
const (
	TooLong          Kind = "too-long"         // the piece is what does not fit
	TooManyTags      Kind = "too-many-tags"    // the piece is the first tag too many
	TooManyLinks     Kind = "too-many-links"   // the piece is the first link too many
	TooManyEmoji     Kind = "too-many-emoji"   // more than two: screen readers say each by its name
	TagNotLinked     Kind = "tag-not-linked"   // plain text there
	TagDiffers       Kind = "tag-differs"      // links, but as another tag
	TagHardToRead    Kind = "tag-hard-to-read" // see Tag.Check
	LinkNotLinked    Kind = "link-not-linked"  // plain text there, or only its beginning links
	LinkSwallows     Kind = "link-swallows"    // links more than the address: what stands behind it, too
	LinkUnmeant      Kind = "link-unmeant"     // the end of a sentence and the next word make an address
	BrokenLink       Kind = "broken-link"      // not a well-formed address
	NotifiesAccount  Kind = "notifies-account" // a mention: whoever has that name there is told
	MentionNotLinked Kind = "mention-not-linked"
	HiddenCharacter  Kind = "hidden-character"  // shows nothing, or changes the direction of the text
	StyledLetters    Kind = "styled-letters"    // 𝓵𝓲𝓴𝓮 𝓽𝓱𝓲𝓼: not letters to a screen reader or a search
	RefusedCharacter Kind = "refused-character" // the platform rejects the post
	Heading          Kind = "heading"           // "#" at the start of a line is markup there
	ManySegments     Kind = "many-segments"     // a text message that costs several; the piece is what makes it so
	NotUTF8          Kind = "not-utf8"
)

// A finding is a problem that a platform's own check finds, before it is said.
type finding struct {
	kind       Kind
	rule       string
	start, end int
	values     fault.Values
}
