package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// landscape cards stand small in a column of posts: one figure or one line,
// never a portrait card scaled down. Rows of text do not suit them and leave
// the headline to speak.
func (c *composer) landscape(lead int, rest []int) []*parts.Column {
	rest = c.suited(rest)
	switch {
	case c.isAction():
		return c.wideAction()
	case c.asks() && !c.f.preview:
		return c.wideAsked()
	case lead >= 0:
		return c.Blocks[lead].(leader).wideCard(c, lead, rest)
	case len(rest) > 0:
		return c.wideBlock(rest[0])
	}
	return c.wideClaim()
}

// suited are the blocks that a landscape card has room for.
func (c *composer) suited(blocks []int) []int {
	var out []int
	for _, i := range blocks {
		if c.Blocks[i].traits().wide != leftOut {
			out = append(out, i)
		}
	}
	return out
}

// gutter is the space on each side of the edge between two columns, in margins of
// the card.
const gutter = 0.75

// The first column's share of the width: of a claim beside who says so, of a
// title beside a chart, of words beside a code.
const (
	claimColumn = 0.67
	titleColumn = 0.47
	codeColumn  = 0.6
)

// What of a card's height its headline wants: over the slug, over more than that,
// over a block or beside it, over a number to call.
const (
	claimShare   = 0.66
	stackedShare = 0.6
	overShare    = 0.36
	titleShare   = 0.55
	callShare    = 0.52
)

