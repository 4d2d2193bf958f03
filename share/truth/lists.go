package truth

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
)

// The lists are data: a host, a wording or a pattern is added in the YAML files
// of the folder lists. A program reads what they come to, because reading YAML
// takes longer than reading most texts.
//
//go:embed ready/lists.json
var readyFile []byte

// tables are the lists.
type tables struct {
	Qualifiers  map[string][][]string // by language; those of one list mean the same
	Hosts       map[string][]string
	Parts       map[string]string // of the patterns of harms, by the names that these have for them
	Harms       []*harm
	Grave       []map[string][]string // stems by language
	Abbreviated []string              // words that a point belongs to and ends no sentence
	Numerals    numerals              // numbers in words
	Accents     []string              // Spanish words that no pattern holds with their accents
	Peoples     []string              // whom a figure may count, by stems: nations first
	Nations     int                   // how many of them are nations
	Units       [][]string            // what is counted of time and of events; those of one list mean the same
	Held        holding
	Countries   map[string]string // what is said in several words or with points, and what in one word
	Filler      []string          // words that tell nothing by themselves
	Meaning     [][]string        // words that say the same; a star stands for any ending
	Measures    []string          // words after a number that count nothing that a fact is about
	Sender      *needle.Pattern   // how the sender of a letter tells of themselves, with the rest of the sentence
	Done        *needle.Pattern   // violence that is told as done
	Violent     *needle.Pattern   // words of a fact that needs a content note
	Attributed  *needle.Pattern   // words by which somebody says so
	Persons     []string          // rules about private people that no reason overrules

	likely *needle.Patterns // of the patterns of all harms and then of their sets, in order
}

var lists = sync.OnceValue(func() *tables {
	t := &tables{}
	if err := json.Unmarshal(readyFile, t); err != nil {
		panic(err) // a test compares the file with the lists
	}
	var all, around []*needle.Pattern
	for _, h := range t.Harms {
		mine := slices.Concat(append([][]*needle.Pattern{h.Patterns}, h.Sets...)...)
		all = append(all, mine...)
		for _, p := range []*needle.Pattern{h.Unless, h.After, h.Then} {
			if p != nil {
				around = append(around, p)
			}
		}
	}
	needle.Name(append(around, all...), t.Parts)
	t.likely = needle.SetOf(all)
	return t
})

// A harm is a rule about people, or about what a text claims, and what breaks
// it. What its keys mean stands in lists/people.yaml.
type harm struct {
	Rule     string
	Severity campaign.Severity

	Denied, Quoted, Noted, Dated, Subject, Said, Asked bool `json:",omitempty"`

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
