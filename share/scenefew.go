package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// fewScene is a split or a flow of one group as tall bars.
func fewScene(t told) graphic.Block {
	b := graphic.Few{Prefix: t.in(t.Qualifier), Unit: unitOf(t.Unit, t.say)}
	switch {
	case len(t.States) == 1 && t.States[0].Count == t.Of:
		b.Count, b.Label = t.Of, t.in(t.States[0].Label)
	case t.Kind == campaign.SceneFlow && len(t.Parts) == 1 && t.Parts[0].Value == t.Total:
		b.Count, b.Label = t.Total, t.in(t.Parts[0].Label)
	default:
		return nil
	}
	b.Figure = t.say.Number(float64(b.Count))
	return b
}
