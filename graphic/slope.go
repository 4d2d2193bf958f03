package graphic

import (
	"fmt"
	"math"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Slope draws how up to eight things changed between two times, on one scale: a
// broad line for the first, which the card speaks of and which alone has its
// numbers, and thin ones for the others. A link preview shows the first alone.
// A Slope is safe for concurrent use as long as nobody changes it.
type Slope struct {
	From string     `json:"from,omitzero"`  // the earlier time, as printed: "2019"
	To   string     `json:"to,omitzero"`    // the later time
	Unit string     `json:"unit,omitzero"`  // what the values count: "hours"
	Rows []SlopeRow `json:"rows,omitempty"` // the first is meant
}

var _ = wired[Slope]("slope")

// SlopeRow is one line of a Slope.
// A SlopeRow is safe for concurrent use.
type SlopeRow struct {
	Name     string  `json:"name,omitzero"`
	From     float64 `json:"from,omitzero"`
	To       float64 `json:"to,omitzero"`
	FromText string  `json:"from_text,omitzero"` // From as printed
	ToText   string  `json:"to_text,omitzero"`   // To as printed
}

// mostSlopes is how many lines can be told apart.
const mostSlopes = 8

func (b Slope) traits() traits { return traits{claims: true, whole: true} }

func (b Slope) check() *FieldError {
	if n := len(b.Rows); n < 1 || n > mostSlopes {
		return refuse("slope-rows", "Rows", fault.Values{"n": n, "most": mostSlopes})
	}
	if b.From == "" || b.To == "" {
		return refuse("slope-times", "From", nil)
	}
	seen := make(map[[2]float64]bool)
	for i, r := range b.Rows {
		at := fmt.Sprintf("Rows[%d].", i)
		values := [2]float64{r.From, r.To}
		switch {
		case r.Name == "":
			return refuse("slope-name", at+"Name", nil)
		case r.FromText == "":
			return refuse("slope-text", at+"FromText", nil)
		case r.ToText == "":
			return refuse("slope-text", at+"ToText", nil)
		case math.IsNaN(r.From-r.To) || math.IsInf(r.From-r.To, 0):
			return refuse("slope-value", at+"From", nil)
		case seen[values]: // one line would stand for both
			return refuse("slope-twin", at+"From", nil)
		}
		seen[values] = true
	}
	return nil
}

func (b Slope) describe(w *tongue) string {
	var said []string
	for _, r := range b.Rows {
		said = append(said, w.say("slope", fault.Values{
			"name": text.Plain(r.Name), "a": joinWords(r.FromText, b.Unit), "from": b.From, "b": r.ToText, "to": b.To,
		}))
	}
	if b.Unit != "" {
		w.say("comma", nil) // stands between the unit and the time on the card
	}
	return strings.Join(said, "; ")
}

func (b Slope) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Slope) arrange(c *composer, i int) []*parts.Column { return c.onPicture(i, b.draw) }

// The measures of a slope, in units: how thick its lines are, how high the
// capitals of its numbers, and the space between these and any line.
const (
	slopeThick  = 4.4
	slopeThin   = 0.9
	slopeMost   = 19
	slopeSteep  = 11 // the least for which the lines keep the whole height
	slopeLeast  = 7
	slopeLabel  = 4.2
	slopeApart  = 2.2
	slopeShrink = 0.93
	slopeBeside = 0.46 // of a low card's width: where its lines begin
)

