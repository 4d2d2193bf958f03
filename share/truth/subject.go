package truth

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// often is the share of facts that a name stands in to be of the subject.
const often = 0.1

// fewFacts of one publisher do not make its name one of every day.
const fewFacts = 3

// proper is a name as it stands within a sentence, common a word that is none.
var (
	proper = pattern.New(`[\pL,;] (\p{Lu}\pL{4,})`)
	common = pattern.New(`\b\p{Ll}{5,}`)
)

// subjectsOf are the names of what the campaign is about: those that many claims
// hold, and none of which is a publisher's or a word of every day.
func subjectsOf(c *campaign.Campaign) (all []string) {
	in, publishers, not := map[string]int{}, map[string]int{}, everyday()
	for i := range c.Facts {
		f := &c.Facts[i]
		seen := map[string]bool{}
		for _, words := range f.Claim {
			for _, m := range proper().FindAllStringSubmatch(words, -1) {
				if !seen[m[1]] {
					seen[m[1]] = true
					in[m[1]]++
				}
			}
			for _, word := range common().FindAllString(words, -1) {
				not[word] = true
			}
		}
		for word := range saying(f) {
			if publishers[word]++; publishers[word] == fewFacts {
				not[strings.ToLower(word)] = true
			}
		}
	}
	for name, n := range in {
		if n > 1 && float64(n) >= often*float64(len(c.Facts)) && !not[strings.ToLower(name)] {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

// saying are the words of who says a fact, each once.
func saying(f *campaign.Fact) map[string]bool {
	words := map[string]bool{}
	for _, t := range []campaign.Text{f.Source.Publisher, f.Attribution} {
		for _, said := range t {
			for _, word := range strings.FieldsFunc(said, func(r rune) bool { return !unicode.IsLetter(r) }) {
				words[word] = true
			}
		}
	}
	return words
}

// everyday are capitalised words that say nothing of a subject.
func everyday() map[string]bool {
	all := map[string]bool{}
	for name := range strings.SplitSeq("january february march april august september october november december state states united estado estados unidos", " ") {
		all[name] = true
	}
	return all
}

// subject reports whether words name what the campaign is about.
func (k *Checker) subject(words string) bool {
	return slices.ContainsFunc(k.subjects, func(name string) bool {
		_, after, found := strings.Cut(words, name)
		next, _ := utf8.DecodeRuneInString(after)
		return found && !unicode.IsLetter(next)
	})
}

// akin reports whether words name it or its people, who are called alike.
func (k *Checker) akin(words string) bool {
	low := strings.ToLower(words)
	return slices.ContainsFunc(k.subjects, func(name string) bool { return strings.Contains(low, strings.ToLower(name)) })
}
