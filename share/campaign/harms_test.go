package campaign

import (
	"os"
	"slices"
	"strings"
	"testing"

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
