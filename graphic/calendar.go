package graphic

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/wire"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Calendar draws one bar for each day of a span, a row a month, each bar in its
// day's place. The day on which the span ends is an open bar, and not counted:
// from March 15 to July 18, 2025, are 125 days.
// A Calendar is safe for concurrent use as long as nobody changes it.
type Calendar struct {
	From   time.Time `json:"from,omitzero"`
	To     time.Time `json:"to,omitzero"`
	Days   int       `json:"days,omitzero"`    // a span without dates; From and To are then zero
	First  string    `json:"first,omitzero"`   // the first day as printed, with what it is: "Dec 21, 2025: planned airing"
	Last   string    `json:"last,omitzero"`    // the same of the last
	Months []string  `json:"months,omitempty"` // their names, from that of the first day
	Figure string    `json:"figure,omitzero"`  // the days as printed, drawn large
	Label  string    `json:"label,omitzero"`   // follows a figure that the headline does not hold: "days"
}

var _ = wired[Calendar]("calendar")

// How many days can be seen as days.
const leastDays, mostDays = 10, 190

func (b Calendar) traits() traits { return traits{claims: true, whole: true} }

func (b Calendar) dated() bool { return !b.From.IsZero() || !b.To.IsZero() }

func (b Calendar) days() int {
	if b.dated() {
		return int(math.Round(b.To.Sub(b.From).Hours() / 24))
	}
	return b.Days
}

func (b Calendar) check() *FieldError {
	if n := b.days(); n < leastDays || n > mostDays || b.dated() && b.Days != 0 && b.Days != n {
		return refuse("calendar-span", "Days", fault.Values{"n": n, "least": leastDays, "most": mostDays})
	}
	return nil
}

func (b Calendar) describe(w *tongue) string {
	if !b.dated() {
		return w.say("calendar_days", fault.Values{"n": b.days()})
	}
	out := w.say("calendar", fault.Values{"n": b.days() + 1, "from": text.Plain(b.First), "to": text.Plain(b.Last)})
	if b.Last != "" {
		out += "; " + w.say("calendar_open", fault.Values{"mark": text.Plain(b.Last)})
	}
	return out
}

func (b Calendar) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Calendar) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

// month is one row: its days, from a place in it, of which the last may be
// open.
type month struct {
	name     string
	at, days int
	open     bool
}

// slotsOfMonth are the places of a row.
const slotsOfMonth = 31

func (b Calendar) rows() []month {
	if !b.dated() {
		var out []month
		for left := b.days(); left > 0; left -= slotsOfMonth {
			out = append(out, month{days: min(left, slotsOfMonth)})
		}
		return out
	}
	var out []month
	for at := b.From; !at.After(b.To); {
		next := time.Date(at.Year(), at.Month()+1, 1, 0, 0, 0, 0, time.UTC)
		last := next.AddDate(0, 0, -1)
		if last.After(b.To) {
			last = b.To
		}
		m := month{at: at.Day() - 1, days: last.Day() - at.Day() + 1, open: last.Equal(b.To)}
		if n := len(out); n < len(b.Months) {
			m.name = b.Months[n]
		}
		out = append(out, m)
		at = next
	}
	if b.First != "" {
		out[0].name = b.First
	}
	return out
}

func (b Calendar) draw(k *Canvas) error {
	rows := b.rows()
	w, h := k.Size()
	k.marks = Area{0, 0, w, h}
	if k.c.f.Landscape() {
		b.beside(k, rows)
		return nil
	}
	if len(rows) >= roomyMonths && rows[0].at >= roomySlots {
		b.among(k, rows)
		return nil
	}
	if n := len(rows) - 1; b.Last != "" && n > 0 {
		rows[n].name = b.Last
	}
	b.above(k, rows)
	return nil
}

// Words stand among the months of a long span that begins late in its first.
const (
	roomyMonths = 4
	roomySlots  = 12
)

