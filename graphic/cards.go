package graphic

import (
	"strings"
	"unicode/utf8"

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

// statCard puts the figure where it stands in the headline, as large as the
// card allows.
func (c *composer) statCard(s *Stat, rest []int) []*column {
	w := c.live()
	own, last := c.closing(w)
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	head.slots = append(head.slots, c.sentence(s, w)...)
	foot := group{scheme: c.scheme(c.ground.Foot)}
	for _, i := range rest {
		foot.slots = append(foot.slots, c.support(i, w)...)
	}
	foot.slots = append(foot.slots, c.follow(w)...)
	foot.slots = append(foot.slots, own...)
	return []*column{c.vertical(head, foot, last)}
}

// sentence is a headline with its figure drawn large: what comes before, the
// figure, its unit, what comes after.
func (c *composer) sentence(s *Stat, w float64) []*slot {
	st := s.split(c.headlineText())
	var out []*slot
	field, apart := "Headline", !st.inHeadline && s.Label != "" && !s.Hidden && !c.f.Landscape()
	if apart { // beside the figure the headline would read as what it counts
		out = append(out, c.headline(st.after, w, heading, 0.3))
		field, st.after = c.lead("Label"), s.Label
	}
	switch {
	case s.Hidden && st.before != "":
		out = append(out, c.headline(st.before, w, focal, 0.28))
	case st.before != "":
		out = append(out, c.before(st, w))
	}
	p := c.shape(c.lead("Value"), st.value, "figure")
	if c.err != nil || p.Empty() && !s.Hidden {
		return nil
	}
	bleed := 0.0
	if c.t.Bleed && !c.f.deep && p.Runes() <= 4 {
		bleed = min(4*c.u, c.sz().side-26)
	}
	height := c.height()
	f := c.figure(c.lead("Value"), st.value, "figure", w, bleed, c.figureShare()*height)
	gap := 3.2 * c.u
	if s.Hidden {
		f.bleed, f.most = 0, 0.34*height
		out = append(out, &slot{part: &hidden{f}, field: c.lead("Value"), rank: focal, gap: 5 * c.u, chars: 1})
		out = append(out, c.headline(joinWords(st.unit, st.after), w, heading, 0.14))
		return append(out, c.counted(s, w)...)
	}
	if c.f.deep && st.unit != "" && len([]rune(st.before)) <= shortBefore {
		f.most = min(f.most, f.full()*unitShare*w/f.ink()) // low room: the unit stands beside it
	}
	if c.v.compact && p.Runes() <= 3 && !c.f.Landscape() {
		f.most = min(f.most, f.full()*besideShare*w/f.ink()) // low room: the words stand beside it
	}
	if b := c.beside(f, field, joinWords(st.unit, st.after), w); b != nil {
		out = append(out, &slot{part: b, field: c.lead("Value"), rank: focal, gap: gap, chars: p.Runes()})
		if apart {
			return out
		}
		return append(out, c.counted(s, w)...)
	}
	out = append(out, c.withUnit(f, st.unit, p.Runes(), gap)...)
	out = append(out, c.counted(s, w)...)
	switch {
	case st.after == "", apart:
	case c.explains(st.after):
		out = append(out, c.standfirst(st.after, w))
	default:
		h := c.headline(st.after, w, heading, 0.34)
		if fl, ok := h.part.(*filled); ok {
			fl.ways = fl.below(f.largest())
		}
		out = append(out, h)
	}
	return out
}

func (c *composer) standfirst(s string, w float64) *slot {
	t := c.prose("Headline", s, "sub", w, c.sz().subMin, c.sz().subMax, plainText)
	if c.err == nil {
		t.gather(0.74)
	}
	return c.slot(t, prose2, blockGap*c.u)
}

// explains reports words after a figure that are set as its standfirst: so
// many that in the display face they would compete with it for room that the
// card needs for more than the two.
func (c *composer) explains(after string) bool {
	return !c.t.Type["display"].Fill && utf8.RuneCountInString(after) > 40 && (c.f.Landscape() || len(c.Blocks) > 1)
}

// counted is what a figure counts.
func (c *composer) counted(s *Stat, w float64) []*slot {
	if s.Label == "" {
		return nil
	}
	return []*slot{c.slot(c.prose(c.lead("Label"), s.Label, "sub", w, c.sz().labelMin, c.sz().subMax, plainText), prose2, 3.6*c.u)}
}

// withUnit is a figure with its unit beside it, or below it where beside it
// the unit would be too small.
func (c *composer) withUnit(f *figure, unit string, runes int, gap float64) []*slot {
	s := &slot{part: f, field: c.lead("Value"), rank: focal, gap: gap, chars: runes}
	p := c.shape(c.lead("Unit"), unit, "figure")
	if unit == "" || c.err != nil {
		return []*slot{s}
	}
	u := &united{figure: f, unit: p.Whole(), field: c.lead("Unit"), floor: 1.2 * c.f.Floor}
	if u.limit()*unitSize >= u.floor*f.full() && (c.v.ample == 0 || c.f.Landscape()) {
		s.part = u
		return []*slot{s}
	}
	return []*slot{s, c.unitBelow(f, unit, gap)}
}

func (c *composer) unitBelow(f *figure, unit string, gap float64) *slot {
	return c.slot(c.prose(c.lead("Unit"), unit, "figure", f.w, 7*c.u, 15*c.u, func(p *pen) (rgba, rgba) { return p.Figure, p.Figure }), prose2, gap)
}

// unitShare is how much of the measure a figure takes that has its unit beside
// it.
const unitShare = 0.66

// besideShare is how much of the measure a short figure takes beside its words.
const besideShare = 0.5

// figureShare is the most of a card's height that its figure takes.
func (c *composer) figureShare() float64 {
	if c.f.Landscape() {
		return 0.52
	}
	return min(0.52, c.most(0.42))
}

// shortBefore is the most characters that only qualify a figure.
const shortBefore = 16

// before is set small when it only qualifies the figure ("At least"), and as
// a headline when it is the larger part of the sentence.
func (c *composer) before(st sentence, w float64) *slot {
	switch {
	case len([]rune(st.before)) <= shortBefore:
		return c.slot(c.prose("Headline", st.before, "label", w, c.sz().subMin, c.sz().subMax, plainText), prose2, 4*c.u)
	case c.explains(st.after):
		return c.standfirst(st.before, w)
	}
	return c.headline(st.before, w, heading, 0.3)
}

// beside puts the words of a narrow figure to its right. It returns nil where
// the figure is wide enough to fill the measure.
func (c *composer) beside(f *figure, field, words string, w float64) *beside {
	_, most := f.span()
	width := f.ink() * most / f.full()
	if words == "" || width > 0.68*w {
		return nil
	}
	b := &beside{figure: f, gap: 3.6 * c.u, fill: c.t.Type["display"].Fill && !c.v.ragged, least: c.f.Floor * 1.3}
	t := c.prose(field, words, "display", w-width-b.gap, c.sz().headMin, c.sz().head*1.25, headlineText)
	if c.err != nil || !t.fits() {
		return nil
	}
	least, _ := t.span()
	if least > 0.9*most {
		return nil
	}
	b.words = t
	return b
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
	first, title := focal, c.headline(c.headlineText(), w, heading, share)
	switch b := c.Blocks[rest[0]].(type) {
	case Quote:
		if !b.Verbatim { // the headline is the finding, the summary explains it
			first, title = chart, c.edge(c.headline(c.headlineText(), w, focal, 0.36))
		}
	case People:
		if len(b.Segments) == 1 && !b.AsList { // bars that divide nothing need little room
			first, title = chart, c.headline(c.headlineText(), w, focal, 0.36)
		}
	case Contact:
		first, title = chart, c.headline(c.headlineText(), w, focal, 0.36)
	}
	head.slots = append(head.slots, title)
	foot := group{scheme: c.scheme(c.ground.Foot)}
	for n, i := range rest {
		if n == 0 {
			foot.slots = c.block(i, w, first)
			continue
		}
		foot.slots = append(foot.slots, c.support(i, w)...)
	}
	if _, ok := title.part.(*strips); ok && first == focal {
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
