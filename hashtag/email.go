package hashtag

import "strings"

// Mail: no limit of its own.

var emailRules = &rulebook{
	Platform: Platform{ID: "email", Name: "Email"},
	composer: Composer{Intent: "mailto:?subject={subject}&body={text}"},
	unit:     Graphemes,
	length:   graphemeCount,
	phrase:   func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }, // RFC 6068
	entities: linker{links: true, bare: true}.entities,
	sources: []Source{
		{"MaxLength", "RFC 6068: none", "2010-10", "a mailto link should stay under 2,000"},
		{"intent", "RFC 6068", "2026-11-23", ""},
	},
}
