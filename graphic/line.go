package graphic

import (
	"fmt"
	"math"
	"time"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Line draws dated values at their true distance in time, from nought up: an
// area between the first and the last, and a broken line from where the count
// began, for which no figures are known.
// A Line is safe for concurrent use as long as nobody changes it.
type Line struct {
	Points []LinePoint `json:"points,omitempty"` // in order
	Start  LinePoint   `json:"start,omitzero"`   // where a count that is told began at nought
	Figure string      `json:"figure,omitzero"`  // the last value as printed, drawn large
	Prefix string      `json:"prefix,omitzero"`  // "More than", before a figure that the headline does not hold
	Label  string      `json:"label,omitzero"`   // follows a figure that the headline does not hold
}

var _ = wired[Line]("line")

// LinePoint is one value of a Line.
// A LinePoint is safe for concurrent use.
type LinePoint struct {
	At    time.Time `json:"at,omitzero"`
	Value float64   `json:"value,omitzero"`
	Date  string    `json:"date,omitzero"` // as printed
	Text  string    `json:"text,omitzero"` // Value as printed
}

// How many values make a line.
const leastPoints, mostPoints = 3, 12

func (b Line) traits() traits { return traits{claims: true, whole: true} }

func (b Line) check() *FieldError {
	if n := len(b.Points); n < leastPoints || n > mostPoints {
		return refuse("line-points", "Points", fault.Values{"n": n, "least": leastPoints, "most": mostPoints})
	}
	before, highest := b.Start.At, 0.0
	for i, p := range b.Points {
		at := fmt.Sprintf("Points[%d]", i)
		switch {
		case !p.At.After(before) && (i > 0 || !before.IsZero()):
			return refuse("line-order", at+".At", nil)
		case !(p.Value >= 0) || math.IsInf(p.Value, 0):
			return refuse("line-value", at+".Value", nil)
		}
		before, highest = p.At, max(highest, p.Value)
	}
	if highest == 0 {
		return refuse("line-value", "Points[0].Value", nil)
	}
	return nil
}

func (b Line) describe(w *tongue) string {
	var said []string
	if !b.Start.At.IsZero() {
		said = append(said, w.say("line_point", fault.Values{"value": "0", "date": b.Start.Date}))
	}
	for _, p := range b.Points {
		said = append(said, w.say("line_point", fault.Values{"value": p.Text, "date": p.Date}))
	}
	return w.say("line", nil) + listing(said)
}

func (b Line) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Line) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

// An axis is where a line is drawn: from its left end at nought to the right
// edge of the canvas.
type axis struct {
	x, w      float64
	base, top float64
	from, to  time.Time
	most      float64
}

func (b Line) axis(x, w, top, base float64) axis {
	a := axis{x: x, w: w, base: base, top: top, from: b.Points[0].At, to: b.Points[len(b.Points)-1].At}
	if !b.Start.At.IsZero() {
		a.from = b.Start.At
	}
	for _, p := range b.Points {
		a.most = max(a.most, p.Value)
	}
	return a
}

func (a axis) at(p LinePoint) Spot {
	t := float64(p.At.Sub(a.from)) / float64(a.to.Sub(a.from))
	return Spot{a.x + t*a.w, a.base - p.Value/a.most*(a.base-a.top)}
}

// under is how high the broken line stands at x.
func (b Line) under(a axis, x float64) float64 {
	first := a.at(b.Points[0])
	t := (x - a.x) / max(1, first.X-a.x)
	return a.base + t*(first.Y-a.base)
}

// The measures of a line, in units.
const (
	lineDate   = 3.4 // the size of the dates below the axis
	lineUnder  = 5.6 // between them and the foot
	lineDates  = 2.4 // between the axis and them
	lineFigure = 3.4 // between the figure and what is below it, at least
	lineBelow  = 1.4 // below its overhang
	lineTop    = 1.6 // between the figure and the highest value
	lineWords  = 1.6 // between words and the broken line: across
	lineClear  = 2.6 // and down
	pieceGap   = 0.25
	valueSize  = 4.4 // of the first value
	valueDate  = 3.2 // of its date
	valueEnd   = 2.6 // before its place
	valueLow   = 1.6 // over the axis
)

