package graphic

import (
	"math"
	"strings"
)

// A pile sets words and marks below each other in an area of a canvas.
type pile struct {
	k *Canvas
	a Area // what is left
}

// The measures of a pile, in units.
const (
	riseSlack = 0.4 // that accents may stand over an area
	pileUnder = 1.2 // below what hangs under a baseline
	slugSize  = 2.7
	slugAbove = 2.6 // between its rule and it
	slugRule  = 0.35
)

// A line as wide as its area is set a little smaller, or in a little more than
// that: rounding would break it.
const (
	lineFits = 0.999
	lineRoom = 1.02
)

// on fills an area with the ground of a scheme; what is drawn next is drawn in
// its colours.
func (k *Canvas) on(scheme string, a Area) {
	k.pen.Scheme = k.c.scheme(scheme)
	k.Rect(ToneGround, a)
}

// put draws words at the top of what is left, and a gap below them.
func (p *pile) put(s Setting, t Tone, gap float64) {
	u := p.k.Unit()
	over := max(0, s.Rise()-riseSlack*u)
	p.k.Draw(s, t, p.a.X, p.a.Y+over)
	p.skip(over + s.Height + max(gap, s.Under()+pileUnder*u))
}

func (p *pile) skip(h float64) { p.a.Y, p.a.H = p.a.Y+h, p.a.H-h }

// line is a text at one size, or smaller down to the floor where one line would
// not hold it.
func (p *pile) line(field, words string, face Face, size float64) Setting {
	t := p.k.Text(field, words, face)
	if t.Empty() {
		return Setting{Text: t}
	}
	if s := max(p.k.Floor(), min(size, t.Across(p.a.W))); s >= 0.7*size {
		size = s
	}
	return t.Set(max(size, p.k.Floor()), p.a.W)
}

// slugLine sets citation and tag on the foot of the area, under a rule, and
// takes them off it. What it returns draws them.
func (p *pile) slugLine(cite string) (draw func()) {
	rule, words := p.slugLow(cite)
	return func() {
		rule()
		words()
	}
}

// slugLow does so and draws the rule apart.
func (p *pile) slugLow(cite string) (above, draw func()) {
	k, u := p.k, p.k.Unit()
	size := max(k.Floor(), slugSize*u)
	var tag Setting
	if tags := k.Card().Tags; len(tags) > 0 {
		t := k.Text("Tags", "#"+strings.TrimPrefix(tags[0], "#"), FaceLabel)
		tag = t.Set(size, p.a.W)
	}
	w := p.a.W
	source := k.Text("Source", cite, FaceSmall)
	if tag.Text != nil && !tag.Empty() {
		if left := w - tag.Wide - 3*u; source.Empty() || source.p.Widest()*size <= left && source.p.Count(left/size) <= 2 {
			w = left
		} else {
			tag = Setting{}
		}
	}
	s := source.Set(size, w)
	high := max(s.Height, tag.Height)
	y := p.a.Y + p.a.H - high - s.Under()
	if high == 0 {
		return func() {}, func() {}
	}
	rule := max(2, slugRule*u)
	p.a.H = y - slugAbove*u - rule - p.a.Y
	a := p.a
	above = func() { k.Rect(ToneRule, Area{a.X, a.Y + a.H, a.W, rule}) }
	return above, func() {
		k.Draw(s, ToneMute, a.X, y)
		if tag.Text != nil {
			k.Draw(tag, ToneText, a.X+a.W-tag.Wide, y+high-tag.Height)
		}
	}
}

// cited is what stands on the slug line: the source and its date.
func (c *Card) cited() string { return joinWords(c.Source, c.AsOf) }

// ranks are n upright bars in rows that reach both edges of an area. The last
// row may be shorter.
func ranks(n int, a Area) []Area {
	cols := columnsOf(n, a)
	rows := (n + cols - 1) / cols
	high := a.H / (float64(rows-1) + rankTall)
	bar := math.Round(max(1, rankWide*a.W/(float64(cols-1)+rankWide)))
	pitch := 0.0
	if cols > 1 {
		pitch = (a.W - bar) / float64(cols-1)
	}
	out := make([]Area, n)
	for i := range out {
		out[i] = Area{math.Round(a.X + float64(i%cols)*pitch), math.Round(a.Y + float64(i/cols)*high), bar, math.Round(rankTall * high)}
	}
	return out
}

// The measures of bars in rows: what of the pitch one takes across and down, and
// how many times as tall as wide one looks best.
const (
	rankWide = 0.48
	rankTall = 0.78
	rankLook = 4.4
)

// columnsOf is how many bars stand side by side: so many that they are upright
// and the last row is nearly full.
func columnsOf(n int, a Area) int {
	best, cost := n, math.Inf(1)
	for rows := 1; rows <= n; rows++ {
		cols := (n + rows - 1) / rows
		if (cols-1)*rows >= n && cols > 1 && (n+cols-1)/cols < rows {
			continue // the same columns in fewer rows
		}
		look := rankTall * a.H / float64(rows) / max(1, rankWide*a.W/float64(cols))
		left := float64(cols*rows-n) / float64(cols)
		if c := math.Abs(math.Log(look/rankLook)) + 0.5*left; c < cost {
			best, cost = cols, c
		}
	}
	return best
}
