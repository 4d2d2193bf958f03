package graphic

import (
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// block is the slots of one block at its place below the headline.
func (c *composer) block(i int, w float64, r rank) []*slot {
	field := c.blockField(i)
	gap := 4.4 * c.u
	switch b := c.Blocks[i].(type) {
	case People:
		return c.peopleSlots(b, field, w, r, gap)
	case Bars:
		return []*slot{{part: c.rows(b, field, w), field: field, rank: r, gap: gap}}
	case List:
		return []*slot{{part: c.numbered(b, field, w), field: field, rank: r, gap: gap, chars: listRunes(b)}}
	case Timeline:
		return []*slot{{part: c.axis(b, field, w), field: field, rank: r, gap: gap}}
	case Quote:
		return c.quoteSlots(b, field, w, r, gap)
	case Stat:
		f := newFigure(field, c.shape(field, joinWords(b.Prefix, b.Value, b.Unit), "number"), w, 0, 16*c.u)
		return []*slot{
			{part: f, field: field, rank: r, gap: gap},
			c.slot(c.prose(field+".Label", b.Label, "body", w, c.sz().bodyMin, c.sz().bodyMax, plainText), prose1, 2.4*c.u),
		}
	}
	return nil
}

// peopleSlots is a field with its legend: a ledger beside it where there is
// room and three groups or more to tell apart, else a legend below.
func (c *composer) peopleSlots(b People, field string, w float64, r rank, gap float64) []*slot {
	height := float64(c.f.H) - c.sz().top - c.sz().bottom
	cr := &crowd{field: field, people: b, w: w, u: c.u, least: 5 * c.u, most: 0.2 * height}
	if r == focal {
		cr.least, cr.most = 0.28*height, 0.5*height
		if c.f.landscape() {
			cr.least = 0.14 * height
		}
	}
	if n := b.units(); n <= 40 {
		cr.most = min(cr.most, 14*c.u)
		cr.least = min(cr.least, cr.most)
	}
	if r == focal && b.legendSize() >= 3 && !c.v.compact && c.f.H > c.f.W {
		return []*slot{{part: c.ledger(b, cr, w), field: field, rank: r, gap: gap}}
	}
	out := []*slot{{part: cr, field: field, rank: r, gap: gap}}
	if b.legendSize() == 0 {
		return out
	}
	l := &legend{field: field, people: b, w: w, u: c.u, min: c.f.Floor, max: c.sz().labelMax}
	for i := range b.Segments {
		figure, label := c.segmentText(b, i, field)
		l.figures, l.labels = append(l.figures, figure), append(l.labels, label)
	}
	return append(out, &slot{part: l, field: field, rank: prose2, gap: 3 * c.u, chars: 40})
}

// legendSize is the number of groups that say what they are.
func (b People) legendSize() int {
	n := 0
	for _, s := range b.Segments {
		if s.Figure != "" || s.Label != "" {
			n++
		}
	}
	return n
}

func (c *composer) segmentText(b People, i int, field string) (figure, label *text.Passage) {
	s := b.Segments[i]
	field += ".Segments[" + strconv.Itoa(i) + "]"
	if s.Figure != "" {
		figure = c.shape(field+".Figure", s.Figure, "label")
	}
	if s.Label != "" {
		label = c.shape(field+".Label", s.Label, "small")
	}
	return figure, label
}

func (c *composer) ledger(b People, cr *crowd, w float64) *ledger {
	cr.w = 0.57 * w
	cr.most = 0.62 * (float64(c.f.H) - c.sz().top - c.sz().bottom)
	l := &ledger{crowd: cr, side: 0.43*w - 3.2*c.u, gap: 1.6 * c.u, rule: c.t.Rule.Row * c.u / 10}
	for i, s := range b.Segments {
		field := cr.field + ".Segments[" + strconv.Itoa(i) + "]"
		var f *figure
		if s.Figure != "" {
			f = newFigure(field+".Figure", c.shape(field+".Figure", s.Figure, "number"), l.side, 0, 13*c.u)
			f.color = plainText
			if s.Mark == Solid || s.Mark == Hatch {
				f.color = accentText
			}
		}
		l.figures = append(l.figures, f)
		l.labels = append(l.labels, c.prose(field+".Label", s.Label, "small", l.side, c.f.Floor, c.f.Floor*1.1, plainText))
	}
	return l
}

func (c *composer) rows(b Bars, field string, w float64) *rows {
	r := &rows{
		field: field, bars: b, w: w, u: c.u, floor: c.f.Floor, label: c.sz().labelMin * 1.12,
		value: 4.8 * c.u, edge: c.t.Rule.Row * c.u / 10,
	}
	if c.f.landscape() {
		r.label = c.f.Floor
	}
	for i, it := range b.Items {
		at := field + ".Items[" + strconv.Itoa(i) + "]"
		role := "small"
		if it.Focus {
			role = "label"
		}
		r.labels = append(r.labels, c.shape(at+".Label", it.Label, role))
		r.values = append(r.values, c.shape(at+".Text", it.Text, "number"))
	}
	return r
}

func listRunes(l List) int {
	n := 0
	for _, it := range l.Items {
		n += len([]rune(it))
	}
	return n
}

func (c *composer) numbered(b List, field string, w float64) *numbered {
	l := &numbered{field: field, w: w, u: c.u, rule: c.t.Rule.Row * c.u / 10}
	for i, it := range b.Items {
		at := field + ".Items[" + strconv.Itoa(i) + "]"
		l.items = append(l.items, c.prose(at, it, "label", w-l.indent(), c.f.Floor*1.1, c.sz().subMax, plainText))
		n := c.shape(at, strconv.Itoa(i+1), "number")
		if c.err == nil {
			l.numerals = append(l.numerals, n.Whole())
			l.capital = n.Style.Font.CapHeight
		}
	}
	return l
}

func (c *composer) quoteSlots(q Quote, field string, w float64, r rank, gap float64) []*slot {
	most := c.sz().subMax
	if r == focal {
		most = c.sz().headMax
	}
	p := c.prose(field+".Text", q.marked(c.words), "passage", w, c.sz().subMin, most, accentText)
	s := c.slot(p, r, gap)
	if r == focal {
		s.want = 0.34 * float64(c.f.H)
	}
	who := c.slot(c.prose(field+".Speaker", q.Speaker, "label", w, c.sz().labelMin, c.sz().labelMax, plainText), prose2, 3.6*c.u)
	out := []*slot{s, who}
	if q.Role != "" {
		out = append(out, c.slot(c.prose(field+".Role", q.Role, "small", w, c.sz().slug, c.sz().labelMax, muteText), prose2, 1.8*c.u))
	}
	return out
}

func (c *composer) axis(t Timeline, field string, w float64) *axis {
	a := &axis{field: field, t: t, w: w, u: c.u, small: c.f.Floor}
	for i, e := range t.Events {
		at := field + ".Events[" + strconv.Itoa(i) + "]"
		role, most := "small", c.sz().labelMax
		if e.Focus {
			role, most = "display", 6*c.u
		}
		least := min(most, c.f.Floor)
		a.dates = append(a.dates, c.prose(at+".Date", e.Date, "label", a.second()-a.column(), least, c.f.Floor*1.1, plainText))
		a.texts = append(a.texts, c.prose(at+".Text", e.Text, role, w-a.second(), least, most, plainText))
	}
	if t.Span.Label != "" {
		if t.Span.Name != "" {
			a.spanName = c.shape(field+".Span.Name", t.Span.Name, "label")
		}
		a.spanLabel = c.shape(field+".Span.Label", t.Span.Label, "small")
	}
	return a
}
