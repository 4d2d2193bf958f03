package runes

import (
	"unicode"

	"golang.org/x/text/width"
)

// Cells counts characters as they are read: an ideograph and other wide ones
// are two, marks on a letter and what cannot be seen none (Unicode Standard
// Annex 11). The speed of captions is measured in them.
func Cells(s string) (n int) {
	for _, r := range s {
		switch kind := width.LookupRune(r).Kind(); {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
