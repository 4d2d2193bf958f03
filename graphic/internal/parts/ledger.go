package parts

import (
	"fmt"
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Ledger is a field of bars with an account of its segments beside it: each
// entry begins at the row where its segment begins.
type Ledger struct {
	*Crowd
	Figures []*Figure // nil for a segment without one
	Labels  []*Prose
	Side    float64 // width of the entries
	Gap     float64
	Rule    float64

	tops []float64
}

// The measures of a ledger, in units.
const (
	ledgerSide    = 3.2 // between the bars and the entries
	ledgerTop     = 2.4 // below the rule
	ledgerGap     = 1.8 // between figure and words
	ledgerMark    = 1.2 // before the mark
	entryMarkHigh = 3.2
	entryMarkWide = 1.4
	entryLeast    = 4.2  // of a figure
	entryCap      = 0.72 // of its capitals, em
	ledgerStep    = 0.1  // by which figures become smaller, of their size
	ledgerLow     = 0.3  // of it that they keep
)

// entrySizes are the figures of the first entries and of all others, px per em.
var entrySizes = [...]float64{17, 10.5, 5.6, 5.6}

func (l *Ledger) Span() (float64, float64) {
	need := 0.0
	for i := range l.Labels {
		l.setEntry(i, ledgerLow)
		need += l.entry(i) + l.Gap
	}
	return max(l.Crowd.Least, need), l.Crowd.Most
}

// Set shares the height among the entries by importance and then pushes
// apart those that would collide.
func (l *Ledger) Set(h float64) float64 {
	h = l.Crowd.Set(h)
	for share := 1.0; ; share -= ledgerStep {
		for i := range l.Labels {
			l.setEntry(i, share)
		}
		if l.push(h) || share < 0.25 {
			return h
		}
	}
}

// setEntry sets the first segments with the larger figures.
func (l *Ledger) setEntry(i int, share float64) {
	if l.Figures[i] != nil {
		_, most := l.Figures[i].Span()
		l.Figures[i].Set(min(most, max(entryLeast*l.U, share*entrySizes[min(i, 3)]*l.U*entryCap)))
	}
	l.Labels[i].W = l.Side
	if l.inline(i) {
		l.Labels[i].W = l.beside(i)
	}
	l.Labels[i].Set(1e9)
}

// mark is the height of the bar at the end of every entry, which says which of
// the field's it counts, and its width.
func (l *Ledger) mark() (h, w float64) {
	return math.Floor(entryMarkHigh * l.U), math.Floor(entryMarkWide * l.U)
}

// inline entries have their words beside a small figure, once that has its
// size.
func (l *Ledger) inline(i int) bool {
	if i < 2 || l.Figures[i] == nil {
		return false
	}
	t := l.Labels[i]
	return t.Text.Widest()*t.Min <= l.beside(i)
}

// beside is the width that an entry's figure leaves its words.
func (l *Ledger) beside(i int) float64 {
	_, mark := l.mark()
	return l.Side - l.Figures[i].width() - ledgerGap*l.U - mark - ledgerMark*l.U
}

func (l *Ledger) entry(i int) float64 {
	h := ledgerTop * l.U
	label := l.Labels[i].height(l.Labels[i].Size)
	switch f := l.Figures[i]; {
	case f == nil:
		return h + label
	case l.inline(i):
		return h + max(f.size*f.Full(), label)
	default:
		return h + f.size*f.Full() + ledgerGap*l.U + label
	}
}

// push places the entries from their segments' rows downwards and reports
// whether the last still ends within h.
func (l *Ledger) push(h float64) bool {
	l.tops = l.tops[:0]
	unit, free := 0, 0.0
	for i, s := range l.Segments {
		_, y := l.grid.at(unit, l.W, h)
		y = max(y, free)
		l.tops = append(l.tops, y)
		free = y + l.entry(i) + l.Gap
		unit += s.Bars
	}
	over := free - l.Gap - h
	if over <= 0 {
		return true
	}
	// Pull the last ones up as far as the first allow.
	limit := h
	for i := len(l.tops) - 1; i > 0; i-- {
		l.tops[i] = min(l.tops[i], limit-l.entry(i))
		limit = l.tops[i] - l.Gap
	}
	return limit >= l.entry(0)
}

func (l *Ledger) Draw(p *Pen, x, y float64) {
	l.Crowd.Draw(p, x, y)
	at := x + l.W + ledgerSide*l.U
	for i, top := range l.tops {
		field := fmt.Sprintf("%s.Segments[%d]", l.Field, i)
		ty := y + math.Floor(top)
		p.rect(scene.Furniture, field, p.Rule.RGBA, at, ty, l.Side, l.Rule)
		ty += ledgerTop * l.U
		f := l.Figures[i]
		switch {
		case f == nil:
			l.Labels[i].Draw(p, at, ty)
		case l.inline(i):
			f.Draw(p, at, ty)
			l.Labels[i].Draw(p, at+f.width()+ledgerGap*l.U, ty+max(0, f.size*f.Full()-l.Labels[i].height(l.Labels[i].Size))/2)
			l.drawMark(p, i, at, ty)
		default:
			f.Draw(p, at, ty)
			l.Labels[i].Draw(p, at, ty+f.size*f.Full()+ledgerGap*l.U)
			l.drawMark(p, i, at, ty)
		}
	}
}

// drawMark puts an entry's bar on the line of its figure.
func (l *Ledger) drawMark(p *Pen, i int, x, y float64) {
	f, mark := l.Figures[i], l.Segments[i].Mark
	h, w := l.mark()
	base := math.Floor(y + (f.over()+f.cap)*f.size)
	p.rects(scene.Mark, fmt.Sprintf("%s.Segments[%d].Mark", l.Field, i), p.markColor(mark), mark.bar(nil, math.Floor(x+l.Side-w), base-h, w, h, l.U))
}
