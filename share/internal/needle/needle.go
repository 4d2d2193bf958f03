// Package needle has regular expressions that are only tried on texts which hold
// one of the strings that they cannot match without. Looking for those costs a
// tenth of trying the expression.
package needle

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Pattern is such an expression. It is safe for concurrent use. As text, and
// so in JSON, it is the expression.
type Pattern struct {
	written string  // the expression, with the names of its parts
	key     string  // a part of it; "": the whole
	reader  *parser // with its parts
	looked  sync.Once
	need    *need // of every match; nil: nothing is known, and the pattern always tried
	made    sync.Once
	re      *regexp.Regexp
}

// Compile is regexp.MustCompile, put off until the pattern is needed: a program
// that reads nothing starts twice as fast.
func Compile(expr string) *Pattern { return &Pattern{written: expr} }

func (p *Pattern) String() string { return filled(p.written, p.parts()) }

// Ready makes the expression and its needles. It panics if the expression is
// none; tests make all that are written in files.
func (p *Pattern) Ready() {
	p.look()
	p.compiled()
}

// look finds what every match needs.
func (p *Pattern) look() *need {
	p.looked.Do(func() {
		reader := p.locked()
		defer reader.Unlock()
		p.need = reader.needOf(reader.parse(p.written))
	})
	return p.need
}

// needlesOf are the needles of an expression with the parts of the pattern.
func (p *Pattern) needlesOf(expr string) [][]string {
	reader := p.locked()
	defer reader.Unlock()
	return brief(needles(reader.parse(expr)))
}

// locked is who reads the pattern, locked.
func (p *Pattern) locked() *parser {
	reader := p.reader
	if reader == nil {
		reader = newParser(nil)
	}
	reader.Lock()
	return reader
}

// parts holds the lists that the pattern names.
func (p *Pattern) parts() map[string]string {
	if p.reader == nil {
		return nil
	}
	return p.reader.parts
}

// keys are the needles of the key, or nil.
func (p *Pattern) keys() []string {
	if p.key == "" {
		return rarest(p.needlesOf(p.written))
	}
	return rarest(p.needlesOf(p.key))
}

// brief are lists of needles without what is more than tells them from others.
func brief(lists [][]string) [][]string {
	for i, list := range lists {
		for j, s := range list {
			list[j] = short(s)
		}
		lists[i] = roots(list)
	}
	return lists
}

func (p *Pattern) compiled() *regexp.Regexp {
	p.made.Do(func() { p.re = regexp.MustCompile(p.String()) })
	return p.re
}

// MarshalText writes the expression, with the names of its parts and the place of
// its key.
func (p *Pattern) MarshalText() ([]byte, error) { return []byte(keyed(p.written, p.parts())), nil }

// UnmarshalText reads what MarshalText writes.
func (p *Pattern) UnmarshalText(text []byte) (err error) {
	p.written, p.key, err = cut(string(text))
	return err
}

// Name gives patterns the parts that their expressions name: {street}. It is
// called before they are used. Each part is a group, "(?:…)"; it may name others,
// and not itself.
func Name(patterns []*Pattern, parts map[string]string) {
	reader := newParser(parts)
	for _, p := range patterns {
		p.reader = reader
	}
}

// filled is an expression with its parts. What is none of them, as in \p{Lu} and
// x{2}, is left as it is.
func filled(expr string, parts map[string]string) string {
	var b strings.Builder
	for {
		begin := strings.IndexByte(expr, '{')
		if begin < 0 {
			b.WriteString(expr)
			return b.String()
		}
		end := begin + max(0, strings.IndexByte(expr[begin:], '}'))
		b.WriteString(expr[:begin])
		if part, ok := parts[expr[min(begin+1, end):end]]; ok {
			b.WriteString(filled(part, parts))
			expr = expr[end+1:]
		} else {
			b.WriteByte('{')
			expr = expr[begin+1:]
		}
	}
}

// In reports whether the pattern matches somewhere in a text.
func (p *Pattern) In(text string) bool {
	return p.compiled().MatchString(text)
}

