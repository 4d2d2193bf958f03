package graphic

import (
	"strings"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// Stat is one figure. Where the headline already contains Value (and Unit),
// it is drawn once, at its place in the headline, so that the card reads as
// one sentence.
type Stat struct {
	Prefix string // "At least", "About", "Up to": never dropped
	Value  string // best under 8 glyphs
	Unit   string // "million"
	Label  string // what is counted
	Hidden bool   // a black bar stands for the number that the next slide gives; Value is what stands before it: "$"
}

func (s Stat) traits() traits { return traits{claims: true} }

func (s Stat) within(headline string) bool { return s.split(headline).inHeadline }

func (s Stat) unsaid() string { return s.Label }

func (s Stat) heads(field string) bool { return field == "Value" || field == "Unit" }

func (s Stat) check() *FieldError {
	if s.Value == "" && !s.Hidden {
		return refuse("stat-value", "Value", nil)
	}
	return nil
}

func (s Stat) describe(*tongue) string {
	return joinWords(s.Prefix, s.Value, s.Unit, s.Label)
}

// joinWords skips the empty ones.
func joinWords(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, text.Plain(p))
		}
	}
	return strings.Join(kept, " ")
}

// sentence is a headline split around its figure, so that the figure can be
// drawn large at its place.
type sentence struct {
	before, value, unit, after string
	inHeadline                 bool
}

// split looks for the figure in the headline. Where it is not there, the
// headline follows the figure as a whole.
func (s Stat) split(headline string) sentence {
	plain := text.Plain(headline)
	if before, after, ok := figures.Cut(plain, s.Value); ok {
		out := sentence{before: joinWords(s.prefixUnless(before), before), value: s.Value, after: after, inHeadline: true}
		if rest, found := figures.CutUnit(after, s.Unit); found {
			out.unit, out.after = s.Unit, rest
		}
		return out
	}
	return sentence{before: s.Prefix, value: s.Value, unit: s.Unit, after: headline}
}

func (s Stat) prefixUnless(before string) string {
	if strings.HasSuffix(strings.ToLower(before), strings.ToLower(s.Prefix)) {
		return ""
	}
	return s.Prefix
}

// figure is one line of type as large as its box.
type figure struct {
	field string
	line  text.Line
	cap   float64 // of its font, em
	w     float64
	bleed float64 // how far it may pass the column on both sides
	most  float64 // greatest height
	color func(*pen) (plain, strong theme.RGBA)

	size float64
}

func newFigure(field string, p *text.Passage, w, bleed, most float64) *figure {
	line := text.Line{Ink: text.Ink{MaxX: 1}} // of a passage that failed
	if !p.Empty() {
		line = p.Whole()
	}
	return &figure{
		field: field, line: line, cap: p.Style.Font.CapHeight, w: w, bleed: bleed, most: most,
		color: func(p *pen) (theme.RGBA, theme.RGBA) { return p.Figure, p.Figure },
	}
}

// figure refuses what would be smaller than text may be even across its
// whole measure.
func (c *composer) figure(field, s, role string, w, bleed, most float64) *figure {
	p := c.shape(field, s, role)
	f := newFigure(field, p, w, bleed, most)
	if wide := f.ink() * c.f.Floor; c.err == nil && wide > w {
		c.fail(fitError(field, c.f.Name, max(1, int(float64(p.Runes())*(1-w/wide)))))
	}
	return f
}

func (f *figure) ink() float64 { return f.line.Ink.MaxX - f.line.Ink.MinX }

// over and under are what overhangs the cap line and the baseline, in em.
func (f *figure) over() float64  { return max(0, -f.line.Ink.MinY-f.cap-0.005) }
func (f *figure) under() float64 { return max(0, f.line.Ink.MaxY-0.005) }

func (f *figure) full() float64 { return f.over() + f.cap + f.under() }

// leastFocal is the share of its size that a focal figure keeps. A card that
// would shrink it further says too much.
const leastFocal = 0.6

// largest is the greatest size, px per em.
func (f *figure) largest() float64 { return min(f.most/f.full(), (f.w+2*f.bleed)/f.ink()) }

func (f *figure) span() (float64, float64) {
	most := f.full() * f.largest()
	return min(most, max(most*leastFocal, 90)), most
}

func (f *figure) set(h float64) float64 {
	f.size = min(h/f.full(), f.largest())
	return f.size * f.full()
}

func (f *figure) width() float64 { return f.ink() * f.size }

func (f *figure) draw(p *pen, x, y float64) {
	plain, _ := f.color(p)
	out := max(0, (f.width()-f.w)/2)
	left := x - out
	if p.right {
		left = float64(p.scene.W) - x - f.width() + out
	}
	y += (f.over() + f.cap) * f.size
	p.glyphs(f.field, &f.line, f.line.Glyphs, f.size, left-f.line.Ink.MinX*f.size, y, plain.RGBA, plain.RGBA, f.bleed > 0)
}

