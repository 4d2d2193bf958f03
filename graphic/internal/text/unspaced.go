package text

import "unicode"

// unspaced reports whether a line may end before text[i] within a stretch of a
// script that puts no spaces between words. Khmer does not tell its syllables
// apart and has none.
func unspaced(text []rune, i int) bool {
	switch r := text[i]; {
	case thai(r):
		return thaiBreaks(text, i)
	case r >= 0x0e81 && r <= 0x0edf:
		return laoBreaks(text, i)
	case r >= 0x1000 && r <= 0x104f:
		return burmeseBreaks(text, i)
	}
	return false
}

// laoBreaks finds what Thai does not tell: every vowel is written, so that a
// vowel which stands first begins a syllable and ends the one before. A short
// open syllable is mostly the first of a word.
func laoBreaks(text []rune, i int) bool {
	first := func(r rune) bool { return r >= 'ເ' && r <= 'ໄ' }
	prev := text[i-1]
	if !first(text[i]) || prev < 0x0e81 || prev > 0x0edf || first(prev) {
		return false
	}
	return prev != 'ະ' || endsWith(text, i, "ແລະ")
}

// burmeseBreaks finds every syllable: it begins with a letter that is neither
// silenced, nor stacked below another, nor has one below it. The prefix အ
// stays with its word.
func burmeseBreaks(text []rune, i int) bool {
	const virama, asat = 0x1039, 0x103a
	letter := func(r rune) bool { return r >= 0x1000 && r <= 0x102a || r == 0x103f || r == 0x104e }
	prev := text[i-1]
	for at := i - 1; at >= 0 && unicode.IsMark(text[at]); at-- {
		if text[at] == virama {
			return false
		}
	}
	if !letter(text[i]) || prev == 'အ' || prev < 0x1000 || prev > 0x104f || prev >= 0x1040 && prev <= 0x1049 {
		return false
	}
	for _, r := range text[i+1 : min(i+3, len(text))] { // a dot may stand before asat
		if r == virama || r == asat {
			return false
		}
		if r != 0x1037 {
			break
		}
	}
	return true
}
