package hashtag

import "slices"

// rulebooks holds every platform, in the order in which people list them. Add one by
// adding its file and its line here.
var rulebooks = []*rulebook{
	xRules,
	blueskyRules,
	mastodonRules,
	threadsRules,
	instagramRules,
	facebookRules,
	linkedinRules,
	tiktokRules,
	youtubeRules,
	redditRules,
	whatsappRules,
	telegramRules,
	pinterestRules,
	tumblrRules,
	snapchatRules,
	smsRules,
	emailRules,
}

// variants are found by Lookup only.
var variants = []*rulebook{
	mastodon45Rules,
}

// noRules are those of a platform that the package does not know.
var noRules = &rulebook{
	length:   graphemeCount,
	entities: func(string) []Entity { return nil },
}

var byID = func() map[string]*rulebook {
	m := make(map[string]*rulebook)
	for _, b := range slices.Concat(rulebooks, variants) {
		m[b.ID] = b
	}
	return m
}()

func (p Platform) rules() *rulebook {
	if b, ok := byID[p.ID]; ok {
		return b
	}
	return noRules
}

// Platforms gives every platform. The slice is the caller's own.
func Platforms() []Platform {
	ps := make([]Platform, len(rulebooks))
	for i, b := range rulebooks {
		ps[i] = b.Platform
	}
	return ps
}

// Lookup finds a platform by its ID. Beside those of Platforms it knows
// "mastodon-4.5", for servers that do not yet run 4.6.
func Lookup(id string) (Platform, bool) {
	b, ok := byID[id]
	if !ok {
		return Platform{}, false
	}
	return b.Platform, true
}
