package figure_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/figure"
)

func Example() {
	before, after, ok := figure.Cut("At least 1,252 readers, 252 of them by bus", "252")
	fmt.Printf("%q %q %t\n", before, after, ok)
	fmt.Println(figure.Sentence("The library: “It is shut.”"))
	fmt.Println(figure.Sentence("It is shut (since 2029)"))
	// Output:
	// "At least 1,252 readers," "of them by bus" true
	// The library: “It is shut.”
	// It is shut (since 2029).
}

// TestIn: "1,252 men" counted as a headline that holds the figure "252", and
// "4 760" was drawn in a headline with a no-break space that campaign refused.
func TestIn(t *testing.T) {
	for _, c := range []struct {
		headline, figure string
		whole            bool
	}{
		{"At least 252 readers came", "252", true},
		{"In May, 252 came.", "252", true},
		{"The library lent 252.", "252", true},
		{"At least 1,252 readers, 252 by bus", "252", true},
		{"3.5 million books", "3.5", true},
		{"1,252 readers", "252", false},
		{"Al menos 1.252 lectores", "252", false},
		{"1\u00a0252 lectrices", "252", false},
		{"1\u202f252 lectrices", "252", false},
		{"1’252 Leserinnen", "252", false},
		{"1'252 Leserinnen", "252", false},
		{"3.5 million books", "3", false},
		{"12,500 books", "12", false},
		{"2520 books", "252", false},
		{"١٬٢٥٢ قارئًا", "٢٥٢", false},
		{"Spent 4\u00a0760 dollars", "4 760", true},
		{"Spent 4 760 dollars", "4\u202f760", true},
		{"Spent 4\u2009760 dollars", "4\u2007760", true},
		{"Spent 14\u00a0760 dollars", "4 760", false},
		{"Spent 4\u00a0760\u00a0000 dollars", "4 760", false},
		{"Spent 4760 dollars", "4 760", false},
		{"Spent dollars", "", false},
	} {
		if got := figure.In(c.headline, c.figure); got != c.whole {
			t.Errorf("%q in %q: %t", c.figure, c.headline, got)
		}
	}
}

// TestCutKeepsSpaces: what stands around a figure lost its no-break spaces,
// and a line could break within a number.
func TestCutKeepsSpaces(t *testing.T) {
	before, after, ok := figure.Cut("Of 1\u202f000 readers, 4\u00a0760 books by 3\u00a0000", "4 760")
	if !ok || before != "Of 1\u202f000 readers," || after != "books by 3\u00a0000" {
		t.Errorf("%q, %q, %t", before, after, ok)
	}
}

func TestCutUnit(t *testing.T) {
	for _, c := range []struct {
		s, unit, rest string
		ok            bool
	}{
		{"million books", "million", "books", true},
		{"million\u00a0€, at least", "million €", ", at least", true},
		{"millions of books", "million", "", false},
		{"of a million", "million", "", false},
		{"books", "", "", false},
	} {
		rest, ok := figure.CutUnit(c.s, c.unit)
		if ok != c.ok || ok && rest != c.rest || !ok && rest != c.s {
			t.Errorf("%q of %q: %q, %t", c.unit, c.s, rest, ok)
		}
	}
}

// TestSentence: an attribution that ended “It is shut.” got a second stop.
func TestSentence(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"The library is shut":          "The library is shut.",
		"The council: “It is shut.”":   "The council: “It is shut.”",
		"El ayuntamiento: «¿Por qué?»": "El ayuntamiento: «¿Por qué?»",
		"The council said “shut”":      "The council said “shut”.",
		"It is shut…":                  "It is shut…",
		"It is shut (since 2029)":      "It is shut (since 2029).",
		"هل هي مغلقة؟":                 "هل هي مغلقة؟",
		"図書館は閉まっています。":                 "図書館は閉まっています。",
		"पुस्तकालय बंद है।":            "पुस्तकालय बंद है।",
		"Open":                "Open.",
		"Open?":               "Open?",
		"هل المكتبة مفتوحة؟":  "هل المكتبة مفتوحة؟",
		"开门了。":                "开门了。",
		"(It opens at nine.)": "(It opens at nine.)",
		"It opens (at nine)":  "It opens (at nine).",
		`She said "come in."`: `She said "come in."`,
		"And so on…":          "And so on…",
	} {
		if got := figure.Sentence(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// TestLandscape: a card a little wider than high is set like a square, but did
// not carry the claim.
func TestLandscape(t *testing.T) {
	for _, c := range []struct {
		w, h int
		want bool
	}{{1000, 1000, false}, {1100, 1000, false}, {1250, 1000, false}, {1260, 1000, true}} {
		if got := figure.Landscape(c.w, c.h); got != c.want {
			t.Errorf("%d×%d: %t", c.w, c.h, got)
		}
	}
}

func FuzzCut(f *testing.F) {
	f.Add("Spent 4\u00a0760 dollars", "4 760")
	f.Add("\xff1\u00a0", " ")
	f.Fuzz(func(t *testing.T, s, value string) {
		before, after, ok := figure.Cut(s, value)
		if ok != figure.In(s, value) {
			t.Errorf("%q in %q: Cut and In differ", value, s)
		}
		if ok && (!strings.HasPrefix(strings.TrimSpace(s), before) || !strings.HasSuffix(strings.TrimSpace(s), after)) {
			t.Errorf("%q cut around %q is %q and %q", s, value, before, after)
		}
		if utf8.ValidString(s) && !utf8.ValidString(before+after) {
			t.Errorf("%q cut around %q is cut within a character", s, value)
		}
	})
}
