package graphic

import (
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

func (b BeforeAfter) slots(c *composer, field string, w float64, r parts.Rank) []*parts.Slot {
	p := &parts.Panels{Field: field, W: w, U: c.u, Floor: c.f.Floor, Edge: max(4, c.t.Rule.Row*c.u/10)}
	p.Panels[0] = c.statePanel(b.Before, field+".Before", p.Inner(), parts.PlainText)
	p.Panels[1] = c.statePanel(b.After, field+".After", p.Inner(), func(p *parts.Pen) (theme.RGBA, theme.RGBA) { return p.Ground, p.Ground })
	return []*parts.Slot{{Part: p, Field: field, Rank: r, Gap: blockGap * c.u}}
}

func (c *composer) statePanel(s State, field string, w float64, ink parts.Ink) parts.StatePanel {
	p := parts.StatePanel{Label: c.prose(field+".Label", s.Label, w, c.as("label").from(c.f.Floor).in(ink))}
	if s.Value != "" {
		p.Value = c.figure(field+".Value", s.Value, "number", w, 0, 20*c.u)
		p.Value.Color = ink
	}
	if s.Text != "" {
		p.Text = c.prose(field+".Text", s.Text, w, c.as("body").in(ink))
	}
	for _, t := range []*parts.Prose{p.Label, p.Text} {
		if t != nil && c.err == nil && !t.Fits() {
			c.fail(fitError(t.Field, c.f.Name, 1))
		}
	}
	return p
}
