package needle

import (
	"regexp/syntax"
	"slices"
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
