package page

import (
	"slices"
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
// language of headline, claim and source. find.js looks for one word at a time,
// anywhere, so that none is kept that is part of another.
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
	words := strings.Fields(fold(strings.Join(parts, " ")))
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	kept := ""
	for _, w := range words {
		if !strings.Contains(kept, w) {
			kept += " " + w
		}
	}
	return strings.TrimSpace(kept)
}
