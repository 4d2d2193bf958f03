package share

import (
	"slices"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/figure"
)

// multiplesScene is the described groups of a split side by side, the one first
// whose number the card's words say.
func multiplesScene(t told) graphic.Block {
	b := graphic.Multiples{Of: t.Of}
	said := t.in(t.fact.Picture)
	for _, s := range t.States {
		if s.State == "unknown" {
			continue
		}
		p := graphic.Segment{Count: s.Count, Figure: t.say.Number(float64(s.Count)), Label: t.in(s.Label)}
		b.Parts = append(b.Parts, p)
	}
	if i := slices.IndexFunc(b.Parts, func(p graphic.Segment) bool { return figure.In(said, p.Figure) }); i > 0 {
		first := b.Parts[i]
		b.Parts = slices.Insert(slices.Delete(b.Parts, i, i+1), 0, first)
	}
	return b
}
