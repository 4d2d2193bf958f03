package truth

import (
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// nounsOf are the words that stand after the numbers of a campaign's facts: what
// it counts. heard are the numbers of texts that were read before.
func nounsOf(c *campaign.Campaign, heard map[string][]number) map[string]bool {
	nouns := map[string]bool{}
	for i := range c.Facts {
		for _, t := range []campaign.Text{c.Facts[i].Claim, c.Facts[i].Headline} {
			for _, words := range t {
				nums, ok := heard[words]
				if !ok {
					nums = numbers(words)
				}
				for _, n := range nums {
					if word := nounAfter(words, n); n.values[0] >= fewest && !n.isYear() {
						nouns[word] = true
					}
				}
			}
		}
	}
	for _, word := range lists().Measures {
		delete(nouns, word)
	}
	delete(nouns, "")
	return nouns
}

// shortNoun is how many letters a word has at most that is no noun.
const shortNoun = 3

// nounAfter is the word after a number in small letters, if it may be the plural
// of a noun, which ends alike in English and Spanish.
func nounAfter(words string, n number) string {
	rest := strings.TrimLeft(words[n.end:], " \u00a0")
	if len(rest) == len(words)-n.end {
		return ""
	}
	if end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		rest = rest[:end]
	}
	if rest == "" || !unicode.IsLower([]rune(rest)[0]) || len([]rune(rest)) <= shortNoun || !strings.HasSuffix(rest, "s") {
		return ""
	}
	return rest
}
