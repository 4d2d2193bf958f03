package share

import (
	"errors"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// captions are the posts of a fact before any platform's limits: its ready
// captions, each with the content note first.
func (ed *edition) captions(f *campaign.Fact) []hashtag.Post {
	var all []hashtag.Post
	for _, c := range ed.readyCaptions(f) {
		if ed.stand(c.Also) {
			all = append(all, ed.post(f, c.Text))
		}
	}
	return all
}

// dealtCaptions says of each of the captions whether it may be dealt to somebody who did
// not choose it: what it asks for can be done from the post alone.
func (ed *edition) dealtCaptions(f *campaign.Fact) []bool {
	var all []bool
	may := ed.campaign.StartPage.QuickAsks
	for _, c := range ed.readyCaptions(f) {
		if ed.stand(c.Also) {
			all = append(all, len(may) == 0 || c.Action == "" || slices.Contains(may, c.Action))
		}
	}
	return all
}

// readyCaptions are the captions that the campaign has of a fact.
func (ed *edition) readyCaptions(f *campaign.Fact) []campaign.Caption {
	if set := ed.ready[f.ID]; set != nil {
		return set.Captions[ed.lang]
	}
	return nil
}

// captionFacts lists the further facts that the captions of one lean on.
func (ed *edition) captionFacts(f *campaign.Fact) []string {
	var ids []string
	for _, c := range ed.readyCaptions(f) {
		if ed.stand(c.Also) {
			ids = append(ids, c.Also...)
		}
	}
	return ids
}

// plainPost is made of claim and attribution; where that is too long, of the
// headline that stands alone and the attribution. What the note below a chart
// says of the claim goes with both, and so do the reservations of the fact.
func (ed *edition) plainPost(f *campaign.Fact) hashtag.Post {
	headline := alone(f, ed.lang)
	by, note := figure.Sentence(capital(f.Attribution.In(ed.lang))), ed.qualifies(f)
	post := ed.post(f, ed.hedged(f, joined(" ", figure.Sentence(f.Claim.Plain(ed.lang)), by, note)))
	post.Short = noted(f, ed.lang, ed.hedged(f, joined(" ", figure.Sentence(headline.Plain(ed.lang)), by, note)))
	return post
}

// hedged adds the reservations that every text of a fact has to hold and this
// one does not.
func (ed *edition) hedged(f *campaign.Fact, text string) string {
	for i := range f.Hedges {
		if h := &f.Hedges[i]; h.Where == campaign.InText && !h.StandsIn(ed.lang, text) {
			text = joined(" ", text, figure.Sentence(h.Say.Plain(ed.lang)))
		}
	}
	return text
}

// qualifies is a chart's note on the claim. A note on a field of bars says what
// a bar is.
func (ed *edition) qualifies(f *campaign.Fact) string {
	if !ed.chartStands(f) || len(f.Chart.People.Segments) > 0 {
		return ""
	}
	return figure.Sentence(f.Chart.Note.Plain(ed.lang))
}

func (ed *edition) post(f *campaign.Fact, text string) hashtag.Post {
	return hashtag.Post{Text: noted(f, ed.lang, text), Link: f.Source.URL, Tags: ed.tags(f), Lang: ed.tag}
}

// noted puts the content note before a text.
func noted(f *campaign.Fact, lang, text string) string {
	return joined("\n\n", f.ContentNote.In(lang), text)
}

// tags of a post: the campaign's, then the fact's own.
func (ed *edition) tags(f *campaign.Fact) []hashtag.Tag {
	tags := ed.ownTags()
	for _, t := range f.Tags {
		tags = append(tags, hashtag.Tag(t))
	}
	return tags
}

// ownTags are the campaign's, but for those that are only offered.
func (ed *edition) ownTags() []hashtag.Tag {
	var tags []hashtag.Tag
	for _, t := range ed.campaign.Tags {
		if !t.Optional && (t.Lang == "" || t.Lang == ed.lang) {
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

// composeFor returns the posts of a fact that fit a platform, composed the
// first time they are asked for. The slice is not to be changed.
func (ed *edition) composeFor(f *campaign.Fact, on hashtag.Platform) ([]composed, error) {
	key := postedKey{f.ID, on.ID}
	if posts, ok := ed.made.all.Load(key); ok {
		return posts.([]composed), nil
	}
	posts, err := ed.composeNew(f, on)
	if err != nil {
		return nil, err
	}
	ed.made.all.Store(key, posts)
	return posts, nil
}

// composeNew composes the captions of a fact that fit a platform. Those that do
// not are left out; without any, there is the plain post.
func (ed *edition) composeNew(f *campaign.Fact, on hashtag.Platform) ([]composed, error) {
	var out []composed
	for i, c := range ed.captions(f) {
		text, err := on.Compose(c)
		var long *hashtag.TooLongError
		switch {
		case err == nil:
			out = append(out, composed{i, text, c})
		case !errors.As(err, &long):
			return nil, ed.postError(f.ID, ed.lang, on.ID, err)
		}
	}
	if out != nil {
		return out, nil
	}
	plain := ed.plainPost(f)
	text, err := on.Compose(plain)
	if err != nil {
		return nil, ed.postError(f.ID, ed.lang, on.ID, err)
	}
	return []composed{{0, text, plain}}, nil
}