// The area of a line and of words, of the canvas or of what lies over the axis.
const (
	deepBase    = 0.68 // of the axis, where the foot of the canvas is covered
	wordsHigh   = 0.44
	figureHigh  = 0.42
	besideWidth = 0.46 // of words at the start of a low canvas
)

// besideLine are the widths that are tried for words over the broken line, of
// that of their area.
var besideLine = [...]float64{0.62, 0.54, 0.46, 0.38, 0.7}

func (b Line) draw(k *Canvas) error {
	if k.c.f.Landscape() {
		b.beside(k)
		return nil
	}
	w, h := k.Size()
	room, u := k.wordRoom(), k.Unit()
	foot := k.foot(room)
	size := max(k.Floor(), lineDate*u)
	a := b.axis(room.X, w-room.X, 0, foot.top-size-lineUnder*u)
	if k.c.f.deep {
		a.base = min(a.base, deepBase*h)
	}
	words := Area{room.X, max(room.Y, 5*u), room.W, 0}
	if b.Start.At.IsZero() { // the area reaches the words' side
		words.H = wordsHigh * (a.base - words.Y)
		a.top = words.Y + words.H + 4*u
		said, ok := newSaying(k, b.Prefix, b.Figure, b.Label).in(words)
		if !ok {
			k.Refuse("Headline", 5)
			return nil
		}
		said.draw(k)
	} else if !b.over(k, &a, words) {
		k.Refuse("Headline", 5)
		return nil
	}
	b.shape(k, a)
	b.dates(k, a, size)
	b.first(k, a)
	foot.draw(k)
	return nil
}

// over sets the figure over the whole width and the words below it into the room
// above the broken line.
func (b Line) over(k *Canvas, a *axis, words Area) bool {
	u := k.Unit()
	s := newSaying(k, b.Prefix, b.Figure, b.Label)
	rest, so := s.after, s.so
	s.after, s.so, s.of, s.left = nil, nil, nil, nil
	words.H = figureHigh * (a.base - words.Y)
	said, ok := arrangement{}, true
	bottom := words.Y
	if s.figure != nil || s.before != nil {
		if said, ok = s.in(words); !ok {
			return false
		}
		last := said.placed[len(said.placed)-1]
		bottom = last.y + last.Height + max(lineFigure*u, last.Below(last.Size)+lineBelow*u)
	}
	said.draw(k)
	a.top = bottom + lineTop*u
	if rest == nil {
		return true
	}
	for _, share := range besideLine {
		wide := share * words.W
		high := b.under(*a, words.X+wide+lineWords*u) - lineClear*u - bottom
		below := &saying{k: k, after: rest, so: so}
		if set, ok := below.rest(Area{words.X, bottom, wide, high}); ok {
			drawWords(k, set)
			return true
		}
	}
	return false
}

// shape draws the area, a piece between each two values, and the broken line.
func (b Line) shape(k *Canvas, a axis) {
	u := k.Unit()
	if !b.Start.At.IsZero() {
		k.Shapes(ToneMark, dashes(Spot{a.x, a.base}, a.at(b.Points[0]), u)...)
	}
	gap := math.Max(2, pieceGap*u)
	var pieces [][]Spot
	for i := range b.Points[1:] {
		p, q := a.at(b.Points[i]), a.at(b.Points[i+1])
		if i > 0 {
			p.X += gap
		}
		pieces = append(pieces, []Spot{{p.X, a.base}, p, q, {q.X, a.base}})
	}
	k.Shapes(ToneMark, pieces...)
	k.Rect(ToneRule, Area{a.x, math.Round(a.base), a.w, max(3, math.Round(0.5*u))})
}