func (b Slope) draw(k *Canvas) error {
	w, h := k.Size()
	words, u := k.wordRoom(), k.Unit()
	chart := Area{0, 0, w, 0}
	highest := 0.2 * h
	foot := k.foot(words)
	switch {
	case k.c.f.preview: // apps cut link pictures to a square
		b.Rows = b.Rows[:1]
		foot = k.footOf(words, k.Text("Source", k.Card().Source, FaceSmall))
		words.X, words.W = max(words.X, (w-h)/2), min(words.W, h)
	case k.c.f.Landscape():
		chart.X = slopeBeside * w
		chart.W = w - chart.X
		words.W = chart.X - words.X - 4*u
		foot = k.foot(words)
		highest = foot.top - words.Y - 6*u
	}
	head, ok := k.Text("Headline", k.Card().Headline, FaceDisplay).Into(words.W, highest, max(k.Floor(), sayLeast*u), 11*u)
	if !ok {
		k.Refuse("Headline", 5)
		return nil
	}
	y := max(words.Y, 5*u) + max(0, head.Rise()-0.5*u)
	ends := words
	if chart.X > 0 {
		chart.Y, chart.H = 4*u, h-8*u
		ends.X, ends.W = chart.X+slopeApart*u, words.X+k.Room().W-chart.X-slopeApart*u
	} else {
		chart.Y = y + head.Height + head.Under() + 2*u
		chart.H = foot.top - 2.4*u - chart.Y
	}
	s, ok := b.fit(k, ends, chart)
	if !ok {
		k.Refuse("Headline", 5)
		return nil
	}
	s.lines(k)
	k.Draw(head, ToneText, words.X, y)
	drawWords(k, s.words)
	foot.draw(k)
	return nil
}

// A slopePlan is where the lines and the numbers of a slope stand.
type slopePlan struct {
	at    Area
	rows  []slopeLine
	words []placed
}

// A slopeLine is how far down one begins and ends, and half its height there.
type slopeLine struct{ from, to, half float64 }

// band is what a line takes of the height between two places across.
func (l slopeLine) band(at Area, x0, x1 float64) (top, bottom float64) {
	a, b := l.from+(l.to-l.from)*(x0-at.X)/at.W, l.from+(l.to-l.from)*(x1-at.X)/at.W
	return min(a, b) - l.half, max(a, b) + l.half
}

// lines draws the thin ones below the broad one.
func (s *slopePlan) lines(k *Canvas) {
	outline := func(l slopeLine) []Spot {
		x, end := s.at.X, s.at.X+s.at.W
		return []Spot{{x, l.from - l.half}, {end, l.to - l.half}, {end, l.to + l.half}, {x, l.from + l.half}}
	}
	var thin [][]Spot
	for _, l := range s.rows[1:] {
		thin = append(thin, outline(l))
	}
	if thin != nil {
		k.Shapes(ToneIdle, thin...)
	}
	k.Shapes(ToneMark, outline(s.rows[0]))
}

// fit finds the largest numbers that stand beside their line and clear of all
// others; where the lines leave them no room, these take less of the height.
func (b Slope) fit(k *Canvas, room, a Area) (slopePlan, bool) {
	if s, ok := b.sized(k, room, a, slopeSteep, func(float64) [][2]float64 { return [][2]float64{{}} }); ok {
		return s, true
	}
	return b.sized(k, room, a, slopeLeast, func(high float64) [][2]float64 { return [][2]float64{{}, {0, high}, {high, 0}, {high, high}} })
}

// sized tries numbers down to a size, and for each what the lines spare.
func (b Slope) sized(k *Canvas, room, a Area, least float64, spares func(high float64) [][2]float64) (slopePlan, bool) {
	u := k.Unit()
	for capital := slopeMost * u; capital >= least*u; capital *= slopeShrink {
		ends := b.ends(k, capital, 0.46*room.W)
		for _, spare := range spares(max(ends[0].high, ends[1].high) + 2*slopeApart*u) {
			s := slopePlan{at: a}
			if s.rows = b.scaled(u, a, spare); s.rows == nil {
				continue
			}
			if words, ok := s.beside(u, room, ends); ok {
				s.words = words
				return s, true
			}
		}
	}
	return slopePlan{}, false
}

