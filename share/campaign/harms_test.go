package campaign

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/unicode/norm"
)

// says checks words as a claim in their language, and returns the rules that
// they break.
func says(lang, text string) []string {
	c := &Campaign{
		Languages: []string{lang}, Facts: []Fact{{ID: "a", Claim: Text{lang: text}}},
		Contacts: []Contact{{ID: "desk", Phone: "(555) 010-0199", Mail: "desk@oldmill.example"}},
	}
	var rules []string
	for _, f := range c.Check(day(2026, 3, 2)) {
		if f.Severity > Note {
			rules = append(rules, f.Rule())
		}
	}
	return rules
}

// sentences are those of a file of the tests.
func sentences[T any](t *testing.T, name string) (all T) {
	t.Helper()
	data, err := os.ReadFile("testdata/sentences/" + name + ".yaml")
	if err == nil {
		err = yaml.Unmarshal(data, &all)
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// typings are ways in which words are typed to get past a check.
var typings = map[string]func(string) string{
	"plainly":     func(s string) string { return s },
	"decomposed":  norm.NFD.String,
	"bold":        func(s string) string { return strings.ReplaceAll("**"+s+"**", " ", "** **") },
	"underscored": func(s string) string { return "_" + strings.ReplaceAll(s, " ", "_ _") + "_" },
	"apart":       func(s string) string { return strings.ReplaceAll(s, " ", "   ") },
	"no-break":    func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"thin":        func(s string) string { return strings.ReplaceAll(s, " ", "\u2009") },
	"over lines":  func(s string) string { return strings.ReplaceAll(s, " ", "\n") },
	"invisible":   func(s string) string { return between(s, "\u200b") },
	"soft hyphen": func(s string) string { return between(s, "\u00ad") },
	"joined":      func(s string) string { return between(s, "\u2060") },
	"full width":  func(s string) string { return strings.Map(wide, s) },
	"bold digits": func(s string) string { return strings.Map(bold, s) },
	"lookalikes": func(s string) string {
		return strings.NewReplacer("a", "а", "o", "о", "c", "с", "p", "р").Replace(s)
	},
	"dashes":  func(s string) string { return strings.ReplaceAll(s, "-", "–") },
	"hyphens": func(s string) string { return strings.ReplaceAll(s, "-", "‑") },
}

// between puts a character into words, but not into addresses of the web.
func between(s, c string) string {
	if strings.Contains(s, "://") {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if i > 0 && r != ' ' {
			b.WriteString(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

func wide(r rune) rune {
	if r > ' ' && r < 0x7f && r != '-' {
		return r + 0xfee0
	}
	return r
}

func bold(r rune) rune {
	if r >= '0' && r <= '9' {
		return r - '0' + 0x1d7ce
	}
	return r
}

// link reports a rule about addresses, which lead nowhere if they are typed
// otherwise.
func aboutLinks(r string) bool { return r == "link-shortened" || r == "link-tracked" }

// TestHarms: each way of doing each harm is found, in both languages and
// however it is typed.
func TestHarms(t *testing.T) {
	for rule, langs := range sentences[map[string]map[string][]string](t, "harms") {
		for lang, texts := range langs {
			for _, text := range texts {
				for how, typed := range typings {
					if aboutLinks(rule) && how != "plainly" && how != "apart" {
						continue
					}
					if rules := says(lang, typed(text)); !slices.Contains(rules, rule) {
						t.Errorf("%s %s, %s: %q: found %v", lang, rule, how, typed(text), rules)
					}
				}
			}
		}
	}
}

// TestEveryHarm: no rule about words or private data goes untried.
func TestEveryHarm(t *testing.T) {
	harms := sentences[map[string]map[string][]string](t, "harms")
	for rule := range english {
		kind, _, _ := strings.Cut(string(rule), "-")
		if (kind == "says" || kind == "private") && rule != "says-example" && len(harms[rule]["en"])+len(harms[rule]["es"]) < 2 {
			t.Errorf("nothing breaks %s", rule)
		}
	}
}

// TestHeadless: where campaign.yaml or the facts cannot be read, that is said,
// and not what would follow from it.
func TestHeadless(t *testing.T) {
	readers := "demands:\n  - {id: a, facts: [readers], headline: {en: A, es: A}}\n"
	for name, fsys := range map[string]fstest.MapFS{
		"a tab":            library("campaign.yaml", "name: a\n\ttitle: b\n"),
		"a key twice":      library("campaign.yaml", libraryHead+"name: again\n"),
		"an anchor":        library("campaign.yaml", "name: &a b\n"+libraryHead),
		"no language":      head("languages: [en, es]", "languages: [en, es, xx]"),
		"UTF-16":           library("campaign.yaml", "\xff\xfen\x00a\x00m\x00e\x00"),
		"another encoding": library("campaign.yaml", "name: caf\xe9\n"),
		"brackets":         library("facts.yaml", "facts: [[[\n", "demands.yaml", readers),
		"a quote":          library("facts.yaml", "facts:\n  - \"id\n", "demands.yaml", readers),
		"a pipe":           {"campaign.yaml": {Data: []byte(libraryHead)}, "facts.yaml": {Mode: fs.ModeNamedPipe}, "demands.yaml": {Data: []byte(readers)}},
		"a device":         {"campaign.yaml": {Mode: fs.ModeDevice}, "facts.yaml": {Data: []byte(libraryFacts)}},
	} {
		_, err := Load(context.Background(), fsys)
		all := Mistakes(err)
		if len(all) != 1 || !strings.HasPrefix(all[0].Error(), "campaign.yaml:") && !strings.HasPrefix(all[0].Error(), "facts.yaml:") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWhere: a fact's fields are found where they were written.
func TestWhere(t *testing.T) {
	c, err := Load(context.Background(), library())
	if err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]int{"headline.es": 4, "claim": 5, "source": 9, "nothing": 2, "": 2} {
		if file, line := c.Where("readers", field); file != "facts.yaml" || line != want {
			t.Errorf("%s: %s:%d, want line %d", field, file, line, want)
		}
	}
	if file, line := c.Where("nobody", "claim"); file != "" || line != 0 {
		t.Errorf("a fact that there is not is at %s:%d", file, line)
	}
}

// What a campaign declares as public may stand in any of its words, and the
// advice of the error that says otherwise helps.
func TestDeclaredAddress(t *testing.T) {
	const words = "Meet at 200 Main Street, or come to 12 Rose Lane."
	rules := func(files map[string]string) (all []string) {
		fsys := fstest.MapFS{
			"campaign.yaml": {Data: []byte("name: old-mill\ntitle: Old Mill\nlanguages: [en]\nas_of: 2031-03-04\n")},
			"facts.yaml": {Data: []byte("facts:\n  - {id: a, headline: A, claim: \"" + words + "\", attribution: says the mill, as_of: 2031-03-04,\n" +
				"     source: {publisher: Mill, url: \"https://example.org/a\", published: 2031-03-04}}\n")},
		}
		for name, data := range files {
			fsys[name] = &fstest.MapFile{Data: []byte(data)}
		}
		c, err := Load(context.Background(), fsys)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range c.CheckWords("en", words, "") {
			all = append(all, f.Rule())
		}
		return all
	}
	const address = "private-street-address"
	contacts := "contacts:\n  - {id: hall, label: Town Hall, address: \"200 Main Street, Millbrook\"}\n"
	events := "events:\n  - {id: e, headline: E, place: The rose house, address: 12 Rose Lane}\n"
	for _, c := range []struct {
		files map[string]string
		want  []string
	}{
		{nil, []string{address, address}},
		{map[string]string{"contacts.yaml": contacts}, []string{address}},
		{map[string]string{"contacts.yaml": contacts, "events.yaml": events}, nil},
	} {
		if got := rules(c.files); !slices.Equal(got, c.want) {
			t.Errorf("with %v: %v, want %v", c.files, got, c.want)
		}
	}
}
