package graphic

import (
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
)

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

// leading separates the block that leads the card from those after it.
func (c *composer) leading() (lead leader, rest []int) {
	if c.v.bare {
		return nil, nil
	}
	for i, b := range c.Blocks {
		if l, ok := b.(leader); ok && lead == nil {
			lead, c.led = l, i
			continue
		}
		rest = append(rest, i)
	}
	return lead, rest
}

// block is the slots of one block at its place below the headline.
func (c *composer) block(i int, w float64, r parts.Rank) []*parts.Slot {
	return c.Blocks[i].slots(c, c.blockField(i), w, r)
}