// The measures of months, in units; dayWide is a bar's width in its place.
const (
	dayWide    = 0.6
	nameSize   = 3.1
	nameCap    = 0.72 // of capitals, em
	nameGap    = 2.2  // over and under a name
	nameAbove  = 1.1
	monthGap   = 1.2 // between rows
	monthBare  = 1.6 // instead of a name
	nameEnd    = 0.4 // that a name keeps to the edge, em
	monthsEdge = 2.4 // below the last on a low canvas
	amongTop   = 3.6
	amongFoot  = 1.6 // between the last month and the foot
	amongSide  = 2.4 // between figure and bars
	headSide   = 0.6 // between bars and headline
	headBelow  = 1.6 // that it may stand lower than they
	headLeast  = 3.6
	headRise   = 0.5 // that its accents may stand over the bars
	aboveGap   = 2.6 // between the months and the words below
)

// deepMonths is where months end, of the height, where the edges are covered.
const deepMonths = 0.52

// drawRows draws the rows between two heights, the names below them.
func (b Calendar) drawRows(k *Canvas, rows []month, top, bottom float64) (pitch, high float64) {
	u := k.Unit()
	size := max(k.Floor(), nameSize*u)
	name := nameCap*size + nameGap*u
	pitch = math.Floor((bottom - top) / float64(len(rows)))
	if !b.dated() {
		name = monthBare * u
	}
	high = math.Floor(pitch - name - monthGap*u)
	var solid, open []Area
	for i, m := range rows {
		y := math.Round(top + float64(i)*pitch)
		for d := range m.days {
			a := b.day(k, m, d, y, high)
			if m.open && d == m.days-1 {
				open = append(open, a)
			} else {
				solid = append(solid, a)
			}
		}
		if m.name != "" {
			b.name(k, m, i, y+high+nameAbove*u, size)
		}
	}
	k.Bars(Solid, solid...)
	k.Bars(Open, open...)
	return pitch, high
}

// day is the bar of one. Of a span without dates they fill the width.
func (b Calendar) day(k *Canvas, m month, d int, y, high float64) Area {
	places := slotsOfMonth
	if !b.dated() {
		places = b.rows()[0].days
	}
	pitch := k.marks.W / float64(places)
	wide := math.Round(dayWide * pitch)
	return Area{math.Round(k.marks.X + float64(m.at+d)*pitch + (pitch-wide)/2), y, wide, high}
}

// name stands under the third place of its row, or under the first day if that
// comes later and leaves it room.
func (b Calendar) name(k *Canvas, m month, i int, y, size float64) {
	room := k.Room()
	t := k.Text(fmt.Sprintf("%s.Months[%d]", k.field, i), m.name, FaceLabel)
	x := max(room.X, b.day(k, month{}, 2, 0, 1).X)
	if k.c.f.Landscape() {
		x = b.day(k, month{}, 0, 0, 1).X
		if date, _, ok := strings.Cut(m.name, ": "); ok && t.Width(size) > room.X+room.W-x-nameEnd*size {
			t = k.Text(t.field, date, FaceLabel)
		}
	}
	if first := b.day(k, m, 0, 0, 1).X; first > x {
		x = max(x, min(first, room.X+room.W-t.Width(size)-nameEnd*size))
	}
	s := t.Set(size, room.X+room.W-x+1)
	if s.Lines() > 1 {
		k.Refuse(k.field+".First", 4)
	}
	k.Draw(s, ToneText, x, y)
}

// The share of a low canvas that its months take, and how many of its rows fit a
// link preview.
const (
	besideMonths  = 0.6
	previewMonths = 3
)

