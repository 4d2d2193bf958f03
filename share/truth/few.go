package truth

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
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
	rest := ordinal().ReplaceAllString(countries().Replace(strings.ToLower(words[n.end:min(len(words), n.end+nearby)])), "")
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
		if part := n; !r.partOfWhole(n, whole) {
			continue
		} else if part.kind = counted; r.inOneFact(part, whole) {
			return ""
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

// fewFellows are the figures of a fact that stand in a text at least where another of
// its figures is meant by one that is none.
const fewFellows = 3

// amongOthers finds beside several figures of a fact one that is another of them but
// for a slip: "123, 70, 33 and 62" for "123, 70, 33 and 26".
func (r countReader) amongOthers() bool {
	for _, id := range r.fellows() {
		f := r.Checker.facts[id]
		for _, n := range r.plainly() {
			if !n.is(f.numbers) && r.meansUntold(n, f) {
				return r.doubt("figure-unknown", n, fault.Values{"facts": []string{id}})
			}
		}
	}
	return false
}

// ofList reports a figure of a fact of which the text has several.
func (r countReader) ofList(n number) bool {
	return slices.ContainsFunc(r.fellows(), func(id string) bool { return n.is(r.Checker.facts[id].counts) })
}

// fellows are the facts of which the text has several figures.
func (r countReader) fellows() (ids []string) {
	all := r.plainly()
	if len(all) < fewFellows {
		return nil
	}
	for _, id := range r.themes.facts {
		fellows := 0
		for _, n := range all {
			if n.is(r.Checker.facts[id].counts) {
				fellows++
			}
		}
		if fellows >= fewFellows && len(r.Checker.facts[id].counts) > fewFellows {
			ids = append(ids, id)
		}
	}
	return ids
}

// plainly are the numbers of the text that count something, and no share or money.
func (r countReader) plainly() (all []number) {
	for _, n := range r.numbers() {
		if n.kind != percent && n.kind != money && n.values[0] >= fewest && !n.isYear() && !r.inDate(n) && !r.numbering(n) {
			all = append(all, n)
		}
	}
	return all
}

// meansUntold reports a number that a figure of a fact is but for a slip which the
// text does not have.
func (r countReader) meansUntold(n number, f *known) bool {
	for v := range f.counts {
		told := slices.ContainsFunc(r.numbers(), func(other number) bool { return slices.Contains(other.values, v) })
		if !told && v >= fewest && oneSlip(strconv.FormatFloat(v, 'f', -1, 64), strconv.FormatFloat(n.values[0], 'f', -1, 64)) {
			return true
		}
	}
	return false
}

// to is what stands between the ends of a range.
var to = pattern.New(`^ ?(?:[-–—]|to|a|and|y|hasta) ?$`)

// ranged finds a range of which a fact that its sentence tells has one end alone, and
// a figure close to the other.
func (r countReader) ranged() bool {
	all := r.numbers()
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.values[0] < fewest || a.values[0] >= b.values[0] || a.end >= b.start || r.inDate(a) || r.inDate(b) || !to().MatchString(r.Words[a.end:b.start]) {
			continue
		}
		before, _, after := around(r.Words, []int{a.start, b.end})
		for _, id := range r.themes.alike(before+" "+after, nearWords-1, nearWeight-1) {
			if r.Checker.facts[id].halfOf(a, b) {
				return r.doubt("figure-unknown", number{start: a.start, end: b.end, text: r.Words[a.start:b.end]}, fault.Values{"facts": []string{id}})
			}
		}
	}
	return false
}

// halfOf reports whether a fact has one end of a range and not the other, which one of
// its figures is close to.
func (f *known) halfOf(a, b number) bool {
	has, lacks := a.values[0], b.values[0]
	if b.is(f.counts) {
		has, lacks = lacks, has
	}
	for v := range f.counts {
		if v != has && (v > has) == (lacks > has) && v <= lacks*2 && lacks <= v*2 {
			return a.is(f.counts) != b.is(f.counts)
		}
	}
	return false
}

// allDays are days of which some are no working days.
var allDays = pattern.New(`^[ \x{00A0}](?:(?:calendar|consecutive|straight) days|días (?:naturales|corridos|calendario|consecutivos|seguidos))\b`)

// working are the stems of what makes of a day a working day.
var working = []string{"worki", "busin", "hábil", "labor"}

// calendar finds days of the calendar for as many working days.
func (r countReader) calendar() bool {
	for _, n := range r.numbers() {
		if !allDays().MatchString(r.Words[n.end:min(len(r.Words), n.end+nearby)]) {
			continue
		}
		for _, id := range r.themes.facts {
			if slices.ContainsFunc(working, func(stem string) bool { return slices.Contains(r.Checker.facts[id].things[stem], n.values[0]) }) {
				return r.doubt("figure-unknown", n, fault.Values{"facts": []string{id}})
			}
		}
	}
	return false
}

// nowadays is how a text says that a figure is of the day on which it is read.
var nowadays = needle.Compile(`(?i)\b(?:as of (?:today|now|this (?:week|month|morning))|to date|` +
	`hasta (?:hoy|ahora|la fecha)|a la fecha|al? día de hoy|hoy por hoy|a hoy)\b`)

