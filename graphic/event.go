package graphic

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Event is what, when, where and how one gets in: the day and the hour large,
// then a row for each of the rest, to be written in by hand where it is not
// yet known. The headline is its title, the body its purpose; the card's note
// says what one bar of the field stands for.
// An Event is safe for concurrent use as long as nobody changes it.
type Event struct {
	Day  string     `json:"day,omitzero"`  // "Friday, December 4"
	When string     `json:"when,omitzero"` // "6–7 p.m., Example Square"
	Rows []EventRow `json:"rows,omitempty"`
	Bars int        `json:"bars,omitzero"` // of the field below the headline; 0: none
}

var _ = wired[Event]("event")

// EventRow is one row of an Event. An empty Text leaves a line to write on.
// An EventRow is safe for concurrent use as long as nobody changes it.
type EventRow struct {
	Label string `json:"label,omitzero"` // "Date"
	Text  string `json:"text,omitzero"`
}

func (e Event) traits() traits { return traits{wide: leftOut, claims: e.Bars > 0} }

func (e Event) check() *FieldError {
	if n := len(e.Rows); n < 1 && e.Day == "" || n > 7 {
		return refuse("event-rows", "Rows", fault.Values{"n": n})
	}
	if e.Bars < 0 || e.Bars > mostField {
		return refuse("field-count", "Bars", fault.Values{"n": e.Bars, "most": mostField})
	}
	for i, r := range e.Rows {
		if r.Label == "" {
			return refuse("event-row-label", fmt.Sprintf("Rows[%d].Label", i), nil)
		}
	}
	return nil
}

func (e Event) describe(w *tongue) string {
	parts := make([]string, 0, len(e.Rows)+2)
	for _, s := range []string{e.Day, e.When} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	for _, r := range e.Rows {
		said := r.Text
		if said == "" {
			said = w.say("to_fill_in", nil)
		}
		parts = append(parts, joinWords(r.Label+":", said))
	}
	return joinWords(listing(parts)[len(": "):])
}

func (e Event) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	rows := e.Rows
	if e.Day != "" {
		rows = append([]EventRow{{e.Day, e.When}}, rows...)
	}
	f := &parts.Form{Field: field, W: w, U: ts.u, Line: max(2, 0.3*ts.u)}
	at := func(i int) (label, text string) {
		if i -= len(rows) - len(e.Rows); i < 0 {
			return field + ".Day", field + ".When"
		}
		row := field + ".Rows[" + strconv.Itoa(i) + "]"
		return row + ".Label", row + ".Text"
	}
	for i, row := range rows {
		name, _ := at(i)
		p := ts.shape(name, row.Label, "label")
		f.Long = f.Long || ts.err == nil && p.Count((f.Start()-1.6*ts.u)/ts.f.Floor) > 2
	}
	for i, row := range rows {
		name, text := at(i)
		label := ts.prose(name, row.Label, f.Start()-1.6*ts.u, ts.as("label").from(ts.f.Floor).in(parts.AccentText))
		if ts.err == nil && !label.Fits() {
			ts.fail(fitError(label.Field, ts.f.Name, 1))
		}
		var said *parts.Prose
		if row.Text != "" {
			said = ts.prose(text, row.Text, w-f.Start(), ts.as("body"))
		}
		f.Labels, f.Texts = append(f.Labels, label), append(f.Texts, said)
	}
	return []*parts.Slot{{Part: f, Field: field, Rank: r, Gap: blockGap * ts.u, Chars: 20 * len(rows)}}
}

// arrange makes a poster of an event that stands alone. Beside other blocks it
// is a form below the headline.
func (e Event) arrange(c *composer, i int) []*parts.Column {
	switch {
	case c.f.Landscape():
		return nil
	case len(c.Blocks) == 1 && c.Action.empty() && c.Attribution == "" && c.Folio == Folio{}:
		return c.onCanvas(i, e.draw)
	}
	if c.f.DPI > 0 {
		c.ground.Foot = c.t.Lightest() // to be written on
	}
	return c.titled(parts.Focal, 0.34, func(w float64) []*parts.Slot {
		out := append(c.others(i, w), e.purpose(c.typesetter, w)...)
		if e.Bars > 0 { // a form has no field, nor what says what its bars are
			out = slices.DeleteFunc(out, func(s *parts.Slot) bool { return s.Field == "Note" })
		}
		return append(out, e.slots(c.typesetter, c.blockField(i), w, parts.Heading)...)
	})
}

// purpose is what an event is for, set as its second line.
func (e Event) purpose(ts *typesetter, w float64) []*parts.Slot {
	out := ts.follow(w)
	for _, s := range out {
		if s.Field == "Body" {
			s.Part = ts.prose("Body", ts.bodyText(), w, ts.as("sub").from(ts.sz().bodyMin))
		}
	}
	return out
}
