package share

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// A corrector makes what tells that a fact was changed.
type corrector struct{ *plan }

// A Change is what was wrong in a fact that has been shared, and what is true.
// Its texts are in every language of the correction. It is plain data, safe for
// concurrent use as long as nobody changes it.
type Change struct {
	Fact string        // the fact's id
	Date campaign.Date // of the correction, a day
	Was  campaign.Text // what was said: a figure or a few words, to be struck through
	Now  campaign.Text // what is true, as a sentence

	// Source is where it can be checked. Without a URL: the fact's own.
	Source campaign.Source
}

// Texts are what a correction says is true, and the campaign as it is to be held
// against: a figure that no fact holds yet is known if the correction brings its
// source. Neither campaign nor change is altered.
func (change *Change) Texts(c *campaign.Campaign) (after *campaign.Campaign, texts []truth.Text) {
	copied := *c
	copied.Facts = slices.Clone(c.Facts)
	for i := range copied.Facts {
		fact := &copied.Facts[i]
		if fact.ID != change.Fact {
			continue
		}
		claim := make(campaign.Text, len(fact.Claim))
		maps.Copy(claim, fact.Claim)
		for _, lang := range c.Languages {
			words := change.Now.In(lang)
			if words == "" {
				continue
			}
			texts = append(texts, truth.Text{Words: words, Lang: lang, Where: truth.Caption, Field: "now"})
			if change.Source.URL != "" {
				claim[lang] += " " + words
			}
		}
		fact.Claim = claim
	}
	return &copied, texts
}

// A CorrectionSet is all that it takes to correct what has been shared. It is
// plain data, safe for concurrent use as long as nobody changes it.
type CorrectionSet struct {
	Fact string

	// Files are those of the kit that say anything of the fact, in order:
	// none of them should be shared any more.
	Files []string

	Cards     []CorrectionCard // by language, then format
	Posts     []CorrectionPost // by language, then platform
	Changelog string           // an entry for CHANGELOG.md, in every language
}

// A CorrectionCard is a picture of a correction. It is plain data, safe for
// concurrent use as long as nobody changes it.
type CorrectionCard struct {
	Fact, Lang string
	Format     graphic.Format
	*graphic.Graphic
}

// Name is a file name for the card: "sale-correction-en-portrait.png".
func (c *CorrectionCard) Name() string {
	return c.Fact + "-correction-" + c.Lang + "-" + c.Format.Name + ".png"
}

// A CorrectionPost is a post of a correction that fits its platform. It is
// plain data, safe for concurrent use as long as nobody changes it.
type CorrectionPost struct{ Lang, Platform, Text string }

// Correct makes the correction of a fact. The campaign is the one whose kit
// was shared, with the fact as it was; options are those of the kit.
//
// The errors are those of [Build], and a *FactError for what is missing from
// the change.
func Correct(ctx context.Context, c *campaign.Campaign, change Change, o *Options) (*CorrectionSet, error) {
	k, err := Build(ctx, c, o)
	if err != nil {
		return nil, err
	}
	p := corrector{k.plan}
	f, err := p.changed(&change)
	if err != nil {
		return nil, err
	}
	out := &CorrectionSet{Fact: f.ID, Files: k.using(f.ID), Changelog: p.correctionEntry(&change)}
	for _, ed := range k.plan.editions {
		for _, format := range k.plan.formats {
			g, err := p.correctionCard(ed, f, &change, format)
			if err != nil {
				return nil, k.plan.cardError(f.ID, ed.lang, format.Name, err)
			}
			out.Cards = append(out.Cards, CorrectionCard{f.ID, ed.lang, format, g})
		}
		for _, ch := range channels {
			text, err := ch.Compose(p.correctionPost(ed, f, &change))
			if err != nil {
				return nil, k.plan.postError(f.ID, ed.lang, ch.ID, err)
			}
			out.Posts = append(out.Posts, CorrectionPost{ed.lang, ch.ID, text})
		}
	}
	return out, nil
}

