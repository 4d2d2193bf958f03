package graphic

import (
	"fmt"
	"math"
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// ledger is a field of bars with an account of its segments beside it: each
// entry begins at the row where its segment begins.
type ledger struct {
	*crowd
	figures []*figure // nil for a segment without one
	labels  []*prose
	side    float64 // width of the entries
	gap     float64
	rule    float64

	tops []float64
}

func (l *ledger) span() (float64, float64) {
	need := 0.0
	for i := range l.labels {
		l.setEntry(i, 0.3)
		need += l.entry(i) + l.gap
	}
	return max(l.crowd.least, need), l.crowd.most
}

// set shares the height among the entries by importance and then pushes
// apart those that would collide.
func (l *ledger) set(h float64) float64 {
	h = l.crowd.set(h)
	for share := 1.0; ; share -= 0.1 {
		for i := range l.labels {
			l.setEntry(i, share)
		}
		if l.push(h) || share < 0.25 {
			return h
		}
	}
}

// setEntry gives the first segments the larger figures.
func (l *ledger) setEntry(i int, share float64) {
	if l.figures[i] != nil {
		sizes := []float64{17, 10.5, 5.6, 5.6}
		_, most := l.figures[i].span()
		l.figures[i].set(min(most, max(4.2*l.u, share*sizes[min(i, 3)]*l.u*0.72)))
	}
	l.labels[i].w = l.side
	if l.inline(i) {
		l.labels[i].w = l.beside(i)
	}
	l.labels[i].set(1e9)
}

// mark is the height of the bar at the end of every entry, which says which of
// the field's it counts, and its width.
func (l *ledger) mark() (h, w float64) { return math.Floor(3.2 * l.u), math.Floor(1.4 * l.u) }

// inline entries have their words beside a small figure, once that has its
// size.
func (l *ledger) inline(i int) bool {
	if i < 2 || l.figures[i] == nil {
		return false
	}
	t := l.labels[i]
	return t.text.Widest()*t.min <= l.beside(i)
}

// beside is the width that an entry's figure leaves its words.
func (l *ledger) beside(i int) float64 {
	_, mark := l.mark()
	return l.side - l.figures[i].width() - 1.8*l.u - mark - 1.2*l.u
}

func (l *ledger) entry(i int) float64 {
	h := 2.4 * l.u
	label := l.labels[i].height(l.labels[i].size)
	switch f := l.figures[i]; {
	case f == nil:
		return h + label
	case l.inline(i):
		return h + max(f.size*f.full(), label)
	default:
		return h + f.size*f.full() + 1.8*l.u + label
	}
}

// push places the entries from their segments' rows downwards and reports
// whether the last still ends within h.
func (l *ledger) push(h float64) bool {
	l.tops = l.tops[:0]
	unit, free := 0, 0.0
	for i, s := range l.segments {
		_, y := l.grid.at(unit, l.w, h)
		y = max(y, free)
		l.tops = append(l.tops, y)
		free = y + l.entry(i) + l.gap
		unit += s.bars
	}
	over := free - l.gap - h
	if over <= 0 {
		return true
	}
	// Pull the last ones up as far as the first allow.
	limit := h
	for i := len(l.tops) - 1; i > 0; i-- {
		l.tops[i] = min(l.tops[i], limit-l.entry(i))
		limit = l.tops[i] - l.gap
	}
	return limit >= l.entry(0)
}

func (l *ledger) draw(p *pen, x, y float64) {
	l.crowd.draw(p, x, y)
	at := x + l.w + 3.2*l.u
	for i, top := range l.tops {
		field := fmt.Sprintf("%s.Segments[%d]", l.field, i)
		ty := y + math.Floor(top)
		p.rect(scene.Furniture, field, p.Rule.RGBA, at, ty, l.side, l.rule)
		ty += 2.4 * l.u
		f := l.figures[i]
		switch {
		case f == nil:
			l.labels[i].draw(p, at, ty)
		case l.inline(i):
			f.draw(p, at, ty)
			l.labels[i].draw(p, at+f.width()+1.8*l.u, ty+max(0, f.size*f.full()-l.labels[i].height(l.labels[i].size))/2)
			l.drawMark(p, i, at, ty)
		default:
			f.draw(p, at, ty)
			l.labels[i].draw(p, at, ty+f.size*f.full()+1.8*l.u)
			l.drawMark(p, i, at, ty)
		}
	}
}

// drawMark puts an entry's bar on the line of its figure.
func (l *ledger) drawMark(p *pen, i int, x, y float64) {
	f, mark := l.figures[i], l.segments[i].mark
	h, w := l.mark()
	base := math.Floor(y + (f.over()+f.cap)*f.size)
	p.rects(scene.Mark, fmt.Sprintf("%s.Segments[%d].Mark", l.field, i), p.markColor(mark), mark.bar(nil, math.Floor(x+l.side-w), base-h, w, h, l.u))
}

func (c *composer) ledger(cr *crowd, w float64) *ledger {
	cr.w = 0.57 * w
	cr.most = 0.62 * c.height()
	l := &ledger{crowd: cr, side: 0.43*w - 3.2*c.u, gap: 1.6 * c.u, rule: c.t.Rule.Row * c.u / 10}
	most := 1.1 * c.f.Floor
	if c.f.DPI > 0 {
		most = c.sz().labelMax // the floor of paper is for the hand
	}
	for i, s := range cr.segments {
		field := cr.field + ".Segments[" + strconv.Itoa(i) + "]"
		var f *figure
		if s.figure != "" {
			f = c.figure(field+".Figure", s.figure, "number", l.side, 0, 13*c.u)
			f.color = plainText
			if s.mark == solid || s.mark == hatched {
				f.color = accentText
			}
		}
		l.figures = append(l.figures, f)
		label := c.prose(field+".Label", s.label, "small", l.side, c.f.Floor, most, plainText)
		if c.err == nil && !label.fits() {
			c.fail(fitError(label.field, c.f.Name, 1))
		}
		l.labels = append(l.labels, label)
	}
	return l
}
