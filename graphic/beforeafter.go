package graphic

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// BeforeAfter sets two states of one thing in two panels, the later one
// filled.
// A BeforeAfter is safe for concurrent use as long as nobody changes it.
type BeforeAfter struct {
	Before State `json:"before,omitzero"`
	After  State `json:"after,omitzero"`
}

var _ = wired[BeforeAfter]("before_after")

// State is one panel of BeforeAfter.
// A State is safe for concurrent use as long as nobody changes it.
type State struct {
	Label string `json:"label,omitzero"` // "Planned, March 2025"
	Value string `json:"value,omitzero"` // drawn large; may be empty
	Text  string `json:"text,omitzero"`  // may be empty
}

func (b BeforeAfter) traits() traits { return traits{claims: true} }

func (b BeforeAfter) check() *FieldError {
	for _, s := range []struct {
		name string
		State
	}{{"Before", b.Before}, {"After", b.After}} {
		if s.Label == "" || s.Value+s.Text == "" {
			return refuse("beforeafter-panel", s.name, nil)
		}
	}
	return nil
}

func (b BeforeAfter) describe(*tongue) string {
	return joinWords(figures.Sentence(b.Before.describe()), b.After.describe())
}

func (s State) describe() string { return joinWords(s.Label+":", s.Value, s.Text) }

// arrange fills the card with the two panels where there is nothing else on it.
func (b BeforeAfter) arrange(c *composer, i int) []*parts.Column {
	if !c.alone() {
		return nil
	}
	return c.onPicture(i, b.draw)
}

// earlierShare is how much of the card the earlier state takes.
const earlierShare = 0.44

// The measures of a state, in units.
const (
	stateTop   = 5.6
	stateSize  = 4.4 // of what it is
	stateGap   = 2.6
	stateUnder = 1.4 // below an overhang
	stateShare = 0.6 // of a panel, for a figure beside words
	evenGain   = 1.2 // times as large words are set evenly
)

func (b BeforeAfter) draw(k *Canvas) error {
	w, h := k.Size()
	room, u := k.Room(), k.Unit()
	foot := k.Foot(room)
	first := Area{0, 0, w, math.Round(earlierShare * h)}
	a, z := Area{room.X, max(room.Y, stateTop*u), room.W, 0}, Area{room.X, first.H + 6*u, room.W, 0}
	a.H, z.H = first.H-5*u-a.Y, foot.Top-5*u-z.Y
	if k.Format().Landscape() {
		first = Area{0, 0, math.Round(earlierShare * w), h}
		gap := 5 * u
		a.W, z.X = first.W-gap-a.X, first.W+gap
		z.Y, z.W = a.Y, room.X+room.W-z.X
		a.H, z.H = h-5*u-a.Y, h-5*u-z.Y
		foot = k.Foot(Area{z.X, room.Y, z.W, room.H})
		z.H = foot.Top - 4*u - z.Y
	}
	k.Rect(ToneText, first)
	title := k.Text("Headline", k.Card().Headline, FaceLabel)
	if b.panel(k, "Before", b.Before, title, a, ToneGround) && b.panel(k, "After", b.After, nil, z, ToneText) {
		foot.Draw()
		return nil
	}
	k.Refuse("Blocks", 5)
	return nil
}

// panel sets one state: what it is and, as large as it fits, how it was.
func (b BeforeAfter) panel(k *Canvas, name string, s State, title *Text, a Area, tone Tone) bool {
	u := k.Unit()
	size := max(k.Floor(), stateSize*u)
	at := k.Name(name)
	for _, t := range []*Text{title, k.Text(at+".Label", s.Label, FaceLabel)} {
		if t == nil || t.Empty() {
			continue
		}
		l := t.Set(size, a.W)
		k.Draw(l, tone, a.X, a.Y)
		used := l.Height + max(stateGap*u, l.Under()+stateUnder*u)
		a.Y, a.H = a.Y+used, a.H-used
	}
	a.Y, a.H = a.Y+2*u, a.H-2*u
	if s.Value != "" {
		v := k.Text(at+".Value", s.Value, FaceFigure)
		high := a.H
		if s.Text != "" {
			high *= stateShare
		}
		px := min(v.Across(a.W), high/max(1e-6, v.Capital(1)+v.Above(1)))
		set := v.Set(px, 2*a.W)
		y := a.Y + v.Above(px)
		k.Draw(set, tone, a.X, y)
		used := y - a.Y + set.Height + max(3*u, set.Under()+stateUnder*u)
		a.Y, a.H = a.Y+used, a.H-used
	}
	if s.Text == "" {
		return true
	}
	t := k.Text(at+".Text", s.Text, FaceDisplay)
	words, ok := t.Into(a.W, a.H, max(k.Floor(), 5*u), 17*u)
	if !ok {
		return false
	}
	if even, fits := t.Even(a.W, a.H, words.Size, 17*u); fits && even.Size > evenGain*words.Size {
		words = even
	}
	k.Draw(words, tone, a.X, a.Y+max(0, words.Rise()-0.5*u))
	return true
}

func (b BeforeAfter) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	p := &parts.Panels{Field: field, W: w, U: ts.u, Floor: ts.f.Floor, Edge: max(4, ts.t.Rule.Row*ts.u/10)}
	p.Panels[0] = b.Before.set(ts, field+".Before", p.Inner(), parts.PlainText)
	p.Panels[1] = b.After.set(ts, field+".After", p.Inner(), func(p *parts.Pen) (theme.RGBA, theme.RGBA) { return p.Ground, p.Ground })
	return []*parts.Slot{{Part: p, Field: field, Rank: r, Gap: blockGap * ts.u}}
}

func (s State) set(ts *typesetter, field string, w float64, ink parts.Ink) parts.StatePanel {
	p := parts.StatePanel{Label: ts.prose(field+".Label", s.Label, w, ts.as("label").from(ts.f.Floor).in(ink))}
	if s.Value != "" {
		p.Value = ts.figure(field+".Value", s.Value, "number", w, 0, 20*ts.u)
		p.Value.Color = ink
	}
	if s.Text != "" {
		p.Text = ts.prose(field+".Text", s.Text, w, ts.as("body").in(ink))
	}
	for _, t := range []*parts.Prose{p.Label, p.Text} {
		if t != nil && ts.err == nil && !t.Fits() {
			ts.fail(fitError(t.Field, ts.f.Name, 1))
		}
	}
	return p
}
