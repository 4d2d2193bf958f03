package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/bidi"
)

// Scripts and a letter of each.
var directions = []struct {
	iso    string
	letter rune
	right  bool
}{
	{"Arab", 'ع', true}, {"Hebr", 'ש', true}, {"Syrc", 'ܐ', true}, {"Thaa", 'ހ', true}, {"Nkoo", 'ߊ', true}, {"Adlm", '𞤀', true},
	{"Rohg", '𐴀', true}, {"Mand", 'ࡀ', true}, {"Samr", 'ࠀ', true}, {"Yezi", '𐺀', true}, {"Mend", '𞠀', true},
	{"Latn", 'a', false}, {"Cyrl", 'ж', false}, {"Deva", 'क', false}, {"Mong", 'ᠮ', false}, {"Hira", 'あ', false}, {"Tfng", 'ⴰ', false},
}

func TestDirection(t *testing.T) {
	for _, d := range directions {
		if got := ScriptRightToLeft(d.iso); got != d.right {
			t.Errorf("%s: %t", d.iso, got)
		}
		if got := RightToLeft(d.letter); got != d.right {
			t.Errorf("%c of %s: %t", d.letter, d.iso, got)
		}
		if got := firstStrongIsRight([]rune("1. (\u0301" + string(d.letter) + "aع")); got != d.right {
			t.Errorf("text that begins with %c: %t", d.letter, got)
		}
	}
	for _, iso := range []string{"", "Zyyy", "nonsense"} {
		if ScriptRightToLeft(iso) {
			t.Errorf("%q is written from right to left", iso)
		}
	}
	if firstStrongIsRight([]rune("12 ٣ – 👩")) {
		t.Error("digits turn a text")
	}
}

// TestDirectionOfLetters: the letters of every script agree with the script.
func TestDirectionOfLetters(t *testing.T) {
	for _, d := range directions {
		for name, table := range unicode.Scripts {
			if !unicode.Is(table, d.letter) {
				continue
			}
			for r := rune(0); r <= unicode.MaxRune; r++ {
				if unicode.Is(table, r) && unicode.Is(unicode.L, r) && RightToLeft(r) != d.right {
					t.Errorf("%U of %s: %t", r, name, !d.right)
				}
			}
		}
	}
}

// visual is a paragraph as its letters stand from left to right.
func visual(s, lang string) string {
	text := []rune(s)
	return inOrderOf(text, newShaperState().levels(text, readsRight(text, lang)))
}

// inOrderOf is a text whose characters stand by their levels.
func inOrderOf(text []rune, level []bidi.Level) string {
	frags := make([]fragment, len(text))
	for i := range frags {
		frags[i] = fragment{level: level[i], glyphs: []Glyph{{Cluster: i}}}
	}
	reorder(frags)
	var b strings.Builder
	for _, f := range frags {
		b.WriteRune(text[f.glyphs[0].Cluster])
	}
	return b.String()
}

// The direction is that of the language, whatever letter comes first. Expected
// orders follow UAX #9 with the paragraph's direction set by a higher protocol
// (HL1).
func TestDirectionOfLanguage(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"he", "BBC אבג", "גבא BBC"},
		{"he", "אבג BBC", "BBC גבא"},
		{"he", "62% אבג", "גבא 62%"},
		{"en", "אבג said BBC", "גבא said BBC"},
		{"en", "BBC: אבג 62", "BBC: 62 גבא"},
		{"ar", "٧٥٪", "٪٧٥"},
		{"ar", "62%", "62%"},
		{"en", "62%", "62%"},
		{"ar", "BBC News.", "BBC News."},
		{"en", "אבג.", ".גבא"},
		{"und", "אבג BBC", "BBC גבא"},
		{"", "BBC אבג", "BBC גבא"},
		{"az-Arab", "BBC אבג", "גבא BBC"},
	} {
		if got := visual(c.text, c.lang); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

// Every paragraph of a passage has its direction, not the first alone.
func TestDirectionOfParagraphs(t *testing.T) {
	for _, separator := range []string{"\n", "\n\n", "\u2029", "\r\n"} {
		text := []rune("אבג BBC" + separator + "דהו BBC 62" + separator + "BBC זחט")
		level := newShaperState().levels(text, readsRight(text, "he"))
		for i, r := range text {
			if want := RightToLeft(r); (level[i]%2 == 1) != want && !strings.ContainsRune(" \r\n\u2029", r) {
				t.Errorf("%q: %c has level %d", separator, r, level[i])
			}
		}
		if n := slices.Index(level[1:], 0); n >= 0 {
			t.Errorf("%q: character %d of text in Hebrew has level 0", separator, n+1)
		}
	}
}
