package truth

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
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