// united is a figure with its unit on the same baseline, a third of its size.
type united struct {
	*figure
	unit  text.Line
	field string
	floor float64 // smallest unit, px per em
}

// unitSize is that of a unit beside its figure, unitGap the space between, in
// em of the figure.
const (
	unitSize = 0.34
	unitGap  = 0.13
)

func (f *united) span() (float64, float64) {
	most := f.limit()
	return min(most, max(most*leastFocal, f.full()*f.floor/unitSize)), most
}

// limit leaves the unit its room.
func (f *united) limit() float64 {
	return min(f.most, f.full()*f.w/(f.ink()+unitGap+unitSize*(f.unit.Ink.MaxX-f.unit.Ink.MinX)))
}

func (f *united) set(h float64) float64 {
	f.size = min(h, f.limit()) / f.full()
	return f.size * f.full()
}

func (f *united) draw(p *pen, x, y float64) {
	f.figure.draw(p, x, y)
	plain, _ := f.color(p)
	at, size := x+f.width()+unitGap*f.size, unitSize*f.size
	p.start(f.field, &f.unit, size, at, y+(f.over()+f.cap)*f.size, plain.RGBA)
}

// hidden is what stands before a number, and a bar in the number's place that
// runs off the card.
type hidden struct{ *figure }

// limit leaves the bar half of the width.
func (f *hidden) limit() float64 { return min(f.most, f.full()*0.5*f.w/f.ink()) }

func (f *hidden) span() (float64, float64) { return f.limit() / 2, f.limit() }

func (f *hidden) set(h float64) float64 {
	f.size = min(h, f.limit()) / f.full()
	return f.size * f.full()
}

func (f *hidden) draw(p *pen, x, y float64) {
	if len(f.line.Glyphs) > 0 {
		f.figure.draw(p, x, y)
		x += f.width() + 0.14*f.size
	}
	p.rect(scene.Furniture, f.field, p.Text.RGBA, x, y+f.over()*f.size, float64(p.scene.W)-x, f.cap*f.size)
}

// beside is a narrow figure with words to its right, on a common baseline.
type beside struct {
	*figure
	words *prose
	gap   float64
	fill  bool    // the words fill their column, where they can
	least float64 // smallest line of a filled column, px

	filled *filled
	h      float64
}

func (b *beside) span() (float64, float64) {
	_, most := b.figure.span()
	least := b.try(most * 0.5)
	return least, max(least, most)
}

// set makes the figure smaller while its words, for which a larger one leaves
// less room, would stand higher than h.
func (b *beside) set(h float64) float64 {
	_, most := b.figure.span()
	for at := min(h, most); ; at *= 0.96 {
		if at < most*0.5 {
			return b.try(most * 0.5)
		}
		if got := b.try(at); got <= h+0.01 {
			return got
		}
	}
}

func (b *beside) try(h float64) float64 {
	fh := b.figure.set(h-max(0, b.words.under(b.words.max)-b.under()*h)) - b.under()*b.figure.size
	b.words.w = b.figure.w - b.figure.width() - b.gap
	b.filled = nil
	if b.fill {
		b.fillWords(fh)
	}
	b.words.set(fh + b.words.under(b.words.max))
	foot := max(b.under()*b.figure.size, b.words.under(b.words.size))
	b.h = max((b.over()+b.cap)*b.figure.size, b.words.height(b.words.size)-b.words.under(b.words.size)) + foot
	return b.h
}

// fillWords keeps a filling that comes near the figure's height.
func (b *beside) fillWords(h float64) {
	f := &filled{field: b.words.field, text: b.words.text, w: b.words.w, gap: 0.05 * h, color: b.words.color}
	f.ways = f.text.Fillings(text.Limits{Ratio: 2.2, Least: b.least / f.w, MaxSize: h / f.w})
	if least, _ := f.span(); len(f.ways) == 0 || least > h {
		return
	}
	if f.set(h) > 0.72*h {
		b.filled = f
	}
}

func (b *beside) draw(p *pen, x, y float64) {
	// Both stand on the figure's baseline; descenders hang below.
	wh := b.words.height(b.words.size)
	foot := max(b.under()*b.figure.size, b.words.under(b.words.size))
	base := y + b.h - foot
	b.figure.draw(p, x, base-(b.over()+b.cap)*b.figure.size)
	at := x + b.figure.width() + b.gap
	if b.filled != nil {
		b.filled.draw(p, at, base-b.filled.height(b.filled.way))
		return
	}
	b.words.draw(p, at, base-wh+b.words.under(b.words.size))
}

func (s Stat) slots(c *composer, field string, w float64, r rank) []*slot {
	f := c.figure(field, joinWords(s.Prefix, s.Value, s.Unit), "number", w, 0, 16*c.u)
	out := []*slot{{part: f, field: field, rank: r, gap: blockGap * c.u}}
	if s.Label != "" {
		out = append(out, c.slot(c.prose(field+".Label", s.Label, "body", w, c.sz().bodyMin, c.sz().bodyMax, plainText), prose1, 2.4*c.u))
	}
	return out
}
