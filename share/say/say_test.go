package say_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/inspect"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/cardfile"
	"github.com/shutdowncecot/toolkit/share/internal/yamlfault"
	"github.com/shutdowncecot/toolkit/share/letter"
	"github.com/shutdowncecot/toolkit/share/people"
	"github.com/shutdowncecot/toolkit/share/say"
	"github.com/shutdowncecot/toolkit/share/sign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

var rules = fault.Rules{
	"test-bars": {Message: "{n, plural, one {# bar} other {# bars}}", Fix: "two to seven can be compared"},
	"test-card": {Message: "fact {fact}: {cause}"},
	"test-key":  {Message: "unknown key {key}", Fix: "leave it out"},
}

var inSpanish = fault.Rules{
	"test-bars": {Message: "{n, plural, one {# barra} other {# barras}}", Fix: "se comparan de dos a siete"},
	"test-card": {Message: "dato {fact}: {cause}"},
	"test-key":  {Message: "clave {key} desconocida", Fix: "quítala"},
}

type refusal struct {
	fault.Data
	at fault.Position
}

func (e *refusal) Error() string            { return "test: " + fault.InEnglish(e) }
func (e *refusal) Position() fault.Position { return e.at }

func refuse(rule, field string, values fault.Values) *refusal {
	return &refusal{Data: rules.New(rule, field, values)}
}

func Example() {
	_, err := os.Open("nowhere.yaml")
	fmt.Println(say.For(language.MustParse("es-SV")).Error(err))
	// Output: nowhere.yaml: no existe
}

func TestError(t *testing.T) {
	bars := refuse("test-bars", "Items", fault.Values{"n": 1})
	card := refuse("test-card", "", fault.Values{"fact": "mill", "cause": bars})
	card.at = fault.Position{File: "facts.yaml", Line: 3, Column: 2, Text: " x"}
	near := refuse("test-key", "", fault.Values{"key": "hedline", "nearest": "headline"})
	foreign := refuse("test-key", "", fault.Values{"key": "a", "built_in": true})
	en, es := say.For(language.English), say.For(language.Spanish).With(inSpanish)
	for _, c := range []struct {
		err            error
		english, other string
	}{
		{bars, "Items: 1 bar; two to seven can be compared", "Items: 1 barra; se comparan de dos a siete"},
		{card, "facts.yaml:3:2: fact mill: Items: 1 bar; two to seven can be compared", "facts.yaml:3:2: dato mill: Items: 1 barra; se comparan de dos a siete"},
		{near, `unknown key hedline; leave it out`, `clave hedline desconocida; ¿quisiste decir "headline"?`},
		{foreign, "unknown key a; leave it out", "clave a desconocida; quítala (esto viene de la campaña incluida: dalo, por su id, en un archivo tuyo)"},
		{errors.Join(bars, errors.Join(near)), "Items: 1 bar; two to seven can be compared\nunknown key hedline; leave it out",
			"Items: 1 barra; se comparan de dos a siete\nclave hedline desconocida; ¿quisiste decir \"headline\"?"},
		{fmt.Errorf("around: %w", bars), "Items: 1 bar; two to seven can be compared", "Items: 1 barra; se comparan de dos a siete"},
		{&fs.PathError{Op: "open", Path: "a", Err: syscall.ENOSPC}, "a: " + syscall.ENOSPC.Error(), "a: no queda espacio en el disco"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EXDEV}, "b: " + syscall.EXDEV.Error(), "b: está en otro disco"},
		{&fs.PathError{Op: "open", Path: "a\nb", Err: syscall.ENOSPC}, `a\nb: ` + syscall.ENOSPC.Error(), `a\nb: no queda espacio en el disco`},
		{refuse("test-bars", "Items\x00\n", fault.Values{"n": 1}), `Items\x00\n: 1 bar; two to seven can be compared`, `Items\x00\n: 1 barra; se comparan de dos a siete`},
		{context.Canceled, "context canceled", "se detuvo"},
		{errors.New("something new"), "something new", "something new"},
	} {
		if got := en.Error(c.err); got != c.english {
			t.Errorf("in English: %s\nwant %s", got, c.english)
		}
		if got := es.Error(c.err); got != c.other {
			t.Errorf("in Spanish: %s\nwant %s", got, c.other)
		}
	}
	if got := say.Excerpt(card); got != "3 |  x\n  |  ^\n" {
		t.Errorf("excerpt %q", got)
	}
}

