package site

import (
	"bytes"
	"encoding/binary"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// TestWords holds every language to the same words with the same places.
func TestWords(t *testing.T) {
	all, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	for lang, words := range all {
		if _, missing := WordsOf(lang, nil); missing != nil || len(words) != len(all["en"]) {
			t.Errorf("%s lacks %q, or has words of nothing", lang, missing)
		}
		for key, word := range all["en"] {
			if places(word) != places(words[key]) {
				t.Errorf("%s: %s has the places %s, English %s", lang, key, places(words[key]), places(word))
			}
		}
	}
	if _, missing := WordsOf("qu", map[string]string{"facts": "x"}); len(missing) != len(all["en"])-1 {
		t.Errorf("%d words are missing from a language with one", len(missing))
	}
}

// places are the names between braces in a word.
func places(word string) string {
	var all []string
	for part := range strings.SplitSeq(word, "{") {
		if name, _, ok := strings.Cut(part, "}"); ok {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// TestUsedWords looks for words that no page says.
func TestUsedWords(t *testing.T) {
	all, _ := builtIn()
	used, err := templateFiles.ReadFile("page.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	for key := range all["en"] {
		if !bytes.Contains(used, []byte(key)) && !slices.Contains(saidInShare, key) {
			t.Errorf("nobody says %s", key)
		}
	}
}

// saidInShare are the words that package share asks for.
var saidInShare = []string{
	"facts", "letters", "events", "pages", "make", "corrections", "all_facts", "all_letters", "all_events", "all_pages", "as_of", "not_linked", "open_app",
	"withdrawn", "replaced", "what_changed", "no_changes", "old_figures", "share_one", "share_then", "write_one", "write_then", "make_own", "make_then",
	"fill_in", "fill_then", "calendar", "no_events", "feed", "found_mistake", "not_found", "not_found_text", "no_tracker", "licence", "offline", "outside",
}

// TestIcon reads the signs of a site on several grounds.
func TestIcon(t *testing.T) {
	for _, ground := range []string{"", "#C4281B", "#FFD12E", "nonsense"} {
		data, err := Favicon(ground)
		if err != nil || binary.LittleEndian.Uint16(data[2:]) != 1 || binary.LittleEndian.Uint32(data[18:]) != 22 {
			t.Fatalf("%q: %v", ground, err)
		}
		img, err := png.Decode(bytes.NewReader(data[22:]))
		if err != nil || img.Bounds().Dx() != 32 {
			t.Fatalf("%q: %v", ground, err)
		}
		if img.At(0, 0) == img.At(7, 16) {
			t.Errorf("%q: nothing is seen on it", ground)
		}
	}
}

// TestBoxKeepsLines: the paragraphs of words to copy stay apart, and nothing
// else has empty lines.
func TestBoxKeepsLines(t *testing.T) {
	var b bytes.Buffer
	f := &Frame{Kind: "text", Lang: "en", Dir: "ltr", Body: &Text{Box: "Dear council,\n\nPlease hold a hearing.\n\nAna"}}
	if err := Write(&b, f); err != nil {
		t.Fatal(err)
	}
	if page := b.String(); !strings.Contains(page, "Dear council,\n\nPlease hold a hearing.\n\nAna</p>") || strings.Count(page, "\n\n") != 2 {
		t.Error(page)
	}
}
