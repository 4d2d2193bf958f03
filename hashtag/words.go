package hashtag

import (
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// The words by which kinds, units and encodings are known to programs, each at
// the place of its number.
var (
	kindWords     = []string{KindHashtag: "hashtag", KindMention: "mention", KindLink: "link", KindCashtag: "cashtag"}
	unitWords     = []string{Graphemes: "graphemes", Weighted: "weighted", UTF16: "utf16", Bytes: "bytes", EmojiBytes: "emoji-bytes", Septets: "septets"}
	encodingWords = []string{GSM7: "GSM-7", UCS2: "UCS-2"}
)

// A wordError names a word that stands for nothing.
type wordError struct{ fault.Data }

func (e *wordError) Error() string { return "hashtag: " + fault.InEnglish(e) }

// wordOf is the word of a number, or "unknown".
func wordOf[T ~int](words []string, n T) string {
	if n < 0 || int(n) >= len(words) {
		return "unknown"
	}
	return words[n]
}

// numberOf sets n to the number of a word.
func numberOf[T ~int](words []string, kind string, text []byte, n *T) error {
	i := slices.Index(words, string(text))
	if i < 0 {
		return &wordError{english.New("word-unknown", "", fault.Values{"kind": kind, "word": string(text), "known": slices.Clone(words)})}
	}
	*n = T(i)
	return nil
}

// MarshalText returns the word that String returns.
func (k EntityKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "hashtag", "mention", "link" or "cashtag". Its error is a
// [fault.Fault].
func (k *EntityKind) UnmarshalText(text []byte) error { return numberOf(kindWords, "kind", text, k) }

// word is how programs know the unit.
func (u Unit) word() string { return wordOf(unitWords, u) }

// MarshalText returns "graphemes", "weighted", "utf16", "bytes", "emoji-bytes" or
// "septets".
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.word()), nil }

// UnmarshalText reads what MarshalText writes. Its error is a [fault.Fault].
func (u *Unit) UnmarshalText(text []byte) error { return numberOf(unitWords, "unit", text, u) }

// MarshalText returns "GSM-7" or "UCS-2".
func (e Encoding) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads "GSM-7" or "UCS-2". Its error is a [fault.Fault].
func (e *Encoding) UnmarshalText(text []byte) error {
	return numberOf(encodingWords, "encoding", text, e)
}
