package truth

import (
	"maps"
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A pairReader looks for figures that may not stand beside one another.
type pairReader struct{ *reading }

// together finds counts side by side that say of each other that they must
// not be. Pages may hold both, each in a sentence with its own source.
func (r pairReader) together() {
	switch {
	case r.Where == Page || r.Where == Letter:
		r.mixed(r.sentence)
		if !r.told("counts-together") && !r.read {
			r.besides(r.sentences)
		}
	case len(r.Facts) > 0:
		r.apartOf(r.Facts)
	default:
		r.mixed(func(number) int { return 0 })
		if !r.told("counts-together") && !r.read {
			r.besides(func(number) string { return r.Words })
		}
	}
}

// sentence is the byte at which the sentence of a figure begins.
func (r pairReader) sentence(n number) int {
	start := n.start
	for start > 0 && (r.Words[start-1] == ';' || !endsAt(r.Words, start-1)) {
		start--
	}
	return start
}

// sentences is the sentence of a figure.
func (r pairReader) sentences(n number) string {
	end := n.end
	for end < len(r.Words) && (r.Words[end] == ';' || !endsAt(r.Words, end)) {
		end++
	}
	return r.Words[r.sentence(n):end]
}

func (r pairReader) apartOf(facts []string) {
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
func (r pairReader) mixed(part func(number) int) {
	if !r.mixedBy(part, r.owners, campaign.Error, 100) && !r.read {
		r.mixedBy(part, r.apartOwners, campaign.Warning, 20)
	}
}

// besides finds a figure of a fact in a text that tells another by its words which
// must not stand with it, and of which it gives no figure.
func (r pairReader) besides(part func(number) string) {
	for _, n := range r.numbers() {
		owners := r.owners(n)
		if len(owners) == 0 || n.values[0] < unmistaken {
			continue
		}
		for _, other := range slices.Sorted(maps.Keys(r.apart[owners[0]])) {
			if r.allApart(owners, []string{other}) && r.themes.weighs(part(n), other, owners) >= muchWeight {
				r.find(campaign.Warning, "counts-together", n.start, n.end, fault.Values{"a": other, "b": owners[0]})
				return
			}
		}
	}
}

// muchWeight is what words of a fact weigh in a text that certainly tells it.
const muchWeight = 5

// mixedBy reports whether it found some. Smaller numbers than the least, which
// are not said to count anybody, are left out.
func (r pairReader) mixedBy(part func(number) int, of func(number) []string, s campaign.Severity, least float64) bool {
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
		if len(owners) > 0 {
			before[part(n)] = append(before[part(n)], owners)
		}
	}
	return false
}

// owners are the facts that state a figure, in order; none if any of them goes
// with all others, for then the figure tells nothing.
func (k *Checker) owners(n number) []string {
	ids := k.stating(n)
	if slices.ContainsFunc(ids, func(id string) bool { return k.apart[id] == nil }) {
		return nil
	}
	return ids
}

// apartOwners are those of the facts set apart that state a figure, in order.
func (k *Checker) apartOwners(n number) []string {
	return slices.DeleteFunc(k.stating(n), func(id string) bool { return k.apart[id] == nil })
}

// stating are the facts that state a figure, in order.
func (k *Checker) stating(n number) (ids []string) {
	for _, v := range n.values {
		ids = append(ids, k.stated[v]...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
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

// stated are the facts by their figures and by the wholes that their drawings
// divide.
func stated(c *campaign.Campaign) map[float64][]string {
	all := map[float64][]string{}
	for i := range c.Facts {
		f := &c.Facts[i]
		if f.Scene.Of > 0 {
			all[float64(f.Scene.Of)] = append(all[float64(f.Scene.Of)], f.ID)
		}
		for _, g := range f.Figures {
			all[g.Value] = append(all[g.Value], f.ID)
		}
	}
	return all
}
