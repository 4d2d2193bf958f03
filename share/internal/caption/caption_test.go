package caption

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"
)

var english = Language{Tag: language.English}

func TestVTT(t *testing.T) {
	cues := []Cue{
		{0, 2.5, "Read & write: <i>ten</i> --> 20"},
		{2.5, 3602.25, "The Old Mill Library has been open for two hundred years, and the children of Millbrook read there."},
	}
	want := `WEBVTT

1
00:00:00.000 --> 00:00:02.500
Read &amp; write: &lt;i&gt;ten&lt;/i&gt; --&gt; 20

2
00:00:02.500 --> 00:39:37.593
The Old Mill Library has been open
for two hundred years, and the

3
00:39:37.593 --> 01:00:02.250
children of Millbrook read there.
`
	if got := VTT(cues, english); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	srt := SRT(cues, english)
	if !strings.HasPrefix(srt, "1\n00:00:00,000 --> 00:00:02,500\nRead & write: ‹i›ten‹/i› → 20\n\n2\n") {
		t.Errorf("got\n%s", srt)
	}
}

var timing = regexp.MustCompile(`^(\d\d):(\d\d):(\d\d)\.(\d\d\d) --> (\d\d):(\d\d):(\d\d)\.(\d\d\d)$`)

// FuzzVTT checks that a player finds every cue in order, with no word lost and
// no time used twice.
func FuzzVTT(f *testing.F) {
	f.Add("One two three", "-->\n\nWEBVTT", 3.0, 4.5)
	f.Add(strings.Repeat("palabra ", 60), "<b>&amp;", 0.001, 0.002)
	f.Add("x"+strings.Repeat("y", 99), "ñ", 5.0, 3600.0)
	f.Fuzz(func(t *testing.T, a, b string, first, second float64) {
		if !(first >= 0.2 && second >= first+0.2 && second < 36000) || !utf8.ValidString(a) || !utf8.ValidString(b) || strings.Contains(a+b, "\x00") {
			t.Skip()
		}
		cues := []Cue{{0, first, a}, {first, second, b}}
		blocks := strings.Split(strings.TrimSuffix(VTT(cues, english), "\n"), "\n\n")
		if blocks[0] != "WEBVTT" {
			t.Fatalf("begins with %q", blocks[0])
		}
		last, said := 0, []string(nil)
		for i, block := range blocks[1:] {
			lines := strings.Split(block, "\n")
			if len(lines) < 3 || len(lines) > 2+maxLines || lines[0] != fmt.Sprint(i+1) {
				t.Fatalf("cue %d is %q", i+1, lines)
			}
			m := timing.FindStringSubmatch(lines[1])
			if m == nil {
				t.Fatalf("timing %q", lines[1])
			}
			start, end := ms(m[1:5]), ms(m[5:9])
			if start < last || end < start {
				t.Errorf("%q after %d ms", lines[1], last)
			}
			last = end
			said = append(said, strings.Fields(strings.Join(lines[2:], " "))...)
		}
		between := " " // words, but where a line may end within what has no spaces
		if strings.ContainsFunc(a+b, unspaced) {
			between = ""
		}
		if got, want := letters(strings.Join(said, between)), letters(escaper.Replace(strings.Join(strings.Fields(a+" "+b), between))); got != want {
			t.Errorf("says %q, want %q", got, want)
		}
	})
}

// letters is a text without the marks that say which way a line reads.
func letters(s string) string { return strings.NewReplacer("\u200e", "", "\u200f", "").Replace(s) }

func ms(part []string) (n int) {
	for i, unit := range []int{3600000, 60000, 1000, 1} {
		var v int
		fmt.Sscan(strings.TrimLeft(part[i][:len(part[i])-1], "0")+part[i][len(part[i])-1:], &v)
		n += v * unit
	}
	return n
}
