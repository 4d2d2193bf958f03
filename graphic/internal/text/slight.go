package text

import (
	"slices"
	"strings"
)

// slight reports pieces that say nothing alone: words of grammar and dates. A
// reader from afar sees the largest line and no other.
func slight(of []piece) bool {
	var words []string
	for i := range of {
		for _, w := range strings.FieldsFunc(of[i].text, func(r rune) bool { return r == nbsp || r == ' ' }) {
			words = append(words, strings.ToLower(bare(w)))
		}
	}
	dated := slices.ContainsFunc(words, isMonth)
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool {
		year := digits(w, 4, 4) && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20"))
		return !grammar[w] && !isMonth(w) && !year && !(dated && digits(w, 1, 2))
	})
}

// Words of grammar: what they mean is in the words beside them.
var grammar = set(`a an the of in on to by at for from with within about against after before between into over under through than
	and or nor neither but as if that which who whom whose this these those it its they their he his she her we our you your
	is are was were be been being has have had do does did may can could would should will
	el la los las lo un una unos unas de del al a en con por para según ante bajo contra desde entre hacia hasta sobre tras
	y e o u ni pero que quien cuyo se su sus lo le les es son fue fueron era eran ser sido ha han había hay`)
