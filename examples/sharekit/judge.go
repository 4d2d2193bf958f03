package main

import (
	"context"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/letter"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// anywayFlag adds the flag that overrules what a person has to judge.
func anywayFlag(c *cobra.Command, reason *string) { c.Flags().StringVar(reason, "anyway", "", "") }

// checker knows the campaign of a folder, or the built-in one.
func (a *app) checker(dir string) (*truth.Checker, error) {
	if dir == "" {
		return truth.BuiltIn(), nil
	}
	c, err := a.load(dir)
	if err != nil {
		return nil, err
	}
	return truth.New(c), nil
}

// pass reads words that somebody brings: an error stops them, a warning is
// told. A reason overrules the warnings.
func (a *app) pass(k *truth.Checker, reason string, texts ...truth.Text) error {
	warnings, err := k.Pass(texts...)
	for _, f := range warnings {
		if reason == "" {
			a.warn(a.explain(f))
		}
	}
	if len(warnings) > 0 && reason != "" && err == nil {
		a.note("overruled", with{"n": len(warnings), "reason": reason})
	}
	return err
}

// A speaker is a kit or a site.
type speaker interface {
	Judge(context.Context) ([]truth.Finding, error)
}

// allows reads all that a kit or a site says.
func (a *app) allows(ctx context.Context, kit speaker) error {
	found, err := kit.Judge(ctx)
	if err != nil {
		return err
	}
	return a.findings(judged(found))
}

// judgeText reads texts that are no fact's.
func (a *app) judgeText(dir, reason string, texts ...truth.Text) error {
	k, err := a.checker(dir)
	if err != nil {
		return err
	}
	return a.pass(k, reason, texts...)
}

// judge reads the words of a card that is no fact's. What the card itself
// names, such as the number to call, is allowed.
func (a *app) judge(f *cardFlags, card *graphic.Card) error {
	k, err := a.checker(f.campaign)
	if err != nil {
		return err
	}
	return a.pass(k.Allowing(campaign.Contact{Phone: card.Action.Phone, URL: card.Action.URL}), f.anyway, share.CardTexts(card)...)
}

// judgeLetter reads what the sender fills in. Names and addresses in the lines
// for them are the sender's to give.
func (a *app) judgeLetter(c *campaign.Campaign, f *letterFlags, d *letter.Draft) error {
	k := truth.BuiltIn()
	if f.campaign != "" {
		k = truth.New(c)
	}
	var texts []truth.Text
	l, _ := c.Letter(d.Letter, d.Lang)
	for _, s := range l.Slots {
		text := truth.Text{Words: d.Own[s.ID], Lang: f.lang, Where: truth.Letter, Field: s.ID}
		if s.Own || !private(k, text) {
			texts = append(texts, text)
		}
	}
	return a.pass(k, f.anyway, texts...)
}

// private reports whether a line holds what finds a person, such as the sender.
func private(k *truth.Checker, text truth.Text) bool {
	return slices.ContainsFunc(k.Read(text), func(f truth.Finding) bool { return truth.AboutPerson(f.Rule()) })
}

// judgeChange reads what a correction says is true. A figure that no fact holds
// yet needs the source that the correction brings.
func (a *app) judgeChange(c *campaign.Campaign, f *correctFlags, change *share.Change) error {
	fact, _ := c.Fact(change.Fact)
	var texts []truth.Text
	corrected := maps.Clone(fact.Claim)
	for _, lang := range c.Languages {
		if words := change.Now.In(lang); words != "" {
			texts = append(texts, truth.Text{Words: words, Lang: lang, Where: truth.Caption, Field: "--now"})
			if f.url != "" {
				corrected[lang] += " " + words
			}
		}
	}
	after := *c
	after.Facts = slices.Clone(c.Facts)
	for i := range after.Facts {
		if fact := &after.Facts[i]; fact.ID == change.Fact {
			fact.Claim = corrected
		}
	}
	return a.pass(truth.New(&after), f.anyway, texts...)
}