// beside stands the months at the end of a low canvas and the words at its start.
func (b Calendar) beside(k *Canvas, rows []month) {
	if k.c.f.preview && len(rows) > previewMonths {
		k.Refuse("Headline", 1)
		return
	}
	w, h := k.Size()
	room, u := k.Room(), k.Unit()
	k.marks = Area{(1 - besideMonths) * w, 0, besideMonths * w, h}
	if n := len(rows) - 1; b.Last != "" && n > 0 {
		rows[n].name = b.Last
	}
	b.drawRows(k, rows, 3*u, h-max(monthsEdge*u, leastEdge+2))
	words := Area{room.X, room.Y, k.marks.X - 4*u - room.X, 0}
	foot := k.foot(Area{words.X, room.Y, words.W, room.H})
	words.H = foot.top - 4*u - words.Y
	b.says(k, words)
	foot.draw(k)
}

// says sets the figure with the words, or the headline alone.
func (b Calendar) says(k *Canvas, a Area) {
	said, ok := newSaying(k, "", b.Figure, b.Label).in(a)
	if !ok {
		said, ok = newSaying(k, "", "", "").in(a)
	}
	if !ok {
		k.Refuse("Headline", 5)
		return
	}
	said.draw(k)
}

// above stands the months over the words.
func (b Calendar) above(k *Canvas, rows []month) {
	_, h := k.Size()
	room, u := k.Room(), k.Unit()
	end := tallEnd * h
	top := 0.0
	if k.c.f.deep {
		top = room.Y
		end = deepMonths * h
	}
	pitch, _ := b.drawRows(k, rows, top, end)
	foot := k.foot(room)
	a := Area{room.X, top + pitch*float64(len(rows)) + aboveGap*u, room.W, 0}
	a.H = foot.top - 3*u - a.Y
	b.says(k, a)
	foot.draw(k)
}

// among stands the figure in the empty places of the first month and the
// headline in those of the last.
func (b Calendar) among(k *Canvas, rows []month) {
	room, u := k.Room(), k.Unit()
	foot := k.foot(room)
	top := amongTop * u
	if k.c.f.deep {
		top = room.Y
	}
	pitch, high := b.drawRows(k, rows, top, foot.top-amongFoot*u)
	x := max(room.X, b.day(k, month{}, 2, 0, 1).X)
	n := len(rows) - 1
	a := Area{x, top, b.day(k, rows[0], 0, 0, 1).X - amongSide*u - x, high + 4*u}
	number := &saying{k: k, figure: k.Text(k.field+".Figure", b.Figure, FaceFigure)}
	if b.Label != "" {
		number.after = k.Text(k.field+".Label", b.Label, FaceDisplay)
	}
	said, ok := number.in(a)
	last := b.day(k, rows[n], rows[n].days, 0, 1)
	rest := Area{last.X + headSide*u, top + float64(n)*pitch, room.X + room.W - last.X - headSide*u, high + headBelow*u}
	head, fits := k.Text("Headline", k.Card().Headline, FaceDisplay).Into(rest.W, rest.H, headLeast*u, 9*u)
	if !ok || !fits {
		k.Refuse("Headline", 5)
		return
	}
	said.draw(k)
	k.Draw(head, ToneText, rest.X, rest.Y+max(0, head.Rise()-headRise*u))
	foot.draw(k)
}

type plainCalendar Calendar

type calendarDocument struct {
	From wire.Time `json:"from,omitzero"`
	To   wire.Time `json:"to,omitzero"`
	*plainCalendar
}

// MarshalJSON writes From and To as days, or as times where they are not
// midnight UTC.
func (b Calendar) MarshalJSON() ([]byte, error) {
	return json.Marshal(calendarDocument{wire.Time(b.From), wire.Time(b.To), (*plainCalendar)(&b)})
}

// UnmarshalJSON reads From and To as days or times.
func (b *Calendar) UnmarshalJSON(data []byte) error {
	d := calendarDocument{plainCalendar: (*plainCalendar)(b)}
	err := json.Unmarshal(data, &d)
	b.From, b.To = time.Time(d.From), time.Time(d.To)
	return err
}
