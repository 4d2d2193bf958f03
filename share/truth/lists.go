package truth

import (
	"embed"
	"regexp"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// The lists are data: a host, a wording or a pattern is added there.
//
//go:embed lists/*.yaml
var listFiles embed.FS

// tables are the lists, read once.
type tables struct {
	Qualifiers map[string][][]string // by language; those of one list mean the same
	Hosts      map[string][]string
	Harms      []harm
	Grave      []map[string][]string // stems by language
}

// A harm is a rule about people, and what breaks it.
type harm struct {
	rule       string
	severity   campaign.Severity
	unlessNote bool     // allowed where a content note stands before it
	hints      []string // in small letters; without one of them no pattern fits
	patterns   []*regexp.Regexp
}

var lists = sync.OnceValue(func() *tables {
	t := &tables{}
	must("qualifiers", &t.Qualifiers)
	must("hosts", &t.Hosts)
	must("grave", &t.Grave)
	var people struct {
		Parts map[string]string
		Rules yaml.MapSlice
	}
	must("people", &people)
	var rules map[string]harmEntry
	data, _ := yaml.Marshal(people.Rules)
	if err := yaml.Unmarshal(data, &rules); err != nil {
		panic(err) // a test reads every list
	}
	var names []string
	for name, text := range people.Parts {
		names = append(names, "{"+name+"}", text)
	}
	parts := strings.NewReplacer(names...)
	for _, item := range people.Rules {
		name, _ := item.Key.(string)
		t.Harms = append(t.Harms, rules[name].compile(name, parts))
	}
	return t
})

type harmEntry struct {
	Severity   string
	UnlessNote bool `yaml:"unless_note"`
	Hints      []string
	Patterns   []string
}

func (e harmEntry) compile(rule string, parts *strings.Replacer) harm {
	h := harm{rule: rule, unlessNote: e.UnlessNote, hints: e.Hints, severity: campaign.Error}
	if e.Severity == "warning" {
		h.severity = campaign.Warning
	}
	for _, p := range e.Patterns {
		h.patterns = append(h.patterns, regexp.MustCompile("(?i)"+parts.Replace(p)))
	}
	return h
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
