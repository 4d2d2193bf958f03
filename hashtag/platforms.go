package hashtag

import (
	"slices"
	"sync"
)

// rulebooks holds every platform, in the order in which people list them: a new
// one is its file and its place here.
var rulebooks = []*rulebook{
	xRules, blueskyRules, mastodonRules, mastodon45Rules, threadsRules, instagramRules, facebookRules, linkedinRules,
	tiktokRules, youtubeRules, redditRules, whatsappRules, telegramRules, pinterestRules, tumblrRules, snapchatRules,
	smsRules, emailRules,
}

// listed are the platforms that people choose from.
var listed = sync.OnceValue(func() []*rulebook {
	return slices.DeleteFunc(slices.Clone(rulebooks), func(b *rulebook) bool { return b.variant })
})

var byID = sync.OnceValue(func() map[string]*rulebook {
	m := make(map[string]*rulebook)
	for _, b := range rulebooks {
		m[b.ID] = b
	}
	return m
})

func (p Platform) rules() *rulebook {
	if b, ok := byID()[p.ID]; ok {
		return b
	}
	return noRules
}

// Platforms returns every platform. The slice is the caller's own.
func Platforms() []Platform {
	ps := make([]Platform, len(listed()))
	for i, b := range listed() {
		ps[i] = b.Platform
	}
	return ps
}

// Lookup finds a platform by its ID. Beside those of Platforms it knows
// "mastodon-4.5", for servers that do not yet run 4.6.
func Lookup(id string) (Platform, bool) {
	b, ok := byID()[id]
	if !ok {
		return Platform{}, false
	}
	return b.Platform, true
}

// Sources says where p's limits come from, and of which date they are.
func (p Platform) Sources() []Source { return slices.Clone(p.rules().sources) }

// Length counts text as p does, in p's own unit and as given: a link counts as p
// counts links in a text, which for Bluesky is its every character.
func (p Platform) Length(text string) int { return p.rules().length(text) }

// Unit says what Length counts.
func (p Platform) Unit() Unit { return p.rules().unit }

// Entities returns what the platform would link in text, in order, not overlapping.
func (p Platform) Entities(text string) []Entity {
	return p.rules().entities(text)
}
