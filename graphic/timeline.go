package graphic

import (
	"fmt"
	"strconv"
	"time"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Timeline places up to six events on a vertical axis drawn to scale.
// A Timeline is safe for concurrent use as long as nobody changes it.
type Timeline struct {
	Events []TimelineEvent `json:"events,omitempty"`
	Span   Span            `json:"span,omitzero"`
}

var _ = wired[Timeline]("timeline")

// TimelineEvent is one point of a Timeline. Date is At as printed.
// A TimelineEvent is safe for concurrent use as long as nobody changes it.
type TimelineEvent struct {
	At    time.Time `json:"at,omitzero"`
	Date  string    `json:"date,omitzero"`
	Text  string    `json:"text,omitzero"`
	Focus bool      `json:"focus,omitzero"` // at most one: the event the card is about
}

// Span is a period drawn as a bar on the axis. The zero Span is not drawn.
// A Span is safe for concurrent use as long as nobody changes it.
type Span struct {
	From  time.Time `json:"from,omitzero"`
	To    time.Time `json:"to,omitzero"`
	Name  string    `json:"name,omitzero"`  // "Blue:"; printed in the accent
	Label string    `json:"label,omitzero"` // what the bar means
}

func (t Timeline) traits() traits { return traits{claims: true, wide: leftOut} }

func (t Timeline) check() *FieldError {
	if n := len(t.Events); n < figures.LeastEvents || n > figures.MostEvents {
		return refuse("timeline-events", "Events", fault.Values{"n": n})
	}
	focus := 0
	for i, e := range t.Events {
		at := fmt.Sprintf("Events[%d]", i)
		if e.At.IsZero() || e.Date == "" || e.Text == "" {
			return refuse("timeline-event", at, nil)
		}
		if i > 0 && e.At.Before(t.Events[i-1].At) {
			return refuse("timeline-event-order", at+".At", nil)
		}
		if e.Focus {
			focus++
		}
	}
	if focus > 1 {
		return refuse("timeline-event-focus", "Events", fault.Values{"n": focus})
	}
	if !t.Events[len(t.Events)-1].At.After(t.Events[0].At) {
		return refuse("timeline-one-day", "Events", nil)
	}
	return nil
}

func (t Timeline) describe(w *tongue) string {
	var parts []string
	for _, e := range t.Events {
		parts = append(parts, joinWords(e.Date+":", e.Text))
	}
	return w.say("timeline", nil) + listing(parts)
}

func (t Timeline) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	a := t.axis(ts, field, w)
	s := &parts.Slot{Part: a, Field: field, Rank: r, Gap: blockGap * ts.u}
	if ts.err == nil {
		s.Want = a.Measure(0.6) + 4*ts.u*float64(len(t.Events)-1)
	}
	return []*parts.Slot{s}
}

func (t Timeline) axis(ts *typesetter, field string, w float64) *parts.Axis {
	a := &parts.Axis{Field: field, From: t.Span.From, To: t.Span.To, W: w, U: ts.u, Small: ts.f.Floor}
	for i, e := range t.Events {
		at := field + ".Events[" + strconv.Itoa(i) + "]"
		role, most := "small", max(1.14*ts.f.Floor, (ts.sz().labelMin+ts.sz().labelMax)/2)
		if e.Focus {
			role, most = "display", 6*ts.u
		}
		least := min(most, max(ts.f.Floor, ts.sz().slug))
		a.Events = append(a.Events, parts.AxisEvent{At: e.At, Focus: e.Focus})
		a.Dates = append(a.Dates, ts.prose(at+".Date", e.Date, a.Second()-a.Column(), ts.as("label").from(least).upTo(max(1.1*ts.f.Floor, ts.sz().labelMin))))
		a.Texts = append(a.Texts, ts.prose(at+".Text", e.Text, w-a.Second(), ts.as(role).from(least).upTo(most)))
	}
	if t.Span.Label != "" {
		if t.Span.Name != "" {
			a.SpanName = ts.shape(field+".Span.Name", t.Span.Name, "label")
		}
		a.SpanLabel = ts.shape(field+".Span.Label", t.Span.Label, "small")
	}
	return a
}
