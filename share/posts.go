package share

import (
	"context"
	"errors"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// captions are the posts of a fact before any platform's limits: its ready
// captions, each with the content note first.
func (p *plan) captions(f *campaign.Fact, lang string) []hashtag.Post {
	var all []hashtag.Post
	for _, c := range p.readyCaptions(f, lang) {
		if p.stand(c.Also) {
			all = append(all, p.post(f, lang, c.Text))
		}
	}
	return all
}

// readyCaptions are the captions that the campaign has of a fact.
func (p *plan) readyCaptions(f *campaign.Fact, lang string) []campaign.Caption {
	if set := p.ready[f.ID]; set != nil {
		return set.Captions[lang]
	}
	return nil
}

// captionFacts lists the further facts that the captions of one lean on.
func (p *plan) captionFacts(f *campaign.Fact, lang string) []string {
	var ids []string
	for _, c := range p.readyCaptions(f, lang) {
		if p.stand(c.Also) {
			ids = append(ids, c.Also...)
		}
	}
	return ids
}

// plainPost is made of claim and attribution; where that is too long, of the
// headline that stands alone and the attribution. What the note
// below a chart says of the claim goes with both.
func (p *plan) plainPost(f *campaign.Fact, lang string) hashtag.Post {
	headline := alone(f, lang)
	by, note := figure.Sentence(capital(f.Attribution.In(lang))), p.qualifies(f, lang)
	post := p.post(f, lang, joined(" ", figure.Sentence(f.Claim.Plain(lang)), by, note))
	post.Short = noted(f, lang, joined(" ", figure.Sentence(headline.Plain(lang)), by, note))
	return post
}

// alone is the headline where nothing follows that explains it.
func alone(f *campaign.Fact, lang string) campaign.Text {
	if f.HeadlineAlone.Has(lang) {
		return f.HeadlineAlone
	}
	return f.Headline
}

// qualifies is a chart's note on the claim. A note on a field of bars says what
// a bar is.
func (p *plan) qualifies(f *campaign.Fact, lang string) string {
	if !p.chartStands(f) || len(f.Chart.People.Segments) > 0 {
		return ""
	}
	return figure.Sentence(f.Chart.Note.Plain(lang))
}

func (p *plan) post(f *campaign.Fact, lang, text string) hashtag.Post {
	return hashtag.Post{Text: noted(f, lang, text), Link: f.Source.URL, Tags: p.tags(f, lang), Lang: language.Make(lang)}
}

// noted puts the content note before a text.
func noted(f *campaign.Fact, lang, text string) string {
	return joined("\n\n", f.ContentNote.In(lang), text)
}

// tags of a post: the campaign's, then the fact's own.
func (p *plan) tags(f *campaign.Fact, lang string) []hashtag.Tag {
	tags := p.ownTags(lang)
	for _, t := range f.Tags {
		tags = append(tags, hashtag.Tag(t))
	}
	return tags
}

// ownTags are the campaign's, but for those that are only offered.
func (p *plan) ownTags(lang string) []hashtag.Tag {
	var tags []hashtag.Tag
	for _, t := range p.campaign.Tags {
		if !t.Optional && (t.Lang == "" || t.Lang == lang) {
			tags = append(tags, hashtag.Tag(t.Name))
		}
	}
	return tags
}

// A composed post is one that fits its platform. Caption is its place among
// the captions of the fact, from 0.
type composed struct {
	caption int
	text    string
	from    hashtag.Post
}

// composeFor returns the posts of a fact that fit a platform. Captions that do
// not are left out; without any, there is the plain post.
func (p *plan) composeFor(f *campaign.Fact, lang string, on hashtag.Platform) ([]composed, error) {
	var out []composed
	for i, c := range p.captions(f, lang) {
		text, err := on.Compose(c)
		var long *hashtag.TooLongError
		switch {
		case err == nil:
			out = append(out, composed{i, text, c})
		case !errors.As(err, &long):
			return nil, p.postError(f.ID, lang, on.ID, err)
		}
	}
	if out != nil {
		return out, nil
	}
	plain := p.plainPost(f, lang)
	text, err := on.Compose(plain)
	if err != nil {
		return nil, p.postError(f.ID, lang, on.ID, err)
	}
	return []composed{{0, text, plain}}, nil
}

// checkPosts composes every post once, so that no file of the kit can fail
// for its words.
func (p *plan) checkPosts(ctx context.Context) error {
	errs := make([]error, len(p.facts))
	err := each(ctx, len(p.facts), func(i int) error {
		for _, lang := range p.langs {
			for _, ch := range channels {
				if _, err := p.composeFor(p.facts[i], lang, ch.Platform); err != nil && errs[i] == nil {
					errs[i] = err
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return first(errs)
}
