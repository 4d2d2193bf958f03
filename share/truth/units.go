package truth

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// A measured is a number of some unit: 125 days, whatever the language.
type measured struct {
	Value float64
	Unit  int // its line in the list of units
}

func (m measured) compare(other measured) int {
	return cmp.Or(cmp.Compare(m.Unit, other.Unit), cmp.Compare(m.Value, other.Value))
}

// unitAfter is the line of the unit that a number is told in, or -1. A word may
// stand between: "125 long days".
func unitAfter(words string, n number) int {
	rest := words[n.end:min(len(words), n.end+nearby)]
	for range 2 {
		word := strings.TrimLeft(rest, " -\u00a0")
		if len(word) == len(rest) {
			return -1
		}
		end := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(word)
		}
		if unit := slices.IndexFunc(lists().Units, func(same []string) bool { return slices.Contains(same, strings.ToLower(word[:end])) }); unit >= 0 {
			return unit
		}
		rest = word[end:]
	}
	return -1
}

// takeUnits takes what a fact's words tell in units.
func (f *known) takeUnits(words string, nums []number) {
	for _, n := range nums {
		if unit := unitAfter(words, n); unit >= 0 {
			for _, v := range n.values {
				f.units[measured{v, unit}] = true
			}
		}
	}
}

// inUnit is the line of a unit by one of its names.
func inUnit(name string) int {
	return slices.IndexFunc(lists().Units, func(same []string) bool { return slices.Contains(same, name) })
}

// manyUnits are told by nobody but of what happened.
const manyUnits = 20

// mismeasured finds a number of days, cells or flights that the facts tell of
// something else.
func (r countReader) mismeasured() bool {
	for _, n := range r.numbers() {
		unit := unitAfter(r.Words, n)
		if unit < 0 || n.kind != plain || n.values[0] < 2 || n.isYear() || r.numbering(n) || r.inDate(n) {
			continue
		}
		facts := r.toldAround(n.start, n.end)
		has := func(f *known) bool {
			return slices.ContainsFunc(n.values, func(v float64) bool { return f.units[measured{v, unit}] })
		}
		known := has(&r.all)
		if n.values[0] < manyUnits {
			known = known || len(facts) == 0
		}
		if !known && (r.names(n) || len(facts) > 0) {
			return r.doubt("figure-of-no-fact", n, map[string]any{"known": r.near(n)})
		}
	}
	return false
}
