package scan

import (
	"unicode"
	"unicode/utf8"
)

// ASCII reports whether s holds nothing beyond U+007F.
func ASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// IsAlpha is Unicode's Alphabetic, which Ruby calls [[:alpha:]].
func IsAlpha(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_Alphabetic, r)
}

// IsAlnum is Ruby's [[:alnum:]].
func IsAlnum(r rune) bool {
	if r < utf8.RuneSelf {
		return IsAlpha(r) || '0' <= r && r <= '9'
	}
	return IsAlpha(r) || unicode.Is(unicode.Nd, r)
}

// IsWord is Ruby's [[:word:]]: Alphabetic, marks, decimal digits, connectors.
func IsWord(r rune) bool {
	if r < utf8.RuneSelf {
		return IsAlnum(r) || r == '_'
	}
	return IsAlnum(r) || unicode.IsMark(r) || unicode.Is(unicode.Pc, r)
}

// IsASCIIWord reports A to Z in either case, 0 to 9 and "_".
func IsASCIIWord(r rune) bool { return r < utf8.RuneSelf && (IsAlnum(r) || r == '_') }

// IsJSSpace is \s of ECMAScript, which differs from Unicode's White_Space by
// U+FEFF (in) and U+0085 (out).
func IsJSSpace(r rune) bool {
	return r == 0xFEFF || r != 0x85 && unicode.IsSpace(r)
}

// IsDigit reports 0 to 9.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// IsASCIILetter reports A to Z in either case.
func IsASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// Lower is the small form of an ASCII letter; other bytes stay.
func Lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c |= 0x20
	}
	return c
}
