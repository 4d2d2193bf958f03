package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// calendarScene is a span of days, with dates or without.
func calendarScene(t told) graphic.Block {
	b := graphic.Calendar{Days: t.Days, Figure: t.say.Number(float64(t.Days)), Label: joined(" ", t.say.Label("unit_days"), t.in(t.Label))}
	if t.Scene.From == "" {
		return b
	}
	from, err := campaign.ParseDate(t.Scene.From)
	to, failed := campaign.ParseDate(t.Scene.To)
	if err != nil || failed != nil {
		return nil
	}
	b.From, b.To = from.First(), to.First()
	b.First, b.Last = t.dated(from), t.dated(to)
	for at := b.From; !at.After(b.To); at = at.AddDate(0, 1, 1-at.Day()) {
		b.Months = append(b.Months, capital(t.say.Months[at.Month()-1]))
	}
	return b
}

// dated is a day with what it is marked as.
func (t told) dated(d campaign.Date) string {
	for _, m := range t.Marks {
		if m.Date == d {
			return joined(": ", t.say.Short(d), t.in(m.Label))
		}
	}
	return t.say.Short(d)
}
