package graphic

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Dates draws two to five events at their true distance: a column of one bar
// for each week between the first and the last, or for each day of a short
// time.
// Dates are safe for concurrent use as long as nobody changes them.
type Dates struct {
	Events []DatedEvent `json:"events,omitempty"` // in order
}

var _ = wired[Dates]("dates")

// DatedEvent is one event of Dates.
// A DatedEvent is safe for concurrent use.
type DatedEvent struct {
	At   time.Time `json:"at,omitzero"`
	Date string    `json:"date,omitzero"` // as printed
	Head string    `json:"head,omitzero"` // what happened
}

// mostDates is how many events can be read, shortDates up to how many days are
// drawn as days.
const mostDates, shortDates = 5, 70

func (b Dates) traits() traits { return traits{claims: true, whole: true} }

func (b Dates) check() *FieldError {
	if n := len(b.Events); n < 2 || n > mostDates {
		return refuse("dates-events", "Events", fault.Values{"n": n, "most": mostDates})
	}
	for i := range b.Events[1:] {
		if !b.Events[i+1].At.After(b.Events[i].At) {
			return refuse("dates-order", fmt.Sprintf("Events[%d].At", i+1), nil)
		}
	}
	return nil
}

// Bars are how many stand for the time between the first event and the last,
// and whether one is a week or a day. Dates without events have none.
func (b Dates) Bars() (n int, weeks bool) {
	if len(b.Events) == 0 {
		return 0, false
	}
	days := int(math.Round(b.Events[len(b.Events)-1].At.Sub(b.Events[0].At).Hours() / 24))
	if days <= shortDates {
		return days, false
	}
	return (days + 3) / 7, true
}

func (b Dates) describe(w *tongue) string {
	n, weeks := b.Bars()
	unit := "dates_days"
	if weeks {
		unit = "dates_weeks"
	}
	out := []string{w.say(unit, fault.Values{"n": n})}
	for _, e := range b.Events {
		out = append(out, text.Plain(e.Date+": "+e.Head))
	}
	return strings.Join(out, "; ")
}

func (b Dates) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Dates) arrange(c *composer, i int) []*parts.Column {
	return c.onPicture(i, b.draw)
}

// The column of bars and where words begin beside it, in units.
const (
	datesWide  = 30
	datesWords = 36
)

// A datesSet is how large the words of a column of dates are, in units: the
// height of the headline, its least size and that of an event, the space under
// an event's date and above the last one's.
type datesSet struct{ high, head, least, gap, apart float64 }

// datesSets are tried in turn.
var datesSets = []datesSet{{24, sayLeast, 4.6, 2.4, 3.2}, {20, sayLeast, 3.6, 2.4, 2.6}, {13, 4, 3, 1.6, 1}}

func (b Dates) draw(k *Canvas) error {
	if k.c.f.Landscape() {
		return b.row(k)
	}
	for _, set := range datesSets {
		if all, ok := b.standing(k, set); ok {
			all.draw(k)
			return nil
		}
	}
	k.Refuse("Headline", 5)
	return nil
}

// A dateColumn is what a column of dates is drawn of.
type dateColumn struct {
	bars, rules []Area
	words       []placed
}

func (d *dateColumn) draw(k *Canvas) {
	drawWeeks(k, d.bars)
	for _, r := range d.rules {
		k.Rect(ToneRule, r)
	}
	drawWords(k, d.words)
}

// drawWeeks draws the bars of a time in a colour that is not that of its last event,
// which alone stands out.
func drawWeeks(k *Canvas, bars []Area) {
	tone := ToneMark
	if tone.of(k.pen.Scheme).RGBA == ToneAccent.of(k.pen.Scheme).RGBA {
		tone = ToneText
	}
	k.barsIn(tone, Solid, bars)
}

// The measures of dates beside standing bars, in units.
const (
	datesAbove = 4.4 // between headline and bars
	datesBelow = 3.4 // between bars and foot
	ruleBelow  = 2.4 // between a rule and its event
	eventRoom  = 4.4 // of one event from rule to rule
	lastAbove  = 1.6 // between the last event and its rule
	dateSize   = 3.8
)

// standing lays the bars along the start edge with the events beside them.
func (b Dates) standing(k *Canvas, set datesSet) (out dateColumn, ok bool) {
	w, _ := k.Size()
	room, u := k.wordRoom(), k.Unit()
	foot := k.foot(room)
	head, ok := k.Text("Headline", k.Card().Headline, FaceDisplay).Into(room.W, set.high*u, set.head*u, 11*u)
	if !ok {
		return out, false
	}
	y := max(room.Y, 5*u) + max(0, head.Rise()-0.5*u)
	out.words = append(out.words, placed{head, ToneText, room.X, y})
	axis := Area{0, y + head.Height + head.Under() + datesAbove*u, datesWide * u, 0}
	axis.H = foot.top - datesBelow*u - axis.Y
	out.bars = b.column(axis)
	rules := b.rules(axis)
	for i, at := range rules {
		out.rules = append(out.rules, Area{axis.W, math.Round(at), w - axis.W, max(3, math.Round(0.5*u))})
		words, ok := b.event(k, i, rules, Area{datesWords * u, 0, room.X + room.W - datesWords*u, 0}, set)
		if !ok {
			return out, false
		}
		out.words = append(out.words, words...)
	}
	out.words = append(out.words, foot.placed...)
	return out, true
}

// column are the bars.
func (b Dates) column(a Area) (bars []Area) {
	n, _ := b.Bars()
	pitch := a.H / float64(n)
	for i := range n {
		top, high := math.Round(a.Y+(float64(i)+0.25)*pitch), math.Round(0.5*pitch)
		bars = append(bars, Area{0, top, a.W, max(2, high)})
	}
	return bars
}

// rules are the events' places on the axis.
func (b Dates) rules(a Area) []float64 {
	first, last := b.Events[0].At, b.Events[len(b.Events)-1].At
	var out []float64
	for _, e := range b.Events {
		out = append(out, a.Y+a.H*float64(e.At.Sub(first))/float64(last.Sub(first)))
	}
	return out
}

// event sets one below its rule, the last above it.
func (b Dates) event(k *Canvas, i int, rules []float64, a Area, set datesSet) (words []placed, ok bool) {
	u, e := k.Unit(), b.Events[i]
	field := fmt.Sprintf("%s.Events[%d]", k.field, i)
	last := len(rules) - 1
	switch {
	case i == last:
		a.Y, a.H = (rules[i-1]+rules[i])/2, (rules[i]-rules[i-1])/2-lastAbove*u
	case i == last-1:
		a.Y, a.H = rules[i]+ruleBelow*u, (rules[i+1]-rules[i])/2-(ruleBelow+set.apart)*u
	default:
		a.Y, a.H = rules[i]+ruleBelow*u, rules[i+1]-rules[i]-eventRoom*u
	}
	date := k.Text(field+".Date", e.Date, FaceLabel).Set(max(k.Floor(), dateSize*u), a.W)
	gap := set.gap * u
	head, over, ok := k.Text(field+".Head", e.Head, FaceDisplay).lowered(a.W, a.H-date.Height-gap, max(k.Floor(), set.least*u), datesMost*u)
	if !ok {
		return nil, false
	}
	tone := ToneText
	if i == last {
		tone = ToneAccent
		a.Y += a.H - date.Height - gap - over - head.Height - head.Under()
	}
	return []placed{{date, ToneText, a.X, a.Y}, {head, tone, a.X, a.Y + date.Height + gap + over}}, true
}

// datesMost is the largest line of an event, in units.
const datesMost = 15.5
