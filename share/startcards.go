package share

import (
	"context"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

func (p startPage) pagePlatform(ch channel) page.Platform {
	drawn := slices.DeleteFunc(slices.Clone(ch.formats), func(name string) bool {
		return !slices.ContainsFunc(p.formats, func(f graphic.Format) bool { return f.Name == name })
	})
	return page.Platform{
		ID: ch.ID, Name: ch.Name, Limit: ch.MaxLength, Alt: ch.MaxAlt > 0 && !ch.text, Formats: drawn,
		Intent: strings.ReplaceAll(ch.composer.Intent, "{subject}", url.PathEscape(p.mainTag())), Home: ch.composer.Home, NoAmpersand: ch.composer.NoAmpersand,
		Counts: ch.composer.Counter != "",
	}
}

func (p startPage) pageCard(ctx context.Context, f *campaign.Fact) (page.Card, error) {
	c := page.Card{ID: f.ID, Topic: f.Topic, Checked: p.campaign.AsOf.Last().Format("2006-01-02"), Texts: make(map[string]page.CardText)}
	c.Undealt = !dealt(f)
	c.Review, c.Expires = isoDay(f.ReviewAfter), isoDay(f.Expires)
	for _, ed := range p.editions {
		if err := ctx.Err(); err != nil {
			return c, err
		}
		t, err := startEdition{ed}.cardText(f)
		if err != nil {
			return c, err
		}
		c.Texts[ed.lang] = t
		c.Undealt = c.Undealt || !slices.ContainsFunc(t.Wordings, func(w page.Wording) bool { return !w.Undealt })
	}
	return c, nil
}

// stoppedCard is a fact that may not be posted any more: it has no picture
// and no posts, but a correction for those who posted it.
func (p startPage) stoppedCard(f *campaign.Fact) page.Card {
	c := page.Card{
		ID: f.ID, Topic: f.Topic, Status: page.Withdrawn, Checked: p.campaign.AsOf.Last().Format("2006-01-02"), Texts: make(map[string]page.CardText),
	}
	var by *campaign.Fact
	for _, other := range p.facts {
		if other.ID == f.SupersededBy {
			by, c.Status, c.ReplacedBy = other, page.Replaced, other.ID
		}
	}
	for _, ed := range p.editions {
		if !f.Headline.Has(ed.lang) {
			continue
		}
		t := startEdition{ed}.factText(f)
		t.Correction = startEdition{ed}.correction(f, by)
		c.Texts[ed.lang] = t
	}
	return c
}

// A startEdition makes what the start page says in one language.
type startEdition struct{ *edition }

// factText is what a card says of a fact and of where it was published.
func (ed startEdition) factText(f *campaign.Fact) page.CardText {
	published := strings.ReplaceAll(ed.say.Short(f.Source.Published), " ", "\u00A0")
	return page.CardText{
		Headline: ed.say.NoBreak(f.Headline.Plain(ed.lang)), Claim: ed.say.NoBreak(f.Claim.Plain(ed.lang)), Attribution: f.Attribution.In(ed.lang),
		Source: ed.say.List(f.Source.Publisher.In(ed.lang), published), SourceURL: f.Source.URL, AsOf: ed.say.Short(f.AsOf),
		Read: freshness(ed).howRead(f), Age: freshness(ed).age(f),
	}
}

func (ed startEdition) cardText(f *campaign.Fact) (page.CardText, error) {
	t := ed.factText(f)
	t.Note, t.Link = f.ContentNote.In(ed.lang), f.Source.URL
	t.Alt, t.Files = ed.first(f.ID).Alt, cardFiles(f.ID, ed.lang, f.Source.URL)
	var err error
	if t.Wordings, err = ed.wordings(f); err != nil {
		return t, err
	}
	for i := range ed.formats {
		pic := ed.picture(f.ID, ed.formats[i].Name)
		t.Pictures = append(t.Pictures, page.Picture{Format: pic.Format.Name, File: pic.Name(), Width: pic.Format.W, Height: pic.Format.H})
	}
	return t, nil
}

// correction is the post for those who shared a fact that is now replaced by
// another, or withdrawn.
func (ed startEdition) correction(f, by *campaign.Fact) string {
	if by == nil {
		return ed.say.Label("correction") + ". " + ed.say.Label("withdrawn") + ": " + figure.Sentence(f.Headline.Plain(ed.lang))
	}
	post := ed.plainPost(by)
	return joined("\n\n", ed.say.Label("correction")+": "+post.Text, post.Link, tagLine(post))
}

// lengthOn says how long a wording is on a platform, if that counts.
func lengthOn(w *page.Wording, ch channel, text string) {
	if ch.composer.Counter != "" {
		w.Lengths[ch.ID] = ch.Length(ch.Shown(text))
	}
}

// wordings are the captions of a fact, and how they are said on platforms
// that do not take them as they are.
func (ed startEdition) wordings(f *campaign.Fact) ([]page.Wording, error) {
	posts := ed.captions(f)
	if posts == nil {
		posts = append(posts, ed.plainPost(f))
	}
	all := make([]page.Wording, len(posts))
	for i, post := range posts {
		whole := joined("\n\n", post.Text, post.Link, tagLine(post))
		all[i] = page.Wording{Text: whole, Variants: make(map[string]string), Lengths: make(map[string]int)}
		for _, ch := range channels {
			lengthOn(&all[i], ch, whole)
		}
	}
	for i, asks := range ed.dealtCaptions(f) {
		all[i].Undealt = !asks
	}
	for _, ch := range channels {
		texts, err := ed.composeFor(f, ch.Platform)
		if err != nil {
			return nil, err
		}
		for _, c := range texts {
			if w := &all[c.caption]; c.text != w.Text {
				w.Variants[ch.ID] = c.text
				lengthOn(w, ch, c.text)
			}
		}
	}
	return all, nil
}

// cardFiles are what to print of a fact, and the code of its source.
func cardFiles(id, lang, source string) []page.File {
	var all []page.File
	for _, paper := range flyerPapers {
		all = append(all, page.File{Path: "print/" + lang + "/" + id + "-" + paper + ".pdf", Format: paper})
	}
	all = append(all, page.File{Path: "print/" + lang + "/" + id + "-handbills.pdf", Format: "handbill"})
	if source != "" {
		all = append(all, page.File{Path: "qr/source-" + id + ".pdf", Format: "qr"})
	}
	return all
}

// pageLanguage is a language of the page. A campaign says the page's own words
// in another way, or in a language that has none built in, by labels that
// begin with "page.": "page.tab_share: Difundir". What only it can name stands
// in its campaign.yaml.
func (ed startEdition) pageLanguage() page.Language {
	l := page.Language{Tag: ed.lang, Name: nameOf(ed.lang), RTL: ed.say.Direction == "rtl", Words: make(map[string]string)}
	l.Long, l.LongMonths, l.Weekdays = ed.say.Dates.Long, ed.say.Months, ed.say.Weekdays
	l.Weekday, l.Decimal = ed.say.Dates.LongWeekday(), ed.say.Numbers.Decimal
	own := &ed.campaign.StartPage
	for _, w := range []struct {
		key  string
		text campaign.Text
	}{
		{"tab_act", own.TabAct}, {"act_title", own.ActTitle}, {"call_or_write", own.ActTitle},
		{"act_text", own.ActText}, {"act_lead", own.ActLead}, {"hour_text", own.HourText},
	} {
		if w.text.Has(ed.lang) {
			l.Words[w.key] = w.text.Plain(ed.lang)
		}
	}
	if ed.say.Dates.Short != "" {
		l.Words["date"] = ed.say.Dates.Short
	}
	maps.Copy(l.Words, labelled(ed.say, pageLabels))
	return l
}
