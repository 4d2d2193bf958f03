package guide

import (
	"embed"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/say"
)

//go:embed words.*.yaml
var wordFiles embed.FS

// words holds the words of the questions by language.
var words = sync.OnceValue(func() map[string]map[string]string {
	all := make(map[string]map[string]string)
	for _, lang := range Languages() {
		data, err := wordFiles.ReadFile("words." + lang + ".yaml")
		w := make(map[string]string)
		if err == nil {
			err = yaml.Unmarshal(data, &w)
		}
		if err != nil {
			panic(err) // a test reads them
		}
		all[lang] = w
	}
	return all
})

// Languages lists the languages of the questions.
func Languages() []string { return []string{"en", "es"} }

// Word is a word of the questions, with its places filled in.
func Word(lang, key string, pairs ...string) string {
	s := words()[lang][key]
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}

// Word returns a word in the language of the questions.
func (d *Draft) Word(key string, pairs ...string) string { return Word(d.Lang, key, pairs...) }

// Level says how grave a problem is.
type Level string

// The levels.
const (
	Fix  Level = "fix"  // nothing is saved or made before it is mended
	Look Level = "look" // a person must judge
)

// A Problem is something to mend or to look at.
type Problem struct {
	Level Level  `json:"level"`
	Field string `json:"field"` // the name of a field of the step, or ""
	Step  string `json:"step"`  // where it is mended
	Fact  int    `json:"fact"`  // of the step of facts: which, from 0
	What  string `json:"what"`  // what it is in: "Fact “Hours cut”, Spanish"
	Text  string `json:"text"`
}

func stops(all []Problem) bool {
	for _, p := range all {
		if p.Level == Fix {
			return true
		}
	}
	return false
}

func (d *Draft) problem(l Level, field, key string, pairs ...string) Problem {
	return Problem{Level: l, Field: field, Text: d.Word(key, pairs...)}
}

// said is an error in the language of the questions.
func (d *Draft) said(l Level, field string, err error) Problem {
	return Problem{Level: l, Field: field, Text: d.explain(err)}
}

func (d *Draft) explain(err error) string {
	w := say.For(language.Make(d.Lang)).Explain(err)
	return sentence(w.Line())
}

// sentence begins with a large letter and ends with a stop.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	s = strings.ToUpper(s[:1]) + s[1:]
	if !strings.ContainsAny(s[len(s)-1:], ".?!") {
		s += "."
	}
	return s
}

// mistakes turns a campaign's mistakes into problems of fields.
func (d *Draft) mistakes(err error) []Problem {
	if err == nil {
		return nil
	}
	var load *campaign.LoadError
	if !errors.As(err, &load) {
		return []Problem{d.said(Fix, "", err)}
	}
	var all []Problem
	for _, m := range load.Mistakes {
		all = append(all, d.place(d.said(Fix, "", m), m))
	}
	return all
}

// fieldsOf are the fields of a fact as the questions call them.
var fieldsOf = map[string]string{
	"source.url": "url", "source.publisher": "publisher", "source.published": "published", "as_of": "published", "chart.stat.value": "number",
	"chart.stat.unit": "counts", "attribution": "publisher", "name": "tag", "starts": "day", "ends": "until",
}

// stepsOf are the questions by the file, or else by the part of a campaign, that
// they fill.
var stepsOf = map[string]string{
	"facts": "facts", "letters": "letter", "events": "event", "contacts": "people",
	"people": "people", "offices": "people", "areas": "people", "logo": "logo", "themes": "colors", "tags": "tags", "languages": "languages",
}

// inFact is how the path of a field of a fact begins.
var inFact = regexp.MustCompile(`^(?:facts\.)?facts\[(\d+)\]\.?`)

// place says of a problem in which step and field it is mended.
func (d *Draft) place(p Problem, f fault.Placed) Problem {
	field := f.Field()
	if m, ok := f.(interface{ Path() string }); ok && m.Path() != "" {
		field = m.Path()
	}
	file, _, _ := strings.Cut(f.Position().File, "/")
	part := strings.FieldsFunc(field, func(r rune) bool { return r == '.' || r == '[' })
	p.Step = stepsOf[strings.TrimSuffix(file, ".yaml")]
	if p.Step == "" && part != nil {
		p.Step = stepsOf[part[0]]
	}
	if p.Step == "" {
		p.Step = "title"
	}
	if m := inFact.FindStringSubmatch(field); m != nil {
		p.Fact, _ = strconv.Atoi(m[1])
		field = field[len(m[0]):]
	}
	p.Field = field
	for theirs, ours := range fieldsOf {
		if rest, ok := strings.CutPrefix(field, theirs); ok && (rest == "" || rest[0] == '.') {
			p.Field = ours + rest
		}
	}
	return p
}
