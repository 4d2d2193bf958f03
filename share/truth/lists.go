package truth

import (
	"embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
)

// The lists are data: a host, a wording or a pattern is added there.
//
//go:embed lists/*.yaml
var listFiles embed.FS

// tables are the lists, read once.
type tables struct {
	Qualifiers map[string][][]string // by language; those of one list mean the same
	Hosts      map[string][]string
	Harms      []*harm
	Grave      []map[string][]string // stems by language
	Persons    []string              // rules about private people that no reason overrules
}

var lists = sync.OnceValue(func() *tables {
	t := &tables{}
	must("qualifiers", &t.Qualifiers)
	must("hosts", &t.Hosts)
	must("grave", &t.Grave)
	t.people()
	return t
})

// people are the rules about people, in the order of their file.
func (t *tables) people() {
	var file struct {
		Parts map[string]string
		Rules yaml.MapSlice
	}
	must("people", &file)
	var rules map[string]harmEntry
	data, _ := yaml.Marshal(file.Rules)
	if err := yaml.Unmarshal(data, &rules); err != nil {
		panic(err) // a test reads every list
	}
	for _, item := range file.Rules {
		name, _ := item.Key.(string)
		t.Harms = append(t.Harms, rules[name].harm(name, file.Parts))
		if rules[name].Person {
			t.Persons = append(t.Persons, name)
		}
	}
}

// A harmEntry is a rule as it stands in the file.
type harmEntry struct {
	Severity                              string
	Person                                bool
	Denied, Quoted, Noted, Dated, Subject bool
	Unless, After, Then                   string
	En, Es                                []string
}

func (e harmEntry) harm(rule string, parts map[string]string) *harm {
	h := &harm{
		rule: rule, severity: campaign.Error, denied: e.Denied, quoted: e.Quoted, noted: e.Noted, dated: e.Dated, bySubject: e.Subject,
		unless: written(e.Unless, parts), after: written(e.After, parts), then: written(e.Then, parts),
	}
	if e.Severity == "warning" {
		h.severity = campaign.Warning
	}
	for _, p := range slices.Concat(e.En, e.Es) {
		h.patterns = append(h.patterns, written(p, parts))
	}
	return h
}

var partIn = regexp.MustCompile(`\{[a-z]+\}`)

// written puts an expression together: its parts are filled in, and the spaces
// at which lines are folded go where a part of it ends. "" is none.
func written(expr string, parts map[string]string) *needle.Pattern {
	if expr == "" {
		return nil
	}
	for partIn.MatchString(expr) {
		expr = partIn.ReplaceAllStringFunc(expr, func(name string) string {
			part, ok := parts[name[1:len(name)-1]]
			if !ok {
				panic("truth: there is no part " + name) // a test reads every list
			}
			return strings.ReplaceAll(part, "| ", "|")
		})
	}
	return needle.Compile("(?i)" + strings.ReplaceAll(expr, "| ", "|"))
}

// must reads an embedded list. That each can be read is held by a test.
func must(name string, into interface{}) {
	data, err := listFiles.ReadFile("lists/" + name + ".yaml")
	if err == nil {
		err = yaml.Unmarshal(data, into)
	}
	if err != nil {
		panic("truth: list " + name + ": " + err.Error())
	}
}
