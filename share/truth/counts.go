package truth

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A countReader holds what a text counts to whom its facts count.
type countReader struct{ *reading }

// miscounts finds in free words figures that stand in a fact and do not say there
// what they say here: of other people, as a part of another whole, without a
// negation, or of another day. Each is for a person to judge.
func (r countReader) miscounts() {
	if r.read || len(r.Facts) > 0 || len(r.campaign.Facts) == 0 {
		return
	}
	for _, rule := range []func(countReader) bool{
		countReader.scored, countReader.amongOthers, countReader.ranged, countReader.calendar,
		countReader.undated, countReader.divided, countReader.articles, countReader.yearSlip,
		countReader.few, countReader.heldFor, countReader.unheardOf, countReader.mismeasured,
		countReader.notTold, countReader.ofOthers, countReader.mislabelled, countReader.ofAll,
		countReader.unrelated, countReader.partOfAnother, countReader.unnegated, countReader.olderPoint,
	} {
		if rule(r) {
			return // one of them is enough to look the figure up
		}
	}
}

func (r countReader) doubt(rule string, n number, values fault.Values) bool {
	values["figure"] = n.text
	r.find(campaign.Warning, rule, n.start, n.end, values)
	return true
}

// numbered is what stands before a number that only names something.
var numbered = pattern.New(`(?:\p{Lu}[\p{L}.]*|(?i:pages?|p\.|room|bus|line|channel|página|sala|línea|canal|km)|#) ?$`)

// unheardOf finds a plain number on the campaign's subject that stands nowhere
// in its facts.
func (r countReader) unheardOf() bool {
	for _, n := range r.numbers() {
		after := r.Words[n.end:min(len(r.Words), n.end+nearby)]
		unit := unitAfter(r.Words, n) >= 0 && n.values[0] > 1
		if n.kind != plain || !unit && n.values[0] < unmistaken || n.isYear() || n.is(r.all.numbers) || r.aside(n) || r.inDate(n) || !r.names(n) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00a0"))
		if unit || !unicode.IsUpper(next) && !numbered().MatchString(r.Words[max(0, n.start-nearby):n.start]) {
			return r.doubt("figure-of-no-fact", n, fault.Values{"known": r.near(n)})
		}
	}
	return false
}

// score finds the count of a vote, votes the words that say that it is a vote.
var (
	score = pattern.New(`\b(\d{1,3}) ?(?:[-–—]|to|a|against|contra|por) ?(\d{1,3})\b`)
	votes = needle.Compile(`(?i)\bvot(?:e[sd]?|ing|os?|ó|aron|ación|aciones)(?:[^\pL]|$)|\b(?:reject|rechaz|aprob|fail|perdi|fracas)\pL+|\bpassed\b`)
)

// scored finds the outcome of a vote that no fact has, in a text that tells one.
func (r countReader) scored() bool {
	if votes.First(r.Words, r.lower) == nil {
		return false
	}
	for _, m := range score().FindAllStringSubmatchIndex(r.Words, -1) {
		a, _ := strconv.ParseFloat(r.Words[m[2]:m[3]], 64)
		b, _ := strconv.ParseFloat(r.Words[m[4]:m[5]], 64)
		if a+b < unmistaken/2 {
			continue // hours, ages, games
		}
		if id := r.otherScore(a, b); id != "" {
			return r.doubt("figure-unknown", number{start: m[0], end: m[1], text: r.Words[m[0]:m[1]]}, fault.Values{"facts": []string{id}})
		}
	}
	return false
}

// otherScore is the fact that holds one of two numbers, and the other but for a
// slip; "" where some fact holds both.
func (k *Checker) otherScore(a, b float64) (near string) {
	for id, f := range k.facts {
		if f.numbers[a] && f.numbers[b] {
			return ""
		}
		for _, pair := range [2][2]float64{{a, b}, {b, a}} {
			for v := range f.counts {
				if f.counts[pair[0]] && v != pair[0] && v >= fewest && oneSlip(strconv.FormatFloat(v, 'f', -1, 64), strconv.FormatFloat(pair[1], 'f', -1, 64)) {
					near = max(near, id)
				}
			}
		}
	}
	return near
}

