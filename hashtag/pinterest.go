package hashtag

// Pinterest: the description of a pin. Its title is 100; links in it are not live.

var pinterestRules = &rulebook{
	Platform: Platform{ID: "pinterest", Name: "Pinterest", MaxLength: 800, MaxAlt: 500},
	unit:     Graphemes,
	length:   graphemeCount,
	entities: linker{tags: wordTags, names: wordName}.entities,
	sources: []Source{
		{"MaxLength", "pinterest/api-description v5.23.0", "2025-12-11", "500 in the app"},
		{"MaxAlt", "pinterest/api-description v5.23.0, alt_text", "2025-12-11", ""},
		{"MaxTags", "none published; 20 is folklore", "2026", ""},
	},
}
