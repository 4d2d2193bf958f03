package graphic

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Placard sets the headline in bands from edge to edge, a line in each, to be
// read across a street. Where a short line would be higher than the card holds,
// a field of bars completes it; the card's note says what one stands for.
// A Placard is safe for concurrent use as long as nobody changes it.
type Placard struct {
	Bars int `json:"bars,omitzero"` // 0: none
}

var _ = wired[Placard]("placard")

func (b Placard) traits() traits { return traits{claims: b.Bars > 0, whole: true} }

func (b Placard) check() *FieldError {
	if b.Bars < 0 || b.Bars > mostField {
		return refuse("field-count", "Bars", fault.Values{"n": b.Bars, "most": mostField})
	}
	return nil
}

func (b Placard) describe(w *tongue) string {
	if b.Bars == 0 {
		return ""
	}
	return w.say("people", fault.Values{"n": b.Bars})
}

func (b Placard) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Placard) arrange(c *composer, i int) []*parts.Column { return c.onCanvas(i, b.draw) }

// The measures of a placard: the height of a band over that of its letters, how
// much of the width a line keeps that leaves room for a field, and how many lines
// there are at most.
const (
	signLeast  = 1.14
	signBest   = 1.38
	signBeside = 0.76
	signNarrow = 0.4
	signMost   = 5
	signRatio  = 2.6
)

// A signLine is one line of a placard, and what its letters reach over its
// capitals and under its baseline; its capitals begin at the top, and its band
// takes up a height.
type signLine struct {
	settingLine
	rise, fall    float64
	top, from, to float64
	field         bool // completes it
}

func (l *signLine) high() float64 { return l.cap + l.rise + l.fall }

func (b Placard) draw(k *Canvas) error {
	w, h := k.Size()
	room := k.Room()
	t := k.Text("Headline", k.Card().Headline, FaceDisplay)
	low := pile{k, room}
	slug := low.slugLine(joinWords(k.c.sourceText(), k.c.AsOf))
	mark := low.logoRow()
	rule := low.a.Y + low.a.H
	lines, ok := b.stack(k, t, rule)
	if !ok {
		k.Refuse("Headline", max(1, t.p.Runes()/3))
		return nil
	}
	for i, scheme := range k.schemes().bands(len(lines)) {
		l := &lines[i]
		from, to := l.from, l.to
		if i == 0 {
			from = 0
		}
		if i == len(lines)-1 {
			to = h
		}
		k.on(scheme, Area{0, from, w, to - from})
		k.Draw(Setting{Text: t, Height: l.cap, Size: l.size, lines: []settingLine{l.settingLine}}, ToneText, room.X, l.top)
		if l.field {
			b.beside(k, room, l)
		}
	}
	mark()
	slug()
	return nil
}

// stack is the lines in their bands, which end below the rule. A field that has
// no room for its note stays away.
func (b Placard) stack(k *Canvas, t *Text, rule float64) ([]signLine, bool) {
	room := k.Room()
	all, edge := rule+1.6*k.Unit(), float64(k.safe().Min.Y) // where the bands end, and where words may begin
	within := all
	if k.c.f.deep {
		within -= edge
	}
	lines, ok := b.best(t, room.W, within)
	if !ok || len(lines) == 0 {
		return nil, ok
	}
	start := bandsStart(lines, all, edge)
	grow := (all - start) / heightOf(lines)
	for i, y := 0, start; i < len(lines); i++ {
		l := &lines[i]
		l.top = y + l.rise + l.high()*(grow-1)/2
		l.from, l.to = y, math.Round(y+l.high()*grow)
		y = l.to
		end := l.to
		if i == len(lines)-1 {
			end = rule
		}
		if _, under := b.note(k, room, l); under < end {
			l.field = !l.full
		}
	}
	return lines, true
}

// bandsStart is the room over the first band with which its words begin at the
// edge or below, where the bands share all of the height.
func bandsStart(lines []signLine, all, edge float64) float64 {
	high, half := heightOf(lines), lines[0].high()/2
	return max(0, (math.Ceil(edge+1)-half*(all/high-1))/(1-half/high))
}

// heightOf is what lines take up without the room around them.
func heightOf(lines []signLine) float64 {
	sum := 0.0
	for i := range lines {
		sum += lines[i].high()
	}
	return sum
}

// note is what the field beside a line is, set below it, and where that ends.
func (b Placard) note(k *Canvas, room Area, l *signLine) (note Setting, end float64) {
	note = k.Text("Note", k.Card().Note, FaceSmall).Set(k.Floor(), room.W)
	return note, l.below(k.Unit()) + note.Height + note.Under()
}

// below is where a note under the line begins.
func (l *signLine) below(u float64) float64 { return l.top + l.cap + max(1.8*u, l.fall+1.2*u) }

// beside completes a short line with the field, and says below what it is.
func (b Placard) beside(k *Canvas, room Area, l *signLine) {
	u := k.Unit()
	x := room.X + l.size*(l.Ink.MaxX-l.Ink.MinX) + 3.4*u
	k.Bars(Solid, ranks(b.Bars, Area{x, l.top, room.X + room.W - x, l.cap})...)
	note, _ := b.note(k, room, l)
	k.Draw(note, ToneText, room.X+room.W-note.Wide, l.below(u))
}

// best breaks the words into lines that fill the height, the smallest as large
// as can be.
func (b Placard) best(t *Text, w, h float64) (best []signLine, ok bool) {
	if t.Empty() {
		return nil, true
	}
	worth := 0.0
	ways := t.p.Fillings(text.Limits{Ratio: signRatio, Least: fillLeast, MaxSize: math.Inf(1)})
	for i := range ways {
		lines := b.lines(t, &ways[i], w, h)
		if lines == nil {
			continue
		}
		least := math.Inf(1)
		for k := range lines {
			least = min(least, lines[k].cap)
		}
		over := h / heightOf(lines)
		if v := least * math.Exp(-0.5*max(0, over-signBest)-0.7*float64(t.p.Torn(&ways[i]))); v > worth {
			best, worth = lines, v
		}
	}
	return best, best != nil
}

// lines are those of one way, nil where they are too high. Beside the highest
// stands the field, if there is one and the line is higher than the others.
func (b Placard) lines(t *Text, way *text.Filling, w, h float64) []signLine {
	if len(way.Sizes) > signMost {
		return nil
	}
	var out []signLine
	high, next := 0, 0.0
	for i, l := range t.p.Set(way) {
		size := way.Sizes[i] * w
		rise := max(0, -way.Inks[i].MinY-t.p.Style.Font.CapHeight) * size
		set := settingLine{Line: l, size: size, base: t.Capital(size), cap: t.Capital(size), full: true}
		out = append(out, signLine{settingLine: set, rise: rise, fall: max(0, way.Inks[i].MaxY) * size})
		if size > out[high].size {
			high, next = i, out[high].size
		} else if i != high {
			next = max(next, size)
		}
	}
	l := &out[high]
	over := heightOf(out)*signBest - h
	if b.Bars > 0 && l.size*signBeside >= next && len(out) > 1 {
		share := min(signBeside, 1-over/signBest/l.high())
		if share >= signNarrow {
			l.size, l.cap, l.base, l.full = l.size*share, l.cap*share, l.base*share, false
			l.rise, l.fall = l.rise*share, l.fall*share
		}
	}
	if heightOf(out)*signLeast > h {
		return nil
	}
	return out
}