func TestFor(t *testing.T) {
	for lang, want := range map[string]string{"es": "es", "es-419": "es", "en-GB": "en", "fr": "en", "und": "en"} {
		if got := say.For(language.MustParse(lang)).Lang().String(); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

func TestRead(t *testing.T) {
	fsys := fstest.MapFS{
		"good.yaml":  {Data: []byte("a: b {x}\nc: {message: d, fix: e}\n")},
		"key.yaml":   {Data: []byte("c: {message: d, fixx: e}\n")},
		"twice.yaml": {Data: []byte("a: b\na: c\n")},
		"list.yaml":  {Data: []byte("a: [b]\n")},
	}
	got, err := say.Read(fsys, "good.yaml")
	if err != nil || got["a"].Message != "b {x}" || got["c"] != (fault.Words{Message: "d", Fix: "e"}) {
		t.Error(got, err)
	}
	for _, name := range []string{"key.yaml", "twice.yaml", "list.yaml", "none.yaml"} {
		if got, err := say.Read(fsys, name); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

// packages are the rules of the whole module; a package is added by a row.
var packages = map[string]fault.Rules{
	"graphic":                  graphic.Rules(),
	"graphic/inspect":          inspect.Rules(),
	"share/cardfile":           cardfile.Rules(),
	"share/internal/yamlfault": yamlfault.Rules(),
	"share/campaign":           campaign.Rules(),
	"share":                    share.Rules(),
	"share/letter":             letter.Rules(),
	"share/people":             people.Rules(),
	"hashtag":                  hashtag.Rules(),
	"share/truth":              truth.Rules(),
	"share/sign":               sign.Rules(),
}

// TestComplete holds every language to the rules of every package: the same
// rules, each with the same values and with every plural form that the
// language has.
func TestComplete(t *testing.T) {
	source := fault.Rules{}
	for name, rules := range packages {
		for rule, w := range rules {
			if _, twice := source[rule]; twice {
				t.Errorf("%s: another package has a rule %s", name, rule)
			}
			source[rule] = w
		}
	}
	for _, lang := range say.Languages() {
		words, err := say.Read(os.DirFS("messages"), lang.String()+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		for rule, want := range source {
			got, ok := words[rule]
			switch {
			case lang == language.English && ok:
				t.Errorf("%s: its English stands with the rule already", rule)
			case lang == language.English:
				forms(t, lang, rule, want)
			case !ok:
				t.Errorf("%s: no words for %s: %q, %q", lang, rule, want.Message, want.Fix)
			case got == want && hasWords(want.Message):
				t.Errorf("%s: %s is said in English: %q", lang, rule, got.Message)
			default:
				same(t, lang, rule, got, want)
				forms(t, lang, rule, got)
			}
		}
		for rule := range words {
			if _, ok := source[rule]; !ok && !shared(rule) && len(packages) > 0 {
				t.Errorf("%s: no package has a rule %s", lang, rule)
			}
		}
	}
}

// hasWords reports whether a sentence says more than its values.
func hasWords(sentence string) bool {
	for _, name := range fault.Names(sentence) {
		sentence = strings.ReplaceAll(sentence, "{"+name+"}", "")
	}
	return strings.ContainsFunc(sentence, unicode.IsLetter)
}

// shared reports whether words are no package's own.
func shared(rule string) bool {
	return rule == "did-you-mean" || rule == "in-built-in" || strings.HasPrefix(rule, "system-")
}

// same compares the values of two languages, and whether there is a fix.
func same(t *testing.T, lang language.Tag, rule string, got, want fault.Words) {
	t.Helper()
	values := func(w fault.Words) []string {
		all := append(fault.Names(w.Message), fault.Names(w.Fix)...)
		slices.Sort(all)
		return slices.Compact(all)
	}
	if g, w := values(got), values(want); !slices.Equal(g, w) {
		t.Errorf("%s: %s names %q, in English %q", lang, rule, g, w)
	}
	if (got.Fix == "") != (want.Fix == "") {
		t.Errorf("%s: %s: the fix is %q, in English %q", lang, rule, got.Fix, want.Fix)
	}
}

// forms looks for the plural forms that a language has for whole numbers up
// to a thousand; larger ones may take "other".
func forms(t *testing.T, lang language.Tag, rule string, w fault.Words) {
	t.Helper()
	need := map[string]bool{}
	for n := range 1000 {
		need[fault.Plural(lang, fmt.Sprint(n))] = true
	}
	for _, sentence := range []string{w.Message, w.Fix} {
		for _, plural := range strings.Split(sentence, ", plural,")[1:] {
			for form := range need {
				if !strings.Contains(plural, form+" {") {
					t.Errorf("%s: %s has no form %q: %q", lang, rule, form, sentence)
				}
			}
		}
	}
}

func TestMeant(t *testing.T) {
	have := []string{"x", "bluesky", "facebook", "portrait", "story", "en", "es", "all"}
	for name, want := range map[string]string{
		"x": "x", "X": "x", "@twitter": "x", "blusky": "bluesky", "fb": "facebook", "Español": "es", "1080x1920": "story", "todas": "all",
		"tiktok": "", "tt": "", "": "", "quite another": "",
	} {
		if got := say.Meant(name, have); got != want {
			t.Errorf("%q means %q, want %q", name, got, want)
		}
	}
}
