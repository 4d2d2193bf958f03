package hashtag

// Snapchat: the caption of a snap. A Spotlight's topics are tags.

var snapchatRules = &rulebook{
	Platform: Platform{ID: "snapchat", Name: "Snapchat", MaxLength: 80},
	unit:     Graphemes,
	length:   graphemeCount,
	entities: linker{tags: wordTags, names: dottedName}.entities,
	sources: []Source{
		{"MaxLength", "third parties: 80 or 250, the stricter taken", "2026", "a Spotlight description: 150, 160 or 500"},
	},
}
