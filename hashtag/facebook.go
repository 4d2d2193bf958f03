package hashtag

import "github.com/shutdowncecot/toolkit/hashtag/internal/scan"

// Facebook: a post. An account is named by picking it, not by writing "@".

var facebookRules = &rulebook{
	Platform: Platform{ID: "facebook", Name: "Facebook", MaxLength: 63206, MaxAlt: 1000},
	composer: Composer{Intent: "https://www.facebook.com/sharer/sharer.php?u={link}", Home: "https://www.facebook.com/"},
	unit:     UTF16,
	length:   scan.UTF16Length,
	entities: linker{tags: wordTags, links: true, bare: true}.entities,
	sources: []Source{
		{"MaxLength", "third parties (letmepost, upload-post)", "2026", ""},
		{"MaxTags", "no official limit", "2026", ""},
		{"MaxAlt", "third parties: 1,000 to 5,000", "2026", "the app warns over 100; the warning can be ignored (accessible-social.com)"},
		{"intent", "Meta, share-dialog (2026-06-30)", "2026-11-23", ""},
	},
}