// notTold finds a figure that stands in none of the facts which its sentence
// tells by its words.
func (r countReader) notTold() bool {
	for _, n := range r.numbers() {
		some := n.values[0] >= fewest && ofThem().MatchString(r.Words[n.end:min(len(r.Words), n.end+nearby)])
		if n.isYear() || r.aside(n) || r.inDate(n) || n.kind == plain && !some && !r.counting(n) || n.kind == counted && n.values[0] < fewest {
			continue
		}
		before, found, after := around(r.Words, []int{n.start, n.end})
		if r.longAgo(before+found+after) || r.ofList(n) {
			continue
		}
		if fact := r.slipped(n, before+found+after); fact != "" {
			return r.doubt("figure-unknown", n, fault.Values{"facts": []string{fact}})
		}
		facts := r.toldAround(n.start, n.end)
		if len(facts) == 0 && ofThem().MatchString(r.Words[n.end:min(len(r.Words), n.end+nearby)]) {
			facts = r.themes.alike(before+found+after, nearWords, nearWeight)
		}
		if len(facts) > 0 && !slices.ContainsFunc(facts, func(id string) bool { return r.Checker.facts[id].mayHold(n) }) {
			return r.doubt("figure-unknown", n, fault.Values{"facts": facts})
		}
	}
	return false
}

// ofThem is what stands after a part of those of whom a campaign tells.
var ofThem = pattern.New(`^ (?:of|de) (?:(?:the|those|these|all|los|las|es[oa]s|est[oa]s) )?` + ofPeople)

// slipped is the fact that a sentence is about and one of whose counts a number
// has with one digit wrong, or two the wrong way round: 173 for 137.
func (r countReader) slipped(n number, sentence string) string {
	if n.kind != counted || n.values[0] < unmistaken || n.is(r.all.numbers) {
		return ""
	}
	ids := slices.Concat(r.themes.alike(sentence, nearWords, nearWeight), r.datedBy(sentence))
	if r.publisherIn(sentence, strings.ToLower(sentence)) {
		ids = append(ids, r.themes.facts...)
	}
	for _, id := range ids {
		for v := range r.Checker.facts[id].counts {
			if oneSlip(strconv.FormatFloat(v, 'f', -1, 64), strconv.FormatFloat(n.values[0], 'f', -1, 64)) {
				return id
			}
		}
	}
	return ""
}

