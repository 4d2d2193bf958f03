package needle

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

// TestNeedles finds the strings that expressions cannot match without.
func TestNeedles(t *testing.T) {
	for expr, want := range map[string][][]string{
		`(?i)\b(?:illegals|illegal (?:men|women))`: {{"\x7fillegals", "\x7fillegal men", "\x7fillegal women"}},
		`[Aa]pt \d`:                              {{"apt 0"}},
		`(?:Street|St) \d+`:                      {{"st 0", "street 0"}},
		`(?i:born|DOB)\d`:                        {{"dob0", "born0"}},
		`\d{3}-\d{4}`:                            {{"000-0000"}},
		`(?:ab|\d)x?`:                            {{"0", "ab"}},
		`(?i)[A-B\d]-(?:x|y)+z`:                  {{"0-x", "0-y", "a-x", "a-y", "b-x", "b-y"}, {"xz", "yz"}},
		`(?:ab)*c?`:                              nil,
		`(?:murder){2,}`:                         {{"murdermurder"}},
		`(?i)(?:calle|c/)`:                       {{"c/", "calle"}},
		`\bd\.?o\.?b\b`:                          {{"\x7fdob\x7f", "\x7fd.ob\x7f", "\x7fdo.b\x7f", "\x7fd.o.b\x7f"}},
		`(?:CA|FL) \d{5}`:                        {{"ca 00000", "fl 00000"}},
		`[2-9]\d{3}-\d{4}`:                       {{"0000-0000"}},
		`N[YJ]x?\d`:                              {{"nj0", "ny0", "njx0", "nyx0"}},
		`\b(?:his|her) \d+ (?:houses?|homes?)\b`: {{"\x7fher 0", "\x7fhis 0"}, {"0 home\x7f", "0 homes\x7f", "0 house\x7f", "0 houses\x7f"}},
		`(?:at|in) \d(?:home|\d)`:                {{"at 00", "in 00", "at 0home", "in 0home"}},
	} {
		got := needles(newParser(nil).parse(expr))
		for i := range got {
			slices.SortStableFunc(got[i], func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
		}
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%s: needles are %q, want %q", expr, got, want)
		}
	}
}

// Of alternatives one is needed with all that it has itself.
func TestAlternatives(t *testing.T) {
	p := Compile(`(?i)\b(?:my {kin} \d+ (?:days|weeks)|(?:our|their) \d+ {kin}s?|alone)\b x`)
	Name([]*Pattern{p}, grammarParts)
	for text, want := range map[string]bool{
		"my wife 3 weeks x": true, "their 2 brothers x": true, "Alone x": true, "alone": false,
		"my wife x": false, "our wife x": false, "3 weeks their x": false, "my 3 dads weeks x": false,
	} {
		if got := p.look().in(textOf(strings.ToLower(text))); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
