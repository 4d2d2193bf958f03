package graphic

import (
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
)

// A composer arranges a card in columns: which block leads, what stands on
// which ground.
type composer struct{ *furnisher }

// ownKind is the card's first block that arranges it, -1 where there is none.
func (c *composer) ownKind() int {
	return slices.IndexFunc(c.Blocks, func(b Block) bool {
		_, ok := b.(arranger)
		return ok
	})
}

// others are the blocks beside block i, as charts that leave the room to it.
func (c *composer) others(i int, w float64) []*parts.Slot {
	var out []*parts.Slot
	for n := range c.Blocks {
		if n != i {
			out = append(out, c.support(n, w)...)
		}
	}
	return out
}

// support is a block that supports what leads. It takes more room than its
// share only where nothing else wants it.
func (c *composer) support(i int, w float64) []*parts.Slot {
	out, share := c.block(i, w, parts.Chart), c.Blocks[i].traits().share
	if share == 0 {
		share = supportShare
	}
	for _, s := range out {
		if s.Rank == parts.Chart {
			s.Want = share * float64(c.f.H)
		}
	}
	return out
}

// titled is a card whose headline leads, alone on the first ground, with
// slots below it.
func (c *composer) titled(r parts.Rank, share float64, slots func(w float64) []*parts.Slot) []*parts.Column {
	w := c.live()
	end := c.closing(w)
	head := c.head(w, c.headline(c.headlineText(), w, r, share))
	return c.page(end, head, c.foot(slots(w)...))
}

// leading separates the block that leads the card, -1 where none does, from
// those after it.
func (c *composer) leading() (lead int, rest []int) {
	lead = -1
	if c.v.bare {
		return lead, nil
	}
	for i, b := range c.Blocks {
		if _, ok := b.(leader); ok && lead < 0 {
			lead = i
			continue
		}
		rest = append(rest, i)
	}
	return lead, rest
}

// block is the slots of one block at its place below the headline.
func (c *composer) block(i int, w float64, r parts.Rank) []*parts.Slot {
	return c.Blocks[i].slots(c.typesetter, c.blockField(i), w, r)
}

// head is what stands on the card's first ground, below its masthead.
func (c *composer) head(w float64, slots ...*parts.Slot) parts.Group {
	return parts.Group{Scheme: c.scheme(c.ground.Head), Slots: append(c.masthead(w), slots...)}
}

// foot is what stands on the card's second ground.
func (c *composer) foot(slots ...*parts.Slot) parts.Group {
	return parts.Group{Scheme: c.scheme(c.ground.Foot), Slots: slots}
}

// ending is how a card ends: with slots on its last ground, or with a group of
// its own.
type ending struct {
	own  []*parts.Slot
	last parts.Group
}

// slug is the one that it ends with, nil where a panel holds it.
func (e ending) slug() *parts.Slug {
	all := append(e.own, e.last.Slots...)
	s, _ := all[len(all)-1].Part.(*parts.Slug)
	return s
}

// page is one column: groups from the top, of which the last bears the card's
// end.
func (c *composer) page(end ending, groups ...parts.Group) []*parts.Column {
	foot := &groups[len(groups)-1]
	foot.Slots = append(foot.Slots, end.own...)
	return []*parts.Column{c.vertical(append(groups, end.last)...)}
}

// vertical is one column over the whole canvas. Neighbours on one scheme
// become one group.
func (c *composer) vertical(groups ...parts.Group) *parts.Column {
	var kept []parts.Group
	for _, g := range groups {
		switch n := len(kept); {
		case len(g.Slots) == 0:
		case n > 0 && kept[n-1].Scheme == g.Scheme && kept[n-1].Inset == g.Inset && !kept[n-1].Picture:
			kept[n-1].Slots = append(kept[n-1].Slots, g.Slots...)
		default:
			kept = append(kept, g)
		}
	}
	roomy := 4.4 * c.u
	pad := roomy
	if c.v.compact && !c.f.Landscape() {
		pad = 2.4 * c.u
	}
	return &parts.Column{
		X: c.sz().side, W: c.live(), Top: c.sz().top, Bottom: float64(c.f.H) - c.sz().bottom,
		From: 0, To: float64(c.f.W), Pad: pad, Roomy: roomy, Groups: kept,
	}
}
