package hashtag

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// A Tag is a hashtag in its display form, without the sign: "ShutDownCECOT".
// Compare tags by Key, not by ==. It is a value, safe for concurrent use.
type Tag string

// MaxTagLength is the longest tag that every platform links, in UTF-16 units.
// Bluesky's clients before @atproto/api 0.20.26 drop longer ones; later ones
// count 64 graphemes (PR #2657, 2026-07-03).
const MaxTagLength = 64

// A TagError says why a text is not a tag that every platform links.
// It is a [fault.Fault] whose rule begins with "hashtag-". It is immutable and
// safe for concurrent use.
type TagError struct {
	fault.Data
	Input  string
	Offset int // of the offending character in Input, in bytes; -1: the whole
}

func tagError(rule, input string, offset int, values fault.Values) *TagError {
	if values == nil {
		values = fault.Values{}
	}
	values["input"] = input
	return &TagError{english.New(rule, "", values), input, offset}
}

func (e *TagError) Error() string { return fault.InEnglish(e) }

// ParseTag reads a tag with or without its leading "#" or "＃". It accepts the
// form that is one and the same tag on every platform: letters, their marks,
// digits and "_", at least one of them a letter, the last not "_", at most
// MaxTagLength long. Two platforms know fewer characters, which
// [Platform.Check] reports: Telegram ends a tag at a mark that has no letter
// of its own in normal form C, as in Hindi, and X at scripts that Unicode has
// gained since 2015. The result is in normal form C. The error is a *TagError.
func ParseTag(s string) (Tag, error) {
	name := strings.TrimLeftFunc(s, unicode.IsSpace)
	if rest, ok := cutHash(name); ok {
		name = rest
	}
	at := len(s) - len(name) // of the name in s
	raw := strings.TrimRightFunc(name, unicode.IsSpace)
	name = norm.NFC.String(raw)
	if name == "" {
		return "", tagError("hashtag-empty", s, -1, nil)
	}
	letter := false
	for i, r := range name {
		if rule := tagRule(name, i, r); rule != "" {
			return "", tagError(rule, s, at+beforeNFC(raw, i), fault.Values{"char": string(r)})
		}
		letter = letter || unicode.IsLetter(r)
	}
	if name[len(name)-1] == '_' && letter {
		return "", tagError("hashtag-underscore", s, at+len(raw)-1, nil)
	}
	if !letter {
		return "", tagError("hashtag-digits", s, -1, nil)
	}
	if n := scan.UTF16Length(name); n > MaxTagLength {
		return "", tagError("hashtag-long", s, -1, fault.Values{"n": n, "limit": MaxTagLength})
	}
	return Tag(name), nil
}

// beforeNFC returns the byte of a text that byte i of its normal form C came from, or
// the start of the piece around it that was composed.
func beforeNFC(text string, i int) int {
	var it norm.Iter
	it.InitString(norm.NFC, text)
	at, n := 0, 0
	for !it.Done() && n <= i {
		at = it.Pos()
		piece := it.Next()
		if bytes.Equal(piece, []byte(text[at:it.Pos()])) && n+len(piece) > i {
			return at + i - n
		}
		n += len(piece)
	}
	return at
}

// tagRule is the rule that the rune at byte i of a tag's name breaks, or "".
func tagRule(name string, i int, r rune) string {
	switch {
	case r == utf8.RuneError:
		return "hashtag-encoding"
	case r == '#' || r == '＃':
		return "hashtag-sign"
	case unicode.IsSpace(r):
		return "hashtag-space"
	case styledLetter(r):
		return "hashtag-styled"
	case isTagRune(r) && (i > 0 || !unicode.IsMark(r)):
		return ""
	case emoji.IsRune(r):
		return "hashtag-emoji"
	}
	return "hashtag-character"
}

// isTagRune reports letters, digits, "_" and the marks that belong to letters.
func isTagRune(r rune) bool {
	switch {
	case r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nd, r):
		return true
	case unicode.Is(unicode.Variation_Selector, r) || unicode.Is(unicode.Me, r):
		return false
	}
	return unicode.IsMark(r)
}

// styledLetter reports letters that stand for plain ones in another dress, such as
// 𝓐 and Ⓐ: screen readers spell or skip them. Fullwidth forms are a script's own.
func styledLetter(r rune) bool {
	return r >= 0x1D400 && r <= 0x1D7FF || r >= 0x2460 && r <= 0x24FF || r >= 0x1F100 && r <= 0x1F1E5
}

func cutHash(s string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, "#"); ok {
		return rest, true
	}
	return strings.CutPrefix(s, "＃")
}

// String returns the tag with its sign, as it stands in a post: "#SaveOldMill".
func (t Tag) String() string { return "#" + string(t) }

// Key returns a folded form that is equal for tags that a platform treats as one.
// All platforms ignore case; Mastodon also folds width and Latin accents, so #Año
// and #Ano have the same key.
func (t Tag) Key() string {
	folded := strings.ToLower(norm.NFKC.String(string(t)))
	if scan.NameLength(folded, len(folded), false) == len(folded) {
		return folded
	}
	var b strings.Builder
	for _, r := range foldLatin(folded) {
		if scan.IsAlnum(r) || r >= 0x0E47 && r <= 0x0E4E || isTagSeparator(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
