package parts

import (
	"image"
	"image/color"
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Panel is a QR code on its plate with what to do beside it, or below it
// where the column is narrow. An action without a link has no code, and its
// words take the whole width.
type Panel struct {
	Code    *Plate // nil: none
	Verb    *Prose // nil: none, as with the others
	Detail  *Prose
	Phone   *Figure
	Prompt  *Prose
	Address *Prose
	slug    *Slug // nil: stands below the panel
	W, U    float64
	Lead    float64 // between two texts
	Stacked bool
	Key     bool // the plate needs a line around it on this ground
}

// Plate is a code as it is drawn.
type Plate struct {
	Side        int               // px
	Modules     []image.Rectangle // the dark ones, on a plate at the origin
	Dark, Light color.RGBA
}

func (q *Panel) gap() float64 {
	if q.Code == nil {
		return 0
	}
	return 4 * q.U
}

func (q *Panel) Side() float64 {
	if q.Code == nil {
		return 0
	}
	return float64(q.Code.Side)
}

// Column is the width beside the plate.
func (q *Panel) Column() float64 {
	if q.Stacked {
		return q.W
	}
	return q.W - q.Side() - q.gap()
}

// Gaps beside a code: over a prompt, in units, and over the slug, of the usual.
const (
	promptGap = 2.2
	slugAbove = 0.8
)

func (q *Panel) texts() float64 {
	h := 0.0
	for _, t := range []*Prose{q.Verb, q.Detail, q.Prompt, q.Address} {
		if t != nil {
			t.W = q.Column()
			h += t.Set(1e9)
		}
	}
	if q.Phone != nil {
		q.Phone.W = q.Column()
		h += q.Phone.Set(q.Phone.Most) + q.Lead
	}
	if q.Verb != nil {
		h += q.Lead
	}
	if q.Detail != nil {
		h += q.Lead
	}
	if q.Prompt != nil {
		h += promptGap * q.U
	}
	if q.slug != nil {
		h += q.slug.Height() + slugAbove*q.Lead
	}
	return h
}

// Hold takes the slug in where there is room for it beside the plate, if need be
// in the prompt's place.
func (q *Panel) Hold(s *Slug) bool {
	if q.Code == nil || q.Stacked {
		return false
	}
	s.W, s.Tag = q.Column(), nil
	prompt := q.Prompt
	if q.slug = s; q.texts()+q.Lead > q.Side() {
		q.Prompt = nil
	}
	if q.texts() <= q.Side() {
		return true
	}
	q.slug, q.Prompt = nil, prompt
	return false
}

// shrinkTexts sets the line of help and then the verb smaller until the texts
// are no higher than the plate.
func (q *Panel) shrinkTexts() float64 {
	h := q.texts()
	for _, t := range []*Prose{q.Detail, q.Verb} {
		for t != nil && !q.Stacked && q.Code != nil && h > q.Side() && t.Max > t.Min {
			t.Max = max(t.Min, t.Max*0.96)
			h = q.texts()
		}
	}
	return h
}

func (q *Panel) Span() (float64, float64) {
	h := q.shrinkTexts()
	if q.Stacked {
		h += q.Side() + q.gap()
	}
	h = max(h, q.Side())
	return h, h
}

func (q *Panel) Set(float64) float64 {
	h, _ := q.Span()
	return h
}

func (q *Panel) Draw(p *Pen, x, y float64) {
	h, _ := q.Span()
	px, py := math.Floor(x+0.5), math.Floor(y+0.5)
	if q.Stacked {
		py = math.Floor(y + h - q.Side())
	}
	q.drawPlate(p, px, py)
	at, bottom := x+q.Side()+q.gap(), y+h
	if q.Stacked {
		at, bottom = x, y+h-q.Side()-q.gap()
	}
	if q.Verb != nil {
		q.Verb.Draw(p, at, y)
		y += q.Verb.height(q.Verb.Size) + q.Lead
	}
	if q.Detail != nil {
		q.Detail.Draw(p, at, y)
		y += q.Detail.height(q.Detail.Size) + q.Lead
	}
	if q.Phone != nil {
		q.Phone.Draw(p, at, y)
	}
	if q.slug != nil {
		bottom -= q.slug.Height()
		q.slug.Draw(p, at, bottom)
		bottom -= slugAbove * q.Lead
	}
	if q.Address != nil {
		bottom -= q.Address.height(q.Address.Size)
		q.Address.Draw(p, at, bottom)
	}
	if q.Prompt != nil {
		bottom -= q.Prompt.height(q.Prompt.Size) + promptGap*q.U
		q.Prompt.Draw(p, at, bottom)
	}
}

// Squeeze leaves out what the height has no room for: the prompt, the line
// of help, then the verb, which the headline says already.
func (q *Panel) Squeeze(h float64) {
	for _, t := range []**Prose{&q.Prompt, &q.Detail, &q.Verb} {
		if need, _ := q.Span(); need > h {
			*t = nil
		}
	}
}

func (q *Panel) drawPlate(p *Pen, x, y float64) {
	if q.Code == nil {
		return
	}
	if p.Right {
		x = float64(p.Scene.W) - x - q.Side()
	}
	at := image.Pt(int(x), int(y))
	if q.Key {
		p.Scene.Rects(scene.Furniture, "Action.URL", p.Text.RGBA, outline(x-3, y-3, q.Side()+6, q.Side()+6, 3))
	}
	p.Scene.Rect(scene.Ground, "Action.URL", q.Code.Light, image.Rectangle{at, at.Add(image.Pt(q.Code.Side, q.Code.Side))})
	modules := make([]image.Rectangle, len(q.Code.Modules))
	for i, m := range q.Code.Modules {
		modules[i] = m.Add(at)
	}
	p.Scene.Rects(scene.Code, "Action.URL", q.Code.Dark, modules)
}