// changed finds the fact of a change, and what the change lacks.
func (p corrector) changed(change *Change) (*campaign.Fact, error) {
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
	for _, ed := range p.editions {
		was, now := change.Was.Plain(ed.lang), change.Now.Plain(ed.lang)
		switch {
		case was == "":
			return nil, fail("change-no-was", "was."+ed.lang)
		case now == "":
			return nil, fail("change-no-now", "now."+ed.lang)
		case was == now:
			return nil, fail("change-same", "now."+ed.lang)
		case !change.Source.Publisher.Has(ed.lang):
			return nil, fail("change-no-source", "source.publisher."+ed.lang)
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
	for _, ed := range k.plan.editions {
		holds := func(name string) bool { return slices.Contains(names, name) }
		for _, z := range k.videoZips(ed.lang) {
			if slices.ContainsFunc(z.files, holds) {
				names = append(names, z.name)
			}
		}
		for _, ch := range channels {
			for _, b := range (packer{ed}).bundles(ch) {
				if slices.ContainsFunc(b.of(), holds) {
					names = append(names, b.name())
				}
			}
		}
	}
	slices.Sort(names)
	return names
}

// correctionCard draws what is true, and what was said struck through.
func (p corrector) correctionCard(ed *edition, f *campaign.Fact, change *Change, format graphic.Format) (*graphic.Graphic, error) {
	changed := *f
	changed.Source, changed.AsOf = change.Source, change.Date
	topic, _ := ed.campaign.Topic(f.Topic)
	card := graphic.Card{
		ID: f.ID + "-correction", Lang: ed.tag, Kicker: ed.say.NoBreak(topic.Title.In(ed.lang)),
		Headline: ed.say.NoBreak(change.Now.Plain(ed.lang)), Tags: ed.cardTags(f), Rights: ed.say.Label("rights"),
	}
	source(&card, &changed, ed.lang, ed.say)
	card.Blocks = []graphic.Block{graphic.Correction{
		Label: ed.say.Label("correction"), Date: ed.say.Long(change.Date),
		Said: ed.say.Label("what_was_said") + ":", Was: ed.say.NoBreak(change.Was.Plain(ed.lang)),
	}}
	return graphic.New(card, ed.options(card.Lang, graphic.Options{Format: format, Theme: p.looksLike(f)}))
}

// looksLike is the theme of a fact's cards, whether or not it stands.
func (p corrector) looksLike(f *campaign.Fact) graphic.Theme {
	if l, ok := p.looks[f.ID]; ok {
		return l.theme
	}
	return p.themes[0]
}

// correctionPost says what was said, what is true and where to check it.
func (p corrector) correctionPost(ed *edition, f *campaign.Fact, change *Change) hashtag.Post {
	short := joined(" ", figure.Sentence(ed.say.List(ed.say.Label("correction"), ed.say.Long(change.Date))),
		ed.say.Label("what_was_said")+": "+figure.Sentence(change.Was.Plain(ed.lang)),
		ed.say.Label("what_is_true")+": "+figure.Sentence(change.Now.Plain(ed.lang)))
	return hashtag.Post{
		Text: noted(f, ed.lang, joined(" ", short, ed.say.Label("share_correction"))), Short: noted(f, ed.lang, short),
		Link: change.Source.URL, Tags: ed.ownTags(), Lang: ed.tag,
	}
}

// correctionEntry is what the changelog says of a correction.
func (p corrector) correctionEntry(change *Change) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n", change.Date)
	for _, ed := range p.editions {
		fmt.Fprintf(&b, "- %s. %s: %s %s: %s %s\n", ed.say.Label("correction"),
			ed.say.Label("what_was_said"), figure.Sentence(change.Was.Plain(ed.lang)),
			ed.say.Label("what_is_true"), figure.Sentence(change.Now.Plain(ed.lang)), change.Source.URL)
	}
	return b.String()
}
