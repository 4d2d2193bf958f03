package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// A telling is what a scene says in words: the headline, with its figure as
// large as its place allows where the headline holds it. What stands before the
// figure ("At least") is never far smaller than it.
type telling struct {
	k                     *Canvas
	before, figure, after *Text
	whole                 bool // a headline without a figure
}

// newTelling takes a figure out of the card's headline.
func newTelling(k *Canvas, value string) telling {
	s := cutFigure(k.c.headlineText(), value)
	if value == "" || !s.inHeadline {
		return telling{k: k, after: k.Text("Headline", k.c.headlineText(), FaceDisplay), whole: true}
	}
	return telling{
		k: k, before: k.Text("Headline", text.Plain(s.before), FaceDisplay),
		figure: k.Text("Headline", s.value, faceNumber), after: k.Text("Headline", s.after, FaceDisplay).following(),
	}
}

// faceNumber is what the figures of charts are set in.
const faceNumber Face = "number"

// leastBefore is the least size of the words before a figure, of its own.
const leastBefore = 1.0 / 8

// A told is a telling that has found its sizes.
type told struct {
	before, figure, after Setting
	Height                float64
	gap                   float64
}

// tellingLimits are the sizes that a telling keeps to: of its figure the capital's
// height, of its words px per em.
type tellingLimits struct{ figure, least, most float64 }

// in sets the telling into an area, the figure as high as leaves the words
// their least size.
func (t telling) in(w, h float64, lim tellingLimits) (told, bool) {
	lim.least = max(lim.least, t.k.Floor())
	lim.most = max(lim.most, lim.least)
	if t.k.c.err != nil {
		return told{}, false
	}
	if t.whole {
		s, ok := t.after.Into(w, h, lim.least, lim.most)
		return told{after: s, Height: s.Height + s.Under()}, ok
	}
	for tall := min(lim.figure, h); tall >= 2*lim.least*t.figure.Capital(1); tall *= 0.92 {
		if s, ok := t.at(tall, w, h, lim); ok {
			return s, true
		}
	}
	return told{}, false
}

// at sets it with the figure's capitals as high as tall, or as its width allows.
func (t telling) at(tall, w, h float64, lim tellingLimits) (told, bool) {
	size := min(t.figure.Across(w), tall/t.figure.Capital(1))
	s := told{figure: t.figure.Set(size, 2*w), gap: 2.6 * t.k.Unit()}
	s.Height = s.figure.Height + s.figure.Under()
	if !t.before.Empty() {
		least := max(lim.least, leastBefore*size)
		var ok bool
		if s.before, ok = t.before.Into(w, 0.4*h, least, least); !ok {
			if s.before = t.before.Set(least, w); s.before.Lines() > 2 || s.before.Wide > w {
				return s, false
			}
		}
		s.Height += s.before.Height + s.before.Under() + s.gap
	}
	if t.after.Empty() {
		return s, s.Height <= h
	}
	var ok bool
	s.after, ok = t.after.Into(w, h-s.Height-s.gap, lim.least, min(lim.most, 0.8*size))
	s.Height += s.gap + s.after.Height + s.after.Under()
	return s, ok && s.Height <= h
}

// A toldPart is one of its settings.
type toldPart struct {
	Setting
	tone Tone
}

func (s *told) parts() []toldPart {
	var out []toldPart
	for _, p := range []toldPart{{s.before, ToneText}, {s.figure, ToneFigure}, {s.after, ToneText}} {
		if p.Text != nil && p.Lines() > 0 {
			out = append(out, p)
		}
	}
	return out
}

// draw draws it with its top at y.
func (s *told) draw(k *Canvas, x, y float64) {
	for _, p := range s.parts() {
		k.Draw(p.Setting, p.tone, x, y)
		y += p.Height + p.Under() + s.gap
	}
}

// areas are where its parts stand.
func (s *told) areas(x, y float64) []Area {
	var out []Area
	for _, p := range s.parts() {
		out = append(out, Area{x, y, p.Wide, p.Height + p.Under()})
		y += p.Height + p.Under() + s.gap
	}
	return out
}
