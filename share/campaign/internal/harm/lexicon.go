// Package harm finds what a campaign should not print: data that identifies or
// locates private people, and ways of putting it that do harm or claim too
// much. What it looks for is data: lists/personal.yaml and a file of terms for
// each language.
package harm

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"

	"github.com/shutdowncecot/toolkit/share/internal/needle"
)

// Found is one thing found in a text.
type Found struct {
	Rule    string
	Text    string // the words found, or of personal data a beginning
	Instead string // what to write in their place, in the language of the text; or ""
	At      int    // the offset in the text
}

// Rules returns the names of the rules that are looked for, each once.
func Rules() (all []string) {
	seen := make(map[string]bool)
	add := func(rule string) {
		if !seen[rule] {
			seen[rule] = true
			all = append(all, rule)
		}
	}
	for _, l := range slices.Concat(lists().Numbers, lists().Coordinates, lists().Mails) {
		add(l.Rule)
	}
	for _, t := range lists().Terms {
		add(t.Rule)
	}
	return all
}

// readyFile is what the files of data come to: reading YAML takes longer than
// reading most texts.
//
//go:embed ready/lists.json
var readyFile []byte

// tables are the lists, put together.
type tables struct {
	Common                      []string // words that tell a phrase from a name that is written small
	Freemail                    []string
	Numbers, Coordinates, Mails []leak

	Institution, Household, Role *needle.Pattern

	Terms            []*term // of all languages
	Denied, Pronouns *needle.Pattern

	numbers, coordinates, mails, terms *needle.Patterns // of the patterns of their names
}

var lists = sync.OnceValue(func() *tables {
	t := &tables{}
	if err := json.Unmarshal(readyFile, t); err != nil {
		panic(err) // a test compares the file with the data
	}
	var terms []*needle.Pattern
	for _, term := range t.Terms {
		terms = append(terms, term.Pattern)
	}
	t.numbers, t.coordinates, t.mails, t.terms = setOf(t.Numbers), setOf(t.Coordinates), setOf(t.Mails), needle.SetOf(terms)
	return t
})

// setOf are the patterns of leaks, ready to be tried.
func setOf(leaks []leak) *needle.Patterns {
	patterns := make([]*needle.Pattern, len(leaks))
	for i := range leaks {
		patterns[i] = leaks[i].Pattern
	}
	return needle.SetOf(patterns)
}
