package share

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A Change is what was wrong in a fact that has been shared, and what is
// true. Its texts are in every language of the correction.
type Change struct {
	Fact string        // the fact's id
	Date campaign.Date // of the correction, a day
	Was  campaign.Text // what was said: a figure or a few words, to be struck through
	Now  campaign.Text // what is true, as a sentence

	// Source is where it can be checked. Without a URL: the fact's own.
	Source campaign.Source
}

// A Correction is all that it takes to correct what has been shared.
type Correction struct {
	Fact string

	// Files are those of the kit that say anything of the fact, in order:
	// none of them should be shared any more.
	Files []string

	Cards     []CorrectionCard // by language, then format
	Posts     []CorrectionPost // by language, then platform
	Changelog string           // an entry for CHANGELOG.md, in every language
}

// A CorrectionCard is a picture of a correction.
type CorrectionCard struct {
	Fact, Lang string
	Format     graphic.Format
	*graphic.Graphic
}

// Name is a file name for the card: "sale-correction-en-portrait.png".
func (c *CorrectionCard) Name() string {
	return c.Fact + "-correction-" + c.Lang + "-" + c.Format.Name + ".png"
}

// A CorrectionPost is a post of a correction that fits its platform.
type CorrectionPost struct{ Lang, Platform, Text string }

// Correct makes the correction of a fact. The campaign is the one whose kit
// was shared, with the fact as it was; options are those of the kit.
//
// The errors are those of [Build], and a *FactError for what is missing from
// the change.
func Correct(ctx context.Context, c *campaign.Campaign, change Change, o *Options) (*Correction, error) {
	k, err := Build(ctx, c, o)
	if err != nil {
		return nil, err
	}
	f, err := k.plan.changed(&change)
	if err != nil {
		return nil, err
	}
	out := &Correction{Fact: f.ID, Files: k.using(f.ID), Changelog: k.plan.correctionEntry(f, &change)}
	for _, lang := range k.plan.langs {
		for _, format := range k.plan.formats {
			g, err := k.plan.correctionCard(f, &change, lang, format)
			if err != nil {
				return nil, k.plan.cardError(f.ID, lang, format.Name, err)
			}
			out.Cards = append(out.Cards, CorrectionCard{f.ID, lang, format, g})
		}
		for _, ch := range channels {
			text, err := ch.Compose(k.plan.correctionPost(f, &change, lang))
			if err != nil {
				return nil, k.plan.postError(f.ID, lang, ch.ID, err)
			}
			out.Posts = append(out.Posts, CorrectionPost{lang, ch.ID, text})
		}
	}
	return out, nil
}

// changed finds the fact of a change, and what the change lacks.
func (p *plan) changed(change *Change) (*campaign.Fact, error) {
	fail := func(rule, field string) error { return factError(rule, change.Fact, field) }
	i := slices.IndexFunc(p.campaign.Facts, func(f campaign.Fact) bool { return f.ID == change.Fact })
	switch {
	case i < 0:
		return nil, fail("kit-fact-unknown", "id")
	case change.Date.Day == 0:
		return nil, fail("change-no-date", "date")
	case change.Source.URL != "" && !strings.HasPrefix(change.Source.URL, "https://"):
		return nil, fail("change-scheme", "source.url")
	}
	f := &p.campaign.Facts[i]
	if change.Source.URL == "" {
		change.Source = f.Source
	}
	for _, lang := range p.langs {
		was, now := change.Was.Plain(lang), change.Now.Plain(lang)
		switch {
		case was == "":
			return nil, fail("change-no-was", "was."+lang)
		case now == "":
			return nil, fail("change-no-now", "now."+lang)
		case was == now:
			return nil, fail("change-same", "now."+lang)
		case !change.Source.Publisher.Has(lang):
			return nil, fail("change-no-source", "source.publisher."+lang)
		}
	}
	return f, nil
}

