package share

import "github.com/shutdowncecot/toolkit/graphic"

// datesScene is dated events at their true distance.
func datesScene(t told) graphic.Block {
	var b graphic.Dates
	for _, p := range t.Points {
		at := p.Date.First()
		if !p.Date.Last().Equal(at) { // a month is drawn in its middle
			at = at.AddDate(0, 0, 14)
		}
		b.Events = append(b.Events, graphic.DatedEvent{At: at, Date: t.say.Short(p.Date), Head: t.in(p.Label)})
	}
	return b
}
