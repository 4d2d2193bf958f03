package needle

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A pattern's key is the part of its expression whose needles are the rarest. A
// program that starts reads the keys alone; the rest is read once a text holds
// one of those.

// keyed is an expression with the place of its key before it, as it is written
// in files.
func keyed(expr string, parts map[string]string) string {
	p := newParser(parts)
	best, from, to := math.Inf(1), 0, len(expr)
	p.eachSpan(expr, 0, func(start, end int) {
		list := rarest(needles(p.parse(expr[start:end])))
		if cost := commonness(list) + 1e-4*float64(end-start); list != nil && cost < best {
			best, from, to = cost, start, end
		}
	})
	return fmt.Sprintf("%d %d %s", from, to-from, expr)
}

// cut reads what keyed writes.
func cut(written string) (expr, key string, err error) {
	from, rest, _ := strings.Cut(written, " ")
	size, expr, _ := strings.Cut(rest, " ")
	start, err := strconv.Atoi(from)
	if err != nil {
		return "", "", err
	}
	n, err := strconv.Atoi(size)
	if err != nil {
		return "", "", err
	}
	if start < 0 || n < 0 || start+n > len(expr) {
		return "", "", errors.New("a key outside its expression")
	}
	return expr, expr[start : start+n], nil
}

// eachSpan tells the places of neighbouring parts of an expression that each
// match has, and of parts within groups, a few together at most.
func (p *parser) eachSpan(expr string, offset int, tell func(start, end int)) {
	const most = 5
	parts := p.split(expr)
	for i, first := range parts {
		for _, last := range parts[i:min(i+most, len(parts))] {
			tell(offset+first[0], offset+last[1])
		}
		if group := expr[first[0]:first[1]]; strings.HasPrefix(group, "(?") && strings.HasSuffix(group, ")") {
			inner := strings.IndexByte(group, ':') + 1
			p.eachSpan(group[inner:len(group)-1], offset+first[0]+inner, tell)
		}
	}
}

// split are the places of the parts of a row; none if it is no row.
func (p *parser) split(expr string) (all [][2]int) {
	for at := 0; at < len(expr); {
		from := at
		if expr[at] == '|' || expr[at] == ')' {
			return nil
		}
		if at = plainUntil(expr, at); at == from {
			var part *node
			part, at = p.atom(expr, at)
			_, at = repeated(part, expr, at)
		}
		all = append(all, [2]int{from, min(at, len(expr))})
	}
	return all
}

// rarest is the list that the fewest texts hold one of, or nil.
func rarest(lists [][]string) (best []string) {
	for _, list := range lists {
		if best == nil || commonness(list) < commonness(best) {
			best = list
		}
	}
	return best
}

// commonness is about how often a text holds one of some needles, and what it
// costs to look for them.
func commonness(list []string) (sum float64) {
	for _, s := range list {
		sum += math.Pow(4, -float64(len(s))) + 2e-3
	}
	return sum
}
