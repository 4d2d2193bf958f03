package graphic

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// claimCard leads with its headline: the finding is the picture.
func (c *composer) claimCard() []*parts.Column {
	w := c.live()
	own, last := c.closing(w)
	head := parts.Group{Scheme: c.scheme(c.ground.Head), Slots: c.masthead(w)}
	head.Slots = append(head.Slots, c.edge(c.headline(c.headlineText(), w, parts.Focal, 0.56)))
	head.Sunk = c.t.Edge && c.right() // the space above stays empty
	foot := parts.Group{Scheme: c.scheme(c.ground.Foot)}
	if c.Attribution != "" {
		a := c.prose("Attribution", c.Attribution, "sub", w, c.sz().subMin, c.sz().subMax, parts.PlainText)
		foot.Slots = append(foot.Slots, c.slot(a, parts.Prose2, 5.8*c.u))
	}
	if b := c.bodyText(); b != "" {
		t := c.prose("Body", b, "body", w, c.sz().bodyMin, c.sz().bodyMax, parts.PlainText)
		foot.Slots = append(foot.Slots, c.slot(t, parts.Prose1, 4.4*c.u))
	}
	foot.Slots = append(foot.Slots, c.note(w)...)
	foot.Slots = append(foot.Slots, own...)
	return []*parts.Column{c.vertical(head, foot, last)}
}

// edge marks a passage that somebody said or ruled, where the theme does so.
func (c *composer) edge(s *parts.Slot) *parts.Slot {
	if c.t.Edge {
		s.Part = &parts.Edged{Part: s.Part}
	}
	return s
}

// blockCard leads with a title and makes its first block the focal part.
func (c *composer) blockCard(rest []int) []*parts.Column {
	w := c.live()
	own, last := c.closing(w)
	head := parts.Group{Scheme: c.scheme(c.ground.Head), Slots: c.masthead(w)}
	share := 0.25
	if c.f.DPI > 0 {
		share = 0.32 // read from afar
	}
	t := c.Blocks[rest[0]].traits().upright.or(titling{headline: parts.Heading, share: share, block: parts.Focal})
	title := c.headline(c.headlineText(), w, t.headline, t.share)
	if t.edge {
		title = c.edge(title)
	}
	head.Slots = append(head.Slots, title)
	foot := parts.Group{Scheme: c.scheme(c.ground.Foot)}
	for n, i := range rest {
		if n == 0 {
			foot.Slots = c.block(i, w, t.block)
			continue
		}
		foot.Slots = append(foot.Slots, c.support(i, w)...)
	}
	if _, ok := title.Part.(*parts.Strips); ok && t.block == parts.Focal {
		foot.Slots[0].Want = 0.38 * c.height()
	}
	if e, ok := title.Part.(*parts.Edged); ok && head.Scheme == foot.Scheme {
		e.Next = foot.Slots[0]
	}
	foot.Slots = append(foot.Slots, c.follow(w)...)
	foot.Slots = append(foot.Slots, own...)
	return []*parts.Column{c.vertical(head, foot, last)}
}

// actionCard asks for one thing: the call, the number on a band of its own,
// the way to do it.
func (c *composer) actionCard() []*parts.Column {
	w := c.live()
	head := parts.Group{Scheme: c.scheme(c.ground.Head), Slots: c.masthead(w)}
	before, after, ok := figures.Cut(text.Plain(c.headlineText()), c.Action.Phone)
	if !ok {
		before, after = c.headlineText(), ""
	}
	call := strings.TrimRight(joinWords(before, after), ": ")
	head.Slots = append(head.Slots, c.headline(call, w, parts.Focal, 0.5))
	var number, foot parts.Group
	if ok {
		f := c.figure("Headline", c.Action.Phone, "figure", w, 0, 20*c.u)
		f.Color = parts.PlainText
		number = parts.Group{Scheme: c.scheme(c.ground.Band), Slots: []*parts.Slot{{Part: f, Field: "Headline", Rank: parts.Heading, Gap: 4 * c.u}}}
	}
	foot.Scheme = c.scheme(c.ground.Head)
	if number.Slots != nil {
		foot.Scheme = c.scheme(c.ground.Foot)
	}
	var said []*parts.Slot
	if b := c.bodyText(); b != "" {
		said = append(said, c.slot(c.prose("Body", b, "sub", w, c.sz().bodyMin, c.sz().bodyMax, parts.PlainText), parts.Prose1, 5.6*c.u))
	}
	if c.Attribution != "" {
		said = append(said, c.slot(c.prose("Attribution", c.Attribution, "label", w, c.sz().labelMin, c.sz().labelMax, parts.PlainText), parts.Prose1, 3*c.u))
	}
	foot.Slots = said
	own, last := c.closing(w)
	if own != nil {
		foot.Slots = append(foot.Slots, own...)
	}
	return []*parts.Column{c.vertical(head, number, foot, last)}
}