// All are the places where the pattern matches in a text, which is given in
// small letters too.
func (p *Pattern) All(text, lower string) [][]int {
	if !p.look().in(textOf(lower)) {
		return nil
	}
	return p.compiled().FindAllStringIndex(text, -1)
}

// Found are the places where the pattern matches in a text of which it is known
// that it may.
func (p *Pattern) Found(text string) [][]int { return p.compiled().FindAllStringIndex(text, -1) }

// First is the first of those places, or nil.
func (p *Pattern) First(text, lower string) []int {
	if !p.look().in(textOf(lower)) {
		return nil
	}
	return p.compiled().FindStringIndex(text)
}

// needles are lists of strings: every match has, whatever its case, at least
// one of each. There are none where that cannot be said.
func needles(n *node) (all [][]string) {
	for _, list := range n.lists() {
		list = least(list)
		if slices.ContainsFunc(all, func(other []string) bool { return implies(other, list) }) {
			continue
		}
		all = append(slices.DeleteFunc(all, func(other []string) bool { return implies(list, other) }), list)
	}
	return all
}

// edge marks in a needle where a word begins or ends.
const edge = "\x7f"

// marked is a needle that has edges at its ends only: within, the letters say it,
// and beside what is no letter it may be any other.
func marked(s string) string {
	if strings.IndexByte(s, edge[0]) < 0 {
		return s
	}
	bare := strings.ReplaceAll(s, edge, "")
	if strings.HasPrefix(s, edge) && bare != "" && wordByte(bare[0]) {
		bare = edge + bare
	}
	if last := len(bare) - 1; strings.HasSuffix(s, edge) && last >= 0 && wordByte(bare[last]) {
		bare += edge
	}
	return bare
}

// longest is how many bytes of a needle tell it from most others.
const longest = 14

