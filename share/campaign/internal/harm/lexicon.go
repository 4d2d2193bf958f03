// Package harm finds what a campaign should not print: data that identifies or
// locates private people, and ways of putting it that do harm or claim too
// much. What it looks for is data: personal.yaml and a file of terms for each
// language.
package harm

import (
	"embed"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed personal.yaml terms
var data embed.FS

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
	p := personalData()
	for _, group := range [][]leak{p.Numbers, p.Coordinates, p.Mails} {
		for _, l := range group {
			add(l.Rule)
		}
	}
	for _, t := range terms().list {
		add(t.Rule)
	}
	return all
}

// names are parts of patterns that others name: {street}.
type names map[string]string

var nameIn = regexp.MustCompile(`\{[a-z]+\}`)

// written puts an expression together: lines are joined, names filled in.
func (n names) written(expr string) string {
	expr = strings.ReplaceAll(expr, "\n", "")
	for nameIn.MatchString(expr) {
		expr = nameIn.ReplaceAllStringFunc(expr, func(name string) string {
			part, ok := n[name[1:len(name)-1]]
			if !ok {
				panic("harm: there is no part " + name) // a test compiles every pattern
			}
			return strings.ReplaceAll(part, "\n", "")
		})
	}
	return expr
}

// lexicon is a file of terms.
type lexicon struct {
	Names    names
	Denied   string // what takes a claim back, as alternatives
	Pronouns string // what looks like a surname and is none, as alternatives
	Terms    []*term
}

// A vocabulary is the terms of all languages.
type vocabulary struct {
	list     []*term
	denied   *regexp.Regexp
	pronouns *regexp.Regexp
}

// terms reads the terms once.
var terms = sync.OnceValue(func() (v vocabulary) {
	files, _ := fs.Glob(data, "terms/*.yaml")
	var denied, pronouns []string
	common := read[lexicon]("terms/any.yaml").Names
	for _, file := range files {
		l := read[lexicon](file)
		for name, part := range common {
			if _, own := l.Names[name]; !own {
				l.Names[name] = part
			}
		}
		for _, t := range l.Terms {
			if t.lang = strings.TrimSuffix(path.Base(file), ".yaml"); t.lang == "any" {
				t.lang = ""
			}
			t.ready(l.Names)
		}
		v.list = append(v.list, l.Terms...)
		if l.Denied != "" {
			denied, pronouns = append(denied, l.Denied), append(pronouns, l.Pronouns)
		}
	}
	v.denied = regexp.MustCompile(`(?i)\b(?:` + strings.Join(denied, "|") + `)(?:[^\p{L}]|$)|n't\b`)
	v.pronouns = regexp.MustCompile(`^[^\p{L}]*(?:` + strings.Join(pronouns, "|") + `) `)
	return v
})

// read decodes a file of data. A test reads them all.
func read[T any](name string) (t T) {
	text, err := data.ReadFile(name)
	if err == nil {
		err = yaml.UnmarshalWithOptions(text, &t, yaml.Strict())
	}
	if err != nil {
		panic(err)
	}
	return t
}
