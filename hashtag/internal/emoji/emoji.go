// Package emoji knows the emoji of Unicode 17.0: which code points are emoji, and
// which sequences are one.
package emoji

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

const (
	joiner    = '\u200D' // ZERO WIDTH JOINER
	Style     = '\uFE0F' // VARIATION SELECTOR-16
	TextStyle = '\uFE0E' // VARIATION SELECTOR-15
	Keycap    = '\u20E3' // COMBINING ENCLOSING KEYCAP
	blackFlag = '\U0001F3F4'
	tagEnd    = '\U000E007F'
)

//go:embed zwj.txt
var zwj string

// joined holds the joined sequences, each skin tone written as '*'.
var joined = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{
		// Emoji 2.0's eye in a speech bubble, as it was first written.
		"\U0001F441\u200D\U0001F5E8": true,
	}
	for _, s := range strings.Fields(zwj) {
		m[s] = true
	}
	return m
})

// maxJoined bounds the parts of a joined sequence: a family has four.
const maxJoined = 4

// FollowsSign reports a style or keycap, which makes an emoji of the "#" before it.
func FollowsSign(s string) bool {
	return strings.HasPrefix(s, string(Style)) || strings.HasPrefix(s, string(Keycap))
}

// Sequence returns the length in bytes of the emoji of several code points that
// s begins with, or 0. An emoji of one code point is not its concern.
func Sequence(s string) int {
	n, pattern := part(s)
	if n == 0 || !strings.HasPrefix(s[n:], "\u200D") {
		return sequenceOnly(s, n)
	}
	best, end := sequenceOnly(s, n), n
	for range maxJoined - 1 {
		if !strings.HasPrefix(s[end:], "\u200D") {
			break
		}
		m, next := part(s[end+len("\u200D"):])
		if m == 0 {
			break
		}
		end += len("\u200D") + m
		pattern += "\u200D" + next
		if joined()[pattern] {
			best = end
		}
	}
	return best
}

// sequenceOnly returns n if the n bytes are more than one rune, else 0.
func sequenceOnly(s string, n int) int {
	if n == 0 {
		return 0
	}
	if _, first := utf8.DecodeRuneInString(s); n == first {
		return 0
	}
	return n
}

// part returns the length of the emoji without joiners that s begins with, and its
// pattern: itself, its skin tone written as '*'.
func part(s string) (n int, pattern string) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case size == 0 || r == utf8.RuneError:
		return 0, ""
	case r < utf8.RuneSelf:
		return keycapPart(s), ""
	case isRegional(r):
		return flagPart(s), ""
	case r == blackFlag:
		if n := tagPart(s); n > 0 {
			return n, ""
		}
	}
	return tonedPart(s, r, size)
}

func keycapPart(s string) int {
	if c := s[0]; c != '#' && c != '*' && (c < '0' || c > '9') {
		return 0
	}
	if strings.HasPrefix(s[1:], "\uFE0F\u20E3") {
		return len("1\uFE0F\u20E3")
	}
	if strings.HasPrefix(s[1:], "\u20E3") {
		return len("1\u20E3")
	}
	return 0
}

func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// flagPart knows the flags that exist: any other pair is two letters.
func flagPart(s string) int {
	a, n := utf8.DecodeRuneInString(s)
	b, m := utf8.DecodeRuneInString(s[n:])
	if !isRegional(b) {
		return n
	}
	code := string([]byte{byte(a - 0x1F1E6 + 'A'), byte(b - 0x1F1E6 + 'A')})
	for i := 0; i+2 <= len(flags); i += 2 {
		if flags[i:i+2] == code {
			return n + m
		}
	}
	return n
}

// The flags of England, Scotland and Wales.
var tagFlags = []string{
	"\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
	"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
	"\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F",
}

func tagPart(s string) int {
	for _, f := range tagFlags {
		if strings.HasPrefix(s, f) {
			return len(f)
		}
	}
	return 0
}

// tonedPart reads a base with its style selector and its skin tone.
func tonedPart(s string, base rune, n int) (int, string) {
	if !IsRune(base) {
		return 0, ""
	}
	styled := strings.HasPrefix(s[n:], "\uFE0F") && unicode.Is(styleBases, base)
	end := n
	if styled {
		end += len("\uFE0F")
	}
	if tone, m := utf8.DecodeRuneInString(s[end:]); isTone(tone) && unicode.Is(toneBases, base) {
		return end + m, s[:n] + "*"
	}
	return end, s[:end]
}

func isTone(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }

// IsRune reports the code points that are emoji by themselves or may become so.
func IsRune(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(runes, r) }

// Is reports whether a grapheme is shown as an emoji.
func Is(grapheme string) bool {
	r, n := utf8.DecodeRuneInString(grapheme)
	if n == len(grapheme) {
		return unicode.Is(shown, r)
	}
	if r < utf8.RuneSelf {
		return strings.HasSuffix(grapheme, "\u20E3") && keycapPart(grapheme) > 0
	}
	next, _ := utf8.DecodeRuneInString(grapheme[n:])
	switch {
	case !IsRune(r) || next == TextStyle:
		return false
	case unicode.Is(shown, r):
		return true
	}
	return next == Style || next == joiner || isTone(next)
}
