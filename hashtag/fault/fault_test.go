package fault_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

var rules = fault.Rules{
	"bars-count": {Message: "{n, plural, =0 {there are no bars} one {# bar} other {# bars}}", Fix: "two to seven can be compared"},
	"post":       {Message: "fact {fact}: {cause}"},
}

type refusal struct{ fault.Data }

func (e *refusal) Error() string { return "x: " + fault.InEnglish(e) }

func Example() {
	err := error(&refusal{rules.New("bars-count", "Items", fault.Values{"n": 1})})
	var f fault.Fault
	if errors.As(err, &f) {
		fmt.Println(f.Rule(), f.Field(), f.Values())
	}
	fmt.Println(err)
	// Output:
	// bars-count Items map[n:1]
	// x: Items: 1 bar; two to seven can be compared
}

func TestNested(t *testing.T) {
	inner := &refusal{rules.New("bars-count", "Items", fault.Values{"n": 9}).Within("Blocks[0]")}
	outer := &refusal{rules.New("post", "", fault.Values{"fact": "a\nb", "cause": inner})}
	want := `x: fact a\nb: Blocks[0].Items: 9 bars; two to seven can be compared`
	if got := outer.Error(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestAbout(t *testing.T) {
	d := rules.New("bars-count", "Items", fault.Values{"n": 9})
	if got := d.About("bars"); got.Field() != "bars" || got.Rule() != d.Rule() || got.English() != d.English() || d.Field() != "Items" {
		t.Error(got, d)
	}
}

func TestFormat(t *testing.T) {
	const files = "{n, plural, one {# Datei} other {# Dateien}}"
	for _, c := range []struct {
		sentence, lang string
		n              any
		want           string
	}{
		{files, "de", 1, "1 Datei"},
		{files, "de", 0, "0 Dateien"},
		{"{n, plural, few {# pliki} many {# plików} other {?}}", "pl", 3, "3 pliki"},
		{"{n, plural, few {# pliki} many {# plików} other {?}}", "pl", 5, "5 plików"},
		{"{n, plural, zero {a} two {b} few {c} many {d} other {e}}", "ar", 11, "d"},
		{"{n, plural, =1 {just one} other {#}}", "en", 1, "just one"},
		{"{n, plural, one {a} other {b}}", "en", "1.0", "b"},
		{"{{year}} {n}", "en", 2.5, "{year} 2.5"},
		{"{m} {n", "en", 1, "{m} {n"},
	} {
		got := fault.Format(c.sentence, language.MustParse(c.lang), fault.Values{"n": c.n}, fault.InEnglish)
		if got != c.want {
			t.Errorf("%s in %s of %v: %q, want %q", c.sentence, c.lang, c.n, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	got := fault.Names("{a} {{b}} {n, plural, one {# of {c}} other {# of {c}}}")
	if !slices.Equal(got, []string{"a", "n", "c"}) {
		t.Error(got)
	}
}

func TestExcerpt(t *testing.T) {
	p := fault.Position{File: "facts.yaml", Line: 12, Column: 5, Text: "\t日本: x"}
	want := "12 |  日本: x\n   |       ^\n"
	if got := p.Excerpt(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := p.String(); got != "facts.yaml:12:5" {
		t.Error(got)
	}
}

func TestVisible(t *testing.T) {
	for value, want := range map[string]string{
		"a\nb\tc\x80": `a\nb\tc\ufffd`, "AL \u2067HIT\u2069 JAN": `AL \u2067HIT\u2069 JAN`, "\u202e\u202e": `\u202e\u202e`,
		"می\u200cخواهم 👩\u200d🚀 10\u202f000": "می\u200cخواهم 👩\u200d🚀 10\u202f000",
	} {
		if got := fault.Format("{x}", language.English, fault.Values{"x": value}, fault.InEnglish); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got, want := rules.New("bars-count", "Items.\x00\n", fault.Values{"n": 9}), `Items.\x00\n: 9 bars; two to seven can be compared`; got.English().LineAt(got.Field()) != want {
		t.Errorf("%q, want %q", got.English().LineAt(got.Field()), want)
	}
	if got, want := (fault.Position{File: "a\nb.yaml", Line: 2}).String(), `a\nb.yaml:2`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p := fault.Position{Line: 1, Column: 5, Text: "e\u0301\u2066👩x"}
	if got, want := p.Excerpt(), "1 | e\u0301\\u2066👩x\n  |          ^\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func FuzzFormat(f *testing.F) {
	f.Add("{n, plural, one {# a} other {# b}} {{ }} {x}", "x", 3)
	f.Fuzz(func(t *testing.T, sentence, value string, n int) {
		fault.Format(sentence, language.Spanish, fault.Values{"n": n, "x": value}, fault.InEnglish)
		fault.Names(sentence)
		fault.Position{Line: 1, Column: n, Text: value}.Excerpt()
	})
}

func TestNearest(t *testing.T) {
	names := []string{"card", "kit", "story", "who-252-venezuelans", "x"}
	for s, want := range map[string]string{
		"crad": "card", "kti": "kit", "storys": "story", "who-25-venezuelan": "who-252-venezuelans", "y": "", "zebra": "", "": "",
		strings.Repeat("kit", 1000): "",
	} {
		if got := fault.Nearest(s, names); got != want {
			t.Errorf("%.20s: %q, want %q", s, got, want)
		}
	}
}
