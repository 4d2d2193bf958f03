package harm

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/share/internal/needle"
)

var update = flag.Bool("update", false, "put the lists together anew")

// What a program reads of the lists is what their files say.
func TestListsReady(t *testing.T) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(written(t)); err != nil {
		t.Fatal(err)
	}
	want := bytes.ReplaceAll(out.Bytes(), []byte(`{"Rule":`), []byte("\n{\"Rule\":")) // a line for each
	if *update {
		if err := os.WriteFile("ready/lists.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(readyFile, want) {
		t.Error("ready/lists.json is not what the lists say; run go test ./share/campaign/internal/harm -run Ready -update")
	}
}

// TestLines: patterns stay readable.
func TestLines(t *testing.T) {
	for _, name := range []string{"lists/personal.yaml", "lists/terms/any.yaml", "lists/terms/en.yaml", "lists/terms/es.yaml"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if len([]rune(line)) > 160 {
				t.Errorf("%s: %d characters: %s", name, len([]rune(line)), line)
			}
		}
	}
}

// personal is the file of its name.
type personal struct {
	Names       names
	CommonWords string `yaml:"common_words"`
	Institution string
	Household   string
	Roles       string
	Freemail    []string
	Numbers     []entry
	Coordinates []entry
	Mails       []entry
}

// An entry is a kind of data about private people.
type entry struct{ Rule, Pattern, Except string }

// lexicon is a file of terms.
type lexicon struct {
	Names    names
	Denied   string // what takes a claim back, as alternatives
	Pronouns string // what looks like a surname and is none, as alternatives
	Terms    []wrote
}

// A wrote term is one as its file has it.
type wrote struct {
	Rule, Instead string
	Claim         bool

	// One of these is what it looks like.
	Phrase    string
	OfName    string `yaml:"of_name"`
	OfSurname string `yaml:"of_surname"`
	Pattern   string

	Unless, After string
}

// written are the lists as their files have them.
func written(t *testing.T) *tables {
	p := decoded[personal](t, "lists/personal.yaml")
	leaks := func(entries []entry) (all []leak) {
		for _, e := range entries {
			all = append(all, leak{e.Rule, needle.Compile(p.Names.written(t, e.Pattern)), e.Except})
		}
		return all
	}
	all := &tables{
		Common: strings.Fields(p.CommonWords), Freemail: p.Freemail,
		Numbers: leaks(p.Numbers), Coordinates: leaks(p.Coordinates), Mails: leaks(p.Mails),
		Institution: wordOf(p.Names.written(t, p.Institution)), Household: wordOf(p.Names.written(t, p.Household)),
		Role: needle.Compile(`(?i)^(?:` + p.Names.written(t, p.Roles) + `)(?:[._+-]|$)`),
	}
	all.vocabulary(t)
	return all
}

// vocabulary adds the terms of all languages.
func (all *tables) vocabulary(t *testing.T) {
	files, _ := filepath.Glob("lists/terms/*.yaml")
	var denied, pronouns []string
	common := decoded[lexicon](t, "lists/terms/any.yaml").Names
	for _, file := range files {
		l := decoded[lexicon](t, filepath.ToSlash(file))
		for name, part := range common {
			if _, own := l.Names[name]; !own {
				l.Names[name] = part
			}
		}
		lang := strings.TrimSuffix(path.Base(filepath.ToSlash(file)), ".yaml")
		if lang == "any" {
			lang = ""
		}
		for _, w := range l.Terms {
			all.Terms = append(all.Terms, w.term(t, lang, l.Names))
		}
		if l.Denied != "" {
			denied, pronouns = append(denied, l.Denied), append(pronouns, l.Pronouns)
		}
	}
	all.Denied = needle.Compile(`(?i)\b(?:` + strings.Join(denied, "|") + `)(?:[^\p{L}]|$)|n't\b`)
	all.Pronouns = needle.Compile(`^[^\p{L}]*(?:` + strings.Join(pronouns, "|") + `) `)
}

