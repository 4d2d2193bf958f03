package hashtag

import (
	"encoding/json"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Problem is something that would go wrong with a text on a platform.
//
// It is a [fault.Fault]: what would happen there and what to do about it are
// its Message and Fix, in English by English, in other languages by its rule,
// which is finer than Code. It is a value and safe for concurrent use.
type Problem struct {
	fault.Data
	Code       Code
	Text       string // the piece it is about: text[Start:End]
	Start, End int    // byte offsets in the checked text, half-open
}

// String says in one line of English what would happen and what to do about it.
func (p Problem) String() string { return fault.InEnglish(p) }

// Error is String.
func (p Problem) Error() string { return p.String() }

// MarshalJSON writes code, rule, text, start, end, message and advice, the last
// two in English.
func (p Problem) MarshalJSON() ([]byte, error) {
	said := p.English()
	return json.Marshal(struct {
		Code    Code   `json:"code"`
		Rule    string `json:"rule"`
		Text    string `json:"text"`
		Start   int    `json:"start"`
		End     int    `json:"end"`
		Message string `json:"message"`
		Advice  string `json:"advice,omitempty"`
	}{p.Code, p.Rule(), p.Text, p.Start, p.End, said.Message, said.Fix})
}

// A Code names a kind of problem for programs. It is a value, safe for concurrent use.
type Code string

// The problems that Check finds.
const (
	TooLong          Code = "too-long"          // the piece is what does not fit
	TooManyTags      Code = "too-many-tags"     // the piece is the first tag too many
	TooManyLinks     Code = "too-many-links"    // the piece is the first link too many
	TooManyEmoji     Code = "too-many-emoji"    // more than two: screen readers say each by its name
	TagNotLinked     Code = "tag-not-linked"    // plain text there
	TagDiffers       Code = "tag-differs"       // links, but as another tag
	TagHardToRead    Code = "tag-hard-to-read"  // see Tag.Check
	LinkNotLinked    Code = "link-not-linked"   // plain text there, or only its beginning links
	LinkSwallows     Code = "link-swallows"     // links more than the address: what stands behind it, too
	BrokenLink       Code = "broken-link"       // not a well-formed address
	NotifiesAccount  Code = "notifies-account"  // a mention: whoever has that name there is told
	HiddenCharacter  Code = "hidden-character"  // shows nothing, or changes the direction of the text
	StyledLetters    Code = "styled-letters"    // 𝓵𝓲𝓴𝓮 𝓽𝓱𝓲𝓼: not letters to a screen reader or a search
	RefusedCharacter Code = "refused-character" // the platform rejects the post
	Heading          Code = "heading"           // "#" at the start of a line is markup there
	ManySegments     Code = "many-segments"     // a text message that costs several; the piece is what makes it so
	NotUTF8          Code = "not-utf8"
)

// A finding is a problem that a platform's own check finds, before it is said.
type finding struct {
	code       Code
	rule       string
	start, end int
	values     fault.Values
}