// scaled are the lines on one scale in an area, less what is spared above and
// below them; nil where that is too flat.
func (b Slope) scaled(u float64, a Area, spare [2]float64) []slopeLine {
	least, most := math.Inf(1), math.Inf(-1)
	for _, r := range b.Rows {
		least, most = min(least, r.From, r.To), max(most, r.From, r.To)
	}
	half := 0.5 * slopeThick * u
	top, bottom := a.Y+spare[0]+half, a.Y+a.H-spare[1]-half
	if bottom-top < 4*half {
		return nil
	}
	at := func(v float64) float64 {
		if most == least {
			return (top + bottom) / 2
		}
		return bottom - (v-least)/(most-least)*(bottom-top)
	}
	var out []slopeLine
	for i, r := range b.Rows {
		thick := slopeThin * u
		if i == 0 {
			thick = slopeThick * u
		}
		l := slopeLine{from: at(r.From), to: at(r.To)}
		l.half = thick / 2 * math.Hypot(a.W, l.to-l.from) / a.W
		out = append(out, l)
	}
	return out
}

// A slopeEnd is the number at one end of the broad line, and what it counts.
type slopeEnd struct {
	number, label Setting
	wide, high    float64
}

// ends sets both numbers with capitals of a height, or less where one would be
// too wide.
func (b Slope) ends(k *Canvas, capital, wide float64) (out [2]slopeEnd) {
	u, row := k.Unit(), b.Rows[0]
	numbers := [2]*Text{k.Text(k.field+".Rows[0].FromText", row.FromText, FaceFigure), k.Text(k.field+".Rows[0].ToText", row.ToText, FaceFigure)}
	labels := [2]*Text{k.Text(k.field+".From", b.label(k, b.From), FaceLabel), k.Text(k.field+".To", b.label(k, b.To), FaceLabel)}
	size := capital / max(1e-6, numbers[0].Capital(1))
	for _, t := range numbers {
		size = min(size, t.Across(wide))
	}
	for i := range out {
		n, l := numbers[i].Set(size, wide+2), labels[i].Set(max(k.Floor(), slopeLabel*u), wide)
		high := n.Height + max(2.2*u, n.Under()+u) + l.Height + l.Under()
		out[i] = slopeEnd{n, l, max(numbers[i].Width(size), l.Wide), high}
	}
	return out
}

// label is what the number at an end counts, and when.
func (b Slope) label(k *Canvas, when string) string {
	if b.Unit == "" {
		return when
	}
	return b.Unit + k.c.words.say("comma", nil) + " " + when
}

// beside stands both numbers next to their line: where it falls, the earlier one
// below and the later one above it, and the other way round where it rises.
func (s *slopePlan) beside(u float64, room Area, ends [2]slopeEnd) ([]placed, bool) {
	falls := s.rows[0].to > s.rows[0].from
	var out []placed
	for i, e := range ends {
		x, below := room.X, falls
		if i == 1 {
			x, below = room.X+room.W-e.wide, !falls
		}
		top, ok := s.place(u, e, x, below)
		if !ok {
			if top, ok = s.place(u, e, x, !below); !ok {
				return nil, false
			}
		}
		wide := [2]float64{e.number.Width(e.number.Size), e.label.Wide}
		from := [2]float64{x, x}
		if i == 1 { // flush with the edge that the line runs to
			from = [2]float64{x + e.wide - wide[0], x + e.wide - wide[1]}
		}
		labelTop := top + e.high - e.label.Height - e.label.Under()
		out = append(out, placed{e.number, ToneFigure, from[0], top}, placed{e.label, ToneText, from[1], labelTop})
	}
	return out, true
}

// place is the top of a number right below or above the broad line, if nothing
// else stands there.
func (s *slopePlan) place(u float64, e slopeEnd, x float64, below bool) (top float64, ok bool) {
	gap := slopeApart * u
	least, most := s.at.Y, s.at.Y+s.at.H
	over, under := s.rows[0].band(s.at, x, x+e.wide)
	if top = over - gap - e.high; below {
		top = under + gap
	}
	if top < least || top+e.high > most {
		return top, false
	}
	for _, l := range s.rows[1:] {
		if over, under := l.band(s.at, x, x+e.wide); under+gap > top && over-gap < top+e.high {
			return top, false
		}
	}
	return top, true
}
