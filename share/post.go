package share

import (
	"iter"
	"slices"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A FactPost is a text of a kit that fits one platform, and what belongs to it. It
// is plain data, safe for concurrent use as long as nobody changes it.
type FactPost struct {
	Fact     string // the fact's id
	Lang     string
	Platform string // the id of a hashtag.Platform
	Number   int    // of the fact's posts there, from 1
	Text     string // finished

	// From is what Text was composed from: what [Intent] takes. Its Link is the
	// fact's source.
	From hashtag.Post

	Picture string // the file of the kit that suits it best; "" if none does
	Alt     string // of Picture
}

// Posts are the kit's posts, in the order of the facts, languages and
// platforms, those of data/posts.csv. Build composed them. An error, which ends
// them, means that the kit is not one of Build.
func (k *Kit) Posts() iter.Seq2[FactPost, error] { return k.settled().posts }

// PostsOf are those of [Kit.Posts] that say one fact in one language; none if
// the kit has no such fact or language.
func (k *Kit) PostsOf(fact, lang string) ([]FactPost, error) {
	p := k.settled()
	i := slices.IndexFunc(p.facts, func(f *campaign.Fact) bool { return f.ID == fact })
	if i < 0 || !p.speaks(lang) {
		return nil, nil
	}
	return p.in(lang).postsOf(p.facts[i])
}

func (p *plan) posts(yield func(FactPost, error) bool) {
	for _, f := range p.facts {
		for _, ed := range p.editions {
			all, err := ed.postsOf(f)
			if err != nil {
				yield(FactPost{}, err)
				return
			}
			for _, post := range all {
				if !yield(post, nil) {
					return
				}
			}
		}
	}
}

// postsOf are the posts of a fact on every channel.
func (ed *edition) postsOf(f *campaign.Fact) ([]FactPost, error) {
	var all []FactPost
	for _, ch := range channels {
		texts, err := ed.composeFor(f, ch.Platform)
		if err != nil {
			return nil, err
		}
		picture, alt := ed.pictureFor(f.ID, ch)
		for i, c := range texts {
			from := c.from
			from.Tags = slices.Clone(from.Tags) // the caller's own
			all = append(all, FactPost{
				Fact: f.ID, Lang: ed.lang, Platform: ch.ID, Number: i + 1, Text: c.text, From: from, Picture: picture, Alt: alt,
			})
		}
	}
	return all, nil
}

// pictureFor is the picture of a fact that suits a channel best.
func (ed *edition) pictureFor(fact string, ch channel) (name, alt string) {
	for _, format := range ch.formats {
		if pic := ed.picture(fact, format); pic != nil {
			return pic.Name(), pic.Alt
		}
	}
	return "", ""
}

// Posts are the texts of one fact in one language before any platform's
// limits: its captions that may be published on the day asOf, then one made of
// its claim, whose Short is made of its headline. Give each to
// [hashtag.Platform.Compose], whose limits a kit's posts keep to. A zero asOf
// is the campaign's.
//
// Its errors are *LanguageError, and *FactError for a fact that there is not
// or that no longer stands.
func Posts(c *campaign.Campaign, fact, lang string, asOf time.Time) ([]hashtag.Post, error) {
	p, err := planWords(c, lang, asOf)
	if err != nil {
		return nil, err
	}
	f, err := p.standingFact(fact)
	if err != nil {
		return nil, err
	}
	return append(p.in(lang).captions(f), p.in(lang).plainPost(f)), nil
}

// planWords is as much of a plan as the words of one language need.
func planWords(c *campaign.Campaign, lang string, asOf time.Time) (*plan, error) {
	if c = orEmpty(c); !slices.Contains(c.Languages, lang) {
		return nil, languageError(lang, c.Languages)
	}
	if asOf.IsZero() {
		asOf = c.AsOf.Last()
	}
	p := &plan{campaign: c, asOf: asOf, langs: []string{lang}}
	p.publish()
	p.sort()
	return p, nil
}
