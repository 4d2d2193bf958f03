package hashtag

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// troubled are texts of which each platform says something.
var troubled = []string{
	"#A#B ¡#C #2030 #co-op's (see:#D) #ñandú" + "\u0301" + "x #" + strings.Repeat("a", 60), "ver example.org htps://a.org https:// https://exa mple",
	"看https://example.org/ñ(b 看#东 #salvemoslabiblioteca #USAIDNGO #𝓐bc #Libre🕊 @ana@example.org u/ana",
	"a\u202eb\u200bc\xff 𝓗𝓸𝓵𝓪 📚📚📚📚 <b> \ufeff", "# Título\n" + strings.Repeat("Será hoy. ", 7000), "#A #B #C #D #E #F",
	"https://a.org https://b.org https://c.org https://d.org https://e.org https://f.org", strings.Repeat("#Tag ", 70),
	"https://example.org/a\u00a0b https://-a.example.org", "#" + strings.Repeat("a", 60), "#Libro://ya", "https://example.org/a…", "the town.It is @ana",
}

// TestProblemsAreFaults: what Check finds is said by its rule, of which each
// value is there.
func TestProblemsAreFaults(t *testing.T) {
	used := map[string]bool{}
	for _, p := range allPlatforms() {
		for _, text := range troubled {
			for _, problem := range p.Check(text) {
				used[problem.Rule()] = true
				var f fault.Fault = problem
				values := f.Values()
				w := Rules()[f.Rule()]
				for _, name := range append(fault.Names(w.Message), fault.Names(w.Fix)...) {
					if _, ok := values[name]; !ok {
						t.Errorf("%s: no value %s in %s", p.ID, name, f.Rule())
					}
				}
				if got := w.Fill(language.English, values, fault.InEnglish).Line(); got != problem.String() {
					t.Errorf("%q is not %q", problem, got)
				}
			}
		}
	}
	unused := slices.DeleteFunc(slices.Sorted(maps.Keys(Rules())), func(rule string) bool {
		return used[rule] || !strings.HasPrefix(rule, "post-") || rule == "post-too-long"
	})
	if len(unused) > 0 {
		t.Errorf("no text breaks %q", unused)
	}
}

func TestRulesAreACopy(t *testing.T) {
	clear(Rules())
	if len(Rules()) == 0 {
		t.Error("a caller can change the rules")
	}
}

func TestProblemJSON(t *testing.T) {
	p, _ := Lookup("mastodon")
	got, err := json.Marshal(p.Check("ver example.org"))
	want := `[{"kind":"link-not-linked","rule":"post-link-scheme","text":"example.org","start":4,"end":15,` +
		`"message":"Mastodon does not link example.org","advice":"write it with https://"}]`
	if string(got) != want || err != nil {
		t.Errorf("%s, %v", got, err)
	}
}

// TestWords: kinds, units and encodings are words in JSON, and come back.
func TestWords(t *testing.T) {
	type all struct {
		Entities []Entity
		Units    []Unit
		Encoding []Encoding
	}
	x, _ := Lookup("x")
	in := all{x.Entities("#A @ana https://example.org $ABC"), []Unit{Graphemes, Weighted, UTF16, Bytes, EmojiBytes, Septets}, []Encoding{GSM7, UCS2}}
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"Kind":"hashtag"`, `"Kind":"mention"`, `"Kind":"link"`, `"Kind":"cashtag"`, `"emoji-bytes"`, `"GSM-7"`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
	var out all
	if err := json.Unmarshal(text, &out); err != nil || !slices.Equal(out.Entities, in.Entities) ||
		!slices.Equal(out.Units, in.Units) || !slices.Equal(out.Encoding, in.Encoding) {
		t.Errorf("%+v, %v", out, err)
	}
	var f fault.Fault
	var kind EntityKind
	if err := json.Unmarshal([]byte(`"Link"`), &kind); !errors.As(err, &f) || f.Rule() != "word-unknown" || f.Values()["word"] != "Link" {
		t.Errorf("%v", err)
	}
	if got := EntityKind(9).String() + Unit(-1).String(); got != "unknowncharacters" {
		t.Error(got)
	}
}
