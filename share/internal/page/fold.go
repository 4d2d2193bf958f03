package page

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes texts that a search takes for equal equal: without accents, in
// lower case, white space single. find.js folds what is typed the same way.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
	return strings.Join(strings.Fields(strings.ToLower(s)), " ")
}

// searchText is what a search looks at: the words of id and topic, and in every
// language of headline, claim and source, each once, for find.js looks for one
// word at a time.
func (k *Kit) searchText(c Card) string {
	parts := []string{c.ID}
	for _, t := range k.Topics {
		if t.ID == c.Topic {
			for _, l := range k.Languages {
				parts = append(parts, t.Title[l.Tag])
			}
		}
	}
	for _, l := range k.Languages {
		t := c.Texts[l.Tag]
		parts = append(parts, t.Headline, t.Claim, t.Source)
	}
	var words []string
	seen := make(map[string]bool)
	for _, w := range strings.Fields(fold(strings.Join(parts, " "))) {
		if !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}
