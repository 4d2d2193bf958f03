package studio

import (
	"slices"
	"unicode/utf16"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// figures are numbers as they are typed.
var figures = pattern.New(`\d+(?:[.,\x{00A0}\x{202F}]\d+)*%?`)

// figureFix puts back the one figure that stood in the campaign's words and
// does not any more; nil if it is not known which one that is.
func figureFix(words, was string, start, end int) *Fix {
	at := slices.IndexFunc(figures().FindAllStringIndex(words, -1), func(p []int) bool { return p[0] < end && p[1] > start })
	if at < 0 {
		return nil
	}
	p := figures().FindAllStringIndex(words, -1)[at]
	now := figures().FindAllString(words, -1)
	gone := slices.DeleteFunc(figures().FindAllString(was, -1), func(s string) bool { return slices.Contains(now, s) })
	if len(gone) != 1 {
		return nil
	}
	return &Fix{units(words[:p[0]]), units(words[:p[1]]), gone[0]}
}

// units is the length of a text as JavaScript counts it.
func units(s string) int { return len(utf16.Encode([]rune(s))) }
