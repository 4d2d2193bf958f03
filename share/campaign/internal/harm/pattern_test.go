package harm

import (
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
)

// TestNeedles finds the strings that expressions cannot match without.
func TestNeedles(t *testing.T) {
	for expr, want := range map[string][]string{
		`(?i)\b(?:illegals|illegal (?:men|women))`: {"illegals", "illegal men", "illegal women"},
		`[Aa]pt \d`:         {"apt "},
		`(?:Street|St) \d+`: {"st ", "street "},
		`(?i:born|DOB)\d`:   {"dob", "born"},
		`\d{3}-\d{4}`:       {"-"},
		`(?:ab|\d)x?`:       nil,
		`(?:ab)*c?`:         nil,
		`(?:murder){2,}`:    {"murder"},
		`(?i)(?:calle|c/)`:  {"c/", "calle"},
		`\bd\.?o\.?b\b`:     {"dob", "d.ob", "do.b", "d.o.b"},
		`(?:CA|FL) \d{5}`:   {"ca ", "fl "},
		`[2-9]\d{3}-\d{4}`:  {"-"},
		`N[YJ]x?\d`:         {"nj", "ny"},
	} {
		tree, err := syntax.Parse(expr, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		if got := needles(tree); !slices.Equal(got, want) {
			t.Errorf("%s: needles are %q, want %q", expr, got, want)
		}
	}
}

// FuzzNeedles holds every pattern of the checks to what it would find without
// needles.
func FuzzNeedles(f *testing.F) {
	f.Add("Illegal immigrants and THUGS at 12 Elm Street, DOB: 3/4/1990, (503) 555-0123")
	f.Add("ſecuestro, torturaron, Apt. 4, a K\u212A\u017f number A-123 456 789; alguien@example.org")
	f.Fuzz(func(t *testing.T, s string) {
		in := fold(s)
		var all []*pattern
		p := personalData()
		for _, l := range slices.Concat(p.Numbers, p.Coordinates, p.Mails) {
			all = append(all, l.pattern)
		}
		for _, term := range terms().list {
			all = append(all, term.pattern)
		}
		for _, p := range all {
			if got, want := p.all(&in), p.re.FindAllStringIndex(in.text, -1); len(got) != len(want) {
				t.Errorf("%s finds %d in %q, with needles %d: %s", p.expr, len(want), in.text, len(got), strings.Join(p.needles, "|"))
			}
		}
	})
}
