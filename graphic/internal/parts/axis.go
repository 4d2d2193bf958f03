package parts

import (
	"math"
	"time"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Axis draws Timeline.
type Axis struct {
	Field     string
	Events    []AxisEvent
	From, To  time.Time // of its span; zero: none
	Dates     []*Prose
	Texts     []*Prose
	SpanName  *text.Passage
	SpanLabel *text.Passage
	Small     float64 // px per em of the span's legend
	W, U      float64

	h    float64
	Tops []float64
}

type AxisEvent struct {
	At    time.Time
	Focus bool
}

// The measures of an axis, in units, from left to right and from its top.
const (
	axisSpan    = 3.6 // the width of the span's bar
	axisBend    = 7   // where a leader bends
	axisLevel   = 10.4
	axisLeader  = 12.8 // where it ends
	axisDates   = 14.4
	axisTexts   = 38.4
	axisPad     = 3.2 // inside the focal panel
	axisEnd     = 1.2 // over the first place and below the last
	axisFocus   = 2.4 // between the focal date and its text
	eventsLeast = 3.2 // between events, at least
	eventsGap   = 4.4 // where there is room
)

// The legend of an axis: its height, its baseline and the space after its name,
// em.
const (
	legendHigh  = 1.7
	legendBase  = 1.32
	legendSpace = 0.25
)

func (a *Axis) Column() float64 { return axisDates * a.U } // where the dates begin

func (a *Axis) Second() float64 { return axisTexts * a.U } // where the texts begin

func (a *Axis) pad() float64 { return axisPad * a.U }

func (a *Axis) Measure(share float64) float64 {
	h := 0.0
	for i, e := range a.Events {
		a.Dates[i].W, a.Texts[i].W = a.Second()-a.Column()-2*a.U, a.W-a.Second()
		if e.Focus {
			a.Dates[i].W = a.W - a.Column() - 2*a.pad()
			a.Texts[i].W = a.Dates[i].W
		}
		for _, t := range []*Prose{a.Dates[i], a.Texts[i]} {
			t.Size = t.Min + share*(t.Largest()-t.Min)
		}
		h += a.Event(i)
	}
	return h + a.legend()
}

func (a *Axis) legend() float64 {
	if a.SpanLabel == nil {
		return 0
	}
	return legendHigh * a.Small
}

func (a *Axis) Event(i int) float64 {
	d, t := a.Dates[i], a.Texts[i]
	if a.Events[i].Focus {
		return d.height(d.Size) + axisFocus*a.U + t.height(t.Size) + 2*a.pad()
	}
	return max(d.height(d.Size), t.height(t.Size))
}

func (a *Axis) Span() (float64, float64) {
	n := float64(len(a.Events) - 1)
	return a.Measure(0) + eventsLeast*a.U*n, a.Measure(1) + 9*a.U*n
}

func (a *Axis) Set(h float64) float64 {
	_, most := a.Span()
	a.h = min(h, most)
	for share := 1.0; share >= 0; share -= 0.1 {
		if a.Measure(share)+eventsLeast*a.U*float64(len(a.Events)-1) <= a.h {
			break
		}
	}
	a.spread()
	return a.h
}

// where is the event's true place on the axis.
func (a *Axis) where(at time.Time) float64 {
	first, last := a.Events[0].At, a.Events[len(a.Events)-1].At
	share := float64(at.Sub(first)) / float64(last.Sub(first))
	return axisEnd*a.U + min(1, max(0, share))*(a.h-2*axisEnd*a.U)
}

// spread puts every event as near its place as its neighbours allow: pushed
// down in order, then pulled up from the end.
func (a *Axis) spread() {
	n := len(a.Events)
	free := a.h
	for i := range n {
		free -= a.Event(i)
	}
	gap := min(eventsGap*a.U, max(0, (free-a.legend())/float64(n-1)))
	a.Tops = make([]float64, n)
	y := 0.0
	for i, e := range a.Events {
		ideal := a.where(e.At) - axisEnd*a.U
		if e.Focus {
			ideal = a.where(e.At) - a.Event(i)/2
		}
		a.Tops[i] = max(y, ideal)
		y = a.Tops[i] + a.Event(i) + gap
		if a.legendAfter() == i {
			y += a.legend()
		}
	}
	limit := a.h
	for i := n - 1; i >= 0; i-- {
		if a.legendAfter() == i && i < n-1 {
			limit -= a.legend()
		}
		a.Tops[i] = max(0, min(a.Tops[i], limit-a.Event(i)))
		limit = a.Tops[i] - gap
	}
}

// legendAfter is the event under which the span's legend stands: the last
// one within it.
func (a *Axis) legendAfter() int {
	if a.SpanLabel == nil {
		return -1
	}
	last := 0
	for i, e := range a.Events {
		if !e.At.After(a.To) && !e.Focus {
			last = i
		}
	}
	return last
}

func (a *Axis) Draw(p *Pen, x, y float64) {
	a.drawAxis(p, x, y)
	for i := range a.Events {
		a.drawEvent(p, i, x, y)
	}
}

func (a *Axis) drawAxis(p *Pen, x, y float64) {
	first, last := a.where(a.Events[0].At), a.where(a.Events[len(a.Events)-1].At)
	p.rect(scene.Furniture, a.Field, p.Rule.RGBA, x, y+first, 3, last-first)
	for m := monthAfter(a.Events[0].At); m.Before(a.Events[len(a.Events)-1].At); m = monthAfter(m) {
		p.rect(scene.Furniture, a.Field, p.Rule.RGBA, x, y+math.Floor(a.where(m)), 2*a.U, 3)
	}
	if !a.To.IsZero() {
		top, bottom := a.where(a.From), a.where(a.To)
		p.rect(scene.Mark, a.Field+".Span", p.Mark.RGBA, x, y+top, axisSpan*a.U, bottom-top)
	}
}

func monthAfter(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, time.UTC)
}

