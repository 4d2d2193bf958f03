package share

import "github.com/shutdowncecot/toolkit/graphic"

// lineScene is dated values, from where their count began.
func lineScene(t told) graphic.Block {
	b := graphic.Line{Prefix: t.in(t.Qualifier)}
	for _, p := range t.Points {
		b.Points = append(b.Points, graphic.LinePoint{
			At: placeOf(p.Date), Value: p.Value, Date: t.say.Short(p.Date), Text: t.say.Number(p.Value),
		})
	}
	if len(b.Points) == 0 {
		return nil
	}
	if s := t.Start; !s.Date.IsZero() && s.Value == 0 {
		b.Start = graphic.LinePoint{At: placeOf(s.Date), Date: t.say.Short(s.Date)}
	}
	b.Figure = b.Points[len(b.Points)-1].Text
	return b
}
