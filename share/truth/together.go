package truth

import (
	"slices"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// together finds counts side by side that say of each other that they must
// not be. Pages may hold both, each in a sentence with its own source.
func (r *reading) together() {
	if r.Where == Page || r.Where == Letter {
		return
	}
	if len(r.Facts) > 0 {
		r.apartOf(r.Facts)
		return
	}
	r.mixed()
}

func (r *reading) apartOf(facts []string) {
	for i, a := range facts {
		for _, b := range facts[:i] {
			if slices.Contains(r.apart[a], b) {
				r.find(campaign.Error, "counts-together", 0, 0, fault.Values{"a": b, "b": a})
				return
			}
		}
	}
}

// mixed finds in free words a figure that one fact alone holds beside one that
// only a fact it does not go with holds.
func (r *reading) mixed() {
	var owners []string
	for _, n := range numbers(r.Words) {
		if n.kind == plain && n.values[0] < 100 {
			continue
		}
		owner := r.owner(n)
		for _, before := range owners {
			if owner != "" && slices.Contains(r.apart[owner], before) {
				r.find(campaign.Warning, "counts-together", n.start, n.end, fault.Values{"a": before, "b": owner})
				return
			}
		}
		if owner != "" {
			owners = append(owners, owner)
		}
	}
}

// owner is the only fact among those set apart that states a figure.
func (k *Checker) owner(n number) string {
	owner := ""
	for id := range k.apart {
		if f := k.facts[id]; f != nil && f.fact != nil && f.states(n) {
			if owner != "" {
				return ""
			}
			owner = id
		}
	}
	return owner
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
