package runes_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

var policies = []runes.Policy{runes.Words, runes.Posts, runes.Terminal, runes.Line, runes.Bare}

func ExamplePolicy_Find() {
	r, at, ok := runes.Words.Find("AL \u2067HIT\u2069 JAN")
	fmt.Printf("%U at byte %d: %t\n", r, at, ok)
	// Output: U+2067 at byte 3: true
}

func ExamplePolicy_Clean() {
	fmt.Printf("%+q\n", runes.Line.Clean("a\u202eb\nc"))
	fmt.Printf("%+q\n", runes.Bare.Clean("co\u00adop"))
	// Output:
	// "a\ufffdb\ufffdc"
	// "coop"
}

// TestAllOfUnicode walks every code point: what the tables of Unicode call
// hidden is hidden, and no policy takes it between two Latin letters but those
// that are listed.
func TestAllOfUnicode(t *testing.T) {
	taken := map[rune]bool{0x00AD: true, 0x200C: true, 0x200E: true, 0x200F: true, 0x061C: true, 0x2060: true, 0xFEFF: true, '\n': true, '\t': true}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r >= 0xD800 && r <= 0xDFFF {
			continue
		}
		if runes.Directional(r) && !runes.Hidden(r) {
			t.Errorf("%U turns the direction and is not hidden", r)
		}
		if runes.Hidden(r) && unicode.IsPrint(r) && !unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) && r != 0x2800 {
			t.Errorf("%U is hidden and prints", r)
		}
		if !runes.Hidden(r) {
			taken := func(p runes.Policy) bool { _, _, found := p.Find(string(r)); return !found }
			if !taken(runes.Posts) || !taken(runes.Line) || !taken(runes.Bare) {
				t.Errorf("%U is seen and not taken", r)
			}
			continue
		}
		variation := r >= 0xFE00 && r <= 0xFE0F
		if _, _, found := runes.Words.Find("a" + string(r) + "b"); found != (!taken[r] && !variation) {
			t.Errorf("Words finds %U: %t", r, found)
		}
		if _, _, found := runes.Bare.Find(string(r)); found != (r != '\n' && r != '\t') {
			t.Errorf("Bare finds %U: %t", r, found)
		}
		agree(t, r)
	}
}

// agree compares the policies on one hidden character.
func agree(t *testing.T, r rune) {
	s := "a" + string(r) + "b"
	find := func(p runes.Policy) bool { _, _, ok := p.Find(s); return ok }
	words := find(runes.Words)
	for _, p := range policies {
		if !p.Takes(r) && !find(p) {
			t.Errorf("%U: %s takes it nowhere and here", r, p)
		}
	}
	if find(runes.Terminal) != words {
		t.Errorf("%U: Terminal and Words differ", r)
	}
	if find(runes.Line) != (words || r == '\n' || r == '\t') {
		t.Errorf("%U: Line and Words differ", r)
	}
	if words && !find(runes.Posts) || words && !find(runes.Bare) {
		t.Errorf("%U: refused in words, and taken in posts or for comparing", r)
	}
	for _, p := range policies {
		if !find(p) && p.Clean(s) != s && r != 0xFEFF {
			t.Errorf("%s takes %U and does not keep it", p, r)
		}
	}
}

// What Trojan Source and its kin are made of, wherever it stands.
func TestRefused(t *testing.T) {
	never := []rune{0, 7, 0x1b, '\r', 0x85, 0x2028, 0x2029, 0x2061, 0x206A, 0xFFF9, 0x3164, 0xFFA0, 0xE0001, 0xFFFE, 0x1FFFF}
	for r := rune(0x202A); r <= 0x202E; r++ {
		never = append(never, r)
	}
	for r := rune(0x2066); r <= 0x2069; r++ {
		never = append(never, r)
	}
	for _, r := range never {
		if runes.Words.Takes(r) {
			t.Errorf("%U is taken somewhere", r)
		}
	}
	for _, r := range append(never, 0x200B, 0xE0041) {
		for _, around := range []string{"a%cb", "%c", " %c ", "1%c2", "é%c", "%cж"} {
			s := fmt.Sprintf(around, r)
			got, at, ok := runes.Words.Find(s)
			if !ok || got != r || at != strings.IndexRune(s, r) {
				t.Errorf("%U in %+q: %U at %d, %t", r, s, got, at, ok)
			}
			if clean := runes.Words.Clean(s); clean != strings.ReplaceAll(s, string(r), "") {
				t.Errorf("%+q becomes %+q", s, clean)
			}
			if clean := runes.Terminal.Clean(s); clean != strings.ReplaceAll(s, string(r), "\uFFFD") {
				t.Errorf("%+q becomes %+q on a terminal", s, clean)
			}
		}
	}
}

