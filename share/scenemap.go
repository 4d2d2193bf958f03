package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// mapScene is one journey between countries, or two of which the second goes on
// from the first.
func mapScene(t told) graphic.Block {
	b := graphic.Map{Value: t.say.Number(float64(t.Count))}
	first, ok := t.route(t.Places, t.Countries)
	if !ok || t.Count == 0 {
		return nil
	}
	first.Count, first.When = t.Count, t.span()
	b.Routes = append(b.Routes, first)
	if t.Then.Count == 0 {
		return b
	}
	second, ok := t.route(t.Then.Places, t.Then.Countries)
	if !ok {
		return nil
	}
	second.Count, second.When, second.Label = t.Then.Count, t.say.Short(t.Then.Date), t.in(t.Then.Label)
	if t.Then.State == "released" {
		second.Mark = graphic.Open
	}
	b.Routes = append(b.Routes, second)
	return b
}

// route is where a journey begins and ends.
func (t told) route(places []campaign.Text, countries []string) (graphic.Route, bool) {
	if len(places) != 2 || len(countries) != 2 {
		return graphic.Route{}, false
	}
	place := func(i int) graphic.Place { return graphic.Place{Region: countries[i], Name: t.in(places[i])} }
	return graphic.Route{From: place(0), To: place(1)}, true
}

// span is the day of a scene, or from when to when.
func (t told) span() string {
	if !t.Date.IsZero() {
		return t.say.Short(t.Date)
	}
	from, err := campaign.ParseDate(t.Scene.From)
	to, failed := campaign.ParseDate(t.Scene.To)
	if err != nil || failed != nil {
		return ""
	}
	return t.say.Short(from) + "–" + t.say.Short(to)
}
