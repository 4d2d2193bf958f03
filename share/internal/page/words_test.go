package page

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"golang.org/x/text/language"
)

func firstUnits(s string, n int) string { return string(utf16.Decode(utf16.Encode([]rune(s))[:n])) }

// TestWords: every language says everything that English says, with the same
// places to fill in, and nothing else.
func TestWords(t *testing.T) {
	all, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	for tag, w := range all {
		if len(w.Months) != 12 {
			t.Errorf("%s has %d months", tag, len(w.Months))
		}
		compare(t, tag, w.Page, all["en"].Page)
		compare(t, tag, w.Script, all["en"].Script)
	}
}

func compare(t *testing.T, tag string, got, want map[string]string) {
	t.Helper()
	for key, word := range want {
		translated := got[key]
		if strings.TrimSpace(translated) == "" {
			t.Errorf("%s lacks %s", tag, key)
			continue
		}
		if places(translated) != places(word) {
			t.Errorf("%s.%s fills in %s, English %s", tag, key, places(translated), places(word))
		}
		if strings.Contains(word, ", plural,") {
			compareForms(t, tag, key, translated)
		}
		if strings.ContainsAny(translated, "!¡") {
			t.Errorf("%s.%s shouts: %s", tag, key, translated)
		}
	}
	for key := range got {
		if _, ok := want[key]; !ok {
			t.Errorf("%s says %s, which English does not", tag, key)
		}
	}
}

// compareForms holds a word to the plural forms that its language has.
func compareForms(t *testing.T, tag, key, word string) {
	t.Helper()
	lang, seen := language.Make(tag), make(map[string]bool)
	for n := range 200 {
		category := fault.Plural(lang, strconv.Itoa(n))
		if !seen[category] && !strings.Contains(word, category+" {") {
			t.Errorf("%s.%s has no form for %d (%s)", tag, key, n, category)
		}
		seen[category] = true
	}
}

func places(word string) string {
	all := fault.Names(word)
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

var (
	inTemplate = regexp.MustCompile(`word(?:Date|Count|JSON|In \$?\w+)? "(\w+)"`)
	inScript   = regexp.MustCompile(`word\('(\w+)'`)
)

// TestWordsUsed: the templates and the script ask for no word that is not
// there, and no word is there that nobody asks for.
func TestWordsUsed(t *testing.T) {
	all, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	asked := make(map[string]bool)
	names, err := fs.Glob(templateFiles, "*.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := templateFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range inTemplate.FindAllStringSubmatch(string(data), -1) {
			asked[m[1]] = true
			if all["en"].Page[m[1]] == "" {
				t.Errorf("%s asks for %q", name, m[1])
			}
		}
	}
	script, err := script(true)
	if err != nil {
		t.Fatal(err)
	}
	for key := range all["en"].Script {
		made, _, _ := strings.Cut(key, "_")
		if !strings.Contains(script, "'"+key+"'") && !strings.Contains(script, "`"+made+"_${") {
			t.Errorf("nobody says %s", key)
		}
	}
	for _, m := range inScript.FindAllStringSubmatch(script, -1) {
		if all["en"].Script[m[1]] == "" && all["en"].Page[m[1]] == "" {
			t.Errorf("the script asks for %q", m[1])
		}
	}
	elsewhere := []string{"pages", "more-pictures", "carousels", "video", "qr", "zips", "events", "hour_title", "to_read", "in_this_kit", "print_lead",
		"files_lead", "video_lead", "zips_lead", "outside", "subject", "print", "steps",
		"device", "this_page", "kept", "tags", "updates", "files", "sources", "card", "source", "checked", "stop_replaced", "stop_withdrawn"}
	for _, key := range slices.Sorted(maps.Keys(all["en"].Page)) {
		if !asked[key] && !slices.Contains(elsewhere, key) && !strings.HasPrefix(key, "format_") && !strings.HasPrefix(key, "app_") {
			t.Errorf("nobody says %s", key)
		}
	}
}

// TestOwnWords: a language brings its own words, whole or in part.
func TestOwnWords(t *testing.T) {
	k := mill()
	k.Languages = append(k.Languages, Language{Tag: "fr", Name: "Français", Words: map[string]string{
		"share_one": "Partagez une carte", "months": "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc."}})
	src := written(t, k)
	for _, want := range []string{`class="t fr" lang="fr">Partagez une carte`, `class="t fr" lang="fr">10 mars 2031`} {
		if !strings.Contains(src, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{"  Año\tNUEVO ": "ano nuevo", "Ünï": "uni", "مكتبة": "مكتبة", "": ""} {
		if got := fold(s); got != want {
			t.Errorf("%q folds to %q, want %q", s, got, want)
		}
	}
}

func TestPlural(t *testing.T) {
	for _, c := range []struct {
		lang string
		n    int
		want string
	}{
		{"en", 0, "0 changes"}, {"en", 1, "1 change"}, {"en", 2, "2 changes"}, {"es", 1, "1 cambio"},
		{"ar", 2, "تغييران"}, {"ar", 5, "5 تغييرات"}, {"ar", 11, "11 تغييرًا"},
	} {
		v, err := newVocabulary(Language{Tag: c.lang})
		if err != nil {
			t.Fatal(err)
		}
		if got := v.plural("changes", c.n); got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
	polish := map[string]string{"changes": "{n, plural, one {# zmiana} few {# zmiany} many {# zmian} other {# zmiany}}"}
	own, err := newVocabulary(Language{Tag: "pl", Words: polish})
	if got := own.plural("changes", 5); err != nil || got != "5 zmian" {
		t.Error(got, err)
	}
}

// TestCounted: the script is given what a word is said as for each number.
func TestCounted(t *testing.T) {
	v, err := newVocabulary(Language{Tag: "ar"})
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Split(v.counted(v.Script["words_more"]), "|")
	if len(said) != mostCounted+1 || said[2] != "كلمتان من عندكم" || said[8] != "8 كلمات من عندكم" {
		t.Errorf("%q", said)
	}
	if got := v.counted("plain"); got != "plain" {
		t.Error(got)
	}
}