// datedBy are the facts that tell a day which a sentence names with its year.
func (r countReader) datedBy(sentence string) (ids []string) {
	for _, d := range daysIn(sentence, r.numbersOf(sentence)) {
		for id, f := range r.Checker.facts {
			if d.day != d.day.month() && d.day != d.day.yearless() && f.said[d.day] {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

// oneSlip reports whether two numbers differ in one digit, or in the order of
// two that stand side by side.
func oneSlip(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i == len(a) {
		return false
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// counting reports a plain number that numbers nothing by its looks, in a
// sentence with the campaign's subject or another count of its facts.
func (r countReader) counting(n number) bool {
	after := r.Words[n.end:min(len(r.Words), n.end+nearby)]
	if unitAfter(r.Words, n) >= 0 && n.values[0] > 1 {
		return true
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00a0"))
	return n.values[0] >= unmistaken && !unicode.IsUpper(next) && !numbered().MatchString(r.Words[max(0, n.start-nearby):n.start]) &&
		(r.names(n) || r.besideCount(n, 0, len(r.Words)))
}

// toldAround are the facts that the sentence of some bytes tells by its words.
func (r *reading) toldAround(start, end int) []string {
	before, found, after := around(r.Words, []int{start, end})
	return r.themes.told(before + found + after)
}

// mayHold reports whether a figure stands in the fact; a plain one of any kind.
func (f *known) mayHold(n number) bool { return f.holds(n) || n.kind == plain && n.is(f.numbers) }

// names reports whether the sentence of a number names the campaign's subject.
func (r countReader) names(n number) bool {
	before, found, after := around(r.Words, []int{n.start, n.end})
	return r.akin(before + found + after)
}

// peoples are whom a figure may count, each in a group of its own.
var peoples = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:(` + strings.Join(lists().Peoples, ")|(") + `))`)
})

// somePeople tells texts that may name one, which few do.
var somePeople = sync.OnceValue(func() *needle.Patterns {
	var all []*needle.Pattern
	for _, stems := range lists().Peoples {
		all = append(all, needle.Compile(`(?i)\b(?:`+stems+`)`))
	}
	return needle.SetOf(all)
})

// peopleIn are the numbers of the groups of peoples that a text names.
func peopleIn(s string) (all []int) {
	for _, m := range namesOfPeople(s) {
		all = append(all, slices.IndexFunc(m[2:], func(at int) bool { return at >= 0 })/2)
	}
	return all
}

// namesOfPeople are the places where a text names one, in the groups of peoples.
func namesOfPeople(s string) [][]int {
	if !slices.Contains(somePeople().Likely(strings.ToLower(s)), true) {
		return nil
	}
	return peoples().FindAllStringSubmatchIndex(s, -1)
}

// countedIn are those whom a text of the facts counts or may count: not what is
// only called after them, as the prison of a nation is.
func countedIn(s string) (all []int) {
	for _, m := range namesOfPeople(s) {
		_, end := wordAt(s, m[0])
		group := slices.IndexFunc(m[2:], func(at int) bool { return at >= 0 }) / 2
		if group >= lists().Nations || s[end-1] == 's' || asPeople().MatchString(s[end:min(len(s), end+nearby)]) {
			all = append(all, group)
		}
	}
	return all
}

// asPeople is what makes of a nation's name after a number those of it.
var asPeople = pattern.New(`^ (?i:` + ofPeople + `|nationals|citizens|women|families)`)

// whom are the words after a number that may say whom it counts.
var whom = pattern.New(`^[ \x{00A0}](?:\p{L}+[ \x{00A0}]){0,2}?\p{L}+`)

// fewPeople are told of by their number in many texts.
const fewPeople = 30

// ofOthers finds a count that its facts have of other people.
func (r countReader) ofOthers() bool {
	for _, n := range r.numbers() {
		if n.kind != counted || n.values[0] < fewPeople {
			continue
		}
		of := peopleIn(whom().FindString(r.Words[n.end:min(len(r.Words), n.end+nearby)]))
		facts := r.stating(n)
		if len(of) == 0 || len(facts) == 0 {
			continue
		}
		if !slices.ContainsFunc(facts, func(id string) bool { return r.Checker.facts[id].peoples[of[0]] }) {
			return r.doubt("figure-of-others", n, fault.Values{"fact": facts[0]})
		}
	}
	return false
}

// ofAll finds a share of the facts that is told of all people, and of nobody's list.
func (r countReader) ofAll() bool {
	for _, n := range slices.Concat(r.numbers(), sharesIn(r.Words)) {
		if n.kind != percent || !n.is(r.all.shares) || !ofAllPeople().MatchString(r.Words[n.end:min(len(r.Words), n.end+nearby)]) {
			continue
		}
		if facts := r.stating(n); len(facts) > 0 && (r.names(n) || r.toldBy(n)) {
			return r.doubt("figure-of-others", n, fault.Values{"fact": facts[0]})
		}
	}
	return false
}

// ofAllPeople is what makes of a share one of all people.
var ofAllPeople = pattern.New(`^[ \x{00A0}]?(?:%|percent|per cent|por ciento)? ?(?:of|de) (?:all|every|tod[oa]s) (?:(?:the|l[oa]s) )?` + ofPeople)

// unrelated finds a share beside counts with which it stands in no fact.
func (r countReader) unrelated() bool {
	var counts []number
	for _, n := range r.numbers() {
		if n.kind != percent && n.kind != money && n.values[0] >= unmistaken && !n.isYear() && n.is(r.all.counts) {
			counts = append(counts, n)
		}
	}
	for _, n := range slices.Concat(r.numbers(), sharesIn(r.Words)) {
		if n.kind == percent && len(counts) > 0 && n.is(r.all.shares) && !slices.ContainsFunc(counts, func(c number) bool { return r.inOneFact(n, c) }) {
			return r.doubt("figures-unrelated", n, fault.Values{"other": counts[0].text})
		}
	}
	return false
}

// inOneFact reports whether a fact holds both figures.
func (r countReader) inOneFact(a, b number) bool {
	for _, f := range r.Checker.facts {
		if f.holds(a) && b.is(f.numbers) {
			return true
		}
	}
	return false
}

// partOf is what stands between a part and its whole.
var partOf = pattern.New(`^[ \x{00A0}](?:\p{L}+[ \x{00A0}]){0,4}?(?:of|out of|de|entre)[ \x{00A0}](?:(?:the|all|those|these|los|las|esos|estos)[ \x{00A0}])*$`)

// partOfWhole reports whether a number is told as a part of a count of the facts.
func (r *reading) partOfWhole(part, whole number) bool {
	return part.end <= whole.start && whole.start-part.end <= 2*nearby && whole.values[0] >= unmistaken && part.values[0] < whole.values[0] &&
		!whole.isYear() && whole.is(r.all.counts) &&
		partOf().MatchString(r.Words[part.end:whole.start])
}

// partOfAnother finds a count as a part of a whole with which it stands in no
// fact.
func (r countReader) partOfAnother() bool {
	all := r.numbers()
	for i := 1; i < len(all); i++ {
		part, whole := all[i-1], all[i]
		if part.kind == percent || part.kind == money || !part.is(r.all.numbers) || !r.partOfWhole(part, whole) {
			continue
		}
		if part.kind = counted; !r.inOneFact(part, whole) {
			return r.doubt("figures-unrelated", part, fault.Values{"other": whole.text})
		}
	}
	return false
}

// negation is how a sentence says that something is not so.
var negation = pattern.New(`(?i)\b(?:no|not|none|never|without|nobody|neither|nor|clean|lack\p{L}*|unknown|den(?:y|ied)|refus\p{L}+|` +
	`sin|ningun[oa]s?|ningún|nadie|nunca|jamás|ni|tampoco|carec\p{L}+|limpi[oa]s?|neg\p{L}+|desconoc\p{L}+)\b|n['’]t\b`)

// negated reports whether the sentence of a number in a text has a negation.
func negated(words string, n number) bool {
	before, found, after := around(words, []int{n.start, n.end})
	return negation().MatchString(before + found + after)
}

// unnegated finds a share without the negation that its facts always tell it
// with, "75% had a record" for "no record was found for 75%", and the rest of such
// a share with it: "one in four had no record".
func (r countReader) unnegated() bool {
	for _, n := range slices.Concat(r.numbers(), sharesIn(r.Words), fractionsIn(r.Words)) {
		if n.kind != percent || !r.names(n) && !r.besideAny(n) && !r.toldBy(n) {
			continue
		}
		share, rule, values := n, "negation-lost", fault.Values{}
		if negated(r.Words, n) {
			if nearly(n.values[0], r.all.shares) {
				continue
			}
			share.values, rule = []float64{100 - n.values[0]}, "figure-unknown"
		}
		if fact := r.alwaysNegated(share); fact != "" {
			values["fact"], values["facts"] = fact, []string{fact}
			return r.doubt(rule, n, values)
		}
	}
	return false
}

// alwaysNegated is a fact that tells a share with a negation, if all facts that
// tell it do; or "".
func (k *Checker) alwaysNegated(n number) (never string) {
	for id, f := range k.facts {
		if f.holds(n) && !f.negated[n.values[0]] {
			return ""
		}
		if f.holds(n) {
			never = max(never, id)
		}
	}
	return never
}

// besideAny reports whether a count of the facts stands in the text.
func (r countReader) besideAny(n number) bool { return r.besideCount(n, 0, len(r.Words)) }

// An older value of a row of points in time, and the day of the next.
type older struct {
	Value float64
	Since campaign.Date
}

// olderOf are the values of a drawing in time that a later one has replaced.
func olderOf(s *campaign.Scene) (all []older) {
	for i := 1; i < len(s.Points); i++ {
		if a, b := s.Points[i-1], s.Points[i]; !b.Date.IsZero() && a.Value >= unmistaken && a.Value < b.Value {
			all = append(all, older{a.Value, b.Date})
		}
	}
	return all
}

// olderPoint finds a value that a later one has replaced, in a sentence that
// does not say of when it is.
func (r countReader) olderPoint() bool {
	for _, n := range r.numbers() {
		before, found, after := around(r.Words, []int{n.start, n.end})
		if n.kind == percent || n.kind == money || anyYear().MatchString(before+found+after) {
			continue
		}
		for _, f := range r.campaign.Facts {
			for _, old := range r.Checker.facts[f.ID].older {
				if slices.Contains(n.values, old.Value) {
					return r.doubt("figure-superseded", n, fault.Values{"value": n.text, "fact": f.ID, "date": old.Since.String()})
				}
			}
		}
	}
	return false
}
