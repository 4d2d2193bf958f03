package truth

import (
	_ "embed"
	"encoding/json"
	"sync"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
)

// The lists are data: a host, a wording or a pattern is added in the YAML files
// of the folder lists. A program reads what they come to, because reading YAML
// and looking for what a pattern cannot do without takes longer than reading
// most texts.
//
//go:embed ready/lists.json
var readyFile []byte

// tables are the lists.
type tables struct {
	Qualifiers  map[string][][]string // by language; those of one list mean the same
	Hosts       map[string][]string
	Harms       []*harm
	Grave       []map[string][]string // stems by language
	Abbreviated []string              // words that a point belongs to and ends no sentence
	Numerals    numerals              // numbers in words
	Peoples     [][]string            // whom a figure may count, by stems
	Measures    []string              // words after a number that count nothing that a fact is about
	Sender      *needle.Pattern       // how the sender of a letter tells of themselves, with the rest of the sentence
	Attributed  *needle.Pattern       // words by which somebody says so
	Persons     []string              // rules about private people that no reason overrules

	likely *needle.Patterns // of the patterns of all harms and then of their sets, in order
}

var lists = sync.OnceValue(func() *tables {
	t := &tables{}
	if err := json.Unmarshal(readyFile, t); err != nil {
		panic(err) // a test compares the file with the lists
	}
	var all []*needle.Pattern
	for _, h := range t.Harms {
		all = append(all, h.Patterns...)
		for _, set := range h.Sets {
			all = append(all, set...)
		}
	}
	t.likely = needle.SetOf(all)
	return t
})

// A harm is a rule about people, or about what a text claims, and what breaks
// it. What its keys mean stands in lists/people.yaml.
type harm struct {
	Rule     string
	Severity campaign.Severity

	Denied, Quoted, Noted, Dated, Subject, Said bool `json:",omitempty"`

	Unless   *needle.Pattern `json:",omitempty"`
	After    *needle.Pattern `json:",omitempty"`
	Then     *needle.Pattern `json:",omitempty"`
	Patterns []*needle.Pattern
	Sets     [][]*needle.Pattern `json:",omitempty"` // all of one match in a sentence, in any order
}

// size is how many patterns the rule has, those of its sets among them.
func (h *harm) size() int {
	n := len(h.Patterns)
	for _, set := range h.Sets {
		n += len(set)
	}
	return n
}
