package campaign

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
)

// A pattern is a regular expression that is only tried on texts which hold one
// of the strings that it cannot match without. Looking for those costs a tenth
// of trying the expression.
type pattern struct {
	*regexp.Regexp
	needles []string // in small letters; none: always tried
}

// compile is regexp.MustCompile for the patterns of this package.
func compile(expr string) *pattern {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err)
	}
	return &pattern{regexp.MustCompile(expr), needles(tree)}
}

// all are the places where the pattern matches.
func (p *pattern) all(in *folded) [][]int {
	has := func(needle string) bool { return strings.Contains(in.lower, needle) }
	if len(p.needles) > 0 && !slices.ContainsFunc(p.needles, has) {
		return nil
	}
	return p.FindAllStringIndex(in.text, -1)
}

// needles are strings of which every match has at least one, whatever its
// case; none where that cannot be said.
func needles(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(re.Rune))}
	case syntax.OpCapture, syntax.OpPlus:
		return needles(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needles(re.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			some := needles(sub)
			if some == nil {
				return nil
			}
			all = append(all, some...)
		}
		return all
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if some := needles(sub); rarer(some, best) {
				best = some
			}
		}
		return best
	}
	return nil
}

// rarer reports needles that fewer texts have: longer ones.
func rarer(a, b []string) bool { return shortest(a) > shortest(b) }

func shortest(needles []string) int {
	if len(needles) == 0 {
		return 0
	}
	n := len(needles[0])
	for _, s := range needles {
		n = min(n, len(s))
	}
	return n
}
