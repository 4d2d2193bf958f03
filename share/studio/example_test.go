package studio_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/studio"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// A reader changes a headline. The figure that was changed with it is found,
// with what to put back; words that are true are marked as the reader's own.
func Example() {
	memory, err := truth.New(&campaign.Campaign{Languages: []string{"en"}, Facts: []campaign.Fact{{
		ID: "classes", Headline: campaign.Text{"en": "62 classes used the library"}, Claim: campaign.Text{"en": "62 classes used the Millbrook library."},
		Figures: []campaign.Figure{{Value: 62}},
	}}}).Memory()
	if err != nil {
		fmt.Println(err)
		return
	}
	desk, err := studio.New(memory, map[string]studio.Marks{"en": {Kicker: "In my own words", Source: "Source:", Figures: "Figures:"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	draft := &studio.Draft{Fact: "classes", Card: graphic.Card{
		Lang: language.English, Headline: "62 classes used the library", Source: "Source: Town Council, Mar 4, 2031",
	}}
	draft.Lines = map[string]string{"headline": "620 classes learned to read here"}
	for _, f := range desk.Check(draft) {
		fmt.Println(f.Level, f.Field, f.Code, f.Fix.Text)
	}
	draft.Lines["headline"] = "62 classes learned to read here"
	marked := desk.Mark(draft, false)
	fmt.Printf("%s / %s / %s\n", marked.Kicker, marked.Headline, marked.Source)
	// Output:
	// error headline figure-unknown 62
	// In my own words / 62 classes learned to read here / Figures: Town Council, Mar 4, 2031
}
