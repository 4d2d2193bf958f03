package needle

import (
	"slices"
	"strings"
)

// A need is what every match of an expression holds: one needle of each choice,
// and of each group of alternatives all that one of them needs.
type need struct {
	choices []choice
	either  [][]*need
}

// A choice is a list of needles, of which a match holds one.
type choice []entry

// needOf is what matches of a node need.
func (p *parser) needOf(n *node) *need {
	all := &need{}
	for _, list := range brief(needles(n)) {
		all.choices = append(all.choices, p.choice(list))
	}
	p.within(all, n)
	return all
}

// within adds what the alternatives need that stand in every match of a node.
func (p *parser) within(all *need, n *node) {
	switch {
	case n.op == repeat && n.min > 0:
		p.within(all, n.sub[0])
	case n.op == row:
		for _, part := range n.sub {
			p.within(all, part)
		}
	case n.op == either && !slices.Contains(n.literals, ""):
		if some := p.alternatives(n); some != nil {
			all.either = append(all.either, some)
		}
	}
}

// alternatives are what each branch of a node needs; nil if that is one needle at
// most of each, which a choice has together, or nothing of one of them.
func (p *parser) alternatives(n *node) (all []*need) {
	several := false
	for _, sub := range n.sub {
		branch := p.needOf(sub)
		size := len(branch.choices) + len(branch.either)
		if size == 0 {
			return nil
		}
		several = several || size > 1
		all = append(all, branch)
	}
	if !several {
		return nil
	}
	if len(n.literals) > 0 {
		list := brief([][]string{least(n.literals)})[0]
		all = append(all, &need{choices: []choice{p.choice(list)}})
	}
	return all
}

// choice is a list ready to be looked for, the same one for patterns with the same
// list.
func (p *parser) choice(list []string) choice {
	key := strings.Join(list, "\x00")
	c := p.lists[key]
	if c == nil {
		for _, needle := range list {
			c = append(c, entryOf(needle, 0))
		}
		p.lists[key] = c
	}
	return c
}

// in reports whether a text holds what is needed.
func (n *need) in(t *text) bool {
	for _, c := range n.choices {
		if !c.in(t) {
			return false
		}
	}
	for _, some := range n.either {
		if !slices.ContainsFunc(some, func(branch *need) bool { return branch.in(t) }) {
			return false
		}
	}
	return true
}

// in reports whether a text holds one of the needles.
func (c choice) in(t *text) bool {
	for i := range c {
		if c[i].in(t) {
			return true
		}
	}
	return false
}
