package graphic

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// claimCard leads with its headline: the finding is the picture.
func (c *composer) claimCard() []*parts.Column {
	w := c.live()
	end := c.closing(w)
	head := c.head(w, c.edge(c.headline(c.headlineText(), w, parts.Focal, 0.56)))
	head.Sunk = c.t.Edge && c.right() // the space above stays empty
	said := c.attribution(w, c.as("sub"), 5.8)
	for _, s := range said {
		s.Rank = parts.Prose2 // it is half of the claim
	}
	foot := c.foot(slices.Concat(said, c.body(w, c.as("body"), 4.4), c.note(w))...)
	return c.page(end, head, foot)
}

// edge marks a passage that somebody said or ruled, where the theme does so.
func (ts *typesetter) edge(s *parts.Slot) *parts.Slot {
	if ts.t.Edge {
		s.Part = &parts.Edged{Part: s.Part}
	}
	return s
}

// blockCard leads with a title and makes its first block the focal part.
func (c *composer) blockCard(rest []int) []*parts.Column {
	w := c.live()
	end := c.closing(w)
	share := 0.25
	if c.f.DPI > 0 {
		share = 0.32 // read from afar
	}
	t := c.Blocks[rest[0]].traits().upright.or(titling{headline: parts.Heading, share: share, block: parts.Focal})
	title := c.headline(c.headlineText(), w, t.headline, t.share)
	if t.edge {
		title = c.edge(title)
	}
	head, foot := c.head(w, title), c.foot(c.block(rest[0], w, t.block)...)
	for _, i := range rest[1:] {
		foot.Slots = append(foot.Slots, c.support(i, w)...)
	}
	if _, ok := title.Part.(*parts.Strips); ok && t.block == parts.Focal {
		foot.Slots[0].Want = 0.38 * c.height()
	}
	if e, ok := title.Part.(*parts.Edged); ok && head.Scheme == foot.Scheme {
		e.Next = foot.Slots[0]
	}
	foot.Slots = append(foot.Slots, c.follow(w)...)
	return c.page(end, head, foot)
}

// actionCard asks for one thing: the call, the number on a band of its own,
// the way to do it.
func (c *composer) actionCard() []*parts.Column {
	w := c.live()
	before, after, ok := figures.Cut(text.Plain(c.headlineText()), c.Action.Phone)
	if !ok {
		before, after = c.headlineText(), ""
	}
	call := strings.TrimRight(joinWords(before, after), ": ")
	head := c.head(w, c.headline(call, w, parts.Focal, 0.5))
	var number parts.Group
	if ok {
		f := c.figure("Headline", c.Action.Phone, "figure", w, 0, 20*c.u)
		f.Color = parts.PlainText
		number = parts.Group{Scheme: c.scheme(c.ground.Band), Slots: []*parts.Slot{{Part: f, Field: "Headline", Rank: parts.Heading, Gap: 4 * c.u}}}
	}
	said := c.body(w, c.as("sub").from(c.sz().bodyMin).upTo(c.sz().bodyMax), 5.6)
	foot := c.foot(append(said, c.attribution(w, c.as("label"), 3)...)...)
	if number.Slots == nil {
		foot.Scheme = head.Scheme
	}
	return c.page(c.closing(w), head, number, foot)
}
