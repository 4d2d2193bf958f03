package hashtag

import "github.com/shutdowncecot/toolkit/hashtag/internal/scan"

// TikTok: the caption of a video. Links in it are not live.

var tiktokRules = &rulebook{
	Platform: Platform{ID: "tiktok", Name: "TikTok", MaxLength: 2200, MaxTags: 5, MaxAlt: 300},
	composer: Composer{Home: "https://www.tiktok.com/upload"},
	unit:     UTF16,
	length:   scan.UTF16Length,
	entities: linker{tags: wordTags, names: dottedName}.entities,
	sources: []Source{
		{"MaxLength", "developers.tiktok.com, direct post: 2200 UTF-16 runes", "2026", "a photo's title has 90, its description 4,000"},
		{"MaxTags", "notice in the app, by netinfluencer and heylist", "2025-09-11", "only the first five count"},
		{"MaxAlt", "accessible-social.com", "2026", ""},
	},
}
