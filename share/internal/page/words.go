package page

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

//go:embed words.*.yaml studio.*.yaml people.*.yaml
var wordFiles embed.FS

// words are the page's own words in one language.
type words struct {
	Months    []string
	Date      string // {mon} {day}, {year}
	Platforms []string
	Page      map[string]string
	Script    map[string]string
}

// builtIn are the words of the embedded files by language tag.
var builtIn = sync.OnceValues(func() (map[string]*words, error) {
	all := make(map[string]*words)
	for _, tag := range []string{"en", "es", "ar"} {
		w, err := readWords("words." + tag + ".yaml")
		if err != nil {
			return nil, err
		}
		for _, part := range []string{"studio", "people"} {
			more, err := readWords(part + "." + tag + ".yaml")
			if err != nil {
				return nil, err
			}
			maps.Copy(w.Page, more.Page)
			maps.Copy(w.Script, more.Script)
		}
		all[tag] = w
	}
	return all, nil
})

func readWords(name string) (*words, error) {
	data, err := wordFiles.ReadFile(name)
	if err != nil {
		return nil, err
	}
	w := new(words)
	if err := yaml.UnmarshalWithOptions(data, w, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("page: %s: %w", name, err)
	}
	return w, nil
}

// A vocabulary is the words of one language of a kit. Own says which keys are
// in that language; the others are English.
type vocabulary struct {
	words
	lang language.Tag
	own  func(key string) bool
}

func newVocabulary(l Language) (*vocabulary, error) {
	all, err := builtIn()
	if err != nil {
		return nil, err
	}
	base, native := all[primary(l.Tag)]
	if !native {
		base = all["en"]
	}
	v := &vocabulary{lang: language.Make(l.Tag), words: words{
		Months: base.Months, Date: base.Date, Platforms: base.Platforms,
		Page: maps.Clone(base.Page), Script: maps.Clone(base.Script),
	}}
	if !native {
		v.Date = "{day} {mon} {year}" // the order of most languages
	}
	v.own = func(key string) bool {
		_, given := l.Words[key]
		return native || given
	}
	return v, v.replace(l)
}

// Words are the words of a page that are built in for a language, by key; none
// if it is not built in. The map is the caller's own.
func Words(lang string) map[string]string {
	all, err := builtIn()
	w := all[primary(lang)]
	if err != nil || w == nil {
		return nil
	}
	words := maps.Clone(w.Page)
	maps.Copy(words, w.Script)
	words["months"] = strings.Join(w.Months, " ")
	return words
}

// CheckWords refuses words of a language that have no place in a page.
func CheckWords(l Language) error {
	_, err := newVocabulary(l)
	return err
}

// replace puts the kit's words in place of the built-in ones. The key
// "months" holds twelve names between spaces, "date" the order of {day}, {mon}
// and {year}.
func (v *vocabulary) replace(l Language) error {
	for _, key := range slices.Sorted(maps.Keys(l.Words)) {
		word := l.Words[key]
		_, page := v.Page[key]
		_, script := v.Script[key]
		switch {
		case page:
			v.Page[key] = word
		case script:
			v.Script[key] = word
		case key == "months" && len(strings.Fields(word)) == 12:
			v.Months = strings.Fields(word)
		case key == "date":
			v.Date = word
		default:
			return fieldError("page-word", "Languages["+l.Tag+"].Words", fault.Values{"word": key})
		}
	}
	return nil
}

// primary is the language of a tag without script or region: "es" of "es-419".
func primary(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return base
}

// fill puts values in the places of a word: fill("{n} of {m}", "n", "2", "m", "6").
func fill(word string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		word = strings.ReplaceAll(word, "{"+pairs[i]+"}", pairs[i+1])
	}
	return word
}

// plural says a word with a number in it, in the form that the language has
// for the number.
func (v *vocabulary) plural(key string, n int) string {
	return fault.Format(v.Page[key], v.lang, fault.Values{"n": n}, fault.InEnglish)
}

// mostCounted is the greatest number that the script says a word for; more are
// said as that one.
const mostCounted = 60

// counted is a word for the script: one with a number as what it is said as for
// 0, 1, 2 and so on, with "|" between, so that the script needs no rules.
func (v *vocabulary) counted(word string) string {
	if !strings.Contains(word, ", plural,") {
		return word
	}
	forms := make([]string, 0, mostCounted+1)
	for n := range mostCounted + 1 {
		forms = append(forms, fault.Format(word, v.lang, fault.Values{"n": n}, fault.InEnglish))
	}
	return strings.Join(forms, "|")
}
