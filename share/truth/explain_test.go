package truth

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

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
