package graphic

import (
	"fmt"
	"math"
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Bars compares two to seven values on a zero baseline.
// Bars are safe for concurrent use as long as nobody changes them.
type Bars struct {
	Items []Bar `json:"items,omitempty"`
}

var _ = wired[Bars]("bars")

// Bar is one row of Bars. Text is Value as printed.
// A Bar is safe for concurrent use as long as nobody changes it.
type Bar struct {
	Label string  `json:"label,omitzero"`
	Value float64 `json:"value,omitzero"`
	Text  string  `json:"text,omitzero"`
	Focus bool    `json:"focus,omitzero"` // drawn in the accent
}

func (b Bars) traits() traits { return traits{claims: true} }

func (b Bars) check() *FieldError {
	if n := len(b.Items); n < figures.LeastBars || n > figures.MostBars {
		return refuse("bars-items", "Items", fault.Values{"n": n})
	}
	for i, it := range b.Items {
		if it.Value < 0 || math.IsNaN(it.Value) || math.IsInf(it.Value, 0) {
			return refuse("bars-item-value", fmt.Sprintf("Items[%d].Value", i), nil)
		}
		if it.Text == "" {
			return refuse("bars-item-text", fmt.Sprintf("Items[%d].Text", i), nil)
		}
	}
	if b.largest() == 0 {
		return refuse("bars-all-zero", "Items", nil)
	}
	return nil
}

func (b Bars) largest() float64 {
	m := 0.0
	for _, it := range b.Items {
		m = max(m, it.Value)
	}
	return m
}

func (b Bars) describe(w *tongue) string {
	var parts []string
	for _, it := range b.Items {
		parts = append(parts, joinWords(it.Label+":", it.Text))
	}
	return w.say("bars", fault.Values{"n": len(b.Items)}) + listing(parts)
}

func (b Bars) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	return []*parts.Slot{{Part: b.rows(ts, field, w), Field: field, Rank: r, Gap: blockGap * ts.u}}
}

func (b Bars) rows(ts *typesetter, field string, w float64) *parts.Rows {
	r := &parts.Rows{
		Field: field, Longest: b.largest(), W: w, U: ts.u, Floor: ts.f.Floor, Label: ts.sz().labelMin * 1.12,
		Value: 10 * ts.u, Tallest: ts.most(11 * ts.u), Edge: ts.t.Rule.Row * ts.u / 10,
	}
	if ts.f.Landscape() {
		r.Label = ts.f.Floor
	}
	for i, it := range b.Items {
		at := field + ".Items[" + strconv.Itoa(i) + "]"
		role := "small"
		if it.Focus {
			role = "label"
		}
		r.Bars = append(r.Bars, parts.BarRow{Value: it.Value, Focus: it.Focus})
		r.Labels = append(r.Labels, ts.shape(at+".Label", it.Label, role))
		r.Values = append(r.Values, ts.shape(at+".Text", it.Text, "number"))
	}
	return r
}
