package needle

import (
	"regexp/syntax"
	"slices"
	"testing"
)

// TestNeedles finds the strings that expressions cannot match without.
func TestNeedles(t *testing.T) {
	for expr, want := range map[string][][]string{
		`(?i)\b(?:illegals|illegal (?:men|women))`: {{"illegals", "illegal men", "illegal women"}},
		`[Aa]pt \d`:                              {{"apt 0"}},
		`(?:Street|St) \d+`:                      {{"st 0", "street 0"}},
		`(?i:born|DOB)\d`:                        {{"dob0", "born0"}},
		`\d{3}-\d{4}`:                            {{"000-0000"}},
		`(?:ab|\d)x?`:                            {{"0", "ab"}},
		`(?i)[A-B\d]-(?:x|y)+z`:                  {{"0-x", "0-y", "a-x", "a-y", "b-x", "b-y"}, {"xz", "yz"}},
		`(?:ab)*c?`:                              nil,
		`(?:murder){2,}`:                         {{"murdermurder"}},
		`(?i)(?:calle|c/)`:                       {{"c/", "calle"}},
		`\bd\.?o\.?b\b`:                          {{"dob", "d.ob", "do.b", "d.o.b"}},
		`(?:CA|FL) \d{5}`:                        {{"ca 00000", "fl 00000"}},
		`[2-9]\d{3}-\d{4}`:                       {{"0000-0000"}},
		`N[YJ]x?\d`:                              {{"nj0", "ny0", "njx0", "nyx0"}},
		`\b(?:his|her) \d+ (?:houses?|homes?)\b`: {{"her 0", "his 0"}, {"0 home", "0 house"}},
		`(?:at|in) \d(?:home|\d)`:                {{"at 00", "in 00", "at 0home", "in 0home"}},
	} {
		tree, err := syntax.Parse(expr, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		if got := needles(tree); !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%s: needles are %q, want %q", expr, got, want)
		}
	}
}
