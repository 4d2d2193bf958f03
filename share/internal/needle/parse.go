package needle

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A node is a part of an expression, as far as needles are concerned.
type node struct {
	op       op
	literals []string // of literal: what it may be, in small letters
	sub      []*node
	min, max int // of repeat; max -1: any number

	asked bool // of the memory of literalsOf
	all   []string
	whole bool
}

// An op is what a node is.
type op int

const (
	unknown op = iota // what cannot be said in a few strings
	literal
	repeat
	either
	row
)

// A parser reads expressions. It reads them for their needles alone: package
// syntax takes ten times as long, most of it for classes of letters. Parts that
// several expressions have are read once. Who reads locks it.
type parser struct {
	sync.Mutex
	parts map[string]string
	read  map[string]*node // parts by their names
	lists map[string]choice
}

func newParser(parts map[string]string) *parser {
	return &parser{parts: parts, read: map[string]*node{}, lists: map[string]choice{}}
}

// parse reads an expression of package regexp. What it does not know it takes
// for something that has no needles.
func (p *parser) parse(expr string) *node {
	expr, ok := unescaped(expr)
	if !ok {
		return wild
	}
	n, _ := p.branches(expr, 0)
	return n
}

// unescaped has the letters that an expression writes by their numbers, \x{a0}.
// Another use of \x, and \Q, it does not know.
func unescaped(expr string) (string, bool) {
	if strings.Contains(expr, `\Q`) {
		return "", false
	}
	for {
		before, after, found := strings.Cut(expr, `\x`)
		if !found {
			return expr, true
		}
		digits, rest, whole := strings.Cut(after, "}")
		n, err := strconv.ParseInt(strings.TrimPrefix(digits, "{"), 16, 32)
		if !whole || !strings.HasPrefix(digits, "{") || err != nil || n < utf8.RuneSelf || strings.HasSuffix(before, `\`) {
			return "", false
		}
		expr = before + string(rune(n)) + rest
	}
}

// branches reads alternatives from a byte on, up to the end of their group.
func (p *parser) branches(expr string, at int) (*node, int) {
	all := &node{op: either}
	for {
		if end := plainUntil(expr, at); end == len(expr) || expr[end] == '|' || expr[end] == ')' {
			all.literals = append(all.literals, shape(strings.ToLower(expr[at:end])))
			at = end
		} else {
			var branch *node
			branch, at = p.row(expr, at)
			all.sub = append(all.sub, branch)
		}
		if at < len(expr) && expr[at] == '|' {
			at++
			continue
		}
		switch {
		case len(all.sub) == 0:
			all.op = literal
		case len(all.sub) == 1 && len(all.literals) == 0:
			all = all.sub[0]
		}
		return all, at
	}
}

// row reads parts that follow each other.
func (p *parser) row(expr string, at int) (*node, int) {
	n := &node{op: row}
	for at < len(expr) && expr[at] != '|' && expr[at] != ')' {
		from := at
		if at = plainUntil(expr, at); at > from {
			n.sub = append(n.sub, literalNode(strings.ToLower(expr[from:at])))
			continue
		}
		var part *node
		part, at = p.atom(expr, at)
		part, at = repeated(part, expr, at)
		n.sub = append(n.sub, part)
	}
	if len(n.sub) == 1 {
		return n.sub[0], at
	}
	return n, at
}

const special = `\.+*?()|[]{}^$`

// plainUntil is where letters end that stand for themselves, once each.
func plainUntil(expr string, at int) int {
	end := len(expr)
	if i := strings.IndexAny(expr[at:], special); i >= 0 {
		end = at + i
	}
	if end < len(expr) && strings.IndexByte("*+?{", expr[end]) >= 0 && end > at {
		_, size := utf8.DecodeLastRuneInString(expr[at:end])
		end -= size
	}
	return end
}

// Nodes that many expressions have.
var (
	wild    = &node{asked: true}
	nothing = literalNode("")
	border  = literalNode(edge)
	digit   = literalNode("0")
)

func literalNode(all ...string) *node {
	for i, s := range all {
		all[i] = shape(s)
	}
	return &node{op: literal, literals: all, asked: true, all: all, whole: true}
}

// atom reads one letter, class or group.
func (p *parser) atom(expr string, at int) (*node, int) {
	switch c := expr[at]; c {
	case '(':
		return p.group(expr, at)
	case '[':
		return class(expr, at+1)
	case '\\':
		return escape(expr, at+1)
	case '.':
		return wild, at + 1
	case '^', '$':
		return nothing, at + 1
	case '{':
		if n, end := p.part(expr, at); n != nil {
			return n, end
		}
	}
	_, size := utf8.DecodeRuneInString(expr[at:])
	return literalNode(strings.ToLower(expr[at : at+size])), at + size
}

// part reads the name of a part in its brackets; nil: it is none.
func (p *parser) part(expr string, at int) (*node, int) {
	end := at + max(0, strings.IndexByte(expr[at:], '}'))
	name := expr[min(at+1, end):end]
	n := p.read[name]
	if group, ok := p.parts[name]; ok && n == nil {
		n, _ = p.group(group, 0)
		p.read[name] = n
	}
	return n, end + 1
}

// group reads what stands in brackets, from the first of them on.
func (p *parser) group(expr string, at int) (*node, int) {
	at++
	if strings.HasPrefix(expr[at:], "?") {
		i := strings.IndexAny(expr[at:], ":)>")
		if i < 0 {
			return wild, len(expr)
		}
		if at += i + 1; expr[at-1] == ')' { // flags for what follows
			return nothing, at
		}
	}
	n, end := p.branches(expr, at)
	return n, end + 1
}

// escape reads what follows a backslash.
func escape(expr string, at int) (*node, int) {
	if at >= len(expr) {
		return wild, at
	}
	switch c := expr[at]; c {
	case 'b':
		return border, at + 1
	case 'B', 'A', 'z':
		return nothing, at + 1
	case 'd':
		return digit, at + 1
	case 'p', 'P':
		if strings.HasPrefix(expr[at+1:], "{") {
			at += max(0, strings.IndexByte(expr[at:], '}')-1)
		}
		return wild, min(at+2, len(expr))
	}
	if s, ok := escaped(expr[at]); ok {
		return literalNode(s), at + 1
	}
	return wild, at + 1
}

// escaped returns the sign that a backslash and a byte stand for, if they stand for one.
func escaped(c byte) (string, bool) {
	if i := strings.IndexByte("nrtfva", c); i >= 0 {
		return "\n\r\t\f\v\a"[i : i+1], true
	}
	return string(rune(c)), c < utf8.RuneSelf && !wordByte(c)
}

// mostInClass is how many letters a class has at most of which needles are made.
const mostInClass = 16

// class reads a class of letters from behind its bracket on.
func class(expr string, at int) (*node, int) {
	n, known, first := &node{op: literal}, true, at
	if strings.HasPrefix(expr[at:], "^") {
		known = false
		first++
		at++
	}
	for at < len(expr) && (expr[at] != ']' || at == first) {
		if strings.HasPrefix(expr[at:], "[:") {
			known = false
			at += max(2, strings.Index(expr[at:], ":]")+2)
			continue
		}
		var from, to rune
		if from, at = inClass(expr, at); strings.HasPrefix(expr[at:], "-") && !strings.HasPrefix(expr[at:], "-]") {
			to, at = inClass(expr, at+1)
		} else {
			to = from
		}
		known = known && from >= 0 && to >= 0 && n.between(from, to)
	}
	if !known {
		n = wild
	}
	return n, min(at+1, len(expr))
}

// inClass reads one letter of a class, or a class within it, which is -1. Of
// digits it is a nought.
func inClass(expr string, at int) (rune, int) {
	if at >= len(expr) {
		return -1, at
	}
	if expr[at] != '\\' {
		r, size := utf8.DecodeRuneInString(expr[at:])
		return r, at + size
	}
	n, end := escape(expr, at+1)
	if n.op != literal || n.literals[0] == "" {
		return -1, end
	}
	r, _ := utf8.DecodeRuneInString(n.literals[0])
	return r, end
}

// between adds the letters of a range, and reports whether they are few.
func (n *node) between(first, last rune) bool {
	for r := first; r <= last; r++ {
		if len(n.literals) == mostInClass {
			return false
		}
		s := shape(string(unicode.ToLower(r)))
		if !slices.Contains(n.literals, s) {
			n.literals = append(n.literals, s)
		}
	}
	return true
}

// repeated reads how often a part stands.
func repeated(part *node, expr string, at int) (*node, int) {
	for at < len(expr) {
		least, most, end := times(expr, at)
		if end == at {
			break
		}
		part = &node{op: repeat, sub: []*node{part}, min: least, max: most}
		at = end
	}
	return part, at
}

// times reads a sign of repetition, and the one that makes it short of breath.
func times(expr string, at int) (least, most, end int) {
	switch expr[at] {
	case '?':
		least, most, end = 0, 1, at+1
	case '*':
		least, most, end = 0, -1, at+1
	case '+':
		least, most, end = 1, -1, at+1
	case '{':
		last := strings.IndexByte(expr[at:], '}')
		from, to, two := strings.Cut(expr[at+1:at+max(1, last)], ",")
		least, err := strconv.Atoi(from)
		if err != nil {
			return 0, 0, at
		}
		if most = least; two {
			if most, err = strconv.Atoi(to); err != nil {
				most = -1
			}
		}
		end = at + last + 1
		if end < len(expr) && expr[end] == '?' {
			end++
		}
		return least, most, end
	default:
		return 0, 0, at
	}
	if end < len(expr) && expr[end] == '?' {
		end++
	}
	return least, most, end
}
