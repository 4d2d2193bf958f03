package hashtag

import (
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/twitter"
)

// X: the rules of twitter-text 3.1.0 (github.com/twitter/twitter-text @ 30e2430,
// 2021-10-21, Apache-2.0), whose conformance suite this passes in full.

var xRules = &rulebook{
	Platform: Platform{ID: "x", Name: "X", MaxLength: 280, MaxAlt: 1000},
	composer: Composer{Intent: "https://x.com/intent/post?text={text}", Threads: true},
	unit:     Weighted,
	length:   twitter.Current.Length,
	entities: xEntities,
	refuses:  "\uFFFE\uFEFF\uFFFF",
	sources: []Source{
		{"MaxLength", "twitter-text config/v3.json; docs.x.com/fundamentals/counting-characters", "2021-10-21", "25,000 for paying accounts, by third parties"},
		{"MaxTags", "help.x.com: no limit; \"no more than 2 recommended\"", "2026", ""},
		{"MaxAlt", "X API v2, /2/media/metadata/create, alt_text.text maxLength", "2026", "the old v1.1 documentation said 420"},
		{"intent", "docs.x.com web-intent", "2026-11-23", ""},
	},
}

// xKinds name X's kinds by the package's.
var xKinds = map[twitter.Kind]EntityKind{
	twitter.Hashtag: KindHashtag, twitter.Mention: KindMention, twitter.Link: KindLink, twitter.Cashtag: KindCashtag,
}

func xEntities(text string) []Entity {
	var es []Entity
	for _, found := range twitter.Entities(text) {
		e := entity(xKinds[found.Kind], text, found.Start, found.End, "")
		if e.Kind == KindLink {
			e.Value = withScheme(e.Text)
		} else {
			_, n := utf8.DecodeRuneInString(e.Text) // its sign
			e.Value = e.Text[n:]
		}
		es = append(es, e)
	}
	return es
}

// withScheme returns a link's target.
func withScheme(link string) string {
	if strings.Contains(link, "://") {
		return link
	}
	return "https://" + link
}
