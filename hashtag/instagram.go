package hashtag

import "github.com/shutdowncecot/toolkit/hashtag/internal/scan"

// Instagram: the caption of a picture. Links in it are not live.

var instagramRules = &rulebook{
	Platform: Platform{ID: "instagram", Name: "Instagram", MaxLength: 2200, MaxTags: 5, MaxAlt: 1000},
	composer: Composer{Home: "https://www.instagram.com/", OnlyJPEG: true},
	unit:     UTF16,
	length:   scan.UTF16Length,
	entities: linker{tags: wordTags, names: dottedName}.entities,
	sources: []Source{
		{"MaxLength", "Meta, IG User media reference, caption", "2025-12", "the unit is not stated; UTF-16 units are the stricter reading"},
		{"MaxTags", "@creators, by socialsamosa and businesstoday", "2025-12-19", "the API reference still says 30"},
		{"MaxAlt", "Meta, content publishing, alt_text", "2025-03-24", "pictures only"},
	},
}
