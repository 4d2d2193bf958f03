package campaign

import (
	"math"

	"github.com/shutdowncecot/toolkit/hashtag"
)

// sameFact is the likeness from which two captions of one fact count as the
// same post. It is above hashtag.MaxSimilarity: they tell the same figures and
// names, which make up to half of a short one.
const sameFact = 0.5

// alike finds captions of one fact that platforms would take for the same
// post from many accounts, and those that only repeat what the picture shows:
// people who listen would hear it twice.
func alike(k *checker) {
	for _, set := range k.c.Captions {
		if k.fact != "" && k.fact != set.Fact {
			continue
		}
		for lang, list := range inOrder(set.Captions) {
			texts := make([]string, len(list))
			for i, c := range list {
				texts[i] = c.Text
				if alt := set.AltHint.In(lang); alt != "" && hashtag.Similarity(c.Text, alt) == 1 {
					k.find(Warning, set.at.In("captions").In(lang).Index(i).In("text"), set.Fact, "caption-is-alt", with{"fact": set.Fact, "caption": i + 1, "lang": lang})
				}
			}
			for _, pair := range hashtag.Alike(texts, sameFact) {
				at := set.at.In("captions").In(lang).Index(pair.B).In("text")
				k.find(Warning, at, set.Fact, "captions-alike",
					with{"fact": set.Fact, "first": pair.A + 1, "second": pair.B + 1, "lang": lang, "percent": math.Round(100 * pair.Similarity)})
			}
		}
	}
}
