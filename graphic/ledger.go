package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Ledger fills the card with lying bars, one for each name that is not
// published, or was checked: black, as in a list that one may not read.
// A Ledger is safe for concurrent use as long as nobody changes it.
type Ledger struct {
	Count  int    `json:"count,omitzero"`
	Mark   Mark   `json:"mark,omitzero"`
	Figure string `json:"figure,omitzero"` // as printed, drawn large; may be empty
	Prefix string `json:"prefix,omitzero"` // "At least", before a figure that the headline does not hold
	Label  string `json:"label,omitzero"`  // follows a figure that the headline does not hold
}

var _ = wired[Ledger]("ledger")

func (b Ledger) traits() traits { return traits{claims: true, whole: true} }

func (b Ledger) check() *FieldError {
	switch {
	case b.Count < leastField || b.Count > mostField:
		return refuse("ledger-count", "Count", fault.Values{"n": b.Count, "least": leastField, "most": mostField})
	case b.Mark < Solid || b.Mark > Foot:
		return refuse("people-mark", "Mark", nil)
	}
	return nil
}

func (b Ledger) describe(w *tongue) string { return w.say("ledger", fault.Values{"n": b.Count}) }

func (b Ledger) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Ledger) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

func (b Ledger) draw(k *Canvas) error {
	group := Segment{Count: b.Count, Mark: b.Mark, Label: b.Label}
	f := sow(k, []Segment{group}, []string{"Label"}, b.Prefix, b.Figure)
	f.cell = lying
	return f.draw()
}
