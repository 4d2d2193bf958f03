package needle

import (
	"cmp"
	"encoding/json"
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
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

// sample is a text that an expression matches, if it asks for no edges of words
// where there are none.
func sample(re *syntax.Regexp, rnd *rand.Rand) string {
	switch re.Op {
	case syntax.OpLiteral:
		return string(re.Rune)
	case syntax.OpCharClass:
		return string(re.Rune[2*rnd.IntN(len(re.Rune)/2)])
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return "~"
	case syntax.OpAlternate:
		return sample(re.Sub[rnd.IntN(len(re.Sub))], rnd)
	case syntax.OpConcat, syntax.OpCapture:
		var b strings.Builder
		for _, sub := range re.Sub {
			b.WriteString(sample(sub, rnd))
		}
		return b.String()
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		least, most := 0, 2
		switch re.Op {
		case syntax.OpPlus:
			least = 1
		case syntax.OpQuest:
			most = 1
		case syntax.OpRepeat:
			least, most = re.Min, max(re.Min, re.Max)
		}
		var b strings.Builder
		for range least + rnd.IntN(most-least+1) {
			b.WriteString(sample(re.Sub[0], rnd))
		}
		return b.String()
	}
	return ""
}

var grammar = []string{
	`(?i)\b(?:his|her) {kin}s?,? \(?{two}[^.!?]{0,4}\b(?:named|of)`, `(?:a|b(?:c|d)+|[^x])[e-g\d]{2,3}?-z`, `\p{Lu}\pL+ (?:x\.|\(y\))?\s[\w.]+`,
	`(?i:A|b)c{2}|[[:alpha:]]d+?\-|e*f`, `(?-i:\b[A-Z]{2,3}\b)(?: or| and|) no\b`, `a{b}c`, `(?:ab)+c(?:d|)`, `(x|y|)+zz$`, `\{kin\}[\]^a-]k`,
}

var grammarParts = map[string]string{"kin": `(?:wife|bro(?:ther)?|{two})`, "two": `(?:mo?m|dads?)`}

// Every match of an expression holds its needles, and those of its key.
func TestParse(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, written := range grammar {
		p := Compile(written)
		Name([]*Pattern{p}, grammarParts)
		text, _ := p.MarshalText()
		var q Pattern
		if err := q.UnmarshalText(text); err != nil {
			t.Fatal(err)
		}
		Name([]*Pattern{&q}, grammarParts)
		set := SetOf([]*Pattern{p, &q})
		tree, err := syntax.Parse(p.String(), syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		re, matched := regexp.MustCompile(p.String()), 0
		for range 300 {
			s := sample(tree, rnd)
			if !re.MatchString(s) {
				continue
			}
			matched++
			if likely := set.Likely(strings.ToLower(s)); !likely[0] || !likely[1] {
				t.Fatalf("%s matches %q and is not likely to: %v, key %q", written, s, likely, q.key)
			}
		}
		if matched == 0 {
			t.Errorf("%s: no sample matches", written)
		}
	}
}

// FuzzParse: what is no expression is read without panic, and what is one has
// needles that its matches hold.
func FuzzParse(f *testing.F) {
	for _, expr := range append(grammar, `(?`, `[a-`, `a{`, `\`, `x{2`, `(?:a|b`, `[^`, `[[:`, `\p{`) {
		f.Add(expr, "His wife, Ana of b-z")
	}
	f.Fuzz(func(t *testing.T, expr, text string) {
		p := Compile(expr)
		likely := p.look().in(textOf(strings.ToLower(text)))
		re, err := regexp.Compile(expr)
		if err == nil && !likely && re.MatchString(text) && strings.ToValidUTF8(text, "") == text {
			t.Errorf("%q matches %q and is not likely to", expr, text)
		}
		_ = keyed(expr, nil)
	})
}

// What is no pattern of a file is an error.
func TestCut(t *testing.T) {
	for _, written := range []string{"", "a", "0", "0 1", "0 2 a", "-1 1 a", "1 -1 a"} {
		if err := new(Pattern).UnmarshalText([]byte(written)); err == nil {
			t.Errorf("%q is read as a pattern", written)
		}
	}
}

// FuzzSet holds a set to looking for each string by itself.
func FuzzSet(f *testing.F) {
	f.Add("an illegal man, ill at ease", "illegal,ill;m;;at ease")
	f.Add("", "a;bcd")
	f.Fuzz(func(t *testing.T, text, list string) {
		if strings.Contains(list, edge) {
			t.Skip("edges are told apart in TestEdges")
		}
		var members [][]string
		var want []bool
		for member := range strings.SplitSeq(list, ";") {
			needles := slices.DeleteFunc(strings.Split(member, ","), func(s string) bool { return s == "" })
			members = append(members, needles)
			want = append(want, len(needles) == 0 || slices.ContainsFunc(needles, func(n string) bool { return strings.Contains(text, n) }))
		}
		if got := NewSet(members).Likely(text); !slices.Equal(got, want) {
			t.Errorf("%q in %q: %v, want %v", list, text, got, want)
		}
	})
}

// A pattern that was written finds what it found before.
func TestJSON(t *testing.T) {
	p := Compile(`(?i)\b(?:illegals|illegal (?:men|women))`)
	data, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var q Pattern
	if err := json.Unmarshal(data, &q); err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"Illegal men", "legal men"} {
		if got, want := q.First(s, strings.ToLower(s)), p.First(s, strings.ToLower(s)); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
	if again, _ := json.Marshal(&q); string(again) != string(data) {
		t.Errorf("%s is written as %s", data, again)
	}
}

// A needle with an edge is found where a word begins or ends, whether it is
// looked for by itself or in a set.
func TestEdges(t *testing.T) {
	needles := []string{edge + "son", "son" + edge, edge + "son" + edge, "son"}
	for text, want := range map[string][]bool{
		"son":          {true, true, true, true},
		"a person":     {false, true, false, true},
		"sonata":       {true, false, false, true},
		"personal":     {false, false, false, true},
		"person, son.": {true, true, true, true},
		"éson":         {true, true, true, true}, // \b knows no accents
		"_son":         {false, true, false, true},
		"":             {false, false, false, false},
	} {
		var members [][]string
		for i, needle := range needles {
			if got := func() bool { e := entryOf(needle, 0); return e.in(textOf(text)) }(); got != want[i] {
				t.Errorf("%q in %q: %v", needle, text, got)
			}
			members = append(members, []string{needle})
		}
		if got := NewSet(members).Likely(text); !slices.Equal(got, want) {
			t.Errorf("in %q: %v, want %v", text, got, want)
		}
	}
}