// short is a needle without what is more than that.
func short(s string) string {
	end := min(len(s), longest)
	if s[end:] == edge {
		end++
	}
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// wordByte reports a letter, digit or line, as \b knows them.
func wordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// mostCompared is how many pairs of strings are still compared in less time than
// is gained.
const mostCompared = 200

// implies reports whether a text that holds one of some holds one of others.
func implies(some, others []string) bool {
	return len(some)*len(others) <= mostCompared && !slices.ContainsFunc(some, func(s string) bool {
		return !slices.ContainsFunc(others, func(in string) bool { return strings.Contains(s, in) })
	})
}

// least are the needles of a list, in order and without those that begin with
// another.
func least(list []string) []string {
	all := make([]string, len(list))
	for i, s := range list {
		all[i] = marked(s)
	}
	slices.Sort(all)
	return roots(all)
}

// roots drops of sorted strings all that begin with another of them. They
// take the place of the list.
func roots(list []string) []string {
	n := 0
	for _, s := range list {
		if n == 0 || !strings.HasPrefix(s, list[n-1]) {
			list[n] = s
			n++
		}
	}
	return list[:n]
}

// lists are lists of literals, of each of which a match holds one. Of an
// expression that is no row of parts there is at most one.
func (n *node) lists() [][]string {
	if n.op == row {
		return rows(n.sub)
	}
	if all, _ := n.literalsOf(); shortest(all) > 0 {
		return [][]string{all}
	}
	return nil
}

// rows are the lists of neighbouring parts: those that follow each other
// without anything between are one.
func rows(parts []*node) (lists [][]string) {
	run := []string{""}
	end := func(next []string) {
		if shortest(run) > 0 {
			lists = append(lists, run)
		}
		run = next
	}
	for _, part := range parts {
		some, whole := part.literalsOf()
		fits := fit(run, some)
		switch {
		case whole && fits:
			run = joined(run, some)
		case part.again() && fits:
			run = joined(run, some)
			end(some)
		case whole || part.again():
			end(some)
		default:
			end([]string{""})
			lists = append(lists, part.lists()...)
		}
	}
	end(nil)
	return lists
}

// mostLiterals is how many strings are still looked for in less time than the
// expression takes.
const mostLiterals = 40

// fit reports whether the strings that two neighbours make together are few enough,
// or no more than one of them has.
func fit(heads, tails []string) bool {
	return len(heads)*len(tails) <= mostLiterals || len(heads) == 1 || len(tails) == 1
}

// literalsOf are needles of an expression, in whole reports that each match is
// one of them and has nothing beside it. An empty string among them is in
// every text. Nobody may change the list.
func (n *node) literalsOf() (all []string, whole bool) {
	if n.asked {
		return n.all, n.whole
	}
	switch n.op {
	case literal:
		all, whole = n.literals, true
	case repeat:
		all, whole = n.often()
	case either:
		all, whole = n.eachOf()
	case row:
		all, whole = joint(n.sub)
	}
	n.asked, n.all, n.whole = true, all, whole
	return all, whole
}

// often are the literals that an expression begins and ends with which stands
// several times.
func (n *node) often() (all []string, whole bool) {
	some, is := n.sub[0].literalsOf()
	switch {
	case n.min == 0 && n.max == 1 && is:
		return slices.Concat(some, []string{""}), true
	case n.min == 0:
		return nil, false
	case !is:
		return some, false
	}
	all = some
	times := 1
	for ; times < min(n.min, mostLiterals) && len(all)*len(some) <= mostLiterals; times++ {
		all = joined(all, some)
	}
	return all, times == n.max
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

// eachOf has those of every branch, if every branch has some.
func (n *node) eachOf() (all []string, whole bool) {
	whole, all = true, slices.Clip(n.literals)
	for _, sub := range n.sub {
		some, is := sub.literalsOf()
		if some == nil {
			return nil, false
		}
		all, whole = append(all, some...), whole && is
	}
	return all, whole
}

// joint has the rarest that some neighbouring parts make together.
func joint(parts []*node) (all []string, whole bool) {
	var best []string
	run := []string{""} // what the parts since the last that is not whole make
	whole = true
	for _, sub := range parts {
		some, is := sub.literalsOf()
		fits := fit(run, some)
		if is && fits {
			run = joined(run, some)
			continue
		}
		whole = false
		if sub.again() && fits {
			run = joined(run, some)
		}
		best = rarer(best, run)
		if run = []string{""}; is || sub.again() {
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
func (n *node) again() bool {
	if n.op != repeat || n.min == 0 {
		return false
	}
	_, whole := n.sub[0].literalsOf()
	return whole
}

// joined are the strings that begin with one of some and go on with one of others.
// They are cut from one: a string for each costs several times as much.
func joined(heads, tails []string) []string {
	if len(heads) == 1 && heads[0] == "" {
		return tails
	}
	size := 0
	for _, s := range heads {
		size += len(s) * len(tails)
	}
	for _, s := range tails {
		size += len(s) * len(heads)
	}
	var b strings.Builder
	b.Grow(size)
	all := make([]string, 0, len(heads)*len(tails))
	for _, head := range heads {
		for _, tail := range tails {
			from := b.Len()
			b.WriteString(head)
			b.WriteString(tail)
			all = append(all, b.String()[from:])
		}
	}
	return all
}

// rarer is which of two fewer texts have: the longer ones. Spaces do not count,
// nor what is more than tells a needle from others: " to their" is everywhere.
func rarer(a, b []string) []string {
	if fewest(b, solid) > fewest(a, solid) {
		return b
	}
	return a
}

// solid is how much of a needle there is to tell it by.
func solid(s string) int {
	s = short(s)
	return len(s) - strings.Count(s, edge) - strings.Count(s, " ")
}

func shortest(needles []string) int {
	return fewest(needles, func(s string) int { return len(s) - strings.Count(s, edge) })
}

// fewest is the least that is counted of one of some needles; of none it is 0.
func fewest(needles []string, count func(string) int) int {
	if len(needles) == 0 {
		return 0
	}
	n := count(needles[0])
	for _, s := range needles {
		n = min(n, count(s))
	}
	return n
}
