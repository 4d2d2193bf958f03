package needle

import (
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"
)

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
