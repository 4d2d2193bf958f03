package hashtag

// Tumblr: one block of text; a post has many. Its tags go into a field of their own and
// may hold spaces; in the text they do not link.

var tumblrRules = &rulebook{
	Platform: Platform{ID: "tumblr", Name: "Tumblr", MaxLength: 4096, MaxTags: 30, MaxAlt: 4096},
	composer: Composer{Intent: "https://www.tumblr.com/widgets/share/tool?posttype=link&canonicalUrl={link}&caption={text}"},
	unit:     Graphemes,
	length:   graphemeCount,
	entities: linker{names: dashedName, links: true}.entities,
	sources: []Source{
		{"MaxLength", "third parties: 4,096 a block", "2026-02-24", ""},
		{"MaxTags", "third parties: 30 of up to 140 characters", "2026", ""},
		{"MaxAlt", "alttextgeneratorai", "2026-02-24", ""},
	},
}
