package main

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// postsOf are the posts of a fact in one language before any platform's
// limits: its captions, then one made of its claim.
func postsOf(c *campaign.Campaign, f *campaign.Fact, lang string, today time.Time) []hashtag.Post {
	base := hashtag.Post{Link: f.Source.URL, Tags: tagsOf(c, f, lang), Lang: language.Make(lang)}
	note := f.ContentNote.In(lang)
	by := f.Attribution.In(lang)
	var all []hashtag.Post
	set, _ := c.CaptionsFor(f.ID)
	for _, caption := range set.Captions[lang] {
		if standAll(c, caption.Also, today) {
			p := base
			p.Text = paragraphs(note, caption.Text)
			all = append(all, p)
		}
	}
	base.Text = paragraphs(note, sentences(f.Claim.Plain(lang), by))
	base.Short = paragraphs(note, sentences(f.Headline.Plain(lang), by))
	return append(all, base)
}

// tagsOf are the campaign's tags that are used unless chosen otherwise, then
// the fact's own.
func tagsOf(c *campaign.Campaign, f *campaign.Fact, lang string) []hashtag.Tag {
	out := campaignTags(c, lang)
	for _, t := range f.Tags {
		out = append(out, hashtag.Tag(t))
	}
	return out
}

func campaignTags(c *campaign.Campaign, lang string) (out []hashtag.Tag) {
	for _, t := range c.Tags {
		if !t.Optional && (t.Lang == "" || t.Lang == lang) {
			out = append(out, hashtag.Tag(t.Name))
		}
	}
	return out
}

func standAll(c *campaign.Campaign, ids []string, today time.Time) bool {
	return !slices.ContainsFunc(ids, func(id string) bool {
		f, ok := c.Fact(id)
		return !ok || !f.Stands(today)
	})
}

func paragraphs(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n")
}

// sentences joins parts into sentences, each with a full stop.
func sentences(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s == "" {
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		s = string(unicode.ToUpper(r)) + s[n:]
		if !strings.ContainsAny(s[len(s)-1:], ".!?") {
			s += "."
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}