// A dash of a broken line and the gap after it, in units; the first begins a
// little after the start.
const (
	dashLong, dashGap, dashThick = 2.9, 1.7, 1.3
	dashStart                    = 0.6
)

// dashes are a broken line from one spot to another.
func dashes(p, q Spot, u float64) [][]Spot {
	dx, dy := q.X-p.X, q.Y-p.Y
	length := math.Hypot(dx, dy)
	dx, dy = dx/length, dy/length
	nx, ny := -dy*dashThick/2*u, dx*dashThick/2*u
	var out [][]Spot
	for at := dashStart * u; at+dashLong*u < length; at += (dashLong + dashGap) * u {
		s, e := Spot{p.X + dx*at, p.Y + dy*at}, Spot{p.X + dx*(at+dashLong*u), p.Y + dy*(at+dashLong*u)}
		out = append(out, []Spot{{s.X - nx, s.Y - ny}, {e.X - nx, e.Y - ny}, {e.X + nx, e.Y + ny}, {s.X + nx, s.Y + ny}})
	}
	return out
}

// dates are when the axis begins and ends.
func (b Line) dates(k *Canvas, a axis, size float64) {
	u, room := k.Unit(), k.Room()
	y := a.base + lineDates*u
	start, at := b.Points[0], k.field+".Points[0].Date"
	if !b.Start.At.IsZero() {
		start, at = b.Start, k.field+".Start.Date"
	}
	first := k.Text(at, start.Date, FaceBody).Set(size, room.W)
	n := len(b.Points) - 1
	last := k.Text(fmt.Sprintf("%s.Points[%d].Date", k.field, n), b.Points[n].Date, FaceBody)
	k.Draw(first, ToneText, max(room.X, a.x), y)
	x := room.X + room.W - last.Width(size) - 0.2*size
	if x > a.x+first.Wide+2*u {
		k.Draw(last.Set(size, room.W), ToneText, x, y)
	}
}

// first is the first value and its date, under the broken line.
func (b Line) first(k *Canvas, a axis) {
	if b.Start.At.IsZero() || b.Points[0].Text == "" {
		return
	}
	u, p := k.Unit(), a.at(b.Points[0])
	value := k.Text(k.field+".Points[0].Text", b.Points[0].Text, FaceLabel)
	date := k.Text(k.field+".Points[0].Date", b.Points[0].Date, FaceBody)
	size := max(k.Floor(), valueSize*u)
	small := max(k.Floor(), valueDate*u)
	wide := max(value.Width(size), date.Width(small))
	right := p.X - valueEnd*u
	y := max(p.Y+2*u, b.under(a, right-wide)+3*u)
	high := value.Capital(size) + 2*u + date.Capital(small)
	if right-wide < k.Room().X || y+high > a.base-valueLow*u {
		return
	}
	k.Draw(value.Set(size, wide+1), ToneAccent, right-value.Width(size), y)
	k.Draw(date.Set(small, wide+1), ToneText, right-date.Width(small), y+value.Capital(size)+2*u)
}

// beside stands the words at the start and the area at the end of a low canvas.
func (b Line) beside(k *Canvas) {
	w, h := k.Size()
	room, u := k.Room(), k.Unit()
	words := Area{room.X, room.Y, besideWidth*w - room.X, 0}
	foot := k.foot(Area{words.X, room.Y, words.W, room.H})
	words.H = foot.top - 4*u - words.Y
	a := b.axis(0.5*w, 0.5*w, 6*u, h-5*u)
	if !k.c.f.preview {
		a.base = h - k.Floor() - 6*u
	}
	said, ok := newSaying(k, b.Prefix, b.Figure, b.Label).in(words)
	if !ok {
		k.Refuse("Headline", 5)
		return
	}
	said.draw(k)
	foot.draw(k)
	b.shape(k, a)
	if !k.c.f.preview {
		b.dates(k, a, k.Floor())
	}
}
