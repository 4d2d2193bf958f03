package graphic

import (
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
)

// A field with its ledger beside it.
const (
	ledgerField = 0.57 // of the measure
	ledgerWords = 0.43
	ledgerHigh  = 0.62 // of the card
	ledgerLabel = 1.1  // floors of the format, at most
	ledgerGap   = 3.2  // units, between the two
	entryGap    = 1.6
)

func (ts *typesetter) ledger(cr *parts.Crowd, w float64) *parts.Ledger {
	cr.W = ledgerField * w
	cr.Most = ledgerHigh * ts.height()
	l := &parts.Ledger{Crowd: cr, Side: ledgerWords*w - ledgerGap*ts.u, Gap: entryGap * ts.u, Rule: ts.t.Rule.Row * ts.u / 10}
	most := ledgerLabel * ts.f.Floor
	if ts.f.DPI > 0 {
		most = ts.sz().labelMax // the floor of paper is for the hand
	}
	for i, s := range cr.Segments {
		field := cr.Field + ".Segments[" + strconv.Itoa(i) + "]"
		var f *parts.Figure
		if s.Figure != "" {
			f = ts.figure(field+".Figure", s.Figure, "number", l.Side, 0, 13*ts.u)
			f.Color = parts.PlainText
			if s.Mark == parts.Solid || s.Mark == parts.Hatched {
				f.Color = parts.AccentText
			}
		}
		l.Figures = append(l.Figures, f)
		label := ts.prose(field+".Label", s.Label, l.Side, ts.as("small").upTo(most))
		if ts.err == nil && !label.Fits() {
			ts.fail(fitError(label.Field, ts.f.Name, 1))
		}
		l.Labels = append(l.Labels, label)
	}
	return l
}
