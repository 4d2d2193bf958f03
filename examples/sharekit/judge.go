package main

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// judge reads the words of a card that is no fact's: an error refuses it, a
// warning is told. What the card itself names, such as the number to call, is
// allowed.
func (a *app) judge(card *graphic.Card) error {
	checker := truth.New(&campaign.Campaign{Contacts: []campaign.Contact{{Phone: card.Action.Phone, URL: card.Action.URL}}})
	for _, part := range []struct{ field, words string }{
		{"Kicker", card.Kicker}, {"Headline", card.Headline}, {"Body", card.Body}, {"Attribution", card.Attribution},
	} {
		lang, _ := card.Lang.Base()
		for _, f := range checker.Read(truth.Text{
			Words: strings.ReplaceAll(part.words, "**", ""), Lang: lang.String(), Where: truth.Card,
			Sourced: card.Source != "", Field: part.field,
		}) {
			f.Data = f.About(part.field)
			if f.Severity == campaign.Error {
				return f
			}
			a.tell(yellow, a.text("warning", nil), a.explain(f))
		}
	}
	return nil
}
