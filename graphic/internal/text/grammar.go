package text

import (
	"slices"
	"strings"
)

// A role is what a word of grammar does in a line. Its meaning is in the words
// beside it.
type role uint8

const (
	leads  role = 1 << iota // looks lost at the end of a line, away from the word after it
	ties                    // belongs to the word after it as well, where another break costs no size
	slight                  // says nothing alone
)

// grammar are words of grammar by their roles, in small letters.
var grammar = roles(map[role]string{
	leads | slight: `a an the of in on to by at for from with as than into or and is its their
		el la los las lo un una unos unas de del al en con por para desde entre sobre tras bajo y o ni que se su`,
	ties | slight: `within about against before between over under through after nor neither but if that which who whose our your his
		según ante contra hacia hasta e u pero quien cuyo sus es`,
	ties:  `without since until during per via every each all both durante cada todos todas tu tus`,
	leads: `no sin ที่ ซึ่ง และ หรือ ใน ของ จาก ไม่ จะ โดย แต่ การ`,
	slight: `whom this these those it they he she her we you are was were be been being
		has have had do does did may can could would should will
		le les son fue fueron era eran ser sido ha han había hay`,
})

func roles(of map[role]string) map[string]role {
	all := make(map[string]role)
	for r, words := range of {
		for w := range set(words) {
			all[w] |= r
		}
	}
	return all
}

// hangs reports a piece that ends in a word which looks lost at the end of a line.
// A word with a capital begins a name or a sentence.
func (pc *piece) hangs() bool {
	word := pc.lastWord()
	small := strings.ToLower(word)
	return grammar[small]&leads != 0 && (word == small || word == strings.ToUpper(word))
}

// saysNothing reports pieces that say nothing alone: words of grammar and dates. A
// reader from afar sees the largest line and no other.
func saysNothing(of []piece) bool {
	var words []string
	for i := range of {
		for _, w := range strings.FieldsFunc(of[i].text, func(r rune) bool { return r == nbsp || r == ' ' }) {
			words = append(words, strings.ToLower(bare(w)))
		}
	}
	dated := slices.ContainsFunc(words, isMonth)
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool {
		year := digits(w, 4, 4) && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20"))
		return grammar[w]&slight == 0 && !isMonth(w) && !year && !(dated && digits(w, 1, 2))
	})
}
