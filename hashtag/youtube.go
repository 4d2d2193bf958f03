package hashtag

// YouTube: the description of a video or a Short. Its title is 100 characters. Neither
// may hold "<" or ">".

var youtubeRules = &rulebook{
	Platform: Platform{ID: "youtube", Name: "YouTube", MaxLength: 5000, MaxTags: 60},
	unit:     Bytes,
	length:   func(text string) int { return len(text) },
	entities: linker{tags: wordTags, names: handleName, links: true}.entities,
	refuses:  "<>",
	sources: []Source{
		{"MaxLength", "developers.google.com/youtube/v3/docs/videos, snippet.description: 5000 bytes", "2026", ""},
		{"MaxTags", "support.google.com/youtube/answer/6390658: over 60, all are ignored", "2026", "an older text said 15; the first three stand above the title"},
	},
}
