// Package needle has regular expressions that are only tried on texts which hold
// one of the strings that they cannot match without. Looking for those costs a
// tenth of trying the expression.
package needle

import (
	"cmp"
	"encoding/json"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// A Pattern is such an expression. It is safe for concurrent use. As JSON it
// carries its needles, so that a program need not look for them again.
type Pattern struct {
	expr    string
	looked  sync.Once
	needles [][]string // of each list a match holds one, in small letters; none: always tried
	made    sync.Once
	re      *regexp.Regexp
}

// Compile is regexp.MustCompile, put off until the pattern is needed: a program
// that reads nothing starts twice as fast.
func Compile(expr string) *Pattern { return &Pattern{expr: expr} }

func (p *Pattern) String() string { return p.expr }

// Ready makes the expression and its needles. It panics if the expression is
// none; tests make all that are written in files.
func (p *Pattern) Ready() {
	p.look()
	p.compiled()
}

// look finds the needles.
func (p *Pattern) look() [][]string {
	p.looked.Do(func() {
		tree, err := syntax.Parse(p.expr, syntax.Perl)
		if err != nil {
			panic(err)
		}
		p.needles = needles(tree)
	})
	return p.needles
}

func (p *Pattern) compiled() *regexp.Regexp {
	p.made.Do(func() { p.re = regexp.MustCompile(p.expr) })
	return p.re
}

// patternJSON is a pattern as it is written.
type patternJSON struct {
	Expr    string
	Needles [][]string `json:",omitempty"`
}

// MarshalJSON writes the expression and its needles.
func (p *Pattern) MarshalJSON() ([]byte, error) { return json.Marshal(patternJSON{p.expr, p.look()}) }

// UnmarshalJSON takes the needles as they are written.
func (p *Pattern) UnmarshalJSON(data []byte) error {
	var j patternJSON
	err := json.Unmarshal(data, &j)
	p.expr, p.needles = j.Expr, j.Needles
	p.looked.Do(func() {})
	return err
}

// In reports whether the pattern matches somewhere in a text.
func (p *Pattern) In(text string) bool {
	return p.compiled().MatchString(text)
}

// All are the places where the pattern matches in a text, which is given in
// small letters too.
func (p *Pattern) All(text, lower string) [][]int {
	if !p.likely(lower) {
		return nil
	}
	return p.compiled().FindAllStringIndex(text, -1)
}

// First is the first of those places, or nil.
func (p *Pattern) First(text, lower string) []int {
	if !p.likely(lower) {
		return nil
	}
	return p.compiled().FindStringIndex(text)
}

// likely reports that a text holds needles of each list.
func (p *Pattern) likely(lower string) bool {
	lower = shape(lower)
	for _, list := range p.look() {
		if !slices.ContainsFunc(list, func(needle string) bool { return strings.Contains(lower, needle) }) {
			return false
		}
	}
	return true
}

// needles are lists of strings: every match has, whatever its case, at least
// one of each. There are none where that cannot be said.
func needles(re *syntax.Regexp) (all [][]string) {
	for _, list := range listsOf(re) {
		list = least(list)
		if slices.ContainsFunc(all, func(other []string) bool { return implies(other, list) }) {
			continue
		}
		all = append(slices.DeleteFunc(all, func(other []string) bool { return implies(list, other) }), list)
	}
	return all
}

// implies reports whether a text that holds one of some holds one of others.
func implies(some, others []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool {
		return !slices.ContainsFunc(others, func(in string) bool { return strings.Contains(s, in) })
	})
}

// least are strings without those that hold another, in order.
func least(list []string) (all []string) {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	for _, s := range list {
		if !slices.ContainsFunc(all, func(in string) bool { return strings.Contains(s, in) }) {
			all = append(all, s)
		}
	}
	return all
}

// listsOf are lists of literals, of each of which a match holds one. Of an
// expression that is no row of parts there is at most one.
func listsOf(re *syntax.Regexp) (lists [][]string) {
	switch re.Op {
	case syntax.OpCapture:
		return listsOf(re.Sub[0])
	case syntax.OpConcat:
		return rows(re.Sub)
	}
	if all, _ := literalsOf(re); shortest(all) > 0 {
		return [][]string{all}
	}
	return nil
}

// rows are the lists of neighbouring parts: those that follow each other
// without anything between are one.
func rows(parts []*syntax.Regexp) (lists [][]string) {
	run := []string{""}
	end := func(next []string) {
		if shortest(run) > 0 {
			lists = append(lists, run)
		}
		run = next
	}
	for _, part := range parts {
		some, whole := literalsOf(part)
		fits := len(run)*len(some) <= mostLiterals
		switch {
		case whole && fits:
			run = joined(run, some)
		case again(part) && fits:
			run = joined(run, some)
			end(some)
		case whole || again(part):
			end(some)
		default:
			end([]string{""})
			lists = append(lists, listsOf(part)...)
		}
	}
	end(nil)
	return lists
}

// mostLiterals is how many strings are still looked for in less time than the
// expression takes.
const mostLiterals = 16

// literalsOf are needles of an expression, in whole reports that each match is
// one of them and has nothing beside it. An empty string among them is in
// every text.
func literalsOf(re *syntax.Regexp) (all []string, whole bool) {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []string{""}, true
	case syntax.OpLiteral:
		return []string{shape(strings.ToLower(string(re.Rune)))}, true
	case syntax.OpCharClass:
		return fewRunes(re.Rune)
	case syntax.OpCapture:
		return literalsOf(re.Sub[0])
	case syntax.OpQuest:
		if some, whole := literalsOf(re.Sub[0]); whole {
			return append(some, ""), true
		}
	case syntax.OpPlus, syntax.OpRepeat:
		return repeated(re)
	case syntax.OpAlternate:
		return either(re.Sub)
	case syntax.OpConcat:
		return joint(re.Sub)
	}
	return nil, false
}

// repeated are the literals that an expression begins and ends with which
// stands several times.
func repeated(re *syntax.Regexp) (all []string, whole bool) {
	least, most := 1, -1
	if re.Op == syntax.OpRepeat {
		least, most = re.Min, re.Max
	}
	if least == 0 {
		return nil, false
	}
	some, is := literalsOf(re.Sub[0])
	if !is {
		return some, false
	}
	all = some
	n := 1
	for ; n < least && len(all)*len(some) <= mostLiterals; n++ {
		all = joined(all, some)
	}
	return all, n == most
}

// shape puts a nought for every digit, of which a text has many and an
// expression says any.
func shape(s string) string {
	if !strings.ContainsAny(s, "123456789") {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if '1' <= c && c <= '9' {
			b[i] = '0'
		}
	}
	return string(b)
}

// fewRunes are the few letters of a class, and a nought for its digits.
func fewRunes(ranges []rune) (all []string, whole bool) {
	for i := 0; i < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if len(all) == 16 {
				return nil, false
			}
			if s := shape(strings.ToLower(string(r))); !slices.Contains(all, s) {
				all = append(all, s)
			}
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
		fits := len(run)*len(some) <= mostLiterals
		if is && fits {
			run = joined(run, some)
			continue
		}
		whole = false
		if again(sub) && fits {
			run = joined(run, some)
		}
		best = rarer(best, run)
		if run = []string{""}; is || again(sub) {
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

// again reports an expression that begins and ends with its literals.
func again(re *syntax.Regexp) bool {
	if re.Op != syntax.OpPlus && (re.Op != syntax.OpRepeat || re.Min == 0) {
		return false
	}
	_, whole := literalsOf(re.Sub[0])
	return whole
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
