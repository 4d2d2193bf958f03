package text

import (
	"testing"
	"unicode"
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
