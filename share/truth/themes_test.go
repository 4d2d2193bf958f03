package truth

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A sentence tells a fact by its words, whatever their order and language; one
// with a few words of every day tells none.
func TestThemes(t *testing.T) {
	facts := []campaign.Fact{
		{ID: "bridge", Claim: campaign.Text{"en": "Inspectors closed the harbor bridge after cracks were found in its pillars."}},
		{ID: "library", Claim: campaign.Text{"en": "The town library lends tools and instruments to its members."}},
		{ID: "orchard", Claim: campaign.Text{"en": "Neighbors planted apple trees in the abandoned orchard behind the school."}},
		{ID: "ferry", Claim: campaign.Text{"en": "The ferry carries passengers across the harbor every morning."}},
		{ID: "mill", Claim: campaign.Text{"en": "Volunteers restored the wheel of the old mill."}},
		{ID: "station", Claim: campaign.Text{"en": "The railway company sold the station to a cooperative."}},
		{ID: "market", Claim: campaign.Text{"en": "Farmers sell vegetables at the covered market on Saturdays."}},
		{ID: "pool", Claim: campaign.Text{"en": "The council repaired the heating of the swimming pool."}},
	}
	themes := themesOf(facts, stemsOf(&campaign.Campaign{Facts: facts}))
	for sentence, want := range map[string][]string{
		"After cracks in the pillars, inspectors shut the bridge.": {"bridge"},
		"Trees were planted in the orchard by my neighbor.":        {"orchard"},
		"We cross the bridge every morning.":                       nil,
		"A tree fell on the school.":                               nil,
		"":                                                         nil,
	} {
		if got := themes.told(sentence); !slices.Equal(got, want) {
			t.Errorf("%q tells %q, want %q", sentence, got, want)
		}
	}
}

// A number of days is not one of flights.
func TestUnitAfter(t *testing.T) {
	for words, want := range map[string]string{"125 days": "días", "125 long nights": "noches", "48 prórrogas": "extensions", "12 friends": "", "12": ""} {
		if got := unitAfter(words, numbers(words)[0]); got != inUnit(want) {
			t.Errorf("%q is told in %d, want %d", words, got, inUnit(want))
		}
	}
}

// A figure with one digit wrong is a slip of the one that was meant.
func TestOneSlip(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"137", "147"}: true, {"137", "173"}: true, {"137", "317"}: true, {"137", "137"}: false, {"137", "713"}: false, {"137", "1370"}: false, {"252", "225"}: true,
	} {
		if got := oneSlip(pair[0], pair[1]); got != want {
			t.Errorf("%q: %v", pair, got)
		}
	}
}

// TestPeopleIn: the texts that are passed over name nobody.
func TestPeopleIn(t *testing.T) {
	texts := []string{"", "no people", "Anafghan", "“women”", "2,000\u00a0NIÑOS", "the United States"}
	for _, p := range campaign.Default().Pieces() {
		texts = append(texts, p.Words)
	}
	for _, stems := range lists().Peoples {
		for stem := range strings.SplitSeq(stems, "|") {
			texts = append(texts, stem, "of 31 "+strings.ToUpper(stem)+"S", "un"+stem)
		}
	}
	for _, s := range texts {
		if got, want := len(peopleIn(s)), len(peoples().FindAllString(s, -1)); got != want {
			t.Errorf("%.60q: %d, want %d", s, got, want)
		}
	}
}

// TestReadLeavesHeard: reading the texts of facts, as several may at once, changes
// nothing that the checker keeps of them.
func TestReadLeavesHeard(t *testing.T) {
	k := New(campaign.Default())
	before := fmt.Sprint(k.heard)
	for _, p := range k.campaign.Pieces() {
		k.Read(Text{Words: p.Words, Lang: p.Lang, Where: Page})
	}
	if fmt.Sprint(k.heard) != before {
		t.Error("what the checker heard has changed")
	}
}