// halves are two columns side by side, the first share of the width.
func (c *composer) halves(share float64) (*parts.Column, *parts.Column) {
	edge := float64(parts.Round(share * float64(c.f.W)))
	pad := c.sz().side
	a, b := c.vertical(), c.vertical()
	a.From, a.To, a.X, a.W = 0, edge, pad, edge-pad-gutter*pad
	b.From, b.To, b.X, b.W = edge, float64(c.f.W), edge+gutter*pad, float64(c.f.W)-edge-(1+gutter)*pad
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
func (c *composer) wideClaim() []*parts.Column {
	if c.Attribution == "" || c.v.short && c.v.ragged {
		return c.wideClaimStacked()
	}
	a, b := c.halves(claimColumn)
	head, foot := c.scheme(c.ground.Head), c.scheme(c.ground.Foot)
	if head == foot {
		foot = c.scheme(c.ground.Panel)
	}
	a.Groups = []parts.Group{{Scheme: head, Slots: append(c.masthead(a.W), c.edge(c.headline(c.headlineText(), a.W, parts.Focal, claimShare)), c.slug(a.W, true))}}
	t := c.prose("Attribution", c.Attribution, b.W, c.as("label").from(c.f.Floor).upTo(c.f.sizes.subMax))
	most := c.sideLines()
	if !t.Fits() || t.Text.Count(b.W/t.Min) > most && !c.v.ragged {
		return c.wideClaimStacked()
	}
	t.Gather(0.8)
	if c.err == nil {
		t.Max = max(t.Min, min(t.Max, lineFits*b.W/t.Text.MinWidth(most)))
	}
	b.Groups = []parts.Group{{Scheme: foot, Slots: []*parts.Slot{c.slot(t, parts.Prose2, 0)}}}
	b.Low = true
	return []*parts.Column{a, b}
}

// sideLines is the most lines that a narrow column holds as one glance. A
// headline that gains little from the whole width leaves room for more.
func (c *composer) sideLines() int {
	if c.t.Type["display"].Fill {
		return 7
	}
	return 5
}

func (c *composer) wideClaimStacked() []*parts.Column {
	w := c.live()
	head := c.head(w, c.edge(c.headline(c.headlineText(), w, parts.Focal, stackedShare)))
	foot := c.foot(append(c.attribution(w, c.as("label").from(c.f.Floor), 3.6), c.slug(w, true))...)
	return []*parts.Column{c.vertical(head, foot)}
}

// wideField is the first block that can stand without its legend.
func (c *composer) wideField(rest []int, w float64) []*parts.Slot {
	for _, i := range rest {
		b, ok := c.Blocks[i].(bareField)
		if !ok {
			continue
		}
		if s := b.bare(c.typesetter, c.blockField(i), w); s != nil {
			s.Drop = 1
			return []*parts.Slot{s}
		}
	}
	return nil
}

// wideEnd is how a landscape card ends: with attribution and slug.
func (c *composer) wideEnd(w float64) ending {
	return ending{own: append(c.wideAttribution(w), c.slug(w, false))}
}

func (c *composer) wideAttribution(w float64) []*parts.Slot {
	return c.attribution(w, c.as("label").from(c.f.Floor).upTo(c.sz().labelMin), 4)
}

// wideBlock is a title over a field of bars, or beside a chart.
func (c *composer) wideBlock(i int) []*parts.Column {
	if b := c.Blocks[i].traits(); b.wide == belowHeadline {
		w := c.live()
		title := b.across.or(titling{headline: parts.Heading, share: overShare, block: parts.Focal})
		head := c.head(w, c.edge(c.headline(c.headlineText(), w, title.headline, title.share)))
		foot := c.foot(c.block(i, w, title.block)...)
		return c.page(c.wideEnd(w), head, foot)
	}
	a, b := c.halves(titleColumn)
	head, foot := c.scheme(c.ground.Head), c.scheme(c.ground.Foot)
	a.Groups = []parts.Group{{Scheme: head, Slots: []*parts.Slot{c.headline(c.headlineText(), a.W, parts.Focal, titleShare), c.slug(a.W, true)}}}
	b.Groups = []parts.Group{{Scheme: foot, Slots: append(c.block(i, b.W, parts.Focal), c.wideAttribution(b.W)...)}}
	return []*parts.Column{a, b}
}

// wideAction is the call and its number beside the code; a link preview is
// already a link and carries no code.
func (c *composer) wideAction() []*parts.Column {
	before, _, ok := figures.Cut(text.Plain(c.headlineText()), c.Action.Phone)
	if !ok {
		before = c.headlineText()
	}
	call := text.Plain(trimColon(before))
	if c.f.preview || c.Action.URL == "" {
		return []*parts.Column{c.vertical(c.callGroups(call, ok, c.live(), true)...)}
	}
	a, b := c.codeHalves()
	a.Groups = c.callGroups(call, ok, a.W, true)
	return []*parts.Column{a, b}
}

// wideAsked lays out a finding beside the action that it asks for.
func (c *composer) wideAsked() []*parts.Column {
	a, b := c.codeHalves()
	said := c.head(a.W, c.headline(c.headlineText(), a.W, parts.Focal, stackedShare))
	said.Slots = append(said.Slots, c.wideEnd(a.W).own...)
	a.Groups = []parts.Group{said}
	return []*parts.Column{a, b}
}

// codeHalves are two columns of which the second holds the code, and is as
// wide as the code or the address below it needs.
func (c *composer) codeHalves() (a, b *parts.Column) {
	a, b = c.halves(codeColumn)
	if host := c.shape("Action.URL", c.Action.host(), "label"); host.Width()*c.f.Floor > b.W {
		a, b = c.halves(0.5)
	}
	s := c.scheme(c.ground.Panel)
	code := c.panel(b.W, s, true)
	if q, ok := code.Part.(*parts.Panel); ok && q.Side() > b.W {
		a, b = c.halves(1 - (q.Side()+(1+gutter)*c.sz().side)/float64(c.f.W))
		code = c.panel(b.W, s, true)
	}
	b.Groups = []parts.Group{{Scheme: s, Slots: []*parts.Slot{code}}}
	return a, b
}

func (c *composer) callGroups(call string, number bool, w float64, slug bool) []parts.Group {
	head := c.head(w, c.headline(call, w, parts.Focal, callShare))
	foot := parts.Group{Scheme: head.Scheme}
	if number {
		f := c.figure("Headline", c.Action.Phone, "figure", w, 0, 16*c.u)
		f.Color = parts.PlainText
		foot.Scheme = c.scheme(c.ground.Band)
		foot.Slots = append(foot.Slots, &parts.Slot{Part: f, Field: "Headline", Rank: parts.Heading, Gap: 4 * c.u})
	} else {
		foot.Slots = c.attribution(w, c.as("label").from(c.f.Floor), 4)
	}
	if slug {
		foot.Slots = append(foot.Slots, c.slug(w, false))
	}
	return []parts.Group{head, foot}
}

func trimColon(s string) string {
	for len(s) > 0 && (s[len(s)-1] == ':' || s[len(s)-1] == ' ') {
		s = s[:len(s)-1]
	}
	return s
}
