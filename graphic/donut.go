package graphic

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Donut is one share of a whole: a ring of one tick for each unit, those
// meant long, the others short. Wide formats draw it as a band of bars.
// A Donut is safe for concurrent use as long as nobody changes it.
type Donut struct {
	Count     int    `json:"count,omitzero"`      // ticks meant, of all
	Of        int    `json:"of,omitzero"`         // ticks meant, of all
	Value     string `json:"value,omitzero"`      // in the middle: "75%"
	Label     string `json:"label,omitzero"`      // below it: "179 of 238 readers"
	RestValue string `json:"rest_value,omitzero"` // of the others: "About 22%"
	Rest      string `json:"rest,omitzero"`       // what they are
}

var _ = wired[Donut]("donut")

func (d Donut) traits() traits { return traits{claims: true, wide: belowHeadline} }

func (d Donut) check() *FieldError {
	switch {
	case d.Of < 2 || d.Of > figures.MostUnits:
		return refuse("donut-of", "Of", fault.Values{"n": d.Of, "most": figures.MostUnits})
	case d.Count < 1 || d.Count > d.Of:
		return refuse("donut-count", "Count", fault.Values{"count": d.Count, "of": d.Of})
	case d.Value == "":
		return refuse("donut-value", "Value", nil)
	}
	return nil
}

func (d Donut) describe(w *tongue) string {
	return w.say("donut", fault.Values{"of": d.Of, "n": d.Count}) + listing(joined(joinWords(d.Value, d.Label), joinWords(d.RestValue, d.Rest)))
}

func (d Donut) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	if ts.f.Landscape() {
		band := &parts.Crowd{Field: field, Segments: []parts.Segment{{Bars: d.Count, Figure: d.Value, Label: d.Label}, {Bars: d.Of - d.Count, Mark: parts.Open}}}
		return ts.crowd(band, w, r, func(_ int, part string) string {
			return field + "." + map[string]string{"Mark": "Count", "Figure": "Value", "Label": "Label"}[part]
		})
	}
	g := &parts.Ring{Field: field, Count: d.Count, Of: d.Of, W: w, U: ts.u, Rule: ts.t.Rule.Row * ts.u / 10}
	g.Most = min(0.66*w, 0.6*ts.height())
	hole := parts.Inner * g.Most * parts.RoomInHole
	g.Value = ts.figure(field+".Value", d.Value, "number", hole, 0, 18*ts.u)
	if d.Label != "" {
		g.Label = ts.prose(field+".Label", d.Label, hole, ts.as("label").from(ts.f.Floor))
	}
	side := w - g.Most - 3*ts.u
	if d.RestValue != "" {
		g.RestValue = ts.figure(field+".RestValue", d.RestValue, "number", side, 0, 5.6*ts.u)
		g.RestValue.Color = parts.PlainText
	}
	if d.Rest != "" {
		g.Rest = ts.prose(field+".Rest", d.Rest, side, ts.as("small").upTo(ts.f.Floor*1.12))
	}
	for _, t := range []*parts.Prose{g.Label, g.Rest} {
		if t != nil && ts.err == nil && !t.Fits() {
			ts.fail(fitError(t.Field, ts.f.Name, 1))
		}
	}
	return []*parts.Slot{{Part: g, Field: field, Rank: r, Gap: blockGap * ts.u}}
}

// listed joins with commas the strings that are not empty.
func listed(parts ...string) string { return strings.Join(joined(parts...), ", ") }

// joined leaves out the empty strings.
func joined(parts ...string) []string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
