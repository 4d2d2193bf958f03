package graphic

import (
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
)

func (c *composer) ledger(cr *parts.Crowd, w float64) *parts.Ledger {
	cr.W = 0.57 * w
	cr.Most = 0.62 * c.height()
	l := &parts.Ledger{Crowd: cr, Side: 0.43*w - 3.2*c.u, Gap: 1.6 * c.u, Rule: c.t.Rule.Row * c.u / 10}
	most := 1.1 * c.f.Floor
	if c.f.DPI > 0 {
		most = c.sz().labelMax // the floor of paper is for the hand
	}
	for i, s := range cr.Segments {
		field := cr.Field + ".Segments[" + strconv.Itoa(i) + "]"
		var f *parts.Figure
		if s.Figure != "" {
			f = c.figure(field+".Figure", s.Figure, "number", l.Side, 0, 13*c.u)
			f.Color = parts.PlainText
			if s.Mark == parts.Solid || s.Mark == parts.Hatched {
				f.Color = parts.AccentText
			}
		}
		l.Figures = append(l.Figures, f)
		label := c.prose(field+".Label", s.Label, l.Side, c.as("small").upTo(most))
		if c.err == nil && !label.Fits() {
			c.fail(fitError(label.Field, c.f.Name, 1))
		}
		l.Labels = append(l.Labels, label)
	}
	return l
}
