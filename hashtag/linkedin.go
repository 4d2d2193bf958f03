package hashtag

// LinkedIn: a post; a comment is 1,250. An account is named by picking it. The API wants
// \ | { } @ [ ] ( ) < > # * _ ~ escaped with a backslash.

var linkedinRules = &rulebook{
	Platform: Platform{ID: "linkedin", Name: "LinkedIn", MaxLength: 3000, MaxAlt: 1000},
	composer: Composer{Intent: "https://www.linkedin.com/sharing/share-offsite/?url={link}", Home: "https://www.linkedin.com/feed/"},
	unit:     Graphemes,
	length:   graphemeCount,
	entities: linker{tags: wordTags, links: true, bare: true}.entities,
	sources: []Source{
		{"MaxLength", "third parties (ayrshare, upload-post)", "2026", ""},
		{"MaxAlt", "accessible-social.com", "2026", "older: 120 and 300; the API says 4,086"},
	},
}
