package truth

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
)

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
	readList(t, "numerals", &all.Numerals)
	readList(t, "peoples", &all.Peoples)
	var attributed map[string]string
	readList(t, "attributed", &attributed)
	all.Attributed = expression(t, `(?:^|[^\pL])(?:`+attributed["en"]+"|"+attributed["es"]+`)(?:[^\pL]|$)`, nil)
	var sender map[string]string
	readList(t, "sender", &sender)
	all.Sender = expression(t, `(?i)(?:^|[^\pL])(?:`+sender["en"]+"|"+sender["es"]+`)(?:[^\pL][^!?\n]*|$)`, nil)
	var file struct {
		Parts map[string]string
		Rules yaml.MapSlice
	}
	readList(t, "people", &file)
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
	Said                                  bool
	Unless, After, Then                   string
	En, Es                                []string
	Sets                                  [][]string
}

func (e harmEntry) harm(t *testing.T, rule string, parts map[string]string) *harm {
	h := &harm{
		Rule: rule, Severity: campaign.Error, Denied: e.Denied, Quoted: e.Quoted, Noted: e.Noted, Dated: e.Dated, Subject: e.Subject, Said: e.Said,
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

// expression puts a pattern together: its parts are filled in, and the spaces
// at which lines are folded go where a part of it ends. "" is none.
func expression(t *testing.T, expr string, parts map[string]string) *needle.Pattern {
	if expr == "" {
		return nil
	}
	expr = strings.ReplaceAll(expr, `}\b`, `}(?:\b|[^\pL])`) // \b knows no accents: "mamá"
	for partIn.MatchString(expr) {
		expr = partIn.ReplaceAllStringFunc(expr, func(name string) string {
			part, ok := parts[name[1:len(name)-1]]
			if !ok {
				t.Fatalf("there is no part %s", name)
			}
			return strings.ReplaceAll(part, "| ", "|")
		})
	}
	return needle.Compile("(?i)" + strings.ReplaceAll(expr, "| ", "|"))
}
