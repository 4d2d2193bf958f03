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

func (d Donut) slots(c *composer, field string, w float64, r parts.Rank) []*parts.Slot {
	if c.f.Landscape() {
		band := &parts.Crowd{Field: field, Segments: []parts.Segment{{Bars: d.Count, Figure: d.Value, Label: d.Label}, {Bars: d.Of - d.Count, Mark: parts.Open}}}
		return c.crowd(band, w, r, func(_ int, part string) string {
			return field + "." + map[string]string{"Mark": "Count", "Figure": "Value", "Label": "Label"}[part]
		})
	}
	g := &parts.Ring{Field: field, Count: d.Count, Of: d.Of, W: w, U: c.u, Rule: c.t.Rule.Row * c.u / 10}
	g.Most = min(0.66*w, 0.6*c.height())
	hole := parts.Inner * g.Most * parts.RoomInHole
	g.Value = c.figure(field+".Value", d.Value, "number", hole, 0, 18*c.u)
	if d.Label != "" {
		g.Label = c.prose(field+".Label", d.Label, hole, c.as("label").from(c.f.Floor))
	}
	side := w - g.Most - 3*c.u
	if d.RestValue != "" {
		g.RestValue = c.figure(field+".RestValue", d.RestValue, "number", side, 0, 5.6*c.u)
		g.RestValue.Color = parts.PlainText
	}
	if d.Rest != "" {
		g.Rest = c.prose(field+".Rest", d.Rest, side, c.as("small").upTo(c.f.Floor*1.12))
	}
	for _, t := range []*parts.Prose{g.Label, g.Rest} {
		if t != nil && c.err == nil && !t.Fits() {
			c.fail(fitError(t.Field, c.f.Name, 1))
		}
	}
	return []*parts.Slot{{Part: g, Field: field, Rank: r, Gap: blockGap * c.u}}
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
