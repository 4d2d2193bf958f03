package truth

import (
	"os"
	"slices"
	"sync"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// checker knows the built-in campaign.
var checker = sync.OnceValue(func() *Checker { return New(campaign.Default()) })

// everything: all cases are tried, not a sample.
func everything() bool { return os.Getenv("TEST_ALL") != "" }

// places are where words that somebody types come to stand.
var places = []Place{Own, Card, Caption, Letter, Event}

// placesOf are all, or the first and one of the others by turns.
func placesOf(i int) []Place {
	if everything() {
		return places
	}
	return []Place{places[0], places[1+i%(len(places)-1)]}
}

// corpora are the plants, by kind and language, and the innocent sentences.
func corpora(t testing.TB) (plants map[string]map[string][]string, innocents map[string][]string) {
	t.Helper()
	for name, into := range map[string]any{"plants": &plants, "innocents": &innocents} {
		data, err := os.ReadFile("testdata/" + name + ".yaml")
		if err == nil {
			err = yaml.Unmarshal(data, into)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return plants, innocents
}

// gravest is the gravest finding in words, and whether there is one that is
// told.
func gravest(k *Checker, words, lang string, where Place) (Finding, bool) {
	return gravestOf(k, Text{Words: words, Lang: lang, Where: where, Sourced: where == Card})
}

// unsourcedKind are plants of which nothing is wrong but that no source stands
// beside them.
const unsourcedKind = "bare-figure"

func gravestOf(k *Checker, t Text) (Finding, bool) {
	found := k.Read(t)
	if len(found) == 0 || found[0].Severity == campaign.Note {
		return Finding{}, false
	}
	return found[0], true
}

// Nine in ten of what is planted is found, wherever it is typed, and in each
// kind more than half.
func TestPlants(t *testing.T) {
	k := checker()
	plants, _ := corpora(t)
	all, missed := 0, 0
	for kind, langs := range plants {
		for lang, texts := range langs {
			here := 0
			for _, words := range texts {
				at := placesOf(all)
				all++
				if i := slices.IndexFunc(at, func(p Place) bool {
					_, ok := gravestOf(k, Text{Words: words, Lang: lang, Where: p, Sourced: p == Card && kind != unsourcedKind})
					return !ok
				}); i >= 0 {
					here++
					t.Logf("%s (%s): %q is not found at %d", kind, lang, words, at[i])
				}
			}
			if missed += here; here*2 > len(texts) {
				t.Errorf("%s (%s): %d of %d are missed", kind, lang, here, len(texts))
			}
		}
	}
	if missed*10 > all {
		t.Errorf("%d of %d are missed", missed, all)
	}
	t.Logf("%d of %d are missed", missed, all)
}

// No innocent sentence is an error, and one in twenty at most raises a warning.
func TestInnocents(t *testing.T) {
	k := checker()
	_, innocents := corpora(t)
	for lang, texts := range innocents {
		warned := 0
		for i, words := range texts {
			for _, where := range placesOf(i) {
				f, ok := gravest(k, words, lang, where)
				if ok && f.Severity == campaign.Error {
					t.Errorf("%s: %q at %d: %s %v", lang, words, where, f.Rule(), f)
				} else if ok && where == Own {
					warned++
					t.Logf("%s: %q: %s %v", lang, words, f.Rule(), f)
				}
			}
		}
		if warned*20 > len(texts) {
			t.Errorf("%s: %d of %d raise a warning", lang, warned, len(texts))
		}
	}
}

// What the campaign is about is told by the names that its claims hold, and by
// no publisher's.
func TestSubjects(t *testing.T) {
	if got, want := checker().subjects, []string{"CECOT", "Salvador"}; !slices.Equal(got, want) {
		t.Errorf("the subjects are %q, want %q", got, want)
	}
}

// What is folded in a file is read as one line.
func TestFolded(t *testing.T) {
	k := checker()
	words := "We write to you because we have read in the newspaper that the U.S. sent 252\nterrorists to CECOT, and we ask what was done."
	if _, ok := gravest(k, words, "en", Page); !ok {
		t.Errorf("%q is not found", words)
	}
}

// Who writes a letter may say who they are and where they are found; nobody else
// is told of.
func TestSender(t *testing.T) {
	k := checker()
	for words, stops := range map[string]bool{
		"My name is Ana Example and I live at 12 Oak Street in Springfield.": false,
		"You can reach me at (512) 555-0188 or ana@mail.example.":            false,
		"I am Ana Example, 34, a nurse from Springfield.":                    false,
		"Me llamo Ana Ejemplo y vivo en la calle Olmo 12.":                   false,
		"I live here. His brother lives at 14 Pine Street.":                  true,
		"Text his brother at (512) 555-0188.":                                true,
		"Ana Example, 34, a nurse from Springfield, lost her brother.":       true,
		"Mi teléfono está en la carta. El de su hermano es el 512-555-0188.": true,
	} {
		f, found := gravest(k, words, "", Letter)
		if found != stops {
			t.Errorf("%q: %v %v, want %v", words, found, f, stops)
		}
	}
}

// The day on which the campaign was last checked stands on what it says as a
// whole, whatever facts that rests on; the days around it do not.
func TestCampaignDay(t *testing.T) {
	c := campaign.Default()
	k := New(c)
	day := c.AsOf.First()
	for _, back := range []int{0, 1} {
		words := "Demands. As of " + day.AddDate(0, 0, -back).Format("January 2, 2006") + "."
		found := k.ReadMade(Text{Words: words, Lang: "en", Where: Alt, Facts: []string{"pay-6-million-reported"}, Sourced: true})
		unknown := slices.ContainsFunc(found, func(f Finding) bool { return f.Rule() == "date-unknown" })
		if unknown != (back > 0) {
			t.Errorf("%q: %v", words, found)
		}
	}
}

// A quotation without a source stops a card in the languages of which the lists
// know how to say who speaks, and is for a person to judge in others.
func TestQuotationUnsourced(t *testing.T) {
	k := checker()
	for words, want := range map[[2]string]campaign.Severity{
		{"en", `She says: "The house is open to all"`}:      campaign.Error,
		{"es", `Ella dice: "La casa está abierta a todos"`}: campaign.Error,
		{"de", `Sie sagt: "Das Haus ist offen"`}:            campaign.Warning,
		{"fr", `Elle dit : "La porte est ouverte"`}:         campaign.Warning,
	} {
		found := k.Read(Text{Words: words[1], Lang: words[0], Where: Card})
		if len(found) != 1 || found[0].Rule() != "quotation-unsourced" || found[0].Severity != want {
			t.Errorf("%s: %v, want quotation-unsourced of severity %v", words, found, want)
		}
	}
}
