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
