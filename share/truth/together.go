package truth

import (
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// together finds counts side by side that say of each other that they must
// not be. Pages may hold both, each in a sentence with its own source.
func (r *reading) together() {
	switch {
	case r.Where == Page || r.Where == Letter:
		r.mixed(r.sentence)
	case len(r.Facts) > 0:
		r.apartOf(r.Facts)
	default:
		r.mixed(func(number) int { return 0 })
	}
}

// sentence is the byte at which the sentence of a figure begins.
func (r *reading) sentence(n number) int {
	before, _, _ := around(r.Words, []int{n.start, n.end})
	return n.start - len(before)
}

func (r *reading) apartOf(facts []string) {
	for i, a := range facts {
		for _, b := range facts[:i] {
			if r.apart[a][b] {
				r.find(campaign.Error, "counts-together", 0, 0, fault.Values{"a": b, "b": a})
				return
			}
		}
	}
}

// mixed finds a figure that only some facts state beside one that only facts
// state which none of those goes with. Only figures of the same part are beside
// each other. In words of somebody's own, figures that further facts state too
// are for a person to judge.
func (r *reading) mixed(part func(number) int) {
	if !r.mixedBy(part, r.owners, campaign.Error, 100) && !r.read {
		r.mixedBy(part, r.apartOwners, campaign.Warning, 20)
	}
}

// mixedBy reports whether it found some. Smaller numbers than the least, which
// are not said to count anybody, are left out.
func (r *reading) mixedBy(part func(number) int, of func(number) []string, s campaign.Severity, least float64) bool {
	before := map[int][][]string{}
	for _, n := range r.numbers() {
		if n.kind == plain && (n.values[0] < least || r.inDate(n)) {
			continue
		}
		owners := of(n)
		for _, others := range before[part(n)] {
			if r.allApart(owners, others) {
				r.find(s, "counts-together", n.start, n.end, fault.Values{"a": others[0], "b": owners[0]})
				return true
			}
		}
		if owners != nil {
			before[part(n)] = append(before[part(n)], owners)
		}
	}
	return false
}

// owners are the facts that state a figure, in order; none if any of them goes
// with all others, for then the figure tells nothing.
func (k *Checker) owners(n number) (ids []string) {
	for id, f := range k.facts {
		if f.fact != nil && f.states(n) {
			if k.apart[id] == nil {
				return nil
			}
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// apartOwners are those of the facts set apart that state a figure, in order.
func (k *Checker) apartOwners(n number) (ids []string) {
	for id := range k.apart {
		if f := k.facts[id]; f != nil && f.fact != nil && f.states(n) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// allApart reports that none of some facts goes with any of others.
func (k *Checker) allApart(some, others []string) bool {
	for _, a := range some {
		for _, b := range others {
			if !k.apart[a][b] {
				return false
			}
		}
	}
	return len(some) > 0
}

// states reports whether the number is one of the fact's figures or a whole
// that its drawing divides.
func (f *known) states(n number) bool {
	for _, v := range n.values {
		if v == float64(f.fact.Scene.Of) {
			return true
		}
		for _, g := range f.fact.Figures {
			if g.Value == v {
				return true
			}
		}
	}
	return false
}
