package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Scale draws an amount as squares of one size that fill the card, of which
// those of the amount are solid and those of a larger one open.
// A Scale is safe for concurrent use as long as nobody changes it.
type Scale struct {
	Count  int    `json:"count,omitzero"`  // solid squares
	Of     int    `json:"of,omitzero"`     // all squares
	Figure string `json:"figure,omitzero"` // the amount as printed, "$4.76", drawn large
	Prefix string `json:"prefix,omitzero"` // "about", before a figure that the headline does not hold
	Label  string `json:"label,omitzero"`  // follows a figure that the headline does not hold
	Value  string `json:"value,omitzero"`  // the amount in full, for alt text; empty: Figure
	Whole  string `json:"whole,omitzero"`  // the larger amount as printed, "$6 million", beside its squares
	Rest   string `json:"rest,omitzero"`   // what it is: "as first reported"
}

var _ = wired[Scale]("scale")

// How many squares make a scale: fewer measure nothing, more cannot be seen.
const leastScale, mostScale = 40, 400

func (b Scale) traits() traits { return traits{claims: true, whole: true} }

func (b Scale) check() *FieldError {
	switch {
	case b.Of < leastScale || b.Of > mostScale:
		return refuse("scale-squares", "Of", fault.Values{"n": b.Of, "least": leastScale, "most": mostScale})
	case b.Count < 1 || b.Count > b.Of:
		return refuse("scale-count", "Count", fault.Values{"n": b.Count, "of": b.Of})
	}
	return nil
}

func (b Scale) describe(w *tongue) string {
	value := b.Value
	if value == "" {
		value = b.Figure
	}
	out := w.say("scale", fault.Values{"n": b.Count, "of": b.Of})
	if value != "" {
		out += ": " + value
	}
	if b.Whole != "" {
		out += "; " + joinWords(b.Whole, b.Rest)
	}
	return out
}

func (b Scale) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Scale) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

// groups are its squares as groups of a field.
func (b Scale) groups() []Segment {
	groups := []Segment{{Count: b.Count, Label: b.Label}}
	if rest := b.Of - b.Count; rest > 0 {
		groups = append(groups, Segment{Count: rest, Mark: Open, Figure: b.Whole, Label: b.Rest})
	}
	return groups
}

func (b Scale) draw(k *Canvas) error {
	f := sow(k, b.groups(), []string{"Label", "Rest"}, b.Prefix, b.Figure)
	f.cell = square
	return f.draw()
}
