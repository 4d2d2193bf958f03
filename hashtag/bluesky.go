package hashtag

// Bluesky: the rich-text detection of @atproto/api 0.21.0 (github.com/bluesky-social/
// atproto @ d6296a1, 2026-08-20, MIT or Apache-2.0) and the lexicons of that commit.

var blueskyRules = &rulebook{
	Platform: Platform{ID: "bluesky", Name: "Bluesky", MaxLength: 300, MaxBytes: 3000, MaxAlt: 2000},
	composer: Composer{Intent: "https://bsky.app/intent/compose?text={text}", Threads: true, Counter: "bluesky", NoAmpersand: true},
	unit:     Graphemes,
	length:   graphemeCount,
	entities: blueskyEntities,
	shown:    func(text string) string { s, _ := Shorten(text); return s },
	flat:     true, // its composer loses line breaks of a shared text (social-app #6133)
	sources: []Source{
		{"MaxLength", "lexicon app/bsky/feed/post.json, maxGraphemes", "2026-06-03", ""},
		{"MaxBytes", "lexicon app/bsky/feed/post.json, maxLength", "2026-06-03", ""},
		{"MaxTags", "lexicon app/bsky/richtext/facet.json: facets are not limited", "2024-02-11", "a tag has 64 graphemes, 640 bytes"},
		{"MaxAlt", "social-app src/lib/constants.ts, MAX_ALT_TEXT @ 008fe5e", "2026", "the lexicon has no limit"},
		{"intent", "docs.bsky.app intent-links", "2026-11-23", ""},
	},
}