// Characters that cannot be seen and do their work.
func TestKept(t *testing.T) {
	for _, s := range []string{
		"می\u200cخواهم", "۲۰\u200cساله", "PDF\u200cها", "ه\u200d", // Persian
		"क्\u200dष क्\u200cष", "ශ්\u200dරී", "ന്\u200d", // Devanagari, Sinhala, Malayalam
		"Auf\u200clage", // German: no ligature between the parts of a word
		"👩\u200d🚀", "👩🏽\u200d🚀", "🏳️\u200d🌈", "❤️\u200d🔥", "👁️\u200d🗨️", "🙂\u200d↔️", "1\ufe0f\u20e3", "☎\ufe0e", "‼\ufe0f",
		"🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
		"สวัสดี\u200bชาว", "ကို\u200bမ", "ខ្មែរ\u200bភាសា", "東京\u200b大阪", "ລາວ\u200b",
		"葛\U000e0100飾区", "ᠮᠣᠩ\u180eᠠ", "ᠠ\u180b", "ᄀ\u1160", "\u115fᅡ", "⠓⠊\u2800⠞⠓",
		"co\u00adoperation", "10\u202f000 €", "co\u2011op", "a\u2060b", "\u200fשלום!\u200f", "عام \u061c2025", "آية \u06dd",
		"שְ\u034fׁ", "\U00013000\U00013430\U00013000", "a\nb\tc", "\uFFFD",
	} {
		if strings.ContainsFunc(s, func(r rune) bool { return !runes.Words.Takes(r) }) {
			t.Errorf("%+q has what is never taken", s)
		}
		if r, at, found := runes.Words.Find(s); found || runes.Words.Clean(s) != s {
			t.Errorf("%+q: %U at %d", s, r, at)
		}
	}
	if got := runes.Words.Clean("\uFEFFa\uFEFFb"); got != "ab" {
		t.Errorf("U+FEFF: %+q", got)
	}
}

// The same characters where they have nothing to work with.
func TestStray(t *testing.T) {
	for _, s := range []string{
		"a\u200db", "a \u200c b", "👩\u200d a", "\ufe0fa", "a\ufe0f\ufe0f", "a\U000e0100", "🏳\U000e0067", "a\u180b", "a\u1160b", "a\u2800b",
		"a\u034fb", "\u115f\u1160", "+\u200d+", "a\u200b\u3164東", "a\x80", "a\u200b\u200b",
	} {
		if _, _, found := runes.Words.Find(s); !found {
			t.Errorf("%+q is taken", s)
		}
	}
	for _, s := range []string{"co\u00adop", "a\u2060b", "a\uFEFFb"} {
		if _, _, found := runes.Posts.Find(s); !found {
			t.Errorf("%+q is taken in a post", s)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\U000e0067\U000e0067\u200d👩\u200d\u202e🚀\ufe0f\ufeff\ufe0f\x80")
	f.Add("👩\u200d\xe2")
	f.Add("\u115f\u1160\u200b東\u200b\u3164")
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range policies {
			clean := p.Clean(s)
			if r, at, found := p.Find(clean); found {
				t.Fatalf("%s: %+q becomes %+q, with %U at %d", p, s, clean, r, at)
			}
			if p.Clean(clean) != clean || !utf8.ValidString(clean) {
				t.Fatalf("%s: %+q", p, clean)
			}
		}
		whole := utf8.RuneCountInString(s)
		if n := count(runes.Line, s); utf8.RuneCountInString(runes.Line.Clean(s)) != whole || n > whole {
			t.Fatalf("line: %+q has %d astray", s, n)
		}
		if n := count(runes.Posts, s); utf8.RuneCountInString(runes.Posts.Clean(s)) != whole-n {
			t.Fatalf("posts: %+q has %d astray", s, n)
		}
		for _, r := range runes.Bare.Clean(s) {
			if runes.Hidden(r) && r != '\n' && r != '\t' {
				t.Fatalf("%U in %+q", r, s)
			}
		}
	})
}

func count(p runes.Policy, s string) (n int) {
	for range p.All(s) {
		n++
	}
	return n
}

func TestCells(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc d": 5, "図書館": 6, "ｱ": 1, "é": 1, "e\u0301": 1, "한국": 4} {
		if got := runes.Cells(s); got != want {
			t.Errorf("%q has %d cells, want %d", s, got, want)
		}
	}
}
