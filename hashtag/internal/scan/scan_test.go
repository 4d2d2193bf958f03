package scan

import (
	"slices"
	"testing"
	"unicode/utf16"
)

func TestApart(t *testing.T) {
	got := Apart([]Span{{5, 9}, {0, 3}, {2, 6}, {5, 7}, {9, 10}}, func(s Span) Span { return s })
	if want := []Span{{0, 3}, {5, 9}, {9, 10}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNextMark(t *testing.T) {
	const text = "a ＃b #"
	first, _ := NextMark(text, 0, '#', "＃")
	second, _ := NextMark(text, first.After, '#', "＃")
	if _, more := NextMark(text, second.After, '#', "＃"); more || text[first.At:first.After] != "＃" || text[second.At:second.After] != "#" {
		t.Errorf("%v, %v, more %v", first, second, more)
	}
}

func TestUTF16Length(t *testing.T) {
	for _, s := range []string{"", "año", "📚 b", "\xff\xfe", "👩\u200d🚀"} {
		if got, want := UTF16Length(s), len(utf16.Encode([]rune(s))); got != want {
			t.Errorf("%+q: got %d, want %d", s, got, want)
		}
	}
}
