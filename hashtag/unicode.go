package hashtag

import (
	"unicode"
	"unicode/utf8"
)

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isAlpha is Unicode's Alphabetic, which Ruby calls [[:alpha:]].
func isAlpha(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_Alphabetic, r)
}

// isAlnum is Ruby's [[:alnum:]].
func isAlnum(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlpha(r) || '0' <= r && r <= '9'
	}
	return isAlpha(r) || unicode.Is(unicode.Nd, r)
}

// isWord is Ruby's [[:word:]]: Alphabetic, marks, decimal digits, connectors.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(r) || r == '_'
	}
	return isAlnum(r) || unicode.IsMark(r) || unicode.Is(unicode.Pc, r)
}

func asciiWord(r rune) bool { return r < utf8.RuneSelf && (isAlnum(r) || r == '_') }

// isJSSpace is \s of ECMAScript, which differs from Unicode's White_Space by
// U+FEFF (in) and U+0085 (out).
func isJSSpace(r rune) bool {
	return r == 0xFEFF || r != 0x85 && unicode.IsSpace(r)
}

// runeBefore returns the rune that ends at byte i, or -1 at the start.
func runeBefore(s string, i int) rune {
	if i == 0 {
		return -1
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

// runeAt returns the rune at byte i, or -1 at the end.
func runeAt(s string, i int) rune {
	if i >= len(s) {
		return -1
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}
