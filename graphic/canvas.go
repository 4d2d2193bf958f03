package graphic

import (
	"image"
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Canvas is what a [Drawing] draws on: the area of one card, in px, with x
// from the edge where its language begins to read and y from the top. Colours
// are named by what they are for, so that every theme has them.
//
// Marks of data may run to the edges. Words stay within [Canvas.Room], at or
// above [Canvas.Floor], apart from each other and from all marks; a card that
// breaks this is refused, as is one whose contrast is too low. A Canvas is used
// while Draw runs, by one goroutine.
type Canvas struct {
	c     *typesetter
	field string
	scene scene.Scene
	pen   parts.Pen
	words []int // nodes of text
	noted bool
	kept  []Area  // of logos, which nothing covers
	side  float64 // of the margin; 0: the format's
	marks Area    // where a block puts its marks, if that is not the whole
	err   error
}

// An Area is a rectangle of a canvas in px.
// An Area is safe for concurrent use.
type Area struct{ X, Y, W, H float64 }

// A Spot is a place on a canvas in px.
// A Spot is safe for concurrent use.
type Spot struct{ X, Y float64 }

// Tone names a colour of a theme by what it is for.
// A Tone is safe for concurrent use.
type Tone int

// The tones of a card's ground.
const (
	ToneText   Tone = iota // words
	ToneAccent             // words that stand out
	ToneFigure             // the card's figure
	ToneMute               // citations and notes
	ToneMark               // marks that are meant
	ToneLine               // other marks
	ToneRule               // rules, which say nothing
	ToneGround             // the ground itself, for words on an area of ToneText
	ToneIdle               // marks that stand beside the one that is meant
)

func (t Tone) of(s *theme.Scheme) theme.RGBA {
	return [...]theme.RGBA{s.Text, s.Accent, s.Figure, s.Mute, s.Mark, s.Line, s.Rule, s.Ground, s.Idle}[t]
}

// Size is the whole canvas.
func (k *Canvas) Size() (w, h float64) { return float64(k.scene.W), float64(k.scene.H) }

// Unit is the measure of a card's look: about a hundred-and-eighth of its short
// side.
func (k *Canvas) Unit() float64 { return k.c.u }

// Floor is the smallest text that can be read in the format, px per em.
func (k *Canvas) Floor() float64 { return k.c.f.Floor }

// Format is the one that is drawn for.
func (k *Canvas) Format() Format { return *k.c.f }

// Room is the area that words keep to.
func (k *Canvas) Room() Area {
	z := k.c.sz()
	return Area{z.side, z.top, float64(k.scene.W) - 2*z.side, float64(k.scene.H) - z.top - z.bottom}
}

// Card is the card that is drawn, with its short forms where these are tried.
func (k *Canvas) Card() Card {
	c := *k.c.Card
	c.Headline, c.Body, c.Source = k.c.headlineText(), k.c.bodyText(), k.c.sourceText()
	return c
}

// Refuse reports that a field does not fit, by about how many characters.
func (k *Canvas) Refuse(field string, over int) {
	k.fail(fitError(field, k.c.f.Name, over))
}

func (k *Canvas) fail(err error) {
	if k.err == nil {
		k.err = err
	}
}

// Rect fills an area that says nothing itself: a ground, a rule.
func (k *Canvas) Rect(t Tone, a Area) {
	k.rects(scene.Ground, t, []image.Rectangle{a.pixels()})
}

// Line strokes a line through the spots, as a leader or an axis.
func (k *Canvas) Line(t Tone, width float64, spots ...Spot) {
	k.add(scene.Node{Role: scene.Furniture, Color: t.of(k.pen.Scheme).RGBA, Path: &scene.Path{Points: k.points(spots), Width: width}})
}

// Shapes draws closed convex outlines as marks of data.
func (k *Canvas) Shapes(t Tone, shapes ...[]Spot) {
	n := scene.Node{Role: scene.Mark, Color: t.of(k.pen.Scheme).RGBA, Bleeds: true, Idle: k.pen.Idle.RGBA}
	for _, s := range shapes {
		n.Polygons = append(n.Polygons, k.points(s))
	}
	k.add(n)
}

// Bars draws marks of data, each on whole pixels. All of one call are of one
// kind. An open bar that would close up, and a hatched one whose stripes would
// run together, are refused.
func (k *Canvas) Bars(m Mark, bars ...Area) {
	tone := ToneLine
	if m == Solid || m == Hatch {
		tone = ToneMark
	}
	k.barsIn(tone, m, bars)
}

// barsIn draws bars in a tone.
func (k *Canvas) barsIn(tone Tone, m Mark, bars []Area) {
	var rs []image.Rectangle
	for _, a := range bars {
		if w := math.Floor(a.W); m == Open && w-2*k.hair() < leastInside || w < 1 {
			k.fail(refuse("canvas-open", k.field, fault.Values{"width": w, "least": leastInside}))
			return
		}
		rs = barRects(rs, m, a, k.c.u)
	}
	if len(rs) > 0 {
		k.rects(scene.Mark, tone, rs)
	}
}

// leastInside is the ground that an open bar has to show within it, px.
const leastInside = 3

// The marks of a bar, in units: the line of an open one, the stripe of a hatched
// one, at least and of its width, and the foot.
const (
	openHair    = 0.36
	stripeHigh  = 0.6
	stripeShare = 0.22
	footHigh    = 0.9
)

// hair is how thick the outline of an open bar is.
func (k *Canvas) hair() float64 { return max(2, math.Floor(openHair*k.c.u)) }

// barRects appends what one bar is made of.
func barRects(rs []image.Rectangle, m Mark, a Area, u float64) []image.Rectangle {
	r := a.pixels()
	t := int(max(2, math.Floor(openHair*u)))
	switch m {
	case Hatch:
		q := max(2, min((r.Dy()+stripes)/(2*stripes-1), int(max(stripeHigh*u, stripeShare*float64(r.Dx())))))
		for y := r.Min.Y; y+q <= r.Max.Y; y += 2 * q {
			rs = append(rs, image.Rect(r.Min.X, y, r.Max.X, y+q))
		}
		return rs
	case Open:
		return append(rs,
			image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+t), image.Rect(r.Min.X, r.Max.Y-t, r.Max.X, r.Max.Y),
			image.Rect(r.Min.X, r.Min.Y+t, r.Min.X+t, r.Max.Y-t), image.Rect(r.Max.X-t, r.Min.Y+t, r.Max.X, r.Max.Y-t))
	case Foot:
		foot := int(max(3, math.Round(footHigh*u), math.Round(float64(r.Dy())/footShare)))
		return append(rs, image.Rect(r.Min.X, r.Max.Y-min(foot, r.Dy()/2), r.Max.X, r.Max.Y))
	}
	return append(rs, r)
}

