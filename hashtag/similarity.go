package hashtag

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// shingle is the length, in characters, of the pieces that Similarity compares.
const shingle = 5

// Similarity says how alike two captions are, from 0 (nothing in common) to 1 (the
// same): the Jaccard index of the sets of their runs of five characters. Case,
// accents, punctuation, emoji, links, hashtags and mentions do not count, since
// changing them does not make a new text.
func Similarity(a, b string) float64 {
	return jaccard(shingles(a), shingles(b))
}

// jaccard is the share of what two sets have in common; two empty sets are the same.
func jaccard(a, b map[string]struct{}) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	common := 0
	for g := range a {
		if _, ok := b[g]; ok {
			common++
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}

// A Pair is two captions that are too much alike, by their place in the list. It
// is a value, safe for concurrent use.
type Pair struct {
	A, B       int
	Similarity float64
}

// MaxSimilarity is the likeness from which two captions count as one text for
// platforms that limit near-identical posts.
const MaxSimilarity = 0.4

// Alike returns the pairs of captions whose Similarity reaches the limit; 0 means
// MaxSimilarity. No pairs: the set is distinct enough to post from many accounts.
func Alike(captions []string, limit float64) []Pair {
	if limit == 0 {
		limit = MaxSimilarity
	}
	sets := make([]map[string]struct{}, len(captions))
	for i, c := range captions {
		sets[i] = shingles(c)
	}
	var pairs []Pair
	for i := range captions {
		for j := i + 1; j < len(captions); j++ {
			if s := jaccard(sets[i], sets[j]); s >= limit {
				pairs = append(pairs, Pair{i, j, s})
			}
		}
	}
	return pairs
}

// shingles returns the set of runs of five characters of the folded text. A shorter
// text is one run.
func shingles(s string) map[string]struct{} {
	folded := foldText(s)
	set := make(map[string]struct{}, len(folded))
	if len(folded) > 0 && len(folded) < shingle {
		set[string(folded)] = struct{}{}
	}
	for i := 0; i+shingle <= len(folded); i++ {
		set[string(folded[i:i+shingle])] = struct{}{}
	}
	return set
}

// foldText keeps letters and digits, lower case and without marks, with one space
// between words.
func foldText(s string) []rune {
	var out []rune
	for w := range strings.FieldsSeq(s) {
		if isAddress(w) {
			continue
		}
		space := len(out) > 0
		for _, r := range norm.NFKD.String(strings.ToLower(w)) {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				continue
			}
			if space {
				out, space = append(out, ' '), false
			}
			out = append(out, r)
		}
	}
	return out
}

// isAddress reports links, hashtags and mentions, whatever punctuation is around them.
func isAddress(word string) bool {
	word = strings.TrimLeftFunc(word, func(r rune) bool { return unicode.IsPunct(r) && !strings.ContainsRune("#＃@", r) })
	if word == "" || strings.ContainsRune("#＃@", scan.RuneAt(word, 0)) || strings.Contains(word, "://") {
		return true
	}
	host := strings.TrimRight(word[:scan.RunLength(word, isNameOrHost)], ".-_")
	return knownHost(host)
}
