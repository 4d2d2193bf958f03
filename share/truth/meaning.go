package truth

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A meaning is a wrong wording by what its words say, whatever their order: each
// word by those that say the same, or by its stem.
type meaning struct {
	wording
	says    []string
	rights  []string // what the right wording says and the wrong one does not
	negated bool
}

// fewSaid is how many words that tell something a wrong wording has at least to be
// known by them in any order; with one less the sentence has to tell the fact.
const fewSaid = 3

// meanings reads the meanings of the wrong wordings.
func meanings(all []wording) (list []meaning) {
	for _, w := range all {
		m := meaning{wording: w, says: saysOf(w.wrong), negated: negation().MatchString(w.wrong)}
		right := saysOf(w.right)
		within := !slices.ContainsFunc(m.says, func(said string) bool { return !slices.Contains(right, said) })
		if within && (!possible().MatchString(w.right) || possible().MatchString(w.wrong)) {
			continue // the right wording says that too
		}
		for _, said := range right {
			if !slices.Contains(m.says, said) {
				m.rights = append(m.rights, said)
			}
		}
		own := slices.ContainsFunc(m.says, func(said string) bool { return len(sameWords().of[said]) == 0 })
		if len(m.says) >= fewSaid || len(m.says) == fewSaid-1 && own {
			list = append(list, m)
		}
	}
	return list
}

// possible makes of what is so what can be: "it can hold 60 readers".
var possible = pattern.New(`(?i)\b(?:can|could|may|might|pued\pL+|podría\pL*)\b`)

// sameWords are the words of the list of meanings, whole and by how they begin,
// and of which line they are.
var sameWords = sync.OnceValue(func() (m struct {
	whole, begin map[string]string
	of           map[string][]string
}) {
	m.whole, m.begin, m.of = map[string]string{}, map[string]string{}, map[string][]string{}
	for _, line := range lists().Meaning {
		m.of[line[0]] = line
		for _, word := range line {
			into := m.whole
			if begin, any := strings.CutSuffix(word, "*"); any {
				into, word = m.begin, begin
			}
			if into[word] == "" {
				into[word] = line[0]
			}
		}
	}
	return m
})

// filler are words that tell nothing by themselves.
var filler = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, word := range lists().Filler {
		all[word] = true
	}
	return all
})

// countries are those of several words or with points, each made one word.
var countries = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, long := range slices.Sorted(maps.Keys(lists().Countries)) {
		pairs = append(pairs, long, lists().Countries[long])
	}
	return strings.NewReplacer(pairs...)
})

// saysOf is what the words of a text say, each once, in order.
func saysOf(text string) (all []string) {
	text = countries().Replace(strings.ToLower(text))
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' }) {
		if said := sayOf(word); said != "" && !slices.Contains(all, said) {
			all = append(all, said)
		}
	}
	return all
}

// sayOf is what a word in small letters says, or "".
func sayOf(word string) string {
	if filler()[word] || len(word) < 2 {
		return ""
	}
	if said := sayAlike(word); said != "" {
		return said
	}
	if utf8.RuneCountInString(word) > stemmed {
		word = string([]rune(word)[:stemmed])
	}
	return word
}

// sayAlike is the first of the words of the list of meanings that say what a word
// says, or "".
func sayAlike(word string) string {
	same := sameWords()
	if said := same.whole[word]; said != "" {
		return said
	}
	for end := len(word); end >= shortNoun; end-- {
		if said := same.begin[word[:end]]; said != "" {
			return said
		}
	}
	return ""
}

// supposed is what makes of a wording a thing asked for, feared or said by others.
var supposed = pattern.New(`(?i)\b(?:would|could|should|might|may|if|whether|ask\w*|claims?|alleg\w*|argue\w*|myth|bill|propos\w*|lawsuit|` +
	`si|podría\w*|debería\w*|pid\w*|pregunt\w*|alega\w*|sostien\w*|mito|proyecto|demanda)\b|prohibiría|\?$`)

// meant finds in free words what a fact says is wrong, said in other words.
func (r *reading) meant() {
	if r.Kept || r.read || r.told("never-say") {
		return
	}
	words, _ := r.unquoted()
	for start := 0; start < len(words); {
		end := start
		for end < len(words) && (words[end] == ';' || !endsAt(words, end)) {
			end++
		}
		sentence := words[start:min(end+1, len(words))]
		if m := r.wrongIn(strings.TrimSpace(sentence)); m != nil {
			r.find(campaign.Warning, "never-say", start, end, fault.Values{"wrong": clip(strings.TrimSpace(sentence)), "right": m.right, "fact": m.fact})
			return
		}
		start = end + 1
	}
}

// saidBy reports whether a text says all that the wording says; of five words or more
// one may be another, if it is no number.
func (m *meaning) saidBy(said []string) bool {
	missing := 0
	for _, s := range m.says {
		if slices.Contains(said, s) {
			continue
		}
		if missing++; s[0] <= '9' {
			return false
		}
	}
	return missing == 0 || missing == 1 && len(m.says) > fewSaid+1
}

// wrongIn is the wrong wording that a sentence says, or nil.
func (r *reading) wrongIn(sentence string) *meaning {
	said := saysOf(sentence)
	for i := range r.meanings() {
		m := &r.meanings()[i]
		if r.Lang != "" && m.lang != r.Lang || !m.saidBy(said) || slices.ContainsFunc(m.rights, func(s string) bool { return slices.Contains(said, s) }) {
			continue
		}
		if negation().MatchString(sentence) != m.negated || supposed().MatchString(sentence) {
			continue
		}
		if len(m.says) >= fewSaid || r.themes.weighs(sentence, m.fact, nil) >= nearWeight {
			return m
		}
	}
	return nil
}
