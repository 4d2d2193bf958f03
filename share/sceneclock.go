package share

import (
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
)

// clockScene is hours of a day, or as many hours of no day.
func clockScene(t told) graphic.Block {
	b := graphic.Clock{
		Hours: t.Hours, From: t.Scene.From, Figure: t.say.Number(float64(t.Hours)),
		Label: joined(": ", t.say.Label("unit_hours"), t.in(t.Label)),
	}
	for _, g := range t.fact.Figures { // "about" stands before its number
		if g.Value == float64(t.Hours) {
			b.Prefix = t.in(g.Qualifier)
		}
	}
	b.Start, b.End = t.clock(t.Scene.From), t.clock(t.Scene.To)
	return b
}

// clock is a time of day as it is printed.
func (t told) clock(at string) string {
	when, err := time.Parse("15:04", at)
	if err != nil {
		return at
	}
	return t.say.Time(when)
}
