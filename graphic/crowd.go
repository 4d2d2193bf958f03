package graphic

import "github.com/shutdowncecot/toolkit/graphic/internal/parts"

// crowd is a field with its legend: a ledger beside it where there is room and
// three groups or more to tell apart, else a legend below.
func (c *composer) crowd(cr *parts.Crowd, w float64, r parts.Rank, name parts.SegmentName) []*parts.Slot {
	height, field := c.height(), cr.Field
	cr.W, cr.U, cr.Least, cr.Most = w, c.u, 5*c.u, c.most(0.2*height)
	if c.f.Landscape() {
		cr.Most = c.most(0.26 * height)
	}
	if r == parts.Focal {
		cr.Least, cr.Most = 0.28*height, min(c.most(0.5*height), 0.6*height)
		if cr.List {
			cr.Most = 0.5 * height // its title takes the rest
		}
		switch {
		case c.f.Landscape():
			cr.Least = 0.14 * height
		case c.f.DPI > 0:
			cr.Most = 0.36 * height
		}
	}
	if n := cr.Units(); n <= 40 {
		cr.Most = min(cr.Most, c.most(14*c.u))
		cr.Least = min(cr.Least, cr.Most)
	}
	if r == parts.Focal && cr.LegendSize() >= 3 && !c.v.compact && c.f.H > c.f.W {
		return []*parts.Slot{{Part: c.ledger(cr, w), Field: field, Rank: r, Gap: blockGap * c.u}}
	}
	out := []*parts.Slot{{Part: cr, Field: field, Rank: r, Gap: blockGap * c.u}}
	if r == parts.Focal && !cr.List {
		out[0].Want = 0.38 * height // the headline does not shrink for more
	}
	if cr.LegendSize() == 0 {
		return out
	}
	l := &parts.Legend{Name: name, W: w, U: c.u, Min: c.f.Floor, Max: c.sz().labelMax}
	if c.f.DPI > 0 {
		l.Min = c.sz().labelMin // read from further than a caption
	}
	for i, s := range cr.Segments {
		l.Marks = append(l.Marks, s.Mark)
		figure, label := c.segmentText(s, i, name)
		l.Figures, l.Labels = append(l.Figures, figure), append(l.Labels, label)
	}
	return append(out, &parts.Slot{Part: l, Field: field, Rank: parts.Prose2, Gap: 3 * c.u, Chars: 40})
}