// holdsNow is how a text says how many are held somewhere now.
var holdsNow = needle.Compile(`(?i)\b(?:tienen?|hay|están|siguen|quedan|mantiene|van|suman) (?:hoy|ahora|actualmente|todavía|aún)(?:[^\pL]|$)|` +
	`\b(?:hoy|ahora mismo|actualmente),? (?:\pL+ ){0,2}(?:tienen?|hay|están|siguen|quedan|mantiene|van|suman|llegan? a)(?:[^\pL]|$)|` +
	`\b(?:holds?|has|have|are|remain|sit)(?: \pL+){0,3} (?:today|right now|currently)\b|` +
	`\b(?:today|currently|right now),? (?:\pL+ ){0,2}(?:holds?|has|are|remains?|sits?|stands? at)\b`)

// undated finds a figure of the facts that is told as of today.
func (r countReader) undated() bool {
	if nowadays.First(r.Words, r.lower) == nil && holdsNow.First(r.Words, r.lower) == nil {
		return false
	}
	for _, n := range r.numbers() {
		if n.values[0] < unmistaken || n.isYear() || len(r.stating(n)) == 0 {
			continue
		}
		before, found, after := around(r.Words, []int{n.start, n.end})
		sentence := before + found + after
		if (nowadays.In(sentence) || r.subject(sentence) && holdsNow.In(sentence)) && !anyYear().MatchString(sentence) {
			r.find(campaign.Warning, "held-today", n.start, n.end, fault.Values{"found": clip(strings.TrimSpace(sentence))})
			return true
		}
	}
	return false
}

// bench is how a court of nine divides, judges the words that say that one does.
var (
	bench  = pattern.New(`\b([5-8]) ?(?:[-–—]|to|a|contra|por) ?([1-4])\b`)
	judges = pattern.New(`(?i)\b(?:court|justices|corte|magistrad[oa]s|tribunal)\b`)
)

// justices are as many as divide.
const justices = 9

// divided finds how a court divided where the facts that the sentence tells have
// another vote of it.
func (r countReader) divided() bool {
	for _, m := range bench().FindAllStringSubmatchIndex(r.Words, -1) {
		before, found, after := around(r.Words, m[:2])
		a, b := amount(r.Words[m[2]:m[3]]), amount(r.Words[m[4]:m[5]])
		if a+b != justices || !judges().MatchString(before+found+after) {
			continue
		}
		told := r.themes.alike(before+" "+after, nearWords, nearWeight)
		holds := func(id string) bool { f := r.Checker.facts[id]; return f.numbers[a] && f.numbers[b] }
		if i := slices.IndexFunc(told, r.votes); i >= 0 && !slices.ContainsFunc(told, holds) {
			return r.doubt("figure-unknown", number{start: m[0], end: m[1], text: r.Words[m[0]:m[1]]}, fault.Values{"facts": told[i : i+1]})
		}
	}
	return false
}

// votes reports whether a fact has a figure of votes.
func (k *Checker) votes(id string) bool {
	return slices.ContainsFunc(k.facts[id].fact.Figures, func(g campaign.Figure) bool { return g.Unit == "votes" })
}

// article is how a part of a law or a treaty is named.
var article = pattern.New(`\b(?i:articles?|artículos?) (\d{1,3})\b`)

// articles finds the part of a law of which a fact that the sentence tells names
// another.
func (r countReader) articles() bool {
	for _, m := range article().FindAllStringSubmatchIndex(r.Words, -1) {
		before, _, after := around(r.Words, m[:2])
		told := r.themes.alike(before+" "+after, nearWords, nearWeight)
		v := amount(r.Words[m[2]:m[3]])
		names := func(id string) bool {
			return slices.ContainsFunc(r.Checker.facts[id].fact.Figures, func(g campaign.Figure) bool { return g.Unit == "article" })
		}
		holds := func(id string) bool { return names(id) && r.Checker.facts[id].numbers[v] }
		if i := slices.IndexFunc(told, names); i >= 0 && !slices.ContainsFunc(told, holds) {
			return r.doubt("figure-unknown", number{start: m[0], end: m[1], text: r.Words[m[0]:m[1]]}, fault.Values{"facts": told[i : i+1]})
		}
	}
	return false
}

// yearSlip finds a year that is one of a fact which its sentence tells but for a slip.
func (r countReader) yearSlip() bool {
	for _, n := range r.numbers() {
		if !n.isYear() || n.is(r.all.numbers) {
			continue
		}
		before, _, after := around(r.Words, []int{n.start, n.end})
		for _, id := range r.themes.alike(before+" "+after, nearWords, nearWeight) {
			if slices.ContainsFunc(r.Checker.facts[id].fact.Figures, func(g campaign.Figure) bool {
				return g.Unit == "year" && oneSlip(strconv.FormatFloat(g.Value, 'f', -1, 64), n.text)
			}) {
				return r.doubt("figure-unknown", n, fault.Values{"facts": []string{id}})
			}
		}
	}
	return false
}
