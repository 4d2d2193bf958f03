package truth

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"
)

// A Reason says of a rule why there is one, and what breaks it. It is plain
// data, safe for concurrent use as long as nobody changes it.
type Reason struct {
	Rule     string            `json:"rule"`
	Severity string            `json:"severity,omitempty"` // of what breaks it in a text
	Why      map[string]string `json:"why"`                // by language
	Example  map[string]string `json:"example,omitempty"`  // of a sentence that breaks it, by language

	// Of the sentences of the tests, by language: how many with a fault it
	// finds, and how many without one it stops at.
	Planted  map[string]int `json:"planted,omitempty"`
	Innocent map[string]int `json:"innocent,omitempty"`
}

//go:embed ready/reasons.json
var reasonsFile []byte

// Read when it is asked for: a program that never asks, as that of the start
// page's studio, is built without the file.
var reasons struct {
	sync.Once
	all []Reason
}

// Reasons lists the reasons of all rules that words are held to, in the order of their
// names. The slice is the caller's; its maps are not.
func Reasons() []Reason {
	reasons.Do(func() {
		if err := json.Unmarshal(reasonsFile, &reasons.all); err != nil {
			panic(err) // a test compares the file with the rules
		}
	})
	return slices.Clone(reasons.all)
}
