package share

import "github.com/shutdowncecot/toolkit/hashtag"

// A channel is a place that the kit has posts for, and the formats of pictures
// that suit it, best first.
type channel struct {
	hashtag.Platform
	formats  []string
	text     bool // carries no picture: a text message
	composer hashtag.Composer
}

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
			all = append(all, channel{p, r.formats, r.formats == nil, p.Composer()})
		}
	}
	return all
}()
