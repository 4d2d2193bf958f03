// Package say says the errors of this module, and those of the system that
// they wrap, in the languages of its folder messages.
//
//	fmt.Fprintln(os.Stderr, say.For(language.Spanish).Error(err))
//
// A language is one file, messages/LANG.yaml: by rule, what is said where it
// is broken and what to do about it, in the syntax of [fault.Format]. English
// stands with the rules themselves.
package say

import (
	"embed"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

//go:embed messages
var embedded embed.FS

var (
	reading sync.Mutex
	read    = make(map[string]fault.Rules)
)

// shipped are the sentences of a language, whose file is read when first asked
// for. It is a function, and no variable that one fills: a program that never
// asks is linked without a reader of YAML.
func shipped(lang string) fault.Rules {
	reading.Lock()
	defer reading.Unlock()
	if read[lang] == nil {
		read[lang], _ = Read(embedded, "messages/"+lang+".yaml") // a test reads them all
	}
	return read[lang]
}

// names are the languages that have a file, English first.
func names() (all []string) {
	entries, _ := fs.ReadDir(embedded, "messages")
	for _, e := range entries {
		all = append(all, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
	}
	slices.SortStableFunc(all, func(a, b string) int {
		switch {
		case a == english:
			return -1
		case b == english:
			return 1
		}
		return strings.Compare(a, b)
	})
	return all
}

const english = "en"

// Languages returns those that errors are said in, English first.
func Languages() (all []language.Tag) {
	for _, name := range names() {
		all = append(all, language.Make(name))
	}
	return all
}

// A Catalogue says errors in one language. It is immutable and safe for
// concurrent use.
type Catalogue struct {
	lang  language.Tag
	rules []fault.Rules // asked in this order
}

// For returns the catalogue of the shipped language that is nearest to the
// given one, of English if none is near.
func For(lang language.Tag) *Catalogue {
	all := Languages()
	_, i, _ := language.NewMatcher(all).Match(lang)
	return &Catalogue{all[i], []fault.Rules{shipped(names()[i])}}
}

// In returns a catalogue of the given rules alone: a program that is handed
// those of [Catalogue.Rules] need not have the shipped files inside.
func In(lang language.Tag, rules fault.Rules) *Catalogue {
	return &Catalogue{lang, []fault.Rules{rules}}
}

// Rules returns all that the catalogue knows.
func (c *Catalogue) Rules() fault.Rules {
	all := make(fault.Rules)
	for _, rules := range slices.Backward(c.rules) {
		maps.Copy(all, rules)
	}
	return all
}

// Lang returns the language of the catalogue.
func (c *Catalogue) Lang() language.Tag { return c.lang }

// With returns a catalogue that knows further rules, of a program of its own
// for example. They come before those that c knows.
func (c *Catalogue) With(rules fault.Rules) *Catalogue {
	return &Catalogue{c.lang, append([]fault.Rules{rules}, c.rules...)}
}

// Rule returns the words of a rule as they are written, with room for values.
func (c *Catalogue) Rule(name string) (fault.Words, bool) {
	for _, rules := range c.rules {
		if w, ok := rules[name]; ok {
			return w, true
		}
	}
	return fault.Words{}, false
}

// Words returns the words of a rule with values in them. They are zero if the
// catalogue does not know it.
func (c *Catalogue) Words(rule string, values fault.Values) fault.Words {
	w, _ := c.Rule(rule)
	return w.Fill(c.lang, values, c.nested)
}

// Message returns the first part of Words: what is said, without what to do.
func (c *Catalogue) Message(rule string, values fault.Values) string {
	return c.Words(rule, values).Message
}
