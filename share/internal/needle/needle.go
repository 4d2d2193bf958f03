// Package needle has regular expressions that are only tried on texts which hold
// one of the strings that they cannot match without. Looking for those costs a
// tenth of trying the expression.
package needle

import (
	"cmp"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A Pattern is such an expression. It is safe for concurrent use.
type Pattern struct {
	expr    string
	once    sync.Once
	re      *regexp.Regexp
	needles []string // in small letters; none: always tried
}

// Compile is regexp.MustCompile, put off until the pattern is needed: a program
// that reads nothing starts twice as fast.
func Compile(expr string) *Pattern { return &Pattern{expr: expr} }

func (p *Pattern) String() string { return p.expr }

// Ready makes the expression and its needles. It panics if the expression is
// none; tests make all that are written in files.
func (p *Pattern) Ready() {
	p.once.Do(func() {
		tree, err := syntax.Parse(p.expr, syntax.Perl)
		if err != nil {
			panic(err)
		}
		p.re, p.needles = regexp.MustCompile(p.expr), needles(tree)
	})
}

// In reports whether the pattern matches somewhere in a text.
func (p *Pattern) In(text string) bool {
	p.Ready()
	return p.re.MatchString(text)
}

// All are the places where the pattern matches in a text, which is given in
// small letters too.
func (p *Pattern) All(text, lower string) [][]int {
	if !p.likely(lower) {
		return nil
	}
	return p.re.FindAllStringIndex(text, -1)
}

// First is the first of those places, or nil.
func (p *Pattern) First(text, lower string) []int {
	if !p.likely(lower) {
		return nil
	}
	return p.re.FindStringIndex(text)
}

// likely reports that a text holds one of the needles.
func (p *Pattern) likely(lower string) bool {
	p.Ready()
	return len(p.needles) == 0 || slices.ContainsFunc(p.needles, func(needle string) bool { return strings.Contains(lower, needle) })
}

// needles are strings of which every match has at least one, whatever its
// case; none where that cannot be said.
func needles(re *syntax.Regexp) []string {
	all, _ := literalsOf(re)
	if shortest(all) == 0 {
		return nil
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	var least []string // without those that hold another
	for _, s := range all {
		if !slices.ContainsFunc(least, func(in string) bool { return strings.Contains(s, in) }) {
			least = append(least, s)
		}
	}
	return least
}

// mostLiterals is how many strings are still looked for in less time than the
// expression takes.
const mostLiterals = 64

// literalsOf are needles of an expression, in whole reports that each match is
// one of them and has nothing beside it. An empty string among them is in
// every text.
func literalsOf(re *syntax.Regexp) (all []string, whole bool) {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []string{""}, true
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(re.Rune))}, true
	case syntax.OpCharClass:
		return fewRunes(re.Rune)
	case syntax.OpCapture:
		return literalsOf(re.Sub[0])
	case syntax.OpQuest:
		if some, whole := literalsOf(re.Sub[0]); whole {
			return append(some, ""), true
		}
	case syntax.OpPlus:
		all, _ := literalsOf(re.Sub[0])
		return all, false
	case syntax.OpRepeat:
		if re.Min > 0 {
			all, _ := literalsOf(re.Sub[0])
			return all, false
		}
	case syntax.OpAlternate:
		return either(re.Sub)
	case syntax.OpConcat:
		return joint(re.Sub)
	}
	return nil, false
}

// fewRunes are the few letters of a class. Digits are too common to look for.
func fewRunes(ranges []rune) (all []string, whole bool) {
	for i := 0; i < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if len(all) == 16 || unicode.IsDigit(r) {
				return nil, false
			}
			all = append(all, strings.ToLower(string(r)))
		}
	}
	return all, true
}

// either has those of every branch, if every branch has some.
func either(branches []*syntax.Regexp) (all []string, whole bool) {
	whole = true
	for _, sub := range branches {
		some, is := literalsOf(sub)
		if some == nil {
			return nil, false
		}
		all, whole = append(all, some...), whole && is
	}
	return all, whole
}

// joint has the rarest that some neighbouring parts make together.
func joint(parts []*syntax.Regexp) (all []string, whole bool) {
	var best []string
	run := []string{""} // what the parts since the last that is not whole make
	whole = true
	for _, sub := range parts {
		some, is := literalsOf(sub)
		if is && len(run)*len(some) <= mostLiterals {
			run = joined(run, some)
			continue
		}
		whole = false
		best = rarer(best, run)
		if run = []string{""}; is {
			run = some
		} else {
			best = rarer(best, some)
		}
	}
	if whole {
		return run, true
	}
	return rarer(best, run), false
}

func joined(heads, tails []string) []string {
	var all []string
	for _, head := range heads {
		for _, tail := range tails {
			all = append(all, head+tail)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// rarer is which of two fewer texts have: the longer ones.
func rarer(a, b []string) []string {
	if shortest(b) > shortest(a) {
		return b
	}
	return a
}

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
