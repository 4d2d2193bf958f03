package text

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed months.txt
var monthNames string

// months are the names of months in all the languages of the file: a card of
// one language names dates of others.
var months = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(monthNames) {
		if !strings.HasPrefix(line, "#") {
			for _, name := range strings.Fields(line)[1:] {
				m[strings.ToLower(name)] = true
			}
		}
	}
	return m
})

// isMonth reports the name of a month, whatever punctuation is around it; in
// Catalan it may be "d’agost".
func isMonth(word string) bool {
	name := strings.ToLower(bare(word))
	return months()[strings.TrimPrefix(strings.TrimPrefix(name, "d’"), "d'")]
}

// ordinal is a number that has letters or a sign for its order, "1er", "4th" or "1º",
// without them.
func ordinal(word string) string {
	for _, end := range []string{"er", ".º", ".ª", "º", "ª", "°", "st", "nd", "rd", "th"} {
		if n, ok := strings.CutSuffix(word, end); ok && digits(n, 1, 2) {
			return n
		}
	}
	return word
}
