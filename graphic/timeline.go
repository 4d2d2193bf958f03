package graphic

import (
	"fmt"
	"math"
	"strconv"
	"time"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Timeline places up to six events on a vertical axis drawn to scale.
type Timeline struct {
	Events []Moment
	Span   Span
}

// Moment is one point of a Timeline. Date is At as printed.
type Moment struct {
	At    time.Time
	Date  string
	Text  string
	Focus bool // at most one: the event the card is about
}

// Span is a period drawn as a bar on the axis. The zero Span is not drawn.
type Span struct {
	From, To time.Time
	Name     string // "Blue:"; printed in the accent
	Label    string // what the bar means
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

// axis draws Timeline.
type axis struct {
	field     string
	events    []axisEvent
	from, to  time.Time // of its span; zero: none
	dates     []*prose
	texts     []*prose
	spanName  *text.Passage
	spanLabel *text.Passage
	small     float64 // px per em of the span's legend
	w, u      float64

	h    float64
	tops []float64
}

type axisEvent struct {
	at    time.Time
	focus bool
}

func (a *axis) column() float64 { return 14.4 * a.u } // where the dates begin
func (a *axis) second() float64 { return 38.4 * a.u } // where the texts begin
func (a *axis) pad() float64    { return 3.2 * a.u }  // inside the focal panel

func (a *axis) measure(share float64) float64 {
	h := 0.0
	for i, e := range a.events {
		a.dates[i].w, a.texts[i].w = a.second()-a.column()-2*a.u, a.w-a.second()
		if e.focus {
			a.dates[i].w = a.w - a.column() - 2*a.pad()
			a.texts[i].w = a.dates[i].w
		}
		for _, t := range []*prose{a.dates[i], a.texts[i]} {
			t.size = t.min + share*(t.largest()-t.min)
		}
		h += a.event(i)
	}
	return h + a.legend()
}

func (a *axis) legend() float64 {
	if a.spanLabel == nil {
		return 0
	}
	return 1.7 * a.small
}

func (a *axis) event(i int) float64 {
	d, t := a.dates[i], a.texts[i]
	if a.events[i].focus {
		return d.height(d.size) + 2.4*a.u + t.height(t.size) + 2*a.pad()
	}
	return max(d.height(d.size), t.height(t.size))
}

func (a *axis) span() (float64, float64) {
	n := float64(len(a.events) - 1)
	return a.measure(0) + 3.2*a.u*n, a.measure(1) + 9*a.u*n
}

func (a *axis) set(h float64) float64 {
	_, most := a.span()
	a.h = min(h, most)
	for share := 1.0; share >= 0; share -= 0.1 {
		if a.measure(share)+3.2*a.u*float64(len(a.events)-1) <= a.h {
			break
		}
	}
	a.spread()
	return a.h
}

// where is the event's true place on the axis.
func (a *axis) where(at time.Time) float64 {
	first, last := a.events[0].at, a.events[len(a.events)-1].at
	share := float64(at.Sub(first)) / float64(last.Sub(first))
	return 1.2*a.u + min(1, max(0, share))*(a.h-2.4*a.u)
}

// spread puts every event as near its place as its neighbours allow: pushed
// down in order, then pulled up from the end.
func (a *axis) spread() {
	n := len(a.events)
	free := a.h
	for i := range n {
		free -= a.event(i)
	}
	gap := min(4.4*a.u, max(0, (free-a.legend())/float64(n-1)))
	a.tops = make([]float64, n)
	y := 0.0
	for i, e := range a.events {
		ideal := a.where(e.at) - 1.2*a.u
		if e.focus {
			ideal = a.where(e.at) - a.event(i)/2
		}
		a.tops[i] = max(y, ideal)
		y = a.tops[i] + a.event(i) + gap
		if a.legendAfter() == i {
			y += a.legend()
		}
	}
	limit := a.h
	for i := n - 1; i >= 0; i-- {
		if a.legendAfter() == i && i < n-1 {
			limit -= a.legend()
		}
		a.tops[i] = max(0, min(a.tops[i], limit-a.event(i)))
		limit = a.tops[i] - gap
	}
}

// legendAfter is the event under which the span's legend stands: the last
// one within it.
func (a *axis) legendAfter() int {
	if a.spanLabel == nil {
		return -1
	}
	last := 0
	for i, e := range a.events {
		if !e.at.After(a.to) && !e.focus {
			last = i
		}
	}
	return last
}

func (a *axis) draw(p *pen, x, y float64) {
	a.drawAxis(p, x, y)
	for i := range a.events {
		a.drawEvent(p, i, x, y)
	}
}

func (a *axis) drawAxis(p *pen, x, y float64) {
	first, last := a.where(a.events[0].at), a.where(a.events[len(a.events)-1].at)
	p.rect(scene.Furniture, a.field, p.Rule.RGBA, x, y+first, 3, last-first)
	for m := monthAfter(a.events[0].at); m.Before(a.events[len(a.events)-1].at); m = monthAfter(m) {
		p.rect(scene.Furniture, a.field, p.Rule.RGBA, x, y+math.Floor(a.where(m)), 2*a.u, 3)
	}
	if !a.to.IsZero() {
		top, bottom := a.where(a.from), a.where(a.to)
		p.rect(scene.Mark, a.field+".Span", p.Mark.RGBA, x, y+top, 3.6*a.u, bottom-top)
	}
}

func monthAfter(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, time.UTC)
}

func (a *axis) drawEvent(p *pen, i int, x, y float64) {
	e := a.events[i]
	d, t := a.dates[i], a.texts[i]
	top := y + math.Floor(a.tops[i])
	from, to := y+math.Floor(a.where(e.at)), top+d.text.Style.Font.CapHeight*d.size/2
	if e.focus {
		to = top + a.pad() + d.text.Style.Font.CapHeight*d.size/2
	}
	a.leader(p, x, y, from, to, e.focus)
	if !e.focus {
		d.draw(p, x+a.column(), top)
		t.draw(p, x+a.second(), top)
		if a.legendAfter() == i {
			a.drawLegend(p, x+a.column(), top+a.event(i)+1.32*a.small)
		}
		return
	}
	p.rect(scene.Ground, "", p.Mark.RGBA, x+a.column(), top, a.w-a.column(), a.event(i))
	inner := *p
	s := *p.Scheme
	s.Text, s.Strong, s.Ground = p.Ground, p.Ground, p.Mark
	inner.Scheme = &s
	d.draw(&inner, x+a.column()+a.pad(), top+a.pad())
	t.draw(&inner, x+a.column()+a.pad(), top+a.pad()+d.height(d.size)+2.4*a.u)
}

// leader joins a place on the axis to its event: level, slanted, level.
func (a *axis) leader(p *pen, x, y, from, to float64, focus bool) {
	if math.Abs(from-to) < 4 {
		from = to
	}
	start := 0.0
	if !a.to.IsZero() && from < y+a.where(a.to)-1 && from > y+a.where(a.from)-1 {
		start = 3.6 * a.u // beside the span, not across it
	}
	end := 12.8 * a.u
	if focus {
		end = a.column() // up to its panel
	}
	pts := make([]text.Point, 0, 4)
	for _, at := range [][2]float64{{start, from}, {7 * a.u, from}, {10.4 * a.u, to}, {end, to}} {
		pts = append(pts, text.Point{X: float32(x + at[0]), Y: float32(math.Floor(at[1]) + 0.5)})
	}
	p.path(a.field, p.Rule.RGBA, 3, pts...)
}

func (a *axis) drawLegend(p *pen, x, y float64) {
	if a.spanName != nil {
		name := a.spanName.Whole()
		p.line(a.field+".Span.Name", &name, a.small, x, y, a.w, p.Accent.RGBA, p.Accent.RGBA)
		x += (name.Width + 0.25) * a.small
	}
	label := a.spanLabel.Whole()
	p.line(a.field+".Span.Label", &label, a.small, x, y, a.w, p.Mute.RGBA, p.Mute.RGBA)
}

func (t Timeline) slots(c *composer, field string, w float64, r rank) []*slot {
	a := c.axis(t, field, w)
	s := &slot{part: a, field: field, rank: r, gap: blockGap * c.u}
	if c.err == nil {
		s.want = a.measure(0.6) + 4*c.u*float64(len(t.Events)-1)
	}
	return []*slot{s}
}

func (c *composer) axis(t Timeline, field string, w float64) *axis {
	a := &axis{field: field, from: t.Span.From, to: t.Span.To, w: w, u: c.u, small: c.f.Floor}
	for i, e := range t.Events {
		at := field + ".Events[" + strconv.Itoa(i) + "]"
		role, most := "small", max(1.14*c.f.Floor, (c.sz().labelMin+c.sz().labelMax)/2)
		if e.Focus {
			role, most = "display", 6*c.u
		}
		least := min(most, max(c.f.Floor, c.sz().slug))
		a.events = append(a.events, axisEvent{e.At, e.Focus})
		a.dates = append(a.dates, c.prose(at+".Date", e.Date, "label", a.second()-a.column(), least, max(1.1*c.f.Floor, c.sz().labelMin), plainText))
		a.texts = append(a.texts, c.prose(at+".Text", e.Text, role, w-a.second(), least, most, plainText))
	}
	if t.Span.Label != "" {
		if t.Span.Name != "" {
			a.spanName = c.shape(field+".Span.Name", t.Span.Name, "label")
		}
		a.spanLabel = c.shape(field+".Span.Label", t.Span.Label, "small")
	}
	return a
}
