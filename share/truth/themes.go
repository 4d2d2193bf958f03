package truth

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// Themes are the facts by the stems of the words that they are told with, in
// every language. They say which facts a sentence tells that names neither a
// fact nor the campaign's subject.
type themes struct {
	facts  []string           // ids
	with   map[string][]int   // facts by stem, in order
	weight map[string]float64 // of a stem: the fewer facts have it, the more
}

// stemmed is how many letters of a word are its stem, shortStem how many a word
// has at least that tells something.
const (
	stemmed   = 5
	shortStem = 4
)

// themesOf are the themes of facts, of which the stems of each are given.
func themesOf(facts []campaign.Fact, stems map[string][]string) *themes {
	t := &themes{with: map[string][]int{}, weight: map[string]float64{}}
	for i := range facts {
		for _, stem := range stems[facts[i].ID] {
			t.with[stem] = append(t.with[stem], i)
		}
		t.facts = append(t.facts, facts[i].ID)
	}
	for stem, with := range t.with {
		t.weight[stem] = math.Log(float64(len(facts)) / float64(len(with)))
	}
	return t
}

// stemsOf lists the stems of the words that each fact is told with, in order.
func stemsOf(c *campaign.Campaign) map[string][]string {
	all := make(map[string][]string, len(c.Facts))
	for i := range c.Facts {
		f := &c.Facts[i]
		seen := map[string]bool{}
		for _, text := range []campaign.Text{f.Claim, f.Headline} {
			for _, words := range text {
				maps.Copy(seen, stems(words))
			}
		}
		all[f.ID] = slices.Sorted(maps.Keys(seen))
	}
	return all
}

// stems are those of the words of a text that are long enough to tell something.
func stems(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if stem, ok := stemOf(word); ok {
			all[stem] = true
		}
	}
	if strings.ContainsAny(words, "0123456789") {
		for _, m := range bills().FindAllStringSubmatch(words, -1) {
			all["#"+m[1]+m[2]] = true
		}
	}
	return all
}

// bills are numbers of bills, resolutions and sections, which tell a fact like a rare word.
var bills = pattern.New(`\b(?:H|S|R)\. ?(?:R\.|Res\.)? ?(\d{2,5})\b|\b(\d{3}[A-Z])\b`)

// stemOf is the stem of a word in small letters. Words for the same grave thing
// have one.
func stemOf(word string) (string, bool) {
	if len(word) < shortStem || monthOf(word) > 0 || filler()[word] {
		return "", false
	}
	for _, grave := range graves()[word[:graveKey]] {
		if strings.HasPrefix(word, grave[0]) {
			return grave[1], true
		}
	}
	if said := sayAlike(word); said != "" {
		return said, true
	}
	end := 0
	for range stemmed {
		_, n := utf8.DecodeRuneInString(word[end:])
		end += n
	}
	return word[:end], utf8.RuneCountInString(word) >= shortStem
}

// graveKey is how many bytes of a word tell most grave ones from it.
const graveKey = 2

// graves are how words for grave things begin, each with the first of those for the
// same thing, by their first bytes.
var graves = sync.OnceValue(func() map[string][][2]string {
	all := map[string][][2]string{}
	for _, same := range lists().Grave {
		for _, lang := range slices.Sorted(maps.Keys(same)) {
			for _, begin := range same[lang] {
				begin = strings.TrimSpace(begin)
				all[begin[:graveKey]] = append(all[begin[:graveKey]], [2]string{begin, same["en"][0]})
			}
		}
	}
	return all
})

const (
	alikeWords  = 3 // of a fact stand at least in a sentence that tells it
	alikeWeight = 4 // is what they weigh together
)

// told are the facts that a sentence tells by its words, in order.
func (t *themes) told(sentence string) []string { return t.alike(sentence, alikeWords, alikeWeight) }

// nearWords and nearWeight are enough where the sentence has a figure of the fact
// with one digit wrong.
const nearWords, nearWeight = 2, 3

// alike are the facts that share a number of words with a sentence at least,
// which weigh enough together. Some stems may be left out.
func (t *themes) alike(sentence string, least int, enough float64, but ...string) (ids []string) {
	weight, words := t.weigh(sentence, but...)
	for i, w := range weight {
		if words[i] >= least && w >= enough {
			ids = append(ids, t.facts[i])
		}
	}
	slices.Sort(ids)
	return ids
}

// weigh is what the words that each fact shares with a sentence weigh, and how many
// they are. Some stems may be left out.
func (t *themes) weigh(sentence string, but ...string) (weight []float64, words []int) {
	weight, words = make([]float64, len(t.facts)), make([]int, len(t.facts))
	for stem := range stems(sentence) {
		if slices.Contains(but, stem) {
			continue
		}
		for _, i := range t.with[stem] {
			weight[i] += t.weight[stem]
			if words[i]++; stem[0] == '#' {
				words[i] += alikeWords - 1 // a bill's number says more than a word
				weight[i] += billWeight
			}
		}
	}
	return weight, words
}

// billWeight is what the number of a bill weighs more than a word.
const billWeight = 7

// weighs is what the words weigh that a text shares with a fact and that others are
// not told with.
func (t *themes) weighs(text, fact string, others []string) (weight float64) {
	for stem := range stems(text) {
		in := func(id string) bool {
			return slices.ContainsFunc(t.with[stem], func(i int) bool { return t.facts[i] == id })
		}
		if in(fact) && !slices.ContainsFunc(others, in) {
			weight += t.weight[stem]
		}
	}
	return weight
}

// longAgo reports whether a sentence tells of years that all lie before those
// of the campaign's facts.
func (k *Checker) longAgo(sentence string) bool {
	if !strings.Contains(sentence, "19") && !strings.Contains(sentence, "20") {
		return false
	}
	years := anyYear().FindAllString(sentence, -1)
	return len(years) > 0 && !slices.ContainsFunc(years, func(year string) bool { return k.since == 0 || year >= strconv.Itoa(int(k.since)) })
}

// sinceWhen is the first year of which the facts of a campaign tell a day.
func sinceWhen(said map[day]bool) (first day) {
	for d := range said {
		if year := d / 10000; year > 0 && d != d.month() && (first == 0 || year < first) {
			first = year
		}
	}
	return first
}
