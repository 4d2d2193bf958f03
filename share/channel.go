package share

import (
	"slices"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
)

// A channel is a place that the kit has posts for, and the formats of pictures
// that suit it, best first.
type channel struct {
	hashtag.Platform
	formats  []string
	text     bool // carries no picture: a text message
	slides   bool // shows a carousel as one post
	composer hashtag.Composer
}

// storied are where pictures are posted both on a wall and as stories.
var storied = []string{"instagram", "facebook"}

// slided lists the platforms where a carousel of eight pictures is one post.
var slided = []string{"instagram", "facebook", "threads", "linkedin", "tiktok"}

// bundled are the formats of a fact that an app's small zip has: the one that
// suits it best of those that there are, and the story where there are stories.
func (ch *channel) bundled(drawn []graphic.Format) []string {
	have := slices.DeleteFunc(slices.Clone(ch.formats), func(name string) bool {
		return !slices.ContainsFunc(drawn, func(f graphic.Format) bool { return f.Name == name })
	})
	if len(have) == 0 {
		return nil
	}
	all := have[:1:1]
	if have[0] != storyFormat && slices.Contains(have, storyFormat) && slices.Contains(storied, ch.ID) {
		all = append(all, storyFormat)
	}
	return all
}

const storyFormat = "story"

// channels of a kit, in the order of its folders.
var channels = func() []channel {
	rows := []struct {
		id      string
		formats []string
	}{
		{"x", []string{"wide", "portrait"}},
		{"bluesky", []string{"portrait", "wide"}},
		{"mastodon", []string{"wide", "portrait"}},
		{"threads", []string{"portrait"}},
		{"instagram", []string{"portrait", "story", "square"}},
		{"facebook", []string{"portrait", "story", "og"}},
		{"linkedin", []string{"portrait", "og"}},
		{"tiktok", []string{"story"}},
		{"whatsapp", []string{"portrait", "story"}},
		{"telegram", []string{"portrait", "wide"}},
		{"sms", nil},
		{"email", []string{"og", "portrait"}},
	}
	var all []channel
	for _, r := range rows {
		if p, ok := hashtag.Lookup(r.id); ok {
			all = append(all, channel{p, r.formats, r.formats == nil, slices.Contains(slided, r.id), p.Composer()})
		}
	}
	return all
}()
