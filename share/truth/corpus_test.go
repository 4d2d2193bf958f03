package truth

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
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

var post = "According to CBS News, the U.S. flew 238 men to CECOT on March 15, 2025, and no criminal record was found for 75% of them. " +
	"Ask your senators for a public hearing: call (202) 224-3121. https://www.cbsnews.com/news/what-records-show-about-migrants-sent-to-salvadoran-prison-60-minutes-transcript/"

// A post is to be read within a millisecond.
func BenchmarkRead(b *testing.B) {
	k := New(campaign.Default())
	k.Read(Text{Words: post, Lang: "en"})
	for b.Loop() {
		k.Read(Text{Words: post, Lang: "en"})
	}
}

func BenchmarkNew(b *testing.B) {
	c := campaign.Default()
	for b.Loop() {
		New(c)
	}
}

// All that a campaign says is to be read within two seconds of a processor.
func BenchmarkCampaign(b *testing.B) {
	k := New(campaign.Default())
	for b.Loop() {
		k.Campaign()
	}
}

// FuzzRead reads any words at every place: nothing panics, and what is found
// stands in the words.
func FuzzRead(f *testing.F) {
	for _, words := range []string{
		"In April 2026 the United States flew 252 men to CECOT.", "“No one leaves,” the warden said. 75% had no record.", "１，２\u202e٣ 1.234.567,8",
		"nine out of ten, three quarters", "12 de marzo de 2025, 4 p. m.", "https://millbrook.example/a?b=c", "\xff\xfe",
	} {
		f.Add(words, "en", uint8(0))
		f.Add(words, "es", uint8(5))
	}
	k := checker()
	k.Read(Text{Words: "warm"})
	f.Fuzz(func(t *testing.T, words, lang string, where uint8) {
		text := Text{Words: words, Lang: lang, Where: Place(where) % (Reel + 1)}
		if where&0x80 != 0 {
			text.Facts = []string{k.campaign.Facts[int(where)%len(k.campaign.Facts)].ID}
		}
		for _, found := range k.Read(text) {
			if found.Start < 0 || found.End < found.Start || found.End > len(words) {
				t.Errorf("%s at bytes %d to %d of %d", found.Rule(), found.Start, found.End, len(words))
			}
			if found.Error() == "" {
				t.Errorf("%s says nothing", found.Rule())
			}
		}
	})
}

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

var today = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

type plant struct {
	Kind, Lang, Text string
	Edits            []struct{ File, From, To string }
}

