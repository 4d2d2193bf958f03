package graphic

import (
	"math"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// BeforeAfter sets two states of one thing in two panels, the later one
// filled.
type BeforeAfter struct{ Before, After State }

// State is one panel of BeforeAfter.
type State struct {
	Label string // "Planned, March 2025"
	Value string // drawn large; may be empty
	Text  string // may be empty
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

func (b BeforeAfter) slots(c *composer, field string, w float64, r rank) []*slot {
	p := &panels{field: field, w: w, u: c.u, floor: c.f.Floor, edge: max(4, c.t.Rule.Row*c.u/10)}
	p.panels[0] = c.statePanel(b.Before, field+".Before", p.inner(), plainText)
	p.panels[1] = c.statePanel(b.After, field+".After", p.inner(), func(p *pen) (theme.RGBA, theme.RGBA) { return p.Ground, p.Ground })
	return []*slot{{part: p, field: field, rank: r, gap: blockGap * c.u}}
}

func (c *composer) statePanel(s State, field string, w float64, ink func(*pen) (theme.RGBA, theme.RGBA)) statePanel {
	p := statePanel{label: c.prose(field+".Label", s.Label, "label", w, c.f.Floor, c.sz().labelMax, ink)}
	if s.Value != "" {
		p.value = c.figure(field+".Value", s.Value, "number", w, 0, 20*c.u)
		p.value.color = ink
	}
	if s.Text != "" {
		p.text = c.prose(field+".Text", s.Text, "body", w, c.sz().bodyMin, c.sz().bodyMax, ink)
	}
	for _, t := range []*prose{p.label, p.text} {
		if t != nil && c.err == nil && !t.fits() {
			c.fail(fitError(t.field, c.f.Name, 1))
		}
	}
	return p
}

// panels draws BeforeAfter, one above the other.
type panels struct {
	field  string
	panels [2]statePanel
	w, u   float64
	edge   float64
	floor  float64

	heights [2]float64
}

type statePanel struct {
	label *prose
	value *figure // nil: none
	text  *prose  // nil: none
}

func (p *panels) pad() float64   { return 3.2 * p.u }
func (p *panels) inner() float64 { return p.w - 2*p.pad() }
func (p *panels) gap() float64   { return 2.4 * p.u }

// between is the space between the lines of one panel.
func (p *panels) between() float64 { return max(2.6*p.u, 0.7*p.floor) }

// height of one panel, with its value no higher than figure.
func (p *panels) height(i int, figure float64, large bool) float64 {
	s, h := &p.panels[i], 2*p.pad()
	share := 0.0
	if large {
		share = 1
	}
	h += s.label.at(share)
	if s.value != nil {
		h += p.between() + s.value.set(max(figure, p.floor*s.value.full()))
	}
	if s.text != nil {
		h += p.between() + s.text.at(share)
	}
	return math.Ceil(h)
}

func (p *panels) span() (least, most float64) {
	return p.height(0, 7*p.u, false) + p.height(1, 7*p.u, false) + p.gap(), p.height(0, 20*p.u, true) + p.height(1, 20*p.u, true) + p.gap()
}

// set shrinks the values first, then the words; both values keep one size.
func (p *panels) set(h float64) float64 {
	for _, large := range []bool{true, false} {
		for figure := 20 * p.u; figure >= 7*p.u; figure -= 0.5 * p.u {
			if p.try(figure, large) <= h {
				return p.heights[0] + p.heights[1] + p.gap()
			}
		}
	}
	return p.try(7*p.u, false)
}

func (p *panels) try(figure float64, large bool) float64 {
	size := math.Inf(1)
	for i := range p.panels {
		p.heights[i] = p.height(i, figure, large)
		if v := p.panels[i].value; v != nil {
			size = min(size, v.size)
		}
	}
	for i := range p.panels {
		if v := p.panels[i].value; v != nil {
			p.heights[i] = p.height(i, size*v.full(), large)
		}
	}
	return p.heights[0] + p.heights[1] + p.gap()
}

func (p *panels) draw(pn *pen, x, y float64) {
	for i := range p.panels {
		field := p.field + []string{".Before", ".After"}[i]
		if i == 0 {
			pn.rects(scene.Mark, field, pn.Line.RGBA, outline(x, y, p.w, p.heights[i], p.edge))
		} else {
			pn.rect(scene.Mark, field, pn.Mark.RGBA, x, y, p.w, p.heights[i])
		}
		s, at, top := &p.panels[i], x+p.pad(), y+p.pad()
		s.label.draw(pn, at, top)
		top += s.label.height(s.label.size)
		if s.value != nil {
			top += p.between()
			s.value.draw(pn, at, top)
			top += s.value.size * s.value.full()
		}
		if s.text != nil {
			s.text.draw(pn, at, top+p.between())
		}
		y += p.heights[i] + p.gap()
	}
}
