package hashtag

// rulebooks holds every platform in the order of Platforms, then the variants that
// only Lookup finds.
var rulebooks = []*rulebook{
	{Platform: Platform{ID: "x", Name: "X", MaxLength: 280, MaxAlt: 1000}, unit: Weighted},
	{Platform: Platform{ID: "bluesky", Name: "Bluesky", MaxLength: 300, MaxBytes: 3000, MaxAlt: 2000}},
	{Platform: Platform{ID: "mastodon", Name: "Mastodon", MaxLength: 500, MaxAlt: 1500}},
	{Platform: Platform{ID: "threads", Name: "Threads", MaxLength: 500, MaxTags: 1, MaxLinks: 5, MaxAlt: 1000}, unit: EmojiBytes},
	{Platform: Platform{ID: "instagram", Name: "Instagram", MaxLength: 2200, MaxTags: 5, MaxAlt: 1000}, unit: UTF16},
	{Platform: Platform{ID: "facebook", Name: "Facebook", MaxLength: 63206, MaxAlt: 1000}, unit: UTF16},
	{Platform: Platform{ID: "linkedin", Name: "LinkedIn", MaxLength: 3000, MaxAlt: 1000}},
	{Platform: Platform{ID: "tiktok", Name: "TikTok", MaxLength: 2200, MaxTags: 5, MaxAlt: 300}, unit: UTF16},
	{Platform: Platform{ID: "youtube", Name: "YouTube", MaxLength: 5000, MaxTags: 15}, unit: Bytes},
	{Platform: Platform{ID: "reddit", Name: "Reddit", MaxLength: 40000, MaxTags: -1, MaxAlt: 180}},
	{Platform: Platform{ID: "whatsapp", Name: "WhatsApp", MaxLength: 65536}},
	{Platform: Platform{ID: "telegram", Name: "Telegram", MaxLength: 4096}, unit: UTF16},
	{Platform: Platform{ID: "pinterest", Name: "Pinterest", MaxLength: 800, MaxAlt: 500}},
	{Platform: Platform{ID: "tumblr", Name: "Tumblr", MaxLength: 4096, MaxTags: 30, MaxAlt: 4096}},
	{Platform: Platform{ID: "snapchat", Name: "Snapchat", MaxLength: 80}},
	{Platform: Platform{ID: "sms", Name: "SMS"}, unit: Septets},
	{Platform: Platform{ID: "email", Name: "Email"}},
	{Platform: Platform{ID: "mastodon-4.5", Name: "Mastodon 4.5", MaxLength: 500, MaxAlt: 1500}},
}

func init() {
	for _, b := range rulebooks {
		b.length, b.entities = graphemeCount, noEntities
		switch b.unit {
		case UTF16, Weighted:
			b.length = utf16Length
		case Bytes:
			b.length = func(s string) int { return len(s) }
		case Septets:
			b.length = smsLength
		}
	}
}

func noEntities(string) []Entity { return nil }

var plain = &rulebook{length: graphemeCount, entities: noEntities}

func (p Platform) rules() *rulebook {
	for _, b := range rulebooks {
		if b.ID == p.ID {
			return b
		}
	}
	return plain
}

// Platforms gives every platform, in the order in which people list them. The
// slice is the caller's own.
func Platforms() []Platform {
	var ps []Platform
	for _, b := range rulebooks[:17] {
		ps = append(ps, b.Platform)
	}
	return ps
}

// Lookup finds a platform by its ID. Beside those of Platforms it knows
// "mastodon-4.5", for servers that do not yet run 4.6.
func Lookup(id string) (Platform, bool) {
	for _, b := range rulebooks {
		if b.ID == id {
			return b.Platform, true
		}
	}
	return Platform{}, false
}
