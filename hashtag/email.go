package hashtag

// Mail: no limit of its own.

var emailRules = &rulebook{
	Platform: Platform{ID: "email", Name: "Email"},
	unit:     Graphemes,
	length:   graphemeCount,
	entities: linker{links: true, bare: true}.entities,
	sources: []Source{
		{"MaxLength", "RFC 6068: none", "2010-10", "a mailto link should stay under 2,000"},
	},
}
