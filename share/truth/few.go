package truth

import (
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// things are what facts count in small numbers: the values by the stem of a
// word after them, as in "three committees", and all of them by "".
type things map[string][]float64

// take takes what a text counts.
func (t things) take(words string, nums []number) {
	for _, n := range fewIn(words, nums) {
		if v := n.values[0]; v < unmistaken && !datesIn(words, n) && !slices.Contains(t[""], v) {
			t[""] = append(t[""], v)
		}
		for _, stem := range thingsAfter(words, n) {
			if v := n.values[0]; v < unmistaken && !slices.Contains(t[stem], v) {
				t[stem] = append(t[stem], v)
			}
		}
	}
}

// fewIn are the numbers of a text that may count things, small ones in words among
// them.
func fewIn(words string, nums []number) (all []number) {
	within := func(n number) bool {
		return slices.ContainsFunc(nums, func(other number) bool { return other.start <= n.start && n.end <= other.end })
	}
	for _, n := range slices.Concat(nums, slices.DeleteFunc(smallInWords(words), within)) {
		if n.kind != percent && n.kind != money && n.values[0] > 1 && !n.isYear() {
			all = append(all, n)
		}
	}
	return all
}

// thingWords is how many words after a number are read for what it counts.
const thingWords = 2

// thingsAfter are the stems of the words after a number that may say what it
// counts, up to the first that is none: "five nonprofit groups", "three of the men".
func thingsAfter(words string, n number) (stems []string) {
	rest := countries().Replace(strings.ToLower(words[n.end:min(len(words), n.end+nearby)]))
	for range thingWords {
		word := strings.TrimLeft(rest, " \u00a0-")
		end := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(word)
		}
		stem, ok := stemOf(word[:end])
		if len(word) == len(rest) || !ok && (filler()[word[:end]] || monthOf(word[:end]) > 0) {
			break
		}
		if ok {
			stems = append(stems, stem)
		}
		rest = word[end:]
	}
	return stems
}

// few finds a small number of what the facts that the sentence tells by its other
// words count by another: "five committees".
func (r countReader) few() bool {
	for _, n := range fewIn(r.Words, r.numbers()) {
		if n.values[0] >= unmistaken || r.numbering(n) || r.inDate(n) {
			continue
		}
		before, _, after := around(r.Words, []int{n.start, n.end})
		if r.longAgo(before + after) {
			continue
		}
		id := r.noPart(n, r.themes.alike(before+" "+after, nearWords, nearWeight))
		least, enough := nearWords, float64(nearWeight)
		if lists().Held.daysAfter(r.Words, n) > 0 || unitAfter(r.Words, n) >= 0 {
			least, enough = alikeWords, alikeWeight // hours and days are told of anything
		}
		for _, stem := range thingsAfter(r.Words, n) {
			if id == "" {
				id = r.countedOtherwise(stem, n, r.themes.alike(before+" "+after, least, enough, stem))
			}
		}
		if id != "" {
			return r.doubt("figure-unknown", n, fault.Values{"facts": []string{id}})
		}
	}
	return false
}

// countedOtherwise is the first of some facts that counts things, if none of them
// counts as many; or "".
func (k *Checker) countedOtherwise(stem string, n number, facts []string) (other string) {
	for _, id := range facts {
		values := k.facts[id].things[stem]
		if slices.ContainsFunc(n.values, func(v float64) bool { return slices.Contains(values, v) }) || n.values[0] >= fewest && n.is(k.facts[id].numbers) {
			return ""
		}
		if len(values) > 0 && other == "" {
			other = id
		}
	}
	return other
}

// noPart is the first of some facts that holds the whole of which a number is
// told as a part, if none of them holds the part; or "".
func (r countReader) noPart(n number, facts []string) (other string) {
	for _, whole := range r.numbers() {
		if !r.partOfWhole(n, whole) {
			continue
		}
		for _, id := range facts {
			f := r.Checker.facts[id]
			if slices.Contains(f.things[""], n.values[0]) {
				return ""
			}
			if whole.is(f.counts) && other == "" {
				other = id
			}
		}
	}
	return other
}
