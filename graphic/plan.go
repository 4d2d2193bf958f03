package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Plan draws a room as full as it can be: the card is the room, with one bar for
// each person who fits, striped from the least number said to the most. It says
// what can fit and not how many are there, and claims no area.
// A Plan is safe for concurrent use as long as nobody changes it.
type Plan struct {
	Least int `json:"least,omitzero"`
	Most  int `json:"most,omitzero"` // nought: one number is said, and it is Least
}

var _ = wired[Plan]("plan")

func (b Plan) traits() traits { return traits{claims: true, whole: true} }

func (b Plan) most() int { return max(b.Least, b.Most) }

func (b Plan) check() *FieldError {
	switch {
	case b.Least < leastField || b.most() > mostField:
		return refuse("plan-count", "Least", fault.Values{"n": b.Least, "least": leastField, "most": mostField})
	case b.Most != 0 && b.Most < b.Least:
		return refuse("plan-most", "Most", fault.Values{"n": b.Most, "least": b.Least})
	}
	return nil
}

func (b Plan) describe(w *tongue) string {
	return w.say("plan", fault.Values{"n": b.Least, "rest": b.most() - b.Least})
}

func (b Plan) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Plan) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

func (b Plan) draw(k *Canvas) error {
	groups := []Segment{{Count: b.Least}}
	if rest := b.most() - b.Least; rest > 0 {
		groups = append(groups, Segment{Count: rest, Mark: Hatch})
	}
	return sow(k, groups, []string{"Least", "Most"}, "", "").draw()
}
