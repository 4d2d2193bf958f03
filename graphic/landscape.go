package graphic

import (
	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// landscape cards stand small in a column of posts: one figure or one line,
// never a portrait card scaled down. Rows of text do not suit them and leave
// the headline to speak.
func (c *composer) landscape(lead leader, rest []int) []*column {
	rest = c.suited(rest)
	switch {
	case c.isAction():
		return c.wideAction()
	case c.asks() && !c.f.preview:
		return c.wideAsked()
	case lead != nil:
		return lead.wideCard(c, rest)
	case len(rest) > 0:
		return c.wideBlock(rest[0])
	}
	return c.wideClaim()
}

func (c *composer) suited(blocks []int) []int {
	var out []int
	for _, i := range blocks {
		if c.Blocks[i].traits().wide != leftOut {
			out = append(out, i)
		}
	}
	return out
}

// halves are two columns side by side, the first share of the width.
func (c *composer) halves(share float64) (*column, *column) {
	edge := float64(round(share * float64(c.f.W)))
	pad := c.sz().side
	a, b := c.vertical(), c.vertical()
	a.from, a.to, a.x, a.w = 0, edge, pad, edge-pad-0.75*pad
	b.from, b.to, b.x, b.w = edge, float64(c.f.W), edge+0.75*pad, float64(c.f.W)-edge-1.75*pad
	return a, b
}

// sides are the schemes of the two columns: what leads and what follows. On
// an undivided ground the theme's loud band takes the narrow column.
func (c *composer) sides(loud string) (head, foot *theme.Scheme) {
	head, foot = c.scheme(c.ground.Head), c.scheme(c.ground.Foot)
	if head == foot {
		head = c.scheme(loud)
	}
	return head, foot
}

// wideClaim is the headline over the slug, with who says so in a column of
// its own.
func (c *composer) wideClaim() []*column {
	if c.Attribution == "" || c.v.short && c.v.ragged {
		return c.wideClaimStacked()
	}
	a, b := c.halves(0.67)
	head, foot := c.scheme(c.ground.Head), c.scheme(c.ground.Foot)
	if head == foot {
		foot = c.scheme(c.ground.Panel)
	}
	a.groups = []group{{scheme: head, slots: append(c.masthead(a.w), c.edge(c.headline(c.headlineText(), a.w, focal, 0.66)), c.slug(a.w, true))}}
	t := c.prose("Attribution", c.Attribution, "label", b.w, c.f.Floor, c.f.sizes.subMax, plainText)
	most := c.sideLines()
	if !t.fits() || t.text.Count(b.w/t.min) > most && !c.v.ragged {
		return c.wideClaimStacked()
	}
	t.gather(0.8)
	if c.err == nil {
		t.max = max(t.min, min(t.max, 0.999*b.w/t.text.MinWidth(most)))
	}
	b.groups = []group{{scheme: foot, slots: []*slot{c.slot(t, prose2, 0)}}}
	b.low = true
	return []*column{a, b}
}

// sideLines is the most lines that a narrow column holds as one glance. A
// headline that gains little from the whole width leaves room for more.
func (c *composer) sideLines() int {
	if c.t.Type["display"].Fill {
		return 7
	}
	return 5
}

func (c *composer) wideClaimStacked() []*column {
	w := c.live()
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	head.slots = append(head.slots, c.edge(c.headline(c.headlineText(), w, focal, 0.6)))
	foot := group{scheme: c.scheme(c.ground.Foot)}
	if c.Attribution != "" {
		foot.slots = append(foot.slots, c.slot(c.prose("Attribution", c.Attribution, "label", w, c.f.Floor, c.sz().labelMax, plainText), prose1, 3.6*c.u))
	}
	foot.slots = append(foot.slots, c.slug(w, true))
	return []*column{c.vertical(head, foot)}
}

// wideField is the first block that can stand without its legend.
func (c *composer) wideField(rest []int, w float64) []*slot {
	for _, i := range rest {
		b, ok := c.Blocks[i].(bareField)
		if !ok {
			continue
		}
		if s := b.bare(c, c.blockField(i), w); s != nil {
			s.drop = 1
			return []*slot{s}
		}
	}
	return nil
}

// wideEnd is attribution and slug.
func (c *composer) wideEnd(w float64) []*slot {
	var out []*slot
	if c.Attribution != "" {
		out = append(out, c.slot(c.prose("Attribution", c.Attribution, "label", w, c.f.Floor, c.sz().labelMin, plainText), prose1, 4*c.u))
	}
	return append(out, c.slug(w, false))
}

// wideBlock is a title over a field of bars, or beside a chart.
func (c *composer) wideBlock(i int) []*column {
	if b := c.Blocks[i].traits(); b.wide == belowHeadline {
		w := c.live()
		head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
		title := b.across.or(titling{headline: heading, share: 0.36, block: focal})
		head.slots = append(head.slots, c.edge(c.headline(c.headlineText(), w, title.headline, title.share)))
		foot := group{scheme: c.scheme(c.ground.Foot)}
		foot.slots = append(foot.slots, c.block(i, w, title.block)...)
		foot.slots = append(foot.slots, c.wideEnd(w)...)
		return []*column{c.vertical(head, foot)}
	}
	a, b := c.halves(0.47)
	head, foot := c.scheme(c.ground.Head), c.scheme(c.ground.Foot)
	a.groups = []group{{scheme: head, slots: []*slot{c.headline(c.headlineText(), a.w, focal, 0.55), c.slug(a.w, true)}}}
	said := group{scheme: foot, slots: c.block(i, b.w, focal)}
	if c.Attribution != "" {
		said.slots = append(said.slots, c.slot(c.prose("Attribution", c.Attribution, "label", b.w, c.f.Floor, c.sz().labelMin, plainText), prose1, 4*c.u))
	}
	b.groups = []group{said}
	return []*column{a, b}
}

// wideAction is the call and its number beside the code; a link preview is
// already a link and carries no code.
func (c *composer) wideAction() []*column {
	before, _, ok := figures.Cut(text.Plain(c.headlineText()), c.Action.Phone)
	if !ok {
		before = c.headlineText()
	}
	call := text.Plain(trimColon(before))
	if c.f.preview || c.Action.URL == "" {
		return []*column{c.vertical(c.callGroups(call, ok, c.live(), true)...)}
	}
	a, b := c.codeHalves()
	a.groups = c.callGroups(call, ok, a.w, true)
	return []*column{a, b}
}

// wideAsked is a finding beside what it asks for.
func (c *composer) wideAsked() []*column {
	a, b := c.codeHalves()
	said := group{scheme: c.scheme(c.ground.Head), slots: append(c.masthead(a.w), c.headline(c.headlineText(), a.w, focal, 0.6))}
	said.slots = append(said.slots, c.wideEnd(a.w)...)
	a.groups = []group{said}
	return []*column{a, b}
}

// codeHalves are two columns of which the second holds the code, and is as
// wide as the code or the address below it needs.
func (c *composer) codeHalves() (a, b *column) {
	a, b = c.halves(0.6)
	if host := c.shape("Action.URL", c.Action.host(), "label"); host.Width()*c.f.Floor > b.w {
		a, b = c.halves(0.5)
	}
	s := c.scheme(c.ground.Panel)
	code := c.panel(b.w, s, true)
	if q, ok := code.part.(*panel); ok && q.side() > b.w {
		a, b = c.halves(1 - (q.side()+1.75*c.sz().side)/float64(c.f.W))
		code = c.panel(b.w, s, true)
	}
	b.groups = []group{{scheme: s, slots: []*slot{code}}}
	return a, b
}

func (c *composer) callGroups(call string, number bool, w float64, slug bool) []group {
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	head.slots = append(head.slots, c.headline(call, w, focal, 0.52))
	foot := group{scheme: c.scheme(c.ground.Head)}
	if number {
		f := c.figure("Headline", c.Action.Phone, "figure", w, 0, 16*c.u)
		f.color = plainText
		foot.scheme = c.scheme(c.ground.Band)
		foot.slots = append(foot.slots, &slot{part: f, field: "Headline", rank: heading, gap: 4 * c.u})
	} else if b := c.Attribution; b != "" {
		foot.slots = append(foot.slots, c.slot(c.prose("Attribution", b, "label", w, c.f.Floor, c.sz().labelMax, plainText), prose1, 4*c.u))
	}
	if slug {
		foot.slots = append(foot.slots, c.slug(w, false))
	}
	return []group{head, foot}
}

func trimColon(s string) string {
	for len(s) > 0 && (s[len(s)-1] == ':' || s[len(s)-1] == ' ') {
		s = s[:len(s)-1]
	}
	return s
}