// builtin are the files of the built-in campaign.
func builtin(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../campaign/shutdowncecot")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// found applies the edits of a plant and returns the rules that are broken
// then and were not before.
func (p plant) found(t *testing.T, before []string) (rules []string) {
	files := builtin(t)
	for _, e := range p.Edits {
		data := string(files[e.File].Data)
		if !strings.Contains(data, e.From) {
			t.Fatalf("%s: %s does not hold %q", p.Kind, e.File, e.From)
		}
		files[e.File] = &fstest.MapFile{Data: []byte(strings.Replace(data, e.From, e.To, 1))}
	}
	c, err := campaign.Load(context.Background(), files)
	if err != nil {
		return []string{err.Error()}
	}
	for _, rule := range broken(c) {
		if i := slices.Index(before, rule); i >= 0 {
			before = slices.Delete(slices.Clone(before), i, i+1)
		} else {
			rules = append(rules, rule)
		}
	}
	return rules
}

// broken are the rules that a campaign breaks, once for each time.
func broken(c *campaign.Campaign) (rules []string) {
	for _, f := range c.Check(today) {
		if f.Severity > campaign.Note {
			rules = append(rules, f.Rule())
		}
	}
	for _, f := range New(c).Campaign() {
		if f.Severity > campaign.Note {
			rules = append(rules, f.Rule())
		}
	}
	return rules
}

func entries[T any](t *testing.T, name string) (all []T) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err == nil {
		err = yaml.Unmarshal(data, &all)
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Every planted fault is found: those that are words at every place where they
// can come in, those that are edits in the whole campaign.
func TestPlanted(t *testing.T) {
	k := checker()
	before := broken(campaign.Default())
	for i, p := range entries[plant](t, "testdata/planted.yaml") {
		if p.Text == "" {
			if i%12 != 0 && !everything() {
				continue // each reads the whole campaign again
			}
			if rules := p.found(t, before); len(rules) == 0 {
				t.Errorf("%s (%s): an edit is not found", p.Kind, p.Lang)
			} else {
				t.Logf("%s (%s): %v", p.Kind, p.Lang, rules)
			}
			continue
		}
		for _, where := range []Place{Own, Card, Alt, Caption, Letter, Page, Event, Reel} {
			found := k.Read(Text{Words: p.Text, Lang: p.Lang, Where: where, Sourced: true})
			if len(found) == 0 || found[0].Severity == campaign.Note {
				t.Errorf("%s (%s) at %d: %q is not found", p.Kind, p.Lang, where, p.Text)
			} else if where == Own {
				t.Logf("%s (%s): %v %v", p.Kind, p.Lang, found[0].Rule(), found[0].Severity)
			}
		}
	}
}

// Innocent sentences stop nothing, and few of them raise a warning.
func TestInnocent(t *testing.T) {
	k := checker()
	all := entries[struct{ Lang, Text string }](t, "testdata/innocent.yaml")
	warned := 0
	for _, s := range all {
		for _, where := range []Place{Own, Card, Caption, Letter, Page, Event, Reel} {
			for _, f := range k.Read(Text{Words: s.Text, Lang: s.Lang, Where: where, Sourced: where == Card}) {
				switch {
				case f.Severity == campaign.Error:
					t.Errorf("%q: %v", s.Text, f)
				case f.Severity == campaign.Warning && where == Own:
					warned++
					t.Logf("%q: %v", s.Text, f)
				}
			}
		}
	}
	if most := len(all) / 20; warned > most {
		t.Errorf("%d of %d innocent sentences raise a warning, want at most %d", warned, len(all), most)
	}
}

// The built-in campaign has no finding of its own.
func TestDefault(t *testing.T) {
	for _, f := range checker().Campaign() {
		t.Errorf("%s:%d: %v: %v", f.File, f.Line, f.Severity, f)
	}
}

// What is said of the rules is what the corpora show, and each rule has its
// reason in each language.
func TestReasons(t *testing.T) {
	var why map[string]map[string]string
	readList(t, "why", &why)
	for rule := range Rules() {
		if why[rule] == nil {
			t.Errorf("nothing says why there is %s", rule)
		}
	}
	for rule := range campaign.Rules() {
		if private, says := strings.HasPrefix(rule, "private-"), strings.HasPrefix(rule, "says-"); why[rule] == nil && (private || says) {
			t.Errorf("nothing says why there is %s", rule)
		}
	}
	var all []Reason
	seen := shown(t)
	for _, rule := range slices.Sorted(maps.Keys(why)) {
		_, own := english[rule]
		if _, other := campaign.Rules()[rule]; !own && !other || len(why[rule]) != 2 {
			t.Errorf("%s: %q", rule, why[rule])
		}
		r := seen[rule]
		r.Rule, r.Why = rule, why[rule]
		all = append(all, r)
	}
	want := byRule(t, all)
	if *update {
		if err := os.WriteFile("ready/reasons.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
	} else if !bytes.Equal(reasonsFile, want) {
		t.Error("ready/reasons.json is not what the tests show; run go test ./share/truth -run Reasons -update")
	}
}

// shown is what the corpora show of each rule.
func shown(t *testing.T) map[string]Reason {
	k := checker()
	all := map[string]Reason{}
	plants, innocents := corpora(t)
	for _, p := range entries[plant](t, "testdata/planted.yaml") {
		if p.Text != "" {
			plants["planted"] = merged(plants["planted"], p.Lang, p.Text)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(plants)) {
		for _, lang := range slices.Sorted(maps.Keys(plants[kind])) {
			k.show(all, lang, plants[kind][lang], true)
		}
	}
	for lang, texts := range innocents {
		k.show(all, lang, texts, false)
	}
	return all
}

func merged(langs map[string][]string, lang, text string) map[string][]string {
	if langs == nil {
		langs = map[string][]string{}
	}
	langs[lang] = append(langs[lang], text)
	return langs
}

// show counts the texts at which rules stop, and how gravely they do.
func (k *Checker) show(all map[string]Reason, lang string, texts []string, planted bool) {
	for _, words := range texts {
		told := map[string]bool{}
		for _, f := range k.Read(Text{Words: words, Lang: lang}) {
			if f.Severity == campaign.Note || told[f.Rule()] {
				continue
			}
			told[f.Rule()] = true
			r := all[f.Rule()]
			if r.Planted == nil {
				r = Reason{Example: map[string]string{}, Planted: map[string]int{}, Innocent: map[string]int{}}
			}
			if r.Severity != campaign.Error.String() {
				r.Severity = f.Severity.String()
			}
			if planted {
				r.Planted[lang]++
				if r.Example[lang] == "" || len(words) < len(r.Example[lang]) {
					r.Example[lang] = words
				}
			} else {
				r.Innocent[lang]++
			}
			all[f.Rule()] = r
		}
	}
}

var update = flag.Bool("update", false, "rewrite what is kept of the built-in campaign, and the table of rules")

// What is kept of the built-in campaign is what it says today.
func TestBuiltInKept(t *testing.T) {
	var b bytes.Buffer
	for i, part := range pieces(t, checker().remember()) {
		if i > 0 {
			b.WriteString("\n")
		}
		b.Write(part)
	}
	want := append(b.Bytes(), '\n')
	if *update {
		if err := os.WriteFile("ready/builtin.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(builtInFile, want) {
		t.Error("ready/builtin.json is not what the campaign says; run go test ./share/truth -run BuiltIn -update")
	}
}

// pieces is the JSON of a memory, a fact a line, so that a change can be read.
func pieces(t *testing.T, m memory) (parts [][]byte) {
	t.Helper()
	encode := func(v any) []byte {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return compact(t, data)
	}
	facts := m.Facts
	m.Facts = nil
	head := encode(m)
	parts = append(parts, append(head[:len(head)-1], []byte(`,"Facts":[`)...))
	for i, f := range facts {
		line := encode(f)
		if i < len(facts)-1 {
			line = append(line, ',')
		}
		parts = append(parts, line)
	}
	return append(parts, []byte("]}"))
}

// compact leaves out what is empty.
func compact(t *testing.T, data []byte) []byte {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(pruned(v))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func pruned(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			if v[key] = pruned(value); empty(v[key]) {
				delete(v, key)
			}
		}
	case []any:
		for i := range v {
			v[i] = pruned(v[i])
		}
	}
	return v
}

func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case bool:
		return !v
	case float64:
		return v == 0
	case map[string]any:
		return len(v) == 0
	case []any:
		return len(v) == 0
	}
	return false
}

// Words are read alike whether the campaign was read or only remembered.
func TestBuiltInAlike(t *testing.T) {
	plants, innocents := corpora(t)
	whole, kept := checker(), BuiltIn()
	rules := func(k *Checker, words, lang string) (all []string) {
		for _, f := range k.Read(Text{Words: words, Lang: lang}) {
			all = append(all, f.Rule())
		}
		return all
	}
	for _, langs := range plants {
		for lang, texts := range langs {
			innocents[lang] = append(innocents[lang], texts...)
		}
	}
	for lang, texts := range innocents {
		for i, words := range texts {
			if i%3 > 0 && !everything() {
				continue
			}
			if got, want := rules(kept, words, lang), rules(whole, words, lang); !slices.Equal(got, want) {
				t.Errorf("%q: %v of what is kept, %v of the campaign", words, got, want)
			}
		}
	}
}

// What a program reads of the lists is what they say.
func TestListsReady(t *testing.T) {
	want := byRule(t, written(t))
	if *update {
		if err := os.WriteFile("ready/lists.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(readyFile, want) {
		t.Error("ready/lists.json is not what the lists say; run go test ./share/truth -run Ready -update")
	}
}

// byRule is JSON with a line for each rule.
func byRule(t *testing.T, v any) []byte {
	t.Helper()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`\{"[Rr]ule":`).ReplaceAll(out.Bytes(), []byte("\n$0"))
}

// Every pattern is an expression, and finds with its needles what it finds
// without.
func TestPatterns(t *testing.T) {
	plants, innocents := corpora(t)
	var texts []string
	for _, langs := range append(slices.Collect(maps.Values(plants)), innocents) {
		for _, some := range langs {
			if !everything() {
				some = some[:(len(some)+9)/10] // each pattern reads them twice
			}
			texts = append(texts, strings.Join(some, "\n"))
		}
	}
	for _, h := range lists().Harms {
		for _, p := range append(slices.Concat(append(h.Sets, h.Patterns)...), h.Unless, h.After, h.Then) {
			if p == nil {
				continue
			}
			p.Ready()
			bare := regexp.MustCompile(p.String())
			for _, text := range texts {
				if got, want := len(p.All(text, strings.ToLower(text))), len(bare.FindAllString(text, -1)); got != want {
					t.Errorf("%s: %s finds %d, with needles %d", h.Rule, p, want, got)
				}
			}
		}
	}
}

// written are the lists as their files have them.
func written(t *testing.T) *tables {
	all := &tables{}
	readList(t, "qualifiers", &all.Qualifiers)
	readList(t, "hosts", &all.Hosts)
	readList(t, "grave", &all.Grave)
	readList(t, "abbreviated", &all.Abbreviated)
	readList(t, "measures", &all.Measures)
	readList(t, "accents", &all.Accents)
	readList(t, "meaning", &all.Meaning)
	readList(t, "countries", &all.Countries)
	readList(t, "filler", &all.Filler)
	readList(t, "numerals", &all.Numerals)
	var peoples struct{ Nations, Kinds string }
	readList(t, "peoples", &peoples)
	nations := strings.Fields(peoples.Nations)
	all.Peoples, all.Nations = append(nations, strings.Fields(peoples.Kinds)...), len(nations)
	for i, stems := range all.Peoples {
		all.Peoples[i] = strings.ReplaceAll(stems, "_", " ")
	}
	readList(t, "units", &all.Units)
	var attributed map[string]string
	readList(t, "attributed", &attributed)
	all.Attributed = expression(t, `(?:^|[^\pL])(?:`+attributed["en"]+"|"+attributed["es"]+`)(?:[^\pL]|$)`, nil)
	var held struct {
		En, Es string
		Days   map[string]float64
	}
	readList(t, "held", &held)
	all.Held = holding{expression(t, `(?i)(?:^|[^\pL])(?:`+held.En+"|"+held.Es+`)(?:[^\pL]|$)`, nil), held.Days}
	var violent map[string]string
	readList(t, "violent", &violent)
	all.Violent = expression(t, `(?:^|[^\pL])(?:`+violent["en"]+"|"+violent["es"]+`)(?:[^\pL]|$)`, nil)
	var done map[string]string
	readList(t, "done", &done)
	all.Done = expression(t, `(?i)(?:^|[^\pL])(?:`+done["en"]+"|"+done["es"]+`)(?:[^\pL]|$)`, nil)
	var sender map[string]string
	readList(t, "sender", &sender)
	all.Sender = expression(t, `(?i)(?:^|[^\pL])(?:`+sender["en"]+"|"+sender["es"]+`)(?:[^\pL][^!?\n]*|$)`, nil)
	var file struct {
		Parts map[string]string
		Rules yaml.MapSlice
	}
	readList(t, "people", &file)
	file.Parts["nation"] = ""
	for name, part := range file.Parts {
		expression(t, part, file.Parts)
		file.Parts[name] = "(?:" + unfolded(part) + ")"
	}
	file.Parts["nation"] = "(?:(?:" + strings.Join(all.Peoples[:all.Nations], "|") + `)\p{L}*)`
	all.Parts = file.Parts
	var rules map[string]harmEntry
	data, _ := yaml.Marshal(file.Rules)
	if err := yaml.Unmarshal(data, &rules); err != nil {
		t.Fatal(err)
	}
	for _, item := range file.Rules {
		name, _ := item.Key.(string)
		all.Harms = append(all.Harms, rules[name].harm(t, name, file.Parts))
		if rules[name].Person {
			all.Persons = append(all.Persons, name)
		}
	}
	return all
}

func readList(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile("lists/" + name + ".yaml")
	if err == nil {
		err = yaml.UnmarshalWithOptions(data, into, yaml.Strict())
	}
	if err != nil {
		t.Fatal(name, err)
	}
}

// A harmEntry is a rule as it stands in the file.
type harmEntry struct {
	Severity                              string
	Person                                bool
	Denied, Quoted, Noted, Dated, Subject bool
	Said, Asked                           bool
	Unless, After, Then                   string
	En, Es                                []string
	Sets                                  [][]string
}

func (e harmEntry) harm(t *testing.T, rule string, parts map[string]string) *harm {
	h := &harm{
		Rule: rule, Severity: campaign.Error, Denied: e.Denied, Quoted: e.Quoted, Noted: e.Noted, Dated: e.Dated, Subject: e.Subject, Said: e.Said, Asked: e.Asked,
		Unless: expression(t, e.Unless, parts), After: expression(t, e.After, parts), Then: expression(t, e.Then, parts),
	}
	if e.Severity == "warning" {
		h.Severity = campaign.Warning
	}
	for _, p := range slices.Concat(e.En, e.Es) {
		h.Patterns = append(h.Patterns, expression(t, p, parts))
	}
	for _, set := range e.Sets {
		var all []*needle.Pattern
		for _, p := range set {
			all = append(all, expression(t, p, parts))
		}
		h.Sets = append(h.Sets, all)
	}
	return h
}

var partIn = regexp.MustCompile(`\{[a-z]+\}`)

// expression puts a pattern together: the spaces at which lines are folded go, and
// each of its parts is there. "" is none.
func expression(t *testing.T, expr string, parts map[string]string) *needle.Pattern {
	if expr == "" {
		return nil
	}
	for _, name := range partIn.FindAllString(expr, -1) {
		if _, ok := parts[name[1:len(name)-1]]; !ok {
			t.Fatalf("there is no part %s", name)
		}
	}
	expr = strings.ReplaceAll(expr, `}\b`, `}(?:\b|[^\pL])`) // \b knows no accents: "mamá"
	p := needle.Compile("(?i)" + unfolded(expr))
	needle.Name([]*needle.Pattern{p}, parts)
	return p
}

func unfolded(expr string) string { return strings.ReplaceAll(expr, "| ", "|") }

// No figure of the built-in campaign stands in a list: what facts count is asked
// of the facts.
func TestListsWithoutFigures(t *testing.T) {
	const round, year = 50, 1900
	figures := make(map[string]string)
	for _, f := range campaign.Default().Facts {
		for _, g := range f.Figures {
			if n := int(g.Value); n >= 100 && n%round != 0 && n < year {
				figures[strconv.Itoa(n)] = f.ID
			}
		}
	}
	if len(figures) < 10 {
		t.Fatalf("only %d figures", len(figures))
	}
	number := regexp.MustCompile(`\d+`)
	files, err := filepath.Glob("lists/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range number.FindAllString(string(data), -1) {
			if fact := figures[n]; fact != "" {
				t.Errorf("%s has %s, a figure of %s", name, n, fact)
			}
		}
	}
}