// term makes the expressions of a term.
func (w *wrote) term(t *testing.T, lang string, n names) *term {
	const ends = `(?:[^\p{L}]|$)`
	out := &term{Rule: w.Rule, Instead: w.Instead, Claim: w.Claim, Lang: lang}
	switch {
	case w.Phrase != "":
		out.Pattern = needle.Compile(`(?i)\b(?:` + n.written(t, w.Phrase) + `)` + ends)
	case w.OfName != "":
		out.Pattern = needle.Compile(n.written(t, `{name},? (?:`+w.OfName+`)`) + ends)
	case w.OfSurname != "":
		out.Pattern = needle.Compile(`(?:^|[^\p{L}])\p{Lu}\p{Ll}{3,} (?:` + n.written(t, w.OfSurname) + `)` + ends)
	default:
		out.Pattern = needle.Compile(n.written(t, w.Pattern))
	}
	if w.Unless != "" { // after some words of no weight
		out.Unless = needle.Compile(`(?i)^ ?(?:` + n.written(t, w.Unless) + `)` + ends)
	}
	if w.After != "" {
		out.After = needle.Compile(n.written(t, w.After))
	}
	return out
}

// wordOf matches one of the alternatives as a whole word.
func wordOf(alternatives string) *needle.Pattern {
	return needle.Compile(`(?i)(?:^|[^\pL])(?:` + alternatives + `)(?:[^\pL]|$)`)
}

// names are parts of patterns that others name: {street}.
type names map[string]string

var nameIn = regexp.MustCompile(`\{[a-z]+\}`)

// written puts an expression together: lines are joined, names filled in.
func (n names) written(t *testing.T, expr string) string {
	expr = strings.ReplaceAll(expr, "\n", "")
	for nameIn.MatchString(expr) {
		expr = nameIn.ReplaceAllStringFunc(expr, func(name string) string {
			part, ok := n[name[1:len(name)-1]]
			if !ok {
				t.Fatalf("there is no part %s", name)
			}
			return strings.ReplaceAll(part, "\n", "")
		})
	}
	return expr
}

func decoded[T any](t *testing.T, name string) (v T) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err == nil {
		err = yaml.UnmarshalWithOptions(text, &v, yaml.Strict())
	}
	if err != nil {
		t.Fatal(name, err)
	}
	return v
}

// TestFoldOrigin: what is found is said of the line it stands in.
func TestFoldOrigin(t *testing.T) {
	text := "One.\n\nTwo\u00ad **three**\nfour\u200b ＡＢ１ dе.\n- Five\n"
	f := fold(text)
	for i, r := range f.text {
		at := f.origin(i)
		if at < 0 || at >= len(text) || i > 0 && at < f.origin(i-1) {
			t.Errorf("%q at %d comes from %d", r, i, at)
		}
	}
	if got := f.text; got != "One.\nTwo three four AB1 de.\n- Five\n" {
		t.Errorf("%q", got)
	}
	if i := strings.Index(f.text, "AB1"); !strings.HasPrefix(text[f.origin(i):], "ＡＢ１") {
		t.Errorf("AB1 comes from %q", text[f.origin(i):])
	}
}

// TestData compiles every pattern, and looks for the exceptions that they name.
func TestData(t *testing.T) {
	for _, l := range slices.Concat(lists().Numbers, lists().Coordinates, lists().Mails) {
		l.Pattern.Ready()
		if _, ok := exceptions[l.Except]; l.Rule == "" || l.Except != "" && !ok {
			t.Errorf("%q, except %q", l.Rule, l.Except)
		}
	}
	for _, term := range lists().Terms {
		for _, p := range []*needle.Pattern{term.Pattern, term.Unless, term.After} {
			if p != nil {
				p.Ready()
			}
		}
		if term.Rule == "" || term.Pattern.String() == "" {
			t.Errorf("%+v", term)
		}
	}
	if len(Rules()) < 20 {
		t.Errorf("rules: %q", Rules())
	}
}

// FuzzNeedles holds every pattern of the checks to what it would find without
// needles.
func FuzzNeedles(f *testing.F) {
	f.Add("Illegal immigrants and THUGS at 12 Elm Street, DOB: 3/4/1990, (503) 555-0123")
	f.Add("ſecuestro, torturaron, Apt. 4, a K\u212A\u017f number A-123 456 789; alguien@example.org")
	f.Fuzz(func(t *testing.T, s string) {
		in := fold(s)
		var all []*needle.Pattern
		for _, l := range slices.Concat(lists().Numbers, lists().Coordinates, lists().Mails) {
			all = append(all, l.Pattern)
		}
		for _, term := range lists().Terms {
			all = append(all, term.Pattern)
		}
		for _, p := range all {
			if got, want := p.All(in.text, in.lower), regexp.MustCompile(p.String()).FindAllStringIndex(in.text, -1); len(got) != len(want) {
				t.Errorf("%s finds %d in %q, with needles %d", p, len(want), in.text, len(got))
			}
		}
	})
}
