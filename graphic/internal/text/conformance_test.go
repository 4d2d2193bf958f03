package text

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/segmenter"
)

// breakTests is where the module of the segmenter keeps Unicode's test files, of
// the version of Unicode that it knows.
func breakTests(t *testing.T) string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Skip("NOT TESTED: no module of the segmenter: ", err)
	}
	return filepath.Join(strings.TrimSpace(string(dir)), "segmenter", "test")
}

// unicodeTest yields the lines of a test file of the Unicode Character Database.
func unicodeTest(t *testing.T, name string, each func(line string)) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Skip("NOT TESTED: no Unicode test files (Debian: unicode-data): ", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if line, _, _ := strings.Cut(in.Text(), "#"); strings.TrimSpace(line) != "" {
			each(strings.TrimSpace(line))
		}
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
}

func codePoints(t *testing.T, s string) []rune {
	t.Helper()
	var out []rune
	for _, hex := range strings.Fields(s) {
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, rune(n))
	}
	return out
}

// embeddings are the marks of direction that isolates have replaced since Unicode
// 6.3; the levels behind one are not as UAX #9 has them in some ten of 20,000
// lines.
const embeddings = "\u202a\u202b\u202c\u202d\u202e"

// knownBidi are lines in which the segmenter takes a sign between two European
// numbers behind brackets around Arabic, "(א) 1-2" in English, as one of the
// paragraph's, and one of nested isolates.
const knownBidi = 14

// TestBidiCharacters holds the order of the drawn text to the lines of
// BidiCharacterTest in which the direction is set, as a card's language sets it.
func TestBidiCharacters(t *testing.T) {
	const every = 7 // of some 90,000
	s, n, wrong := newShaperState(), 0, 0
	unicodeTest(t, "/usr/share/unicode/BidiCharacterTest.txt", func(line string) {
		f := strings.Split(line, ";")
		if f[1] == "2" || strings.ContainsAny(string(codePoints(t, f[0])), embeddings) {
			return
		}
		if n++; testing.Short() && n%every != 0 {
			return
		}
		text := codePoints(t, f[0])
		removed := strings.Fields(f[3]) // by rule X9, with an x for its level
		got := slices.DeleteFunc(placed(s.levels(text, f[1] == "1")), func(i int) bool { return removed[i] == "x" })
		if wrong++; fmt.Sprint(got) == "["+f[4]+"]" {
			wrong--
		} else if wrong > knownBidi {
			t.Errorf("%s in direction %s: from left to right %v, want %s", f[0], f[1], got, f[4])
		}
	})
	if n == 0 || wrong > knownBidi {
		t.Errorf("%d of %d lines differ", wrong, n)
	}
}

// mostClasses is one sequence in how many of BidiTest the segmenter may order
// otherwise: in text from left to right a sign behind Arabic digits at the end of
// the line, which it draws on their side, and signs behind an isolate that is
// left open. Text from right to left without isolates is all as UAX #9 has it.
const mostClasses = 25

// TestBidiClasses holds the order of the drawn text to a sample of BidiTest,
// which has every sequence of up to four classes of characters: in both
// directions that a card's language can set.
func TestBidiClasses(t *testing.T) {
	every := 53 // of some 490,000, a prime
	if testing.Short() {
		every = 997
	}
	s, n, tried, wrong := newShaperState(), 0, 0, 0
	var levels, order string
	unicodeTest(t, "/usr/share/unicode/BidiTest.txt", func(line string) {
		if rest, ok := strings.CutPrefix(line, "@Levels:"); ok {
			levels = rest
			return
		}
		if rest, ok := strings.CutPrefix(line, "@Reorder:"); ok {
			order = strings.Join(strings.Fields(rest), " ")
			return
		}
		classes, bits, ok := strings.Cut(line, ";")
		text, plain := ofClasses(classes)
		if n++; !ok || !plain || n%every != 0 {
			return
		}
		paragraphs, _ := strconv.Atoi(strings.TrimSpace(bits))
		for bit, rtl := range map[int]bool{2: false, 4: true} { // 1 is the direction of the first letter
			if paragraphs&bit == 0 {
				continue
			}
			removed := strings.Fields(levels)
			got := slices.DeleteFunc(placed(s.levels(text, rtl)), func(i int) bool { return removed[i] == "x" })
			if tried++; fmt.Sprint(got) != "["+order+"]" {
				if wrong++; rtl && !strings.ContainsRune(classes, 'I') {
					t.Errorf("%s, from right to left %t: %v, want %s", classes, rtl, got, order)
				}
			}
		}
	})
	if tried == 0 || wrong*mostClasses > tried {
		t.Errorf("%d of %d sequences differ", wrong, tried)
	}
}

