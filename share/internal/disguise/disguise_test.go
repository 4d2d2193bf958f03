package disguise

import (
	"testing"
	"unicode/utf8"
)

func TestUndo(t *testing.T) {
	for words, want := range map[string]string{
		"The library is open at 9, “they say”…": "The library is open at 9, “they say”…",
		"Calle Ñandú n.º 3 — ½ €":               "Calle Ñandú n.º 3 — ½ €",
		"The librаry":                           "The library",
		"３００ boоks":                             "300 books",
		"𝗧𝗵𝗲 𝘭𝘪𝘣𝘳𝘢𝘳𝘺 𝟯":                         "The library 3",
		"li\u200bbra\u00adry":                   "library",
		"l̶i̶b̶r̶a̶r̶y̶":                        "library",
		"cafe\u0301":                            "café",
		"oldmill。example/a":                     "oldmill.example/a",
		"Библиотека открыта":                    "Библиотека открыта",
		"٣٠٠":                                   "300",
	} {
		if got, _ := Undo(words); got != want {
			t.Errorf("%q is read as %q, want %q", words, got, want)
		}
	}
}

func TestDigits(t *testing.T) {
	for words, want := range map[string]string{
		"the l1br4ry":               "the library",
		"Room 12b, H2O, MP3s, B1":   "Room 12b, H2O, MP3s, B1",
		"a@l1br4ry.example/l1br4ry": "a@l1br4ry.example/l1br4ry",
	} {
		if got := Digits(words); got != want {
			t.Errorf("%q is read as %q, want %q", words, got, want)
		}
	}
}

func TestGather(t *testing.T) {
	for words, want := range map[string]string{
		"the l i b r a r y is open":    "the library is open",
		"l-i-b-r-a-r-y, b.i.b.l.i.o.s": "library, biblios",
		"niño: n i ñ i t o":            "niño: niñito",
		"The U.S. and El S. y o a e":   "The U.S. and El S. y o a e",
		"a b c":                        "a b c",
	} {
		got, at := Gather(words)
		if got != want || at != nil && (len(at) != len(got)+1 || at[len(got)] != len(words)) {
			t.Errorf("%q is read as %q with offsets %v, want %q", words, got, at, want)
		}
	}
}

func FuzzUndo(f *testing.F) {
	for _, words := range []string{"", "librаry", "\xff３", "e\u0301\u0301", "한국어", "ﷺ"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		got, at := Undo(words)
		if at == nil {
			if got != words {
				t.Fatalf("%q became %q without offsets", words, got)
			}
			return
		}
		if len(at) != len(got)+1 || at[len(got)] != len(words) {
			t.Fatalf("%q: %d offsets for %d bytes", words, len(at), len(got))
		}
		for i := 1; i < len(at); i++ {
			if at[i] < at[i-1] {
				t.Fatalf("%q: offsets go back", words)
			}
		}
		if utf8.ValidString(words) && !utf8.ValidString(got) {
			t.Fatalf("%q became %q", words, got)
		}
	})
}
