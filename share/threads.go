package share

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// addThreads adds a file for every thread, language and platform that has
// threads, a line of dashes between the posts.
func (k *Kit) addThreads() {
	p := k.plan
	p.eachThread(func(t *campaign.Thread, lang string, ch channel) error {
		tells := about{lang: lang, platform: ch.ID}
		for _, part := range p.standing(t, lang) {
			tells.rests = append(tells.rests, part.Facts...)
		}
		k.addText(threadName(lang, ch.ID, t.ID), tells, func() (string, error) {
			posts, err := p.thread(t, lang, ch.Platform)
			return strings.Join(posts, between) + "\n", err
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
		for _, lang := range p.langs {
			if p.standing(t, lang) == nil {
				continue
			}
			for _, ch := range channels {
				if !ch.threads {
					continue
				}
				if err := f(t, lang, ch); err != nil {
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
func (p *plan) standing(t *campaign.Thread, lang string) []campaign.Part {
	var parts []campaign.Part
	for i, part := range t.Parts[lang] {
		switch {
		case p.stand(part.Facts):
			parts = append(parts, part)
		case i == 0:
			return nil
		}
	}
	return parts
}

// thread composes every part of a thread as one post of the platform: its
// words, its number, and on the first the tags that fit.
func (p *plan) thread(t *campaign.Thread, lang string, on hashtag.Platform) ([]string, error) {
	parts := p.standing(t, lang)
	posts := make([]string, len(parts))
	for i, part := range parts {
		post := hashtag.Post{Text: fmt.Sprintf("%s %d/%d", part.Text, i+1, len(parts)), Lang: language.Make(lang)}
		if i == 0 {
			post.Tags = p.ownTags(lang)
		}
		var err error
		if posts[i], err = on.Compose(post); err != nil {
			return nil, &ThreadError{t.ID, lang, on.ID, i + 1, err}
		}
	}
	return posts, nil
}

// checkThreads composes every thread once, so that none fails for its words
// when it is written.
func (p *plan) checkThreads() error {
	return p.eachThread(func(t *campaign.Thread, lang string, ch channel) error {
		_, err := p.thread(t, lang, ch.Platform)
		return err
	})
}
