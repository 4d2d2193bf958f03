package graphic

import (
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// card puts the figure where it stands in the headline, as large as the
// card allows.
func (s Stat) card(c *composer, rest []int) []*column {
	w := c.live()
	own, last := c.closing(w)
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	head.slots = append(head.slots, s.sentence(c, w)...)
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
func (s Stat) sentence(c *composer, w float64) []*slot {
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
		return append(out, s.counted(c, w)...)
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
		return append(out, s.counted(c, w)...)
	}
	out = append(out, c.withUnit(f, st.unit, p.Runes(), gap)...)
	out = append(out, s.counted(c, w)...)
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
func (s Stat) counted(c *composer, w float64) []*slot {
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
	return c.slot(c.prose(c.lead("Unit"), unit, "figure", f.w, 7*c.u, 15*c.u, func(p *pen) (theme.RGBA, theme.RGBA) { return p.Figure, p.Figure }), prose2, gap)
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

// wideCard puts a narrow figure in a loud column beside its words, a wide one
// across the card.
func (s Stat) wideCard(c *composer, rest []int) []*column {
	st := s.split(c.headlineText())
	p := c.shape(c.lead("Value"), st.value, "figure")
	if c.err != nil || p.Empty() {
		return nil
	}
	f := newFigure(c.lead("Value"), p, 1, 0, 1)
	wide := f.ink()/f.full() > 1.75 || len([]rune(st.before)) > shortBefore
	if wide || st.after == "" || c.v.ample == 1 && !c.f.preview {
		return s.wideSentence(c, rest)
	}
	a, b := c.halves(0.37)
	head, foot := c.sides(c.ground.Band)
	f = newFigure(c.lead("Value"), p, a.w, 0, 0.66*(a.bottom-a.top))
	fig := group{scheme: head}
	if st.before != "" {
		fig.slots = append(fig.slots, c.slot(c.prose("Headline", st.before, "sub", a.w, c.f.Floor, c.sz().subMax, plainText), prose2, 0))
	}
	fig.slots = append(fig.slots, &slot{part: f, field: c.lead("Value"), rank: focal, gap: 4 * c.u})
	if st.unit != "" {
		fig.slots = append(fig.slots, c.slot(c.prose(c.lead("Unit"), st.unit, "sub", a.w, c.f.Floor, c.sz().subMax*1.3, plainText), prose2, 3.6*c.u))
	}
	if s.Label != "" {
		fig.slots = append(fig.slots, c.slot(c.prose(c.lead("Label"), s.Label, "sub", a.w, c.f.Floor, c.sz().subMax, plainText), prose2, 4.4*c.u))
	}
	a.groups = []group{fig}
	said := group{scheme: foot}
	said.slots = append(said.slots, c.headline(st.after, b.w, heading, 0.46))
	said.slots = append(said.slots, c.wideField(rest, b.w)...)
	said.slots = append(said.slots, c.wideEnd(b.w)...)
	b.groups = []group{said}
	return []*column{a, b}
}

// wideSentence runs the figure across the card.
func (s Stat) wideSentence(c *composer, rest []int) []*column {
	w := c.live()
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	head.slots = append(head.slots, s.sentence(c, w)...)
	foot := group{scheme: c.scheme(c.ground.Foot), slots: c.wideField(rest, w)}
	foot.slots = append(foot.slots, c.wideEnd(w)...)
	return []*column{c.vertical(head, foot)}
}

// corrected is what is true now: the figure fills the measure, what leads to it
// is set as small as what was said.
func (s Stat) corrected(c *composer, w float64) []*slot {
	st := s.split(c.headlineText())
	var out []*slot
	if st.before != "" {
		out = append(out, c.slot(c.prose("Headline", st.before, "body", w, c.sz().bodyMin, c.sz().bodyMax, plainText), prose2, 5.2*c.u))
	}
	f := c.figure(c.lead("Value"), st.value, "figure", w, 0, c.figureShare()*c.height())
	out = append(out, &slot{part: f, field: c.lead("Value"), rank: focal, gap: 3.2 * c.u, chars: utf8.RuneCountInString(st.value)})
	if st.unit != "" {
		out = append(out, c.unitBelow(f, st.unit, 3.2*c.u))
	}
	out = append(out, s.counted(c, w)...)
	if st.after != "" {
		out = append(out, c.headline(st.after, w, heading, 0.3))
	}
	return out
}
