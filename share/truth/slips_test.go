package truth

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// orchard is a campaign about a library that does not exist.
const orchard = `facts:
  - id: readers
    headline: {en: At least 310 readers use the library, es: Al menos 310 lectores usan la biblioteca}
    claim:
      en: In March 2025, at least 310 women read in the Orchard Library of Millbrook; no fee was asked of 62% of the 310 readers.
      es: "En marzo de 2025, al menos 310 mujeres leyeron en la biblioteca Orchard de Millbrook; al 62% de los 310 lectores no se le cobró."
    attribution: {en: according to the Town Herald, es: según el Town Herald}
    figures:
      - {label: readers, value: 310, unit: people, qualifier: {en: at least, es: al menos}, source: herald}
      - {label: free, value: 62, unit: percent, source: herald}
    scene: {kind: steps, as: line, unit: people, points: [{date: 2024-01, value: 240, label: {en: Jan, es: ene.}, source: herald}, {date: 2025-03, value: 310, label: {en: Mar, es: mar.}, source: herald}]}
    source: {id: herald, publisher: Town Herald, url: "https://townherald.example/report", published: 2025-06-04}
    as_of: 2025-06-04
  - id: staff
    headline: {en: 140 neighbors asked the council of Millbrook, es: 140 vecinos preguntaron al concejo de Millbrook}
    claim: {en: 140 neighbors of Millbrook asked the council., es: 140 vecinos de Millbrook preguntaron al concejo.}
    attribution: {en: according to the council, es: según el concejo}
    figures: [{label: neighbors, value: 140, unit: people, source: council}]
    source: {id: council, publisher: Council, url: "https://millcouncil.example/report", published: 2025-06-04}
    as_of: 2025-06-04
`

// library is the campaign of the orchard, with a change to its facts.
func library(t *testing.T, from, to string) *campaign.Campaign {
	t.Helper()
	if !strings.Contains(orchard, from) {
		t.Fatalf("the facts do not hold %q", from)
	}
	c, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("name: orchard\ntitle: {en: Library, es: Biblioteca}\nlanguages: [en, es]\nas_of: 2025-11-01\n")},
		"facts.yaml":    {Data: []byte(strings.Replace(orchard, from, to, 1))},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Slips of an editor's pen are found in the facts themselves.
func TestSlips(t *testing.T) {
	for _, c := range []struct{ from, to, rule string }{
		{"In March 2025", "In May 2025", "figure-twin"},
		{"En marzo de 2025", "En octubre de 2025", "figure-twin"},
		{"es: según el Town Herald", "es: según el gobierno", "attribution-twin"},
		{"published: 2025-06-04}", "published: 2021-06-04}", "source-foreseeing"},
		{"https://millcouncil.example", "https://townherald.example-news.example", "link-lookalike"},
		{"value: 140", "value: 150", "figure-unknown"},
	} {
		found := New(library(t, c.from, c.to)).Campaign()
		if !slices.ContainsFunc(found, func(f Finding) bool { return f.Rule() == c.rule && f.Severity > campaign.Note }) {
			t.Errorf("%q for %q: no %s in %v", c.to, c.from, c.rule, found)
		}
	}
	for _, f := range New(library(t, "", "")).Campaign() {
		if f.Severity > campaign.Note {
			t.Errorf("without a slip: %v", f)
		}
	}
}

// Figures of a fact that say something else than they do there are for a person
// to judge.
func TestMiscounts(t *testing.T) {
	k := New(library(t, "", ""))
	for words, rule := range map[string]string{
		"The Herald says that 310 children read in Millbrook.":                    "figure-of-others",
		"The Herald says that in Millbrook 62% of 140 neighbors read for free.":   "figures-unrelated",
		"The Herald says that in Millbrook a fee was asked of 62% of readers.":    "negation-lost",
		"The Herald says that in Millbrook no fee was asked of 38% of readers.":   "figure-unknown",
		"The Herald says that 240 women read in Millbrook.":                       "figure-superseded",
		"The Herald says that Millbrook was closed for 19 weeks.":                 "figure-of-no-fact",
		"The Herald says that in Millbrook at least 140 of the 310 women signed.": "figures-unrelated",
		"The Herald says that a thousand women read in Millbrook.":                "figure-of-no-fact",
		"The Herald says that at least 310 women read in Millbrook.":              "",
		"The Herald says that in January 2024, 240 women read in Millbrook.":      "",
		"The Herald says that in Millbrook no fee was asked of 62% of readers.":   "",
		"Take bus 450 to the vigil in Millbrook.":                                 "",
	} {
		found := k.Read(Text{Words: words, Lang: "en"})
		told := slices.ContainsFunc(found, func(f Finding) bool { return f.Rule() == rule })
		if rule != "" && !told || rule == "" && len(found) > 0 {
			t.Errorf("%q: %v, want %q", words, found, rule)
		}
	}
}
