package graphic

import (
	"fmt"
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Event is what, when, where and how one gets in: a row for each, to be
// written in by hand where it is not yet known. The headline is its title,
// the body its purpose.
// An Event is safe for concurrent use as long as nobody changes it.
type Event struct {
	Rows []EventRow `json:"rows,omitempty"`
}

var _ = wired[Event]("event")

// EventRow is one row of an Event. An empty Text leaves a line to write on.
// An EventRow is safe for concurrent use as long as nobody changes it.
type EventRow struct {
	Label string `json:"label,omitzero"` // "Date"
	Text  string `json:"text,omitzero"`
}

func (e Event) traits() traits { return traits{wide: leftOut} }

func (e Event) check() *FieldError {
	if n := len(e.Rows); n < 1 || n > 7 {
		return refuse("event-rows", "Rows", fault.Values{"n": n})
	}
	for i, r := range e.Rows {
		if r.Label == "" {
			return refuse("event-row-label", fmt.Sprintf("Rows[%d].Label", i), nil)
		}
	}
	return nil
}

func (e Event) describe(w *tongue) string {
	var parts []string
	for _, r := range e.Rows {
		said := r.Text
		if said == "" {
			said = w.say("to_fill_in", nil)
		}
		parts = append(parts, joinWords(r.Label+":", said))
	}
	return joinWords(listing(parts)[len(": "):])
}

func (e Event) slots(c *composer, field string, w float64, r parts.Rank) []*parts.Slot {
	f := &parts.Form{Field: field, W: w, U: c.u, Line: max(2, 0.3*c.u)}
	for i, row := range e.Rows {
		p := c.shape(field+".Rows["+strconv.Itoa(i)+"].Label", row.Label, "label")
		f.Long = f.Long || c.err == nil && p.Count((f.Start()-1.6*c.u)/c.f.Floor) > 2
	}
	for i, row := range e.Rows {
		at := field + ".Rows[" + strconv.Itoa(i) + "]"
		label := c.prose(at+".Label", row.Label, f.Start()-1.6*c.u, c.as("label").from(c.f.Floor).in(parts.AccentText))
		if c.err == nil && !label.Fits() {
			c.fail(fitError(label.Field, c.f.Name, 1))
		}
		var said *parts.Prose
		if row.Text != "" {
			said = c.prose(at+".Text", row.Text, w-f.Start(), c.as("body"))
		}
		f.Labels, f.Texts = append(f.Labels, label), append(f.Texts, said)
	}
	return []*parts.Slot{{Part: f, Field: field, Rank: r, Gap: blockGap * c.u, Chars: 20 * len(e.Rows)}}
}

func (e Event) arrange(c *composer, i int) []*parts.Column {
	if c.f.Landscape() {
		return nil
	}
	if c.f.DPI > 0 {
		c.ground.Foot = c.t.Lightest() // to be written on
	}
	return c.titled(parts.Focal, 0.34, func(w float64) []*parts.Slot {
		out := append(c.others(i, w), c.purpose(w)...)
		return append(out, e.slots(c, c.blockField(i), w, parts.Heading)...)
	})
}

// purpose is what an event is for, set as its second line.
func (c *composer) purpose(w float64) []*parts.Slot {
	out := c.follow(w)
	for _, s := range out {
		if s.Field == "Body" {
			s.Part = c.prose("Body", c.bodyText(), w, c.as("sub").from(c.sz().bodyMin))
		}
	}
	return out
}
