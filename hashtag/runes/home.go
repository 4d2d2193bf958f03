package runes

import (
	"slices"
	"unicode"
)

// A home is a set of characters that work beside letters of certain scripts.
type home struct {
	of     *unicode.RangeTable
	beside []*unicode.RangeTable
}

var homes = []home{
	{between(zeroSpace, zeroSpace), []*unicode.RangeTable{ // scripts written without spaces
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham,
		unicode.Tai_Viet, unicode.Tibetan, unicode.Javanese, unicode.Balinese, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Bopomofo, unicode.Yi, unicode.Lisu,
	}},
	{between(0x115F, 0x1160), []*unicode.RangeTable{unicode.Hangul}}, // a syllable that lacks a part
	{between(0x17B4, 0x17B5), []*unicode.RangeTable{unicode.Khmer}},  // vowels that are heard
	{between(0x180B, 0x180F), []*unicode.RangeTable{unicode.Mongolian}},
	{between(brailleNone, brailleNone), []*unicode.RangeTable{unicode.Braille}},
	{between(0x1BCA0, 0x1BCA3), []*unicode.RangeTable{unicode.Duployan}},
	{between(0xE0100, 0xE01EF), []*unicode.RangeTable{unicode.Han}}, // a variant of an ideograph
}

func between(lo, hi rune) *unicode.RangeTable {
	return &unicode.RangeTable{R32: []unicode.Range32{{Lo: uint32(lo), Hi: uint32(hi), Stride: 1}}}
}

// separate are scripts whose letters have one form wherever they stand, and
// what belongs to no script. Letters of all others join or stack, or carry
// points that a joiner orders, as in Hebrew.
var separate = []*unicode.RangeTable{
	unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian,
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Common,
}

// atHome reports whether a hidden character does its work between two others.
// after is one that shows; either is -1 where there is none.
func atHome(before, r, after rune) bool {
	switch {
	case isMark(r):
		return true
	case r == grapheme:
		return unicode.IsMark(after)
	case r == joiner:
		return isEmojiPart(before) && isPicture(after) || joins(before) || joins(after)
	case r == nonJoiner:
		return unicode.IsLetter(before) && unicode.IsLetter(after) || joins(before) || joins(after)
	case isTag(r):
		return before == blackFlag || isTag(before)
	case 0xFE00 <= r && r <= 0xFE0F:
		return unicode.In(before, unicode.L, unicode.N, unicode.P, unicode.S) && !Hidden(before)
	}
	for _, h := range homes {
		if unicode.Is(h.of, r) {
			return unicode.In(after, h.beside...) || unicode.In(before, h.beside...) && !Hidden(before)
		}
	}
	return false
}

// hasHome reports whether atHome can be true of a character.
func hasHome(r rune) bool {
	switch {
	case isMark(r), r == grapheme, r == joiner, r == nonJoiner, isTag(r), 0xFE00 <= r && r <= 0xFE0F:
		return true
	}
	return slices.ContainsFunc(homes, func(h home) bool { return unicode.Is(h.of, r) })
}

// isTag reports the characters that spell the region of a flag, and their end.
func isTag(r rune) bool { return 0xE0020 <= r && r <= 0xE007F }

// isPicture reports the symbols among which emoji are joined: from the arrows
// up, with skin tones.
func isPicture(r rune) bool { return r >= 0x2190 && unicode.Is(unicode.S, r) && !Hidden(r) }

// isEmojiPart reports what a joiner can follow in an emoji: a picture, its
// variation, or the end of a flag.
func isEmojiPart(r rune) bool { return isPicture(r) || r == 0xFE0F || isTag(r) }

// joins reports letters, marks and digits of a script whose letters join or
// stack.
func joins(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd) && !unicode.In(r, separate...) && !Hidden(r)
}
