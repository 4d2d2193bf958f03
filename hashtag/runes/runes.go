// Package runes knows the characters that cannot be seen and those that turn
// the direction of text. They matter since what people read and what programs
// compare can differ by them: with U+202E or U+2066 in it a line shows its
// words in another order than a screen reader says them.
//
// Most of them also do honest work: a joiner in Persian or in an emoji, a soft
// hyphen, a mark beside Arabic, a break in Thai. A [Policy] says which are
// right at their place, and what becomes of the others. The characters come
// from the tables of Unicode in package unicode, so they grow with Go.
package runes

import "unicode"

// Characters with a part of their own in the policies.
const (
	softHyphen  = 0x00AD
	grapheme    = 0x034F // combining grapheme joiner
	zeroSpace   = 0x200B // a place to break, without width
	nonJoiner   = 0x200C
	joiner      = 0x200D
	wordJoiner  = 0x2060
	byteOrder   = 0xFEFF // a mark of encoding; in text it is an old word joiner
	brailleNone = 0x2800 // a cell without dots
	blackFlag   = 0x1F3F4
)

// hidden are the properties of characters that show nothing by themselves.
// What tables of Unicode call Default_Ignorable_Code_Point is made of the
// first three, without the exceptions in Hidden.
var hidden = []*unicode.RangeTable{
	unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector,
	unicode.Cc, unicode.Zl, unicode.Zp, unicode.Noncharacter_Code_Point,
}

// Hidden reports whether a character shows nothing by itself: a control, a
// line separator, a format character, a filler, a variation selector, a tag or
// a code point that is no character. Spaces and tabs are controls or blanks
// that show as room; of them only the control characters are hidden. Signs
// that Arabic and Syriac set around numbers, and the controls that build
// groups of hieroglyphs, are format characters but show.
func Hidden(r rune) bool {
	switch {
	case r < unicode.MaxLatin1:
		return unicode.IsControl(r) || r == softHyphen || r < 0
	case r == brailleNone:
		return true
	case unicode.In(r, unicode.Prepended_Concatenation_Mark, unicode.Egyptian_Hieroglyphs):
		return false
	}
	return unicode.In(r, hidden...)
}

// Directional reports whether a character is there to change the direction of
// text: Unicode's Bidi_Control, which are marks, embeddings, overrides and
// isolates.
func Directional(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }

// isMark reports the directional characters that are letters without a shape
// (U+200E, U+200F, U+061C): they move what stands beside them, as any letter
// of their script would, and nothing else.
func isMark(r rune) bool { return r == 0x200E || r == 0x200F || r == 0x061C }