// ofClasses is a text with a character of each class; false where a card refuses
// one: embeddings, which isolates have replaced, and the end of a paragraph.
func ofClasses(classes string) (text []rune, plain bool) {
	of := map[string]rune{
		"L": 'a', "R": 'א', "AL": 'ا', "EN": '1', "AN": '٣', "ES": '+', "ET": '#', "CS": ',', "NSM": '\u0300', "BN": '\u00ad',
		"S": '\t', "WS": ' ', "ON": '!', "LRI": '\u2066', "RLI": '\u2067', "FSI": '\u2068', "PDI": '\u2069',
	}
	for _, class := range strings.Fields(classes) {
		r, known := of[class]
		if !known {
			return nil, false
		}
		text = append(text, r)
	}
	return text, true
}

// placed are the places of characters in the order in which they stand.
func placed(level []bidi.Level) []int {
	frags := make([]fragment, len(level))
	for i := range frags {
		frags[i] = fragment{level: level[i], glyphs: []Glyph{{Cluster: i}}}
	}
	reorder(frags)
	out := make([]int, len(frags))
	for i, f := range frags {
		out[i] = f.glyphs[0].Cluster
	}
	return out
}

// breaks reads a line of a break test: "÷ 0041 × 0308 ÷ 0042 ÷".
func breaks(t *testing.T, line string) (text []rune, at []int) {
	t.Helper()
	for _, part := range strings.Fields(line) {
		switch part {
		case "÷":
			at = append(at, len(text))
		case "×":
		default:
			text = append(text, codePoints(t, part)...)
		}
	}
	return text, at
}

// TestLineBreaks holds the places where lines may end to LineBreakTest. The
// segmenter's are all of UAX #14. Of these, pieces keep to fewer on purpose: no
// line ends after a short word's hyphen, before "(" or, in Korean, within a
// word, and none begins with a space that stays. They add none but those between
// the syllables of Thai, Lao and Burmese.
func TestLineBreaks(t *testing.T) {
	n, st := 0, style(t)
	unicodeTest(t, breakTests(t)+"/LineBreakTest.txt", func(line string) {
		text, want := breaks(t, line)
		n++
		var seg segmenter.Segmenter
		seg.Init(text)
		var got []int
		for iter := seg.LineIterator(); iter.Next(); {
			l := iter.Line()
			got = append(got, l.Offset+len(l.Text))
		}
		if !slices.Equal(got, want[min(1, len(want)):]) && !slices.Equal(got, want) {
			t.Errorf("%s: breaks at %v", line, got)
		}
		p := &Passage{Style: st}
		p.cut(text, make([]bool, len(text)), []run{{end: len(text)}}, "en")
		at := 0
		for i := range p.pieces {
			at += p.pieces[i].runes
			if !slices.Contains(want, at) && !unspaced(text, min(at, len(text)-1)) {
				t.Errorf("%s: a piece ends at %d", line, at)
			}
		}
	})
	if n == 0 {
		t.Error("no line was read")
	}
}

// TestGraphemes holds what is never torn between fonts to GraphemeBreakTest.
func TestGraphemes(t *testing.T) {
	n := 0
	unicodeTest(t, breakTests(t)+"/GraphemeBreakTest.txt", func(line string) {
		text, want := breaks(t, line)
		n++
		got, at := []int{0}, 0
		for iter := graphemes.FromString(string(text)); iter.Next(); {
			at += len([]rune(iter.Value()))
			got = append(got, at)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: breaks at %v, want %v", line, got, want)
		}
	})
	if n == 0 {
		t.Error("no line was read")
	}
}

// parts reports a place within what Unicode calls one word at which a line ends
// on purpose: behind a space that a mark stands on, between Japanese signs, and
// before the colour of a skin that stands behind no person.
func parts(before, after rune) bool {
	return before == ' ' || unspaced([]rune{before, after}, 1) || before == '〱' || before == '\u0308' || after == '〱' || after >= 0x1f3fb && after <= 0x1f3ff
}

// TestWords holds what no line breaks within to WordBreakTest, but for the
// differences of parts.
func TestWords(t *testing.T) {
	n, st := 0, style(t)
	unicodeTest(t, "/usr/share/unicode/auxiliary/WordBreakTest.txt", func(line string) {
		text, words := breaks(t, line)
		n++
		p := &Passage{Style: st}
		p.cut(text, make([]bool, len(text)), []run{{end: len(text)}}, "en")
		at := 0
		for i := range p.pieces[:max(0, len(p.pieces)-1)] {
			at += p.pieces[i].runes
			if !slices.Contains(words, at) && !parts(text[at-1], text[at]) {
				t.Errorf("%s: a piece ends at %d, within a word", line, at)
			}
		}
	})
	if n == 0 {
		t.Error("no line was read")
	}
}
