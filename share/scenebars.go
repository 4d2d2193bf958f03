package share

import "github.com/shutdowncecot/toolkit/graphic"

// barsScene is dated amounts as bars, of which the first is meant.
func barsScene(t told) graphic.Block {
	var b graphic.Bars
	for i, p := range t.Points {
		b.Items = append(b.Items, graphic.Bar{Label: capital(t.in(p.Label)), Value: p.Value, Text: t.amount(p), Focus: i == 0})
	}
	return b
}