// using lists the files that say anything of a fact. The lists of the kit's
// files say nothing.
func (k *Kit) using(fact string) []string {
	var names []string
	for _, f := range k.files {
		if f.tells.on(fact) {
			names = append(names, f.name)
		}
	}
	for _, lang := range k.plan.langs {
		for _, ch := range channels {
			holds := func(name string) bool { return slices.Contains(names, name) }
			if slices.ContainsFunc(k.zipped(lang, ch), holds) {
				names = append(names, zipsDir+lang+"-"+ch.ID+".zip")
			}
		}
	}
	slices.Sort(names)
	return names
}

// maxStruck is how many characters stay legible in one struck line.
const maxStruck = 24

// correctionCard draws what is true, and what was said struck through; where
// there is no room to strike it, below in words.
func (p *plan) correctionCard(f *campaign.Fact, change *Change, lang string, format graphic.Format) (*graphic.Graphic, error) {
	say := p.campaign.Strings(lang)
	changed := *f
	changed.Source, changed.AsOf = change.Source, change.Date
	topic, _ := p.campaign.Topic(f.Topic)
	card := graphic.Card{
		ID: f.ID + "-correction", Lang: language.Make(lang), Kicker: say.NoBreak(topic.Title.In(lang)),
		Headline: say.NoBreak(change.Now.Plain(lang)), Tags: p.cardTags(f), Rights: say.Label("rights"),
	}
	source(&card, &changed, lang, say)
	was := say.NoBreak(change.Was.Plain(lang))
	opt := p.options(card.Lang, graphic.Options{Format: format, Theme: p.looksLike(f)})
	struck := card
	struck.Blocks = []graphic.Block{graphic.Correction{
		Label: say.Label("correction"), Date: say.Long(change.Date), Said: say.Label("what_was_said") + ":", Was: was,
		Replaces: say.Label("replaces") + " " + f.ID,
	}}
	if !format.Landscape() && utf8.RuneCountInString(was) <= maxStruck {
		g, err := graphic.New(struck, opt)
		var fit *graphic.FitError
		if !errors.As(err, &fit) {
			return g, err
		}
	}
	said := &card.Body
	if format.Landscape() {
		said = &card.Attribution // bodies are not drawn there
	}
	card.Kicker = say.Label("correction")
	*said = joined(" ", figure.Sentence(say.List(say.Label("correction"), say.Long(change.Date))), say.Label("what_was_said")+": "+figure.Sentence(was))
	return graphic.New(card, opt)
}

// looksLike is the theme of a fact's cards, whether or not it stands.
func (p *plan) looksLike(f *campaign.Fact) graphic.Theme {
	if l, ok := p.looks[f.ID]; ok {
		return l.theme
	}
	return p.themes[0]
}

// correctionPost says what was said, what is true and where to check it.
func (p *plan) correctionPost(f *campaign.Fact, change *Change, lang string) hashtag.Post {
	say := p.campaign.Strings(lang)
	short := joined(" ", figure.Sentence(say.List(say.Label("correction"), say.Long(change.Date))),
		say.Label("what_was_said")+": "+figure.Sentence(change.Was.Plain(lang)),
		say.Label("what_is_true")+": "+figure.Sentence(change.Now.Plain(lang)))
	return hashtag.Post{
		Text: noted(f, lang, joined(" ", short, say.Label("share_correction"))), Short: noted(f, lang, short),
		Link: change.Source.URL, Tags: p.ownTags(lang), Lang: language.Make(lang),
	}
}

// correctionEntry is what the changelog says of a correction.
func (p *plan) correctionEntry(f *campaign.Fact, change *Change) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n", change.Date)
	for _, lang := range p.langs {
		say := p.campaign.Strings(lang)
		fmt.Fprintf(&b, "- %s (%s). %s: %s %s: %s %s\n", say.Label("correction"), f.ID,
			say.Label("what_was_said"), figure.Sentence(change.Was.Plain(lang)),
			say.Label("what_is_true"), figure.Sentence(change.Now.Plain(lang)), change.Source.URL)
	}
	return b.String()
}
