package graphic

import "slices"

// ownKind is the card's first block that arranges it, -1 where there is none.
func (c *composer) ownKind() int {
	return slices.IndexFunc(c.Blocks, func(b Block) bool {
		_, ok := b.(arranger)
		return ok
	})
}

// others are the blocks beside block i, as charts that leave the room to it.
func (c *composer) others(i int, w float64) []*slot {
	var out []*slot
	for n := range c.Blocks {
		if n != i {
			out = append(out, c.support(n, w)...)
		}
	}
	return out
}

// support is a block that supports what leads. It takes more room than its
// share only where nothing else wants it.
func (c *composer) support(i int, w float64) []*slot {
	out, share := c.block(i, w, chart), c.Blocks[i].traits().share
	if share == 0 {
		share = supportShare
	}
	for _, s := range out {
		if s.rank == chart {
			s.want = share * float64(c.f.H)
		}
	}
	return out
}

// titled is a card whose headline leads, alone on the first ground, with
// slots below it.
func (c *composer) titled(r rank, share float64, slots func(w float64) []*slot) []*column {
	w := c.live()
	own, last := c.closing(w)
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	head.slots = append(head.slots, c.headline(c.headlineText(), w, r, share))
	foot := group{scheme: c.scheme(c.ground.Foot), slots: append(slots(w), own...)}
	return []*column{c.vertical(head, foot, last)}
}

// tall is a part that is never lower than least.
type tall struct {
	part
	least float64
}

func (t *tall) span() (float64, float64) {
	least, most := t.part.span()
	return max(least, min(most, t.least)), most
}
