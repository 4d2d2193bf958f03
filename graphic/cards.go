package graphic

import (
	"strings"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// claimCard leads with its headline: the finding is the picture.
func (c *composer) claimCard() []*column {
	w := c.live()
	own, last := c.closing(w)
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	head.slots = append(head.slots, c.edge(c.headline(c.headlineText(), w, focal, 0.56)))
	head.sunk = c.t.Edge && c.right() // the space above stays empty
	foot := group{scheme: c.scheme(c.ground.Foot)}
	if c.Attribution != "" {
		a := c.prose("Attribution", c.Attribution, "sub", w, c.sz().subMin, c.sz().subMax, plainText)
		foot.slots = append(foot.slots, c.slot(a, prose2, 5.8*c.u))
	}
	if b := c.bodyText(); b != "" {
		t := c.prose("Body", b, "body", w, c.sz().bodyMin, c.sz().bodyMax, plainText)
		foot.slots = append(foot.slots, c.slot(t, prose1, 4.4*c.u))
	}
	foot.slots = append(foot.slots, c.note(w)...)
	foot.slots = append(foot.slots, own...)
	return []*column{c.vertical(head, foot, last)}
}

// edge marks a passage that somebody said or ruled, where the theme does so.
func (c *composer) edge(s *slot) *slot {
	if c.t.Edge {
		s.part = &edged{part: s.part}
	}
	return s
}

// blockCard leads with a title and makes its first block the focal part.
func (c *composer) blockCard(rest []int) []*column {
	w := c.live()
	own, last := c.closing(w)
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	share := 0.25
	if c.f.DPI > 0 {
		share = 0.32 // read from afar
	}
	t := c.Blocks[rest[0]].traits().upright.or(titling{headline: heading, share: share, block: focal})
	title := c.headline(c.headlineText(), w, t.headline, t.share)
	if t.edge {
		title = c.edge(title)
	}
	head.slots = append(head.slots, title)
	foot := group{scheme: c.scheme(c.ground.Foot)}
	for n, i := range rest {
		if n == 0 {
			foot.slots = c.block(i, w, t.block)
			continue
		}
		foot.slots = append(foot.slots, c.support(i, w)...)
	}
	if _, ok := title.part.(*strips); ok && t.block == focal {
		foot.slots[0].want = 0.38 * c.height()
	}
	if e, ok := title.part.(*edged); ok && head.scheme == foot.scheme {
		e.next = foot.slots[0]
	}
	foot.slots = append(foot.slots, c.follow(w)...)
	foot.slots = append(foot.slots, own...)
	return []*column{c.vertical(head, foot, last)}
}

// actionCard asks for one thing: the call, the number on a band of its own,
// the way to do it.
func (c *composer) actionCard() []*column {
	w := c.live()
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	before, after, ok := figures.Cut(text.Plain(c.headlineText()), c.Action.Phone)
	if !ok {
		before, after = c.headlineText(), ""
	}
	call := strings.TrimRight(joinWords(before, after), ": ")
	head.slots = append(head.slots, c.headline(call, w, focal, 0.5))
	var number, foot group
	if ok {
		f := c.figure("Headline", c.Action.Phone, "figure", w, 0, 20*c.u)
		f.color = plainText
		number = group{scheme: c.scheme(c.ground.Band), slots: []*slot{{part: f, field: "Headline", rank: heading, gap: 4 * c.u}}}
	}
	foot.scheme = c.scheme(c.ground.Head)
	if number.slots != nil {
		foot.scheme = c.scheme(c.ground.Foot)
	}
	var said []*slot
	if b := c.bodyText(); b != "" {
		said = append(said, c.slot(c.prose("Body", b, "sub", w, c.sz().bodyMin, c.sz().bodyMax, plainText), prose1, 5.6*c.u))
	}
	if c.Attribution != "" {
		said = append(said, c.slot(c.prose("Attribution", c.Attribution, "label", w, c.sz().labelMin, c.sz().labelMax, plainText), prose1, 3*c.u))
	}
	foot.slots = said
	own, last := c.closing(w)
	if own != nil {
		foot.slots = append(foot.slots, own...)
	}
	return []*column{c.vertical(head, number, foot, last)}
}
