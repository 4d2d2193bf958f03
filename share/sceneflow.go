package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// flowScene is one group that parts in two.
func flowScene(t told) graphic.Block {
	if t.Kind != campaign.SceneFlow || len(t.Parts) != 2 || t.Parts[0].Value+t.Parts[1].Value != t.Total {
		return nil
	}
	b := graphic.Flow{Prefix: t.in(t.Qualifier), Unit: unitOf(t.Unit, t.say)}
	for i, p := range t.Parts {
		mark := graphic.Solid
		if i > 0 {
			mark = graphic.Open
		}
		b.Parts = append(b.Parts, graphic.Segment{Count: p.Value, Mark: mark, Figure: t.say.Number(float64(p.Value)), Label: t.in(p.Label)})
	}
	b.Figure = b.Parts[0].Figure
	return b
}
