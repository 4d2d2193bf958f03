package truth

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
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
	for _, n := range fewIn(r.Words, r.numbers()) {
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
			here := slices.ContainsFunc(facts, func(id string) bool { return has(r.Checker.facts[id]) })
			known = (known || len(facts) == 0 || n.values[0] < fewest) && (here || !r.otherUnit(n, unit, facts))
		}
		if !known && (r.names(n) || len(facts) > 0) {
			return r.doubt("figure-of-no-fact", n, map[string]any{"known": r.near(n)})
		}
	}
	return false
}

// otherUnit reports whether some facts tell as much in another unit.
func (r countReader) otherUnit(n number, unit int, facts []string) bool {
	return slices.ContainsFunc(facts, func(id string) bool {
		for m := range r.Checker.facts[id].units {
			if m.Unit != unit && slices.Contains(n.values, m.Value) {
				return true
			}
		}
		return false
	})
}

// Holding is how a text tells that people are held, and for how long.
type holding struct {
	Words *needle.Pattern
	Days  map[string]float64 // of a unit
}

// in reports whether a text tells that people are held.
func (h *holding) in(words string) bool { return h.Words.First(words, strings.ToLower(words)) != nil }

// daysAfter is how long a number and the unit after it are, in days; 0 if no unit
// of time follows.
func (h *holding) daysAfter(words string, n number) float64 {
	rest := strings.TrimLeft(words[n.end:min(len(words), n.end+nearby)], " -\u00a0")
	if parting().MatchString(rest) && !lasting().MatchString(words[max(0, n.start-nearby):n.start]) {
		return 0
	}
	if end := strings.IndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) }); end >= 0 {
		rest = rest[:end]
	}
	return n.values[0] * h.Days[strings.ToLower(rest)]
}

// lasting is what stands before a time that lasts.
var lasting = pattern.New(`(?i)\b(?:for|durante|por)(?: \pL+)? $`)

// thoseHeld are those of whom the campaign tells, as a text may call them.
var thoseHeld = pattern.New(`(?i)\b(?:the|these|those|los|las|es[oa]s|est[oa]s) (?:\d+ )?` + ofPeople + `|\b(?:they|estuvieron|pasaron|l[oa]s tuvieron)\b`)

// parting is a time that lies between two events, and in which nobody is held.
var parting = pattern.New(`^(?i)\pL+ (?:after|before|later|ago|earlier|después|antes|más tarde|atrás)\b`)

// spansIn are the times in days for which a text says that people are held.
func spansIn(words string, nums []number) (all []float64) {
	for _, n := range fewIn(words, nums) {
		before, found, after := around(words, []int{n.start, n.end})
		if days := lists().Held.daysAfter(words, n); days > 0 && lists().Held.in(before+found+after) {
			all = append(all, days)
		}
	}
	return all
}

// takeSpans takes from a fact's data for how long people are held.
func (k *Checker) takeSpans(f *campaign.Fact) {
	for _, g := range f.Figures {
		for _, label := range g.Label {
			if days := g.Value * lists().Held.Days[g.Unit]; days > 0 && lists().Held.in(label) {
				k.spans = append(k.spans, days)
			}
		}
	}
}

// roundly is the share by which a time may differ from one of the facts and be the
// same, told in another unit: four months, 17 weeks, 125 days.
const roundly = 0.12

// heldFor finds how long a text says that those are held of whom the campaign tells,
// where no fact has it.
func (r countReader) heldFor() bool {
	for _, n := range fewIn(r.Words, r.numbers()) {
		days := lists().Held.daysAfter(r.Words, n)
		if days == 0 || len(r.spans) == 0 || r.inDate(n) || r.numbering(n) {
			continue
		}
		before, found, after := around(r.Words, []int{n.start, n.end})
		known := slices.ContainsFunc(r.spans, func(span float64) bool { return math.Abs(span-days) <= roundly*span })
		sentence := before + found + after
		if known || !lists().Held.in(sentence) || r.longAgo(sentence) {
			continue
		}
		if r.names(n) || r.countsSome(n) || thoseHeld().MatchString(sentence) {
			return r.doubt("figure-of-no-fact", n, fault.Values{"known": r.near(n)})
		}
	}
	return false
}
