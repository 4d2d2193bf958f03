package graphic

import (
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// A figureCard is a card that a Stat leads.
type figureCard struct {
	*composer
	Stat
	at string // the Stat's place in the card
}

func (s Stat) leads(c *composer, at int) *figureCard { return &figureCard{c, s, c.blockField(at)} }

func (s Stat) card(c *composer, at int, rest []int) []*parts.Column {
	return s.leads(c, at).upright(rest)
}

func (s Stat) wideCard(c *composer, at int, rest []int) []*parts.Column {
	return s.leads(c, at).wide(rest)
}

func (s Stat) corrected(c *composer, at int, w float64) []*parts.Slot {
	return s.leads(c, at).corrected(w)
}

// lead names one of the Stat's fields.
func (c *figureCard) lead(field string) string { return c.at + "." + field }

// upright puts the figure where it stands in the headline, as large as the
// card allows.
func (c *figureCard) upright(rest []int) []*parts.Column {
	w := c.live()
	end := c.closing(w)
	head, foot := c.head(w, c.sentence(w)...), c.foot()
	for _, i := range rest {
		foot.Slots = append(foot.Slots, c.support(i, w)...)
	}
	foot.Slots = append(foot.Slots, c.follow(w)...)
	return c.page(end, head, foot)
}

// Gaps, in units.
const (
	figureGap      = 3.2
	countedGap     = 3.6 // over what a figure counts
	countedWide    = 4.4 // on a wide card
	wordsGap       = 3.6 // before words to its right
	correctionsGap = 5.2
)

// What of a card's height words want that stand over a figure or below it.
const (
	wordsShare  = 0.3
	afterShare  = 0.34
	wideAfter   = 0.46
	hiddenMost  = 0.34 // of the figure, where it is to be guessed
	hiddenOver  = 0.28
	hiddenAfter = 0.14
)

// sentence is a headline with its figure drawn large: what comes before, the
// figure, its unit, what comes after.
func (c *figureCard) sentence(w float64) []*parts.Slot {
	st := c.split(c.headlineText())
	var out []*parts.Slot
	field, apart := "Headline", !st.inHeadline && c.Label != "" && !c.Hidden && !c.f.Landscape()
	if apart { // beside the figure the headline would read as what it counts
		out = append(out, c.headline(st.after, w, parts.Heading, wordsShare))
		field, st.after = c.lead("Label"), c.Label
	}
	if st.before != "" {
		out = append(out, c.before(st, w))
	}
	p := c.shape(c.lead("Value"), st.value, "figure")
	if c.err != nil || p.Empty() && !c.Hidden {
		return nil
	}
	height := c.height()
	f := c.figure(c.lead("Value"), st.value, "figure", w, c.bleed(p), c.figureShare()*height)
	gap := figureGap * c.u
	if c.Hidden {
		f.Bleed, f.Most = 0, hiddenMost*height
		out = append(out, &parts.Slot{Part: &parts.Hidden{Figure: f}, Field: c.lead("Value"), Rank: parts.Focal, Gap: 5 * c.u, Chars: 1})
		out = append(out, c.headline(joinWords(st.unit, st.after), w, parts.Heading, hiddenAfter))
		return append(out, c.counted(w)...)
	}
	if c.f.deep && st.unit != "" && len([]rune(st.before)) <= shortBefore {
		f.Most = min(f.Most, f.Full()*unitShare*w/f.Ink()) // low room: the unit stands beside it
	}
	if c.v.compact && p.Runes() <= 3 && !c.f.Landscape() {
		f.Most = min(f.Most, f.Full()*besideShare*w/f.Ink()) // low room: the words stand beside it
	}
	if b := c.beside(f, field, joinWords(st.unit, st.after), w); b != nil {
		out = append(out, &parts.Slot{Part: b, Field: c.lead("Value"), Rank: parts.Focal, Gap: gap, Chars: p.Runes()})
		if apart {
			return out
		}
		return append(out, c.counted(w)...)
	}
	out = append(out, c.withUnit(f, st.unit, p.Runes(), gap)...)
	out = append(out, c.counted(w)...)
	if st.after != "" && !apart {
		out = append(out, c.after(st.after, f, w))
	}
	return out
}

// bleed is how far a short figure passes the margins, where the theme lets it.
func (c *figureCard) bleed(figure *text.Passage) float64 {
	if !c.t.Bleed || c.f.deep || figure.Runes() > bleedRunes {
		return 0
	}
	return min(4*c.u, c.sz().side-leastMargin)
}

// A figure of more than bleedRunes fills the measure as it is; what bleeds keeps
// leastMargin px to the canvas's edge.
const (
	bleedRunes  = 4
	leastMargin = 26
)

// after is what follows a figure, no larger than it.
func (c *figureCard) after(words string, f *parts.Figure, w float64) *parts.Slot {
	if c.explains(words) {
		return c.standfirst(words, w)
	}
	h := c.headline(words, w, parts.Heading, afterShare)
	if fl, ok := h.Part.(*parts.Filled); ok {
		fl.Ways = fl.Below(f.Largest())
	}
	return h
}

// gathered is how small a standfirst becomes where that saves it a line.
const gathered = 0.74

func (c *figureCard) standfirst(s string, w float64) *parts.Slot {
	t := c.prose("Headline", s, w, c.as("sub"))
	if c.err == nil {
		t.Gather(gathered)
	}
	return c.slot(t, parts.Prose2, blockGap*c.u)
}

// explains reports words after a figure that are set as its standfirst: so
// many that in the display face they would compete with it for room that the
// card needs for more than the two.
func (c *figureCard) explains(after string) bool {
	return !c.t.Type["display"].Fill && utf8.RuneCountInString(after) > 40 && (c.f.Landscape() || len(c.Blocks) > 1)
}

// counted is what a figure counts.
func (c *figureCard) counted(w float64) []*parts.Slot {
	if c.Label == "" {
		return nil
	}
	return []*parts.Slot{c.slot(c.prose(c.lead("Label"), c.Label, w, c.as("sub").from(c.sz().labelMin)), parts.Prose2, countedGap*c.u)}
}

// withUnit is a figure with its unit beside it, or below it where beside it
// the unit would be too small.
func (c *figureCard) withUnit(f *parts.Figure, unit string, runes int, gap float64) []*parts.Slot {
	s := &parts.Slot{Part: f, Field: c.lead("Value"), Rank: parts.Focal, Gap: gap, Chars: runes}
	p := c.shape(c.lead("Unit"), unit, "figure")
	if unit == "" || c.err != nil {
		return []*parts.Slot{s}
	}
	u := &parts.United{Figure: f, Unit: p.Whole(), Field: c.lead("Unit"), Floor: unitLeast * c.f.Floor}
	if u.Limit()*parts.UnitSize >= u.Floor*f.Full() && (c.v.ample == 0 || c.f.Landscape()) {
		s.Part = u
		return []*parts.Slot{s}
	}
	return []*parts.Slot{s, c.unitBelow(f, unit, gap)}
}

func (c *figureCard) unitBelow(f *parts.Figure, unit string, gap float64) *parts.Slot {
	inks := func(p *parts.Pen) (theme.RGBA, theme.RGBA) { return p.Figure, p.Figure }
	return c.slot(c.prose(c.lead("Unit"), unit, f.W, c.as("figure").from(7*c.u).upTo(15*c.u).in(inks)), parts.Prose2, gap)
}

// unitLeast is the least size of a unit beside its figure, in floors of the
// format.
const unitLeast = 1.2

// unitShare is how much of the measure a figure takes that has its unit beside
// it.
const unitShare = 0.66

// besideShare is how much of the measure a short figure takes beside its words;
// one of more than besideMost has none there.
const (
	besideShare = 0.5
	besideMost  = 0.68
)

// The most of a card's height that a figure takes, and of an upright one, before
// a variant allows it more.
const (
	figureMost    = 0.52
	figureUpright = 0.42
)

// figureShare is the most of a card's height that its figure takes.
func (c *figureCard) figureShare() float64 {
	if c.f.Landscape() {
		return figureMost
	}
	return min(figureMost, c.most(figureUpright))
}

// shortBefore is the most characters that only qualify a figure.
const shortBefore = 16

// before is set small when it only qualifies the figure ("At least"), and as
// a headline when it is the larger part of the sentence.
func (c *figureCard) before(st sentence, w float64) *parts.Slot {
	switch {
	case c.Hidden:
		return c.headline(st.before, w, parts.Focal, hiddenOver)
	case len([]rune(st.before)) <= shortBefore:
		return c.slot(c.prose("Headline", st.before, w, c.as("label").from(c.sz().subMin).upTo(c.sz().subMax)), parts.Prose2, 4*c.u)
	case c.explains(st.after):
		return c.standfirst(st.before, w)
	}
	return c.headline(st.before, w, parts.Heading, wordsShare)
}

// beside puts the words of a narrow figure to its right. It returns nil where
// the figure is wide enough to fill the measure.
func (c *figureCard) beside(f *parts.Figure, field, words string, w float64) *parts.Beside {
	_, most := f.Span()
	width := f.Ink() * most / f.Full()
	if words == "" || width > besideMost*w {
		return nil
	}
	b := &parts.Beside{Figure: f, Gap: wordsGap * c.u, Fill: c.t.Type["display"].Fill && !c.v.ragged, Least: c.f.Floor * 1.3}
	t := c.prose(field, words, w-width-b.Gap, c.as("display").upTo(c.sz().head*1.25).in(parts.HeadlineText))
	if c.err != nil || !t.Fits() {
		return nil
	}
	least, _ := t.Span()
	if least > 0.9*most {
		return nil
	}
	b.Words = t
	return b
}

// A figure of a wide card stands in a column of narrowColumn of the width, and
// takes up to narrowHigh of its height; one that is more than wideFigure times
// as wide as high goes across the card.
const (
	narrowColumn = 0.37
	narrowHigh   = 0.66
	wideFigure   = 1.75
)

// wideCard puts a narrow figure in a loud column beside its words, a wide one
// across the card.
func (c *figureCard) wide(rest []int) []*parts.Column {
	st := c.split(c.headlineText())
	p := c.shape(c.lead("Value"), st.value, "figure")
	if c.err != nil || p.Empty() {
		return nil
	}
	f := parts.NewFigure(c.lead("Value"), p, 1, 0, 1)
	wide := f.Ink()/f.Full() > wideFigure || len([]rune(st.before)) > shortBefore
	if wide || st.after == "" || c.v.ample == 1 && !c.f.preview {
		return c.wideSentence(rest)
	}
	a, b := c.halves(narrowColumn)
	head, foot := c.sides(c.ground.Band)
	f = parts.NewFigure(c.lead("Value"), p, a.W, 0, narrowHigh*(a.Bottom-a.Top))
	fig := parts.Group{Scheme: head}
	if st.before != "" {
		fig.Slots = append(fig.Slots, c.slot(c.prose("Headline", st.before, a.W, c.as("sub").from(c.f.Floor)), parts.Prose2, 0))
	}
	fig.Slots = append(fig.Slots, &parts.Slot{Part: f, Field: c.lead("Value"), Rank: parts.Focal, Gap: 4 * c.u})
	if st.unit != "" {
		unit := c.prose(c.lead("Unit"), st.unit, a.W, c.as("sub").from(c.f.Floor).upTo(c.sz().subMax*1.3))
		fig.Slots = append(fig.Slots, c.slot(unit, parts.Prose2, countedGap*c.u))
	}
	if c.Label != "" {
		fig.Slots = append(fig.Slots, c.slot(c.prose(c.lead("Label"), c.Label, a.W, c.as("sub").from(c.f.Floor)), parts.Prose2, countedWide*c.u))
	}
	a.Groups = []parts.Group{fig}
	said := parts.Group{Scheme: foot}
	said.Slots = append(said.Slots, c.headline(st.after, b.W, parts.Heading, wideAfter))
	said.Slots = append(said.Slots, c.wideField(rest, b.W)...)
	said.Slots = append(said.Slots, c.wideEnd(b.W).own...)
	b.Groups = []parts.Group{said}
	return []*parts.Column{a, b}
}

// wideSentence runs the figure across the card.
func (c *figureCard) wideSentence(rest []int) []*parts.Column {
	w := c.live()
	head, foot := c.head(w, c.sentence(w)...), c.foot(c.wideField(rest, w)...)
	return c.page(c.wideEnd(w), head, foot)
}

// corrected is what is true now: the figure fills the measure, what leads to it
// is set as small as what was said.
func (c *figureCard) corrected(w float64) []*parts.Slot {
	st := c.split(c.headlineText())
	var out []*parts.Slot
	if st.before != "" {
		out = append(out, c.slot(c.prose("Headline", st.before, w, c.as("body")), parts.Prose2, correctionsGap*c.u))
	}
	f := c.figure(c.lead("Value"), st.value, "figure", w, 0, c.figureShare()*c.height())
	out = append(out, &parts.Slot{Part: f, Field: c.lead("Value"), Rank: parts.Focal, Gap: figureGap * c.u, Chars: utf8.RuneCountInString(st.value)})
	if st.unit != "" {
		out = append(out, c.unitBelow(f, st.unit, figureGap*c.u))
	}
	out = append(out, c.counted(w)...)
	if st.after != "" {
		out = append(out, c.headline(st.after, w, parts.Heading, wordsShare))
	}
	return out
}
