package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// slopeScene is values at two times, the first row the one that is meant.
func slopeScene(t told) graphic.Block {
	if t.Kind != campaign.SceneChange {
		return nil
	}
	from, err := campaign.ParseDate(t.From)
	to, failed := campaign.ParseDate(t.To)
	if err != nil || failed != nil {
		return nil
	}
	b := graphic.Slope{From: t.say.Short(from), To: t.say.Short(to), Unit: t.in(t.Label)}
	for _, r := range t.Rows {
		b.Rows = append(b.Rows, graphic.SlopeRow{
			Name: t.in(r.Label), From: r.From, To: r.To, FromText: t.say.Number(r.From), ToText: t.say.Number(r.To),
		})
	}
	return b
}
