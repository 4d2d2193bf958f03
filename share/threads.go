package share

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// addThreads adds a file for every thread, language and platform that has
// threads, a line of dashes between the posts.
func (k binder) addThreads() {
	p := k.plan
	p.eachThread(func(t *campaign.Thread, lang string, ch channel) error {
		tells := about{lang: lang, platform: ch.ID}
		for _, part := range p.in(lang).standing(t) {
			tells.rests = append(tells.rests, part.Facts...)
		}
		k.addText(threadName(lang, ch.ID, t.ID), tells, func() (string, error) {
			texts, err := p.in(lang).composeThread(t, ch.Platform)
			return strings.Join(texts, between) + "\n", err
		})
		return nil
	})
}

func threadName(lang, channel, thread string) string {
	return "posts/" + lang + "/" + channel + "/threads/" + thread + ".txt"
}

// eachThread calls f for every thread that can be posted until it fails.
func (p *plan) eachThread(f func(t *campaign.Thread, lang string, ch channel) error) error {
	for i := range p.campaign.Threads {
		t := &p.campaign.Threads[i]
		for _, ed := range p.editions {
			if ed.standing(t) == nil {
				continue
			}
			for _, ch := range channels {
				if !ch.composer.Threads {
					continue
				}
				if err := f(t, ed.lang, ch); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// standing are the parts of a thread that may be published. Each stands
// alone, so that one falls without the others; but the first says what the
// thread is about, so that all fall with it.
func (ed *edition) standing(t *campaign.Thread) []campaign.Part {
	var parts []campaign.Part
	for i, part := range t.Parts[ed.lang] {
		switch {
		case ed.stand(part.Facts):
			parts = append(parts, part)
		case i == 0:
			return nil
		}
	}
	return parts
}

// Thread is a thread of the campaign before any platform's limits, a post for
// each part that may be published on the day asOf: its words and its number,
// and on the first the campaign's tags. Without its first part a thread says
// nothing. Give each post to [hashtag.Platform.Compose]. A zero asOf is the
// campaign's.
//
// Its errors are *LanguageError, and *ThreadError, with Part 1 for a first part
// that no longer stands.
func Thread(c *campaign.Campaign, thread, lang string, asOf time.Time) ([]hashtag.Post, error) {
	p, err := planWords(c, lang, asOf)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(c.Threads, func(t campaign.Thread) bool { return t.ID == thread })
	if i < 0 || len(c.Threads[i].Parts[lang]) == 0 {
		return nil, threadError("thread-unknown", thread, lang, hashtag.Platform{}, 0, nil)
	}
	t := &c.Threads[i]
	if p.in(lang).standing(t) == nil {
		return nil, threadError("thread-fallen", thread, lang, hashtag.Platform{}, 1, p.fallen(t.Parts[lang][0].Facts))
	}
	return p.in(lang).thread(t), nil
}

// ThreadOn is a thread as a platform takes it: [Thread] with more tags on its
// first post and a link in its last, "" for none. Besides the errors of Thread
// it has a *ThreadError for a part that does not fit.
func ThreadOn(on hashtag.Platform, c *campaign.Campaign, thread, lang string, asOf time.Time, tags []hashtag.Tag, link string) ([]string, error) {
	posts, err := Thread(c, thread, lang, asOf)
	if err != nil {
		return nil, err
	}
	posts[0].Tags = append(posts[0].Tags, tags...)
	posts[len(posts)-1].Link = link
	return composeParts(thread, lang, on, posts)
}

// thread is a post for each part that stands, before any limits.
func (ed *edition) thread(t *campaign.Thread) []hashtag.Post {
	parts := ed.standing(t)
	posts := make([]hashtag.Post, len(parts))
	for i, part := range parts {
		posts[i] = hashtag.Post{Text: fmt.Sprintf("%s %d/%d", part.Text, i+1, len(parts)), Lang: ed.tag}
		if i == 0 {
			posts[i].Tags = ed.ownTags()
		}
	}
	return posts
}

// composeThread gives the posts of a thread as the platform takes them.
func (ed *edition) composeThread(t *campaign.Thread, on hashtag.Platform) ([]string, error) {
	return composeParts(t.ID, ed.lang, on, ed.thread(t))
}

func composeParts(thread, lang string, on hashtag.Platform, posts []hashtag.Post) (texts []string, err error) {
	for i, post := range posts {
		text, err := on.Compose(post)
		if err != nil {
			return nil, threadError("thread-unwritable", thread, lang, on, i+1, err)
		}
		texts = append(texts, text)
	}
	return texts, nil
}
