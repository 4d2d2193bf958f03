package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// stateMarks are the bars of a group by what is said of it. A group that is
// alone is the one meant, whatever is said.
var stateMarks = map[string]graphic.Mark{
	"none": graphic.Solid, "pending": graphic.Hatch, "convicted": graphic.Open, "rest": graphic.Open, "unknown": graphic.Foot,
}

// fieldScene is a split as a field of people.
func fieldScene(t told) graphic.Block {
	b := graphic.Field{Clear: graphic.Clear(t.nth % 3), Unit: unitOf(t.Unit, t.say)}
	if c := t.fact.Style.Clear; c != "" && b.Clear.UnmarshalText([]byte(c)) != nil {
		return nil
	}
	groups, ok := t.groups()
	if !ok {
		return nil
	}
	b.Groups, b.Figure, b.Prefix = groups, groups[0].Figure, t.in(t.Qualifier)
	return b
}

// groups are the states of a split, if they add up.
func (t told) groups() ([]graphic.Segment, bool) {
	var out []graphic.Segment
	n := 0
	for _, s := range t.States {
		mark, known := stateMarks[s.State]
		if !known || len(t.States) == 1 && mark != graphic.Hatch {
			mark = graphic.Solid
		}
		out = append(out, graphic.Segment{Count: s.Count, Mark: mark, Figure: t.say.Number(float64(s.Count)), Label: t.in(s.Label)})
		n += s.Count
	}
	return out, len(out) > 0 && n == t.Of && t.Kind == campaign.SceneSplit
}
