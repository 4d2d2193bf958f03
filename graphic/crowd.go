package graphic

import (
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// The shares of a card's height that a field takes.
const (
	crowdMost  = 0.2
	crowdLow   = 0.26 // on a landscape card
	focalField = 0.28 // as the focal part: at least
	lowField   = 0.14
	grownField = 0.6  // at most on an ample card
	paperField = 0.36 // at most on paper
	fieldWant  = 0.38 // the headline does not shrink for more
)

// crowd is a field with its legend: a ledger beside it where there is room and
// three groups or more to tell apart, else a legend below.
func (ts *typesetter) crowd(cr *parts.Crowd, w float64, r parts.Rank, name parts.SegmentName) []*parts.Slot {
	height, field := ts.height(), cr.Field
	cr.W, cr.U, cr.Least, cr.Most = w, ts.u, 5*ts.u, ts.most(crowdMost*height)
	if ts.f.Landscape() {
		cr.Most = ts.most(crowdLow * height)
	}
	if r == parts.Focal {
		cr.Least, cr.Most = focalField*height, min(ts.most(0.5*height), grownField*height)
		if cr.List {
			cr.Most = 0.5 * height // its title takes the rest
		}
		switch {
		case ts.f.Landscape():
			cr.Least = lowField * height
		case ts.f.DPI > 0:
			cr.Most = paperField * height
		}
	}
	if n := cr.Units(); n <= 40 {
		cr.Most = min(cr.Most, ts.most(14*ts.u))
		cr.Least = min(cr.Least, cr.Most)
	}
	if r == parts.Focal && cr.LegendSize() >= 3 && !ts.v.compact && ts.f.H > ts.f.W {
		return []*parts.Slot{{Part: ts.ledger(cr, w), Field: field, Rank: r, Gap: blockGap * ts.u}}
	}
	out := []*parts.Slot{{Part: cr, Field: field, Rank: r, Gap: blockGap * ts.u}}
	if r == parts.Focal && !cr.List {
		out[0].Want = fieldWant * height
	}
	if cr.LegendSize() == 0 {
		return out
	}
	l := &parts.Legend{Name: name, W: w, U: ts.u, Min: ts.f.Floor, Max: ts.sz().labelMax}
	if ts.f.DPI > 0 {
		l.Min = ts.sz().labelMin // read from further than a caption
	}
	for i, s := range cr.Segments {
		l.Marks = append(l.Marks, s.Mark)
		figure, label := ts.segmentText(s, i, name)
		l.Figures, l.Labels = append(l.Figures, figure), append(l.Labels, label)
	}
	return append(out, &parts.Slot{Part: l, Field: field, Rank: parts.Prose2, Gap: 3 * ts.u, Chars: 40})
}

func (ts *typesetter) segmentText(s parts.Segment, i int, name parts.SegmentName) (figure, label *text.Passage) {
	if s.Figure != "" {
		figure = ts.shape(name(i, "Figure"), s.Figure, "label")
	}
	if s.Label != "" {
		label = ts.shape(name(i, "Label"), s.Label, "small")
	}
	return figure, label
}

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
