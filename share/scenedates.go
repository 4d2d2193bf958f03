package share

import (
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// datesScene is dated events at their true distance.
func datesScene(t told) graphic.Block {
	var b graphic.Dates
	for _, p := range t.Points {
		b.Events = append(b.Events, graphic.DatedEvent{At: placeOf(p.Date), Date: t.say.Short(p.Date), Head: t.in(p.Label)})
	}
	return b
}

// placeOf is where a day is drawn, and a month in its middle.
func placeOf(d campaign.Date) time.Time {
	at := d.First()
	if !d.Last().Equal(at) {
		at = at.AddDate(0, 0, 14)
	}
	return at
}
