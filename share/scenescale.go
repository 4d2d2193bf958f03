package share

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// scaleScene is an amount of money as squares of a larger one, or a percentage
// as squares of a hundred.
func scaleScene(t told) graphic.Block {
	if t.Kind == campaign.SceneSplit {
		return t.percent()
	}
	if len(t.Points) != 2 || t.Square <= 0 {
		return nil
	}
	whole, part := t.Points[0], t.Points[1]
	squares := func(v float64) (int, bool) { n := math.Round(v / t.Square); return int(n), n*t.Square == v }
	of, even := squares(whole.Value)
	n, too := squares(part.Value)
	if !even || !too {
		return nil
	}
	b := graphic.Scale{
		Count: n, Of: of, Figure: t.in(t.fact.Chart.Stat.Value), Value: t.amount(part),
		Whole: t.amount(whole), Rest: t.in(whole.Label),
	}
	if b.Figure == "" {
		b.Figure = b.Value
	}
	return b
}

// percent is the first of two groups of a hundred.
func (t told) percent() graphic.Block {
	groups, ok := t.groups()
	if !ok || len(groups) != 2 || t.Of != 100 {
		return nil
	}
	part := t.say.Percent(float64(groups[0].Count))
	return graphic.Scale{
		Count: groups[0].Count, Of: t.Of, Figure: part, Label: groups[0].Label,
		Whole: t.say.Percent(float64(groups[1].Count)), Rest: groups[1].Label,
	}
}

// amount is a sum as a chart of the fact prints it, or of one that its chart
// draws on; else as a number.
func (t told) amount(p campaign.ScenePoint) string {
	for _, b := range t.bars {
		if text := t.in(b.Text); b.Value == p.Value && text != "" {
			return text
		}
	}
	return money(p.Value, t.Unit, t.say)
}