func (a *Axis) drawEvent(p *Pen, i int, x, y float64) {
	e := a.Events[i]
	d, t := a.Dates[i], a.Texts[i]
	top := y + math.Floor(a.Tops[i])
	from, to := y+math.Floor(a.where(e.At)), top+d.Text.Style.Font.CapHeight*d.Size/2
	if e.Focus {
		to = top + a.pad() + d.Text.Style.Font.CapHeight*d.Size/2
	}
	a.leader(p, x, y, from, to, e.Focus)
	if !e.Focus {
		d.Draw(p, x+a.Column(), top)
		t.Draw(p, x+a.Second(), top)
		if a.legendAfter() == i {
			a.drawLegend(p, x+a.Column(), top+a.Event(i)+legendBase*a.Small)
		}
		return
	}
	p.rect(scene.Ground, "", p.Mark.RGBA, x+a.Column(), top, a.W-a.Column(), a.Event(i))
	inner := *p
	s := *p.Scheme
	s.Text, s.Strong, s.Ground = p.Ground, p.Ground, p.Mark
	inner.Scheme = &s
	d.Draw(&inner, x+a.Column()+a.pad(), top+a.pad())
	t.Draw(&inner, x+a.Column()+a.pad(), top+a.pad()+d.height(d.Size)+axisFocus*a.U)
}

// leader joins a place on the axis to its event: level, slanted, level.
func (a *Axis) leader(p *Pen, x, y, from, to float64, focus bool) {
	if math.Abs(from-to) < 4 {
		from = to
	}
	start := 0.0
	if !a.To.IsZero() && from < y+a.where(a.To)-1 && from > y+a.where(a.From)-1 {
		start = axisSpan * a.U // beside the span, not across it
	}
	end := axisLeader * a.U
	if focus {
		end = a.Column() // up to its panel
	}
	pts := make([]text.Point, 0, 4)
	for _, at := range [][2]float64{{start, from}, {axisBend * a.U, from}, {axisLevel * a.U, to}, {end, to}} {
		pts = append(pts, text.Point{X: float32(x + at[0]), Y: float32(math.Floor(at[1]) + 0.5)})
	}
	p.path(a.Field, p.Rule.RGBA, 3, pts...)
}

func (a *Axis) drawLegend(p *Pen, x, y float64) {
	if a.SpanName != nil {
		name := a.SpanName.Whole()
		p.line(a.Field+".Span.Name", &name, a.Small, x, y, a.W, p.Accent.RGBA, p.Accent.RGBA)
		x += (name.Width + legendSpace) * a.Small
	}
	label := a.SpanLabel.Whole()
	p.line(a.Field+".Span.Label", &label, a.Small, x, y, a.W, p.Mute.RGBA, p.Mute.RGBA)
}
