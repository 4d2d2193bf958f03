package share

import (
	"context"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/letter"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// writeStart makes START-HERE.html from the campaign and the pictures.
func (k *Kit) writeStart(ctx context.Context, from fs.FS, w io.Writer) error {
	p := k.plan
	v := page.Kit{
		Title: p.pageText(p.campaign.Title), Tag: p.mainTag(), AsOf: p.campaign.AsOf.Last().Format("2006-01-02"), Version: p.version(),
	}
	for _, lang := range p.langs {
		v.Languages = append(v.Languages, p.pageLanguage(lang))
	}
	for _, t := range p.campaign.Topics {
		v.Topics = append(v.Topics, page.Topic{ID: t.ID, Title: p.pageText(t.Title)})
	}
	for _, f := range p.formats {
		v.Formats = append(v.Formats, page.Format{ID: f.Name})
	}
	for _, ch := range channels {
		v.Platforms = append(v.Platforms, p.pagePlatform(ch))
	}
	for _, f := range p.facts {
		c, err := p.pageCard(ctx, f)
		if err != nil {
			return err
		}
		v.Cards = append(v.Cards, c)
	}
	for _, f := range p.stopped {
		if c := p.stoppedCard(f); len(c.Texts) > 0 {
			v.Cards = append(v.Cards, c)
		}
	}
	p.pageWords(&v)
	var err error
	if v.Items, err = p.pageItems(from); err != nil {
		return err
	}
	return writePage(ctx, w, &v, from)
}

// pageLanguage is a language of the page. A campaign says the page's own words
// in another way, or in a language that has none built in, by labels that
// begin with "page.": "page.tab_share: Difundir". What only it can name stands
// in its campaign.yaml.
func (p *plan) pageLanguage(lang string) page.Language {
	say := p.campaign.Strings(lang)
	l := page.Language{Tag: lang, Name: nameOf(lang), RTL: say.Direction == "rtl", Words: make(map[string]string)}
	own := &p.campaign.StartPage
	for _, w := range []struct {
		key  string
		text campaign.Text
	}{
		{"tab_act", own.TabAct}, {"act_title", own.ActTitle}, {"call_or_write", own.ActTitle},
		{"act_lead", own.ActLead}, {"hour_text", own.HourText},
	} {
		if w.text.Has(lang) {
			l.Words[w.key] = w.text.Plain(lang)
		}
	}
	maps.Copy(l.Words, labelled(say, pageLabels))
	return l
}

// mainTag is the wordmark of the page.
func (p *plan) mainTag() string {
	if len(p.campaign.Tags) == 0 {
		return p.campaign.Name
	}
	return "#" + p.campaign.Tags[0].Name
}

// pageText is a text in the kit's languages.
func (p *plan) pageText(t campaign.Text) page.Text {
	out := make(page.Text)
	for _, lang := range p.langs {
		if s := t.Plain(lang); s != "" {
			out[lang] = p.campaign.Strings(lang).NoBreak(s)
		}
	}
	return out
}

func (p *plan) pagePlatform(ch channel) page.Platform {
	drawn := slices.DeleteFunc(slices.Clone(ch.formats), func(name string) bool {
		return !slices.ContainsFunc(p.formats, func(f graphic.Format) bool { return f.Name == name })
	})
	return page.Platform{
		ID: ch.ID, Name: ch.Name, Limit: ch.MaxLength, Count: page.Count(ch.composer.Counter), Alt: ch.MaxAlt > 0 && !ch.text, Formats: drawn,
		Intent: strings.ReplaceAll(ch.composer.Intent, "{subject}", letter.Percent(p.mainTag())), Home: ch.composer.Home, NoAmpersand: ch.composer.NoAmpersand,
	}
}

func (p *plan) pageCard(ctx context.Context, f *campaign.Fact) (page.Card, error) {
	c := page.Card{ID: f.ID, Topic: f.Topic, Checked: p.campaign.AsOf.Last().Format("2006-01-02"), Texts: make(map[string]page.CardText)}
	if !f.Expires.IsZero() {
		c.Expires = f.Expires.Last().Format("2006-01-02")
	}
	for _, lang := range p.langs {
		if err := ctx.Err(); err != nil {
			return c, err
		}
		t, err := p.cardText(f, lang)
		if err != nil {
			return c, err
		}
		c.Texts[lang] = t
	}
	return c, nil
}

// factText is what a card says of a fact and of where it was published.
func (p *plan) factText(f *campaign.Fact, lang string) page.CardText {
	say := p.campaign.Strings(lang)
	published := strings.ReplaceAll(say.Short(f.Source.Published), " ", "\u00A0")
	return page.CardText{
		Headline: say.NoBreak(f.Headline.Plain(lang)), Claim: say.NoBreak(f.Claim.Plain(lang)), Attribution: f.Attribution.In(lang),
		Source: say.List(f.Source.Publisher.In(lang), published), SourceURL: f.Source.URL, AsOf: say.Short(f.AsOf),
	}
}

func (p *plan) cardText(f *campaign.Fact, lang string) (page.CardText, error) {
	t := p.factText(f, lang)
	t.Note, t.Link = f.ContentNote.In(lang), f.Source.URL
	t.Alt, t.Files = p.first(f.ID, lang).Alt, cardFiles(f.ID, lang, f.Source.URL)
	var err error
	if t.Wordings, err = p.wordings(f, lang); err != nil {
		return t, err
	}
	for i := range p.formats {
		pic := p.picture(f.ID, lang, p.formats[i].Name)
		t.Pictures = append(t.Pictures, page.Picture{Format: pic.Format.Name, File: pic.Name(), Width: pic.Format.W, Height: pic.Format.H})
	}
	return t, nil
}

// stoppedCard is a fact that may not be posted any more: it has no picture
// and no posts, but a correction for those who posted it.
func (p *plan) stoppedCard(f *campaign.Fact) page.Card {
	c := page.Card{
		ID: f.ID, Topic: f.Topic, Status: page.Withdrawn, Checked: p.campaign.AsOf.Last().Format("2006-01-02"), Texts: make(map[string]page.CardText),
	}
	var by *campaign.Fact
	for _, other := range p.facts {
		if other.ID == f.SupersededBy {
			by, c.Status, c.ReplacedBy = other, page.Replaced, other.ID
		}
	}
	for _, lang := range p.langs {
		if !f.Headline.Has(lang) {
			continue
		}
		t := p.factText(f, lang)
		t.Correction = p.correction(f, by, lang)
		c.Texts[lang] = t
	}
	return c
}

// correction is the post for those who shared a fact that is now replaced by
// another, or withdrawn.
func (p *plan) correction(f, by *campaign.Fact, lang string) string {
	say := p.campaign.Strings(lang)
	if by == nil {
		return say.Label("correction") + ". " + say.Label("withdrawn") + ": " + figure.Sentence(f.Headline.Plain(lang))
	}
	post := p.plainPost(by, lang)
	return joined("\n\n", say.Label("correction")+": "+post.Text, post.Link, tagLine(post))
}

// wordings are the captions of a fact, and how they are said on platforms
// that do not take them as they are.
func (p *plan) wordings(f *campaign.Fact, lang string) ([]page.Wording, error) {
	posts := p.captions(f, lang)
	if posts == nil {
		posts = append(posts, p.plainPost(f, lang))
	}
	all := make([]page.Wording, len(posts))
	for i, post := range posts {
		whole := joined("\n\n", post.Text, post.Link, tagLine(post))
		all[i] = page.Wording{Text: whole, Variants: make(map[string]string)}
	}
	for _, ch := range channels {
		texts, err := p.composeFor(f, lang, ch.Platform)
		if err != nil {
			return nil, err
		}
		for _, c := range texts {
			if w := &all[c.caption]; c.text != w.Text {
				w.Variants[ch.ID] = c.text
			}
		}
	}
	return all, nil
}