// stripes of a hatched bar: fewer would not look like a hatch. A tall one has
// more, each no higher than looks like a line; footShare of its height is the
// foot of a tall bar.
const (
	stripes   = 5
	footShare = 8
)

func (a Area) pixels() image.Rectangle {
	return image.Rect(parts.Round(a.X), parts.Round(a.Y), parts.Round(a.X+a.W), parts.Round(a.Y+a.H))
}

func (k *Canvas) rects(role scene.Role, t Tone, rs []image.Rectangle) {
	if k.pen.Right {
		for i, r := range rs {
			rs[i].Min.X, rs[i].Max.X = k.scene.W-r.Max.X, k.scene.W-r.Min.X
		}
	}
	n := scene.Node{Role: role, Color: t.of(k.pen.Scheme).RGBA, Rects: rs}
	if role == scene.Mark {
		n.Idle, n.Bleeds, n.Apart = k.pen.Idle.RGBA, true, true
	}
	k.add(n)
}

func (k *Canvas) points(spots []Spot) []text.Point {
	out := make([]text.Point, len(spots))
	for i, s := range spots {
		if k.pen.Right {
			s.X = float64(k.scene.W) - s.X
		}
		out[i] = text.Point{X: float32(s.X), Y: float32(s.Y)}
	}
	return out
}

func (k *Canvas) add(n scene.Node) {
	n.Field = k.field
	k.scene.Nodes = append(k.scene.Nodes, n)
}

// apart refuses words that are too small, leave their room, or meet other
// words or a mark.
func (k *Canvas) apart() {
	k.clear()
	room := k.safe()
	for n, i := range k.words {
		w := &k.scene.Nodes[i]
		box := w.Ink()
		switch size := w.Glyphs.Size; {
		case box.Empty():
			continue
		case size < k.c.f.Floor-0.01:
			k.fail(refuse("canvas-small", w.Field, fault.Values{"size": math.Round(size), "floor": k.c.f.Floor}))
		case !box.In(room):
			k.fail(refuse("canvas-edge", w.Field, fault.Values{"text": w.Glyphs.Text}))
		}
		met := slices.ContainsFunc(k.words[:n], func(j int) bool {
			o := &k.scene.Nodes[j]
			return o.Field != w.Field && o.Ink().Overlaps(box) // lines of one text may be set tight
		})
		for j := range k.scene.Nodes {
			o := &k.scene.Nodes[j]
			met = met || o.Role == scene.Mark && o.Meets(box)
		}
		if met {
			k.fail(refuse("canvas-meets", w.Field, fault.Values{"text": w.Glyphs.Text}))
		}
	}
}

// safe is where words may stand: they keep the margins at the sides, and above
// and below no more than a print or a platform's own edge takes.
func (k *Canvas) safe() image.Rectangle {
	f := k.c.f
	if f.deep {
		return f.Safe
	}
	side := int(k.margin()) - 1
	return image.Rect(side, leastEdge, f.W-side, f.H-leastEdge)
}

// margin is how far words keep from the sides.
func (k *Canvas) margin() float64 {
	if k.side > 0 {
		return k.side
	}
	return k.c.sz().side
}

// leastEdge is how near to the edge of a card words may come, px.
const leastEdge = 24

// clear refuses words and marks of data under a logo.
func (k *Canvas) clear() {
	for _, a := range k.kept {
		box := k.mirrored(a).pixels()
		for i := range k.scene.Nodes {
			n := &k.scene.Nodes[i]
			over := n.Role == scene.Mark && n.Meets(box) || n.Role == scene.Code && n.Ink().Overlaps(box) || n.Glyphs != nil && n.Ink().Overlaps(box)
			if over {
				k.fail(refuse("logo-over", "Logos", fault.Values{"field": n.Field}))
			}
		}
		if !box.In(image.Rect(0, 0, k.scene.W, k.scene.H).Inset(parts.Round(k.Unit()))) {
			k.fail(refuse("logo-over", "Logos", fault.Values{"field": "edge"}))
		}
	}
}

// wordRoom is the room of words, above the place where a story's link stands.
func (k *Canvas) wordRoom() Area {
	a := k.Room()
	if most := linkAt * k.Unit(); k.c.f.deep && a.Y+a.H > most {
		a.H = most - a.Y
	}
	return a
}

// linkAt is how far down a story the platform's link sticker begins, in units.
const linkAt = 139.5

// mirrored is an area of the canvas as a card that reads from the right has it.
func (k *Canvas) mirrored(a Area) Area {
	if k.pen.Right {
		a.X = float64(k.scene.W) - a.X - a.W
	}
	return a
}
