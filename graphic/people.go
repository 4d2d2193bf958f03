package graphic

import (
	"fmt"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// People draws one upright bar for each person, or for each Per people:
// exact counts, no sampling.
// People are safe for concurrent use as long as nobody changes them.
type People struct {
	Segments []Segment `json:"segments,omitempty"`
	Per      int       `json:"per,omitzero"`     // people to a bar; 0 and 1 both mean one
	AsList   bool      `json:"as_list,omitzero"` // lying bars in columns, as in a list of names
}

var _ = wired[People]("people")

// Segment is one group within People.
// A Segment is safe for concurrent use as long as nobody changes it.
type Segment struct {
	Count  int    `json:"count,omitzero"`  // people
	Mark   Mark   `json:"mark,omitzero"`   // how its bars are drawn
	Figure string `json:"figure,omitzero"` // Count as printed; empty leaves the segment out of the legend
	Label  string `json:"label,omitzero"`
}

func (b People) per() int { return max(1, b.Per) }

// Units is the number of bars drawn.
func (b People) units() int {
	n := 0
	for _, s := range b.Segments {
		n += s.Count / b.per()
	}
	return n
}

// fewBars need so little room on a landscape card that its headline leads.
const fewBars = 80

func (b People) traits() traits {
	t := traits{claims: true, wide: belowHeadline, share: 0.13}
	alone := len(b.Segments) == 1 // its bars divide nothing
	if alone && !b.AsList {
		t.upright = finding(0.36)
	}
	if alone || b.units() <= fewBars {
		t.across = finding(0.52)
	}
	return t
}

// bare is a field in which each bar is one of what the headline names.
func (b People) bare(ts *typesetter, field string, w float64) *parts.Slot {
	if b.per() > 1 {
		return nil
	}
	return b.slots(ts, field, w, parts.Chart)[0]
}

func (b People) check() *FieldError {
	if b.Per < 0 {
		return refuse("people-per", "Per", nil)
	}
	for i, s := range b.Segments {
		at := fmt.Sprintf("Segments[%d]", i)
		switch {
		case s.Count < 0:
			return refuse("people-count", at+".Count", nil)
		case s.Count/b.per() > figures.MostUnits: // before the sum, which might pass what an int holds
			return b.tooMany(s.Count)
		case s.Count%b.per() != 0:
			return refuse("people-multiple", at+".Count", fault.Values{"count": s.Count, "per": b.per()})
		case s.Mark < Solid || s.Mark > Foot:
			return refuse("people-mark", at+".Mark", nil)
		}
	}
	if len(b.Segments) > figures.MostUnits {
		return refuse("people-segments", "Segments", fault.Values{"n": len(b.Segments)})
	}
	switch n := b.units(); {
	case n == 0:
		return refuse("people-nobody", "Segments", nil)
	case n > figures.MostUnits:
		return b.tooMany(n * b.per())
	}
	return nil
}

// tooMany refuses a crowd of n people.
func (b People) tooMany(n int) *FieldError {
	return refuse("people-bars", "Per", fault.Values{"n": n / b.per(), "per": perFor(n)})
}

// perFor is the least round number that keeps n within figures.MostUnits.
func perFor(n int) int {
	for _, round := range []int{10, 20, 50, 100, 200, 500, 1000} {
		if n/round <= figures.MostUnits {
			return round
		}
	}
	return n / figures.MostUnits
}

func (b People) describe(w *tongue) string {
	var parts []string
	for _, s := range b.Segments {
		if s.Figure != "" || s.Label != "" {
			parts = append(parts, joinWords(s.Figure, s.Label))
		}
	}
	return w.say("people", fault.Values{"n": b.units()}) + listing(parts)
}

var patterns = [...]parts.Pattern{Solid: parts.Solid, Hatch: parts.Hatched, Open: parts.Open, Foot: parts.Footed}

// slots is a field with what its groups are.
func (b People) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	cr := &parts.Crowd{Field: field, List: b.AsList}
	for _, s := range b.Segments {
		cr.Segments = append(cr.Segments, parts.Segment{Bars: s.Count / b.per(), Mark: patterns[s.Mark], Figure: s.Figure, Label: s.Label})
	}
	return ts.crowd(cr, w, r, func(i int, part string) string { return fmt.Sprintf("%s.Segments[%d].%s", field, i, part) })
}
