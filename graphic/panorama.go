package graphic

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/language"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Panorama is a carousel of one picture: a row of bars, one for each person,
// that runs over all its slides. The first asks, each of the next tells of one
// group of the bars, the last says what to do. No bar, letter or number stands
// on a cut.
// A Panorama is safe for concurrent use as long as nobody changes it.
type Panorama struct {
	Cover  Card      // its headline is what the slides answer; its source that of all, its note what a bar is
	Groups []Segment // two to four, in reading order; each with its number and label
	Action Card      // with an Action; its body is what has to stand beside it
	Next   string    // "Swipe", on the cover
	Unit   string    // what a bar stands for, in alt text: "person"
}

// NewPanorama lays all slides out, on the loudest ground of the theme.
// Errors are *FieldError and *SlideError.
func NewPanorama(p Panorama, o *Options) ([]*Graphic, error) {
	var opt Options
	if o != nil {
		opt = *o
	}
	slides, err := p.Deck(&opt)
	if err != nil {
		return nil, err
	}
	return drawSlides(slides, opt)
}

// Deck are the slides as cards of their own, as [Carousel.Deck] has them. A last
// group of feet, which leave room above them, is told of on the last slide.
// Errors are *FieldError.
func (p *Panorama) Deck(o *Options) ([]Slide, error) {
	if n := len(p.Groups); n < 2 || n > 4 {
		return nil, refuse("field-groups", "Groups", fault.Values{"n": n})
	}
	if o.Ground != "" {
		return nil, refuse("carousel-ground", "Options.Ground", nil)
	}
	th, err := o.Theme.content()
	if err != nil {
		return nil, err
	}
	told := len(p.Groups)
	b := Stretch{Groups: p.Groups, Slides: told + 2, Unit: p.Unit}
	if last := b.onLast(); last {
		told--
		b.Slides--
	}
	out := make([]Slide, b.Slides)
	for i := range out {
		out[i] = Slide{p.slide(b, i+1, told), th.Carousel.Cover}
	}
	return out, nil
}

// onLast reports that the bars of the last group stand on the last slide, with
// one slide less, and are feet.
func (b Stretch) onLast() bool {
	b.Slides--
	b.Slide = b.Slides
	g := b.Groups[len(b.Groups)-1]
	shown := b.shown()
	return g.Mark == Foot && b.Slides > 2 && shown[len(shown)-1].Count == g.Count
}

// slide is one card of it, of which told tell of a group each.
func (p *Panorama) slide(b Stretch, n, told int) Card {
	c := p.Cover
	b.Slide = n
	switch {
	case n == b.Slides:
		c = p.Action
		c.Source, c.SourceShort, c.AsOf = p.Cover.Source, p.Cover.SourceShort, p.Cover.AsOf
		if told < len(p.Groups) {
			b.Names = len(p.Groups)
		}
	case n > 1:
		b.Names = n - 1
		g := p.Groups[b.Names-1]
		c.Headline, c.Body, c.Note = joinWords(g.Figure, g.Label), "", ""
	default:
		b.Next = p.Next
	}
	if c.Lang == language.Und {
		c.Lang = p.Cover.Lang
	}
	if c.Tags == nil {
		c.Tags = p.Cover.Tags
	}
	c.Blocks = []Block{b}
	return c
}

// Joined lays slides of one size side by side, in the order in which their
// language is read: the whole of a panorama.
func Joined(slides ...*Graphic) (*Graphic, error) {
	if len(slides) == 0 || slices.Contains(slides, nil) {
		return nil, refuse("sheet-cards", "Cards", nil)
	}
	first := slides[0]
	w, h := first.scene.W, first.scene.H
	f := first.format
	f.W = w * len(slides)
	f.Safe = image.Rect(0, 0, f.W, h)
	if f.W > maxSheet {
		return nil, refuse("sheet-large", "Sheet", fault.Values{"width": f.W, "height": h})
	}
	out := &Graphic{card: first.card, tongue: first.tongue, format: f, sheet: slices.Clone(slides), scene: scene.Scene{W: f.W, H: h}}
	for i, g := range slides {
		if g.scene.W != w || g.scene.H != h {
			return nil, refuse("sheet-mixed", "Cards", nil)
		}
		at := i
		if rightToLeft(g.card.Lang) {
			at = len(slides) - 1 - i
		}
		out.scene.Add(&g.scene, image.Pt(at*w, 0))
	}
	return out, nil
}

// Stretch is the part of a [Panorama] that one slide shows: its own bars of a
// row that runs over all slides, and one of the groups in large.
// A Stretch is safe for concurrent use as long as nobody changes it.
type Stretch struct {
	Groups []Segment `json:"groups,omitempty"` // of all slides, in reading order
	Slide  int       `json:"slide,omitzero"`   // from 1
	Slides int       `json:"slides,omitzero"`  // of the panorama
	Names  int       `json:"names,omitzero"`   // the group that the slide tells of, from 1; 0: none
	Next   string    `json:"next,omitzero"`    // "Swipe", at the foot
	Unit   string    `json:"unit,omitzero"`    // what a bar stands for, in alt text: "person"
}

var _ = wired[Stretch]("stretch")

// How many slides a row of bars runs over.
const leastStretches, mostStretches = 2, 9

func (b Stretch) traits() traits { return traits{claims: true, whole: true} }

func (b Stretch) check() *FieldError {
	if len(b.Groups) > 4 {
		return refuse("field-groups", "Groups", fault.Values{"n": len(b.Groups)})
	}
	if err := checkGroups("Groups", b.Groups); err != nil {
		return err
	}
	switch {
	case b.Slides < leastStretches || b.Slides > mostStretches:
		return refuse("stretch-slides", "Slides", fault.Values{"n": b.Slides, "least": leastStretches, "most": mostStretches})
	case b.Slide < 1 || b.Slide > b.Slides:
		return refuse("stretch-slide", "Slide", fault.Values{"n": b.Slide, "of": b.Slides})
	case b.Names < 0 || b.Names > len(b.Groups):
		return refuse("stretch-names", "Names", fault.Values{"n": b.Names, "of": len(b.Groups)})
	}
	return nil
}

func (b Stretch) describe(w *tongue) string {
	unit := b.Unit
	if unit == "" {
		unit = w.say("person", nil)
	}
	from, to := b.span()
	named := ""
	if b.Names > 0 && b.Slide == b.Slides { // on others the headline says it
		named = joinWords(b.Groups[b.Names-1].Figure, b.Groups[b.Names-1].Label) + ". "
	}
	return named + w.say("stretch", fault.Values{"from": from + 1, "to": to, "n": countOf(b.Groups), "unit": unit}) + ": " + groupsSaid(w, b.shown())
}

func (b Stretch) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Stretch) arrange(c *composer, i int) []*parts.Column { return c.onCanvas(i, b.draw) }

// span is the bars of the slide, of all: each slide has as many as the others,
// give or take one.
func (b Stretch) span() (from, to int) {
	n := float64(countOf(b.Groups)) / float64(b.Slides)
	return int(math.Round(n * float64(b.Slide-1))), int(math.Round(n * float64(b.Slide)))
}

// shown is how many bars of each group the slide has.
func (b Stretch) shown() (out []Segment) {
	from, to := b.span()
	at := 0
	for _, g := range b.Groups {
		n := min(to, at+g.Count) - max(from, at)
		if at += g.Count; n > 0 {
			g.Count = n
			out = append(out, g)
		}
	}
	return out
}

// The measures of a slide: of its height where the bars begin and end and the
// band at the foot begins, of the pitch what a bar takes; the others in units.
const (
	stretchTop  = 74.0 / 135
	stretchEnd  = 117.0 / 135
	stretchFoot = 121.6 / 135
	stretchWide = 0.555

	stretchAbove  = 5.4  // between words and bars
	stretchNumber = 31.6 // the capitals of a group's number
	stretchSample = 6.4  // how wide the bar beside it is
	stretchSays   = 8.4  // of what a group is, px per em at most
	stretchWords  = 8.2  // over all words
	stretchUnder  = 4.4  // below a number, at least
	stretchOver   = 1.4  // below its overhang
	stretchLeast  = 4.4  // of what a group is, px per em
	stretchGroup  = 4.6  // of what it is beside a low number, at most
	stretchRise   = 2.4  // over the accents of a headline
	stretchBody   = 0.3  // the most of the height that a sentence takes
	stretchLow    = 17   // the number of a group whose bars leave their room to it
)

// draw leaves low cards to the headline, and those of which only the middle is
// free: slides are high.
func (b Stretch) draw(k *Canvas) error {
	room, u, frame := k.Room(), k.Unit(), b.frame(k)
	if foot := frame.Y + stretchFoot*frame.H; k.c.f.Landscape() || foot > room.Y+room.H {
		k.Refuse(k.field, 1)
		return nil
	}
	if down := stretchWords*u - room.Y; down > 0 {
		room.Y, room.H = room.Y+down, room.H-down
	}
	band := Area{0, math.Round(frame.Y + stretchTop*frame.H), frame.W, 0}
	band.H = math.Round(frame.Y+stretchEnd*frame.H) - band.Y
	bars := b.bars(frame.W, band)
	for i, s := range b.shown() {
		k.Bars(s.Mark, bars[i]...)
	}
	a := Area{room.X, room.Y, room.W, band.Y - stretchAbove*u - room.Y}
	last := b.Slide == b.Slides
	var ok bool
	switch {
	case last:
		ok = b.asks(k, a) && (b.Names == 0 || b.beneath(k, bars, band))
	case b.Names > 0:
		ok = b.tells(k, a)
	default:
		ok = b.fills(k, a)
	}
	if !ok {
		k.Refuse("Headline", max(1, len(k.Card().Headline)/5))
		return nil
	}
	b.foot(k, room, math.Round(frame.Y+stretchFoot*frame.H))
	return nil
}

// frame is what a slide is laid out in: the canvas, or of a story what lies
// above its link.
func (b Stretch) frame(k *Canvas) Area {
	w, h := k.Size()
	if !k.c.f.deep {
		return Area{0, 0, w, h}
	}
	u, room := k.Unit(), k.Room()
	y := room.Y - 7*u
	return Area{0, y, w, (linkAt*u - 9*u - y) / stretchFoot}
}

// bars are the slide's, by group: each in the middle of its share of the width,
// so that none meets the cut.
func (b Stretch) bars(w float64, band Area) (out [][]Area) {
	from, to := b.span()
	pitch := w / float64(to-from)
	wide := math.Round(stretchWide * w * float64(b.Slides) / float64(countOf(b.Groups)))
	i := 0
	for _, s := range b.shown() {
		var group []Area
		for range s.Count {
			group = append(group, Area{math.Round((float64(i)+0.5)*pitch - wide/2), band.Y, wide, band.H})
			i++
		}
		out = append(out, group)
	}
	return out
}

// fills sets the headline into an area as large as it goes.
func (b Stretch) fills(k *Canvas, a Area) bool {
	s, over, ok := k.Text("Headline", k.Card().Headline, FaceDisplay).lowered(a.W, a.H, sayLeast*k.Unit(), 40*k.Unit())
	k.Draw(s, ToneText, a.X, a.Y+over)
	return ok
}

// tells sets a group's number beside one of its bars, and below what else the
// headline says.
func (b Stretch) tells(k *Canvas, a Area) bool {
	u, g, field := k.Unit(), b.Groups[b.Names-1], k.field
	number := k.Text(fmt.Sprintf("%s.Groups[%d].Figure", field, b.Names-1), g.Figure, FaceFigure)
	size := min(stretchNumber*u/max(0.01, number.Capital(1)), number.Across(a.W-(stretchSample+4)*u))
	s := number.line(size)
	k.Draw(s, ToneFigure, a.X, a.Y)
	k.field = fmt.Sprintf("%s.Groups[%d].Mark", field, b.Names-1)
	k.Bars(g.Mark, Area{math.Round(a.X + number.Width(size) + 4*u), math.Round(a.Y), math.Round(stretchSample * u), math.Round(s.Height)})
	k.field = field
	y := a.Y + s.Height + max(stretchUnder*u, s.Under()+stretchOver*u)
	says := text.Plain(k.Card().Headline)
	if before, after, ok := figures.Cut(says, g.Figure); ok {
		says = joinWords(before, after)
	}
	label, over, ok := k.Text("Headline", says, FaceLabel).lowered(a.W, a.Y+a.H-y, stretchLeast*u, stretchSays*u)
	k.Draw(label, ToneText, a.X, y+over)
	return ok
}

// asks sets what is asked for, what has to be said beside it, and how.
func (b Stretch) asks(k *Canvas, a Area) bool {
	u, c := k.Unit(), k.Card()
	if said := c.Action.called(); said != "" {
		t := k.Text("Action.Phone", said, FaceDisplay)
		s := t.line(min(t.Across(a.W), 13*u))
		if t.Empty() || s.Size < k.Floor() {
			return false
		}
		a.H -= s.Height + s.Under()
		k.Draw(s, ToneText, a.X, a.Y+a.H)
		a.H -= max(4*u, s.Rise()+stretchRise*u)
	}
	if c.Body != "" {
		s, ok := k.Text("Body", c.Body, FaceBody).Into(a.W, stretchBody*a.H, k.Floor(), 5*u)
		if !ok {
			return false
		}
		a.H -= s.Height + s.Under()
		k.Draw(s, ToneText, a.X, a.Y+a.H)
		a.H -= 4 * u
	}
	return a.H > 0 && b.fills(k, a)
}

// beneath names the last group over its own bars where these leave the room:
// they are feet.
func (b Stretch) beneath(k *Canvas, bars [][]Area, band Area) bool {
	u, g := k.Unit(), b.Groups[b.Names-1]
	own := bars[len(bars)-1]
	room := k.Room()
	a := Area{own[0].X, band.Y + 3*u, room.X + room.W - own[0].X, band.H - band.H/footShare - 5*u}
	if g.Mark != Foot || b.Names != len(b.Groups) || len(own) != g.Count || a.W < 24*u {
		return false
	}
	if a.X < room.X {
		a.X, a.W = room.X, room.W
	}
	at := fmt.Sprintf("%s.Groups[%d].", k.field, b.Names-1)
	number := k.Text(at+"Figure", g.Figure, FaceFigure)
	size := min(stretchLow*u/max(0.01, number.Capital(1)), number.Across(a.W))
	s := number.line(size)
	k.Draw(s, ToneFigure, a.X, a.Y)
	y := a.Y + s.Height + max(3*u, s.Under()+u)
	label, ok := k.Text(at+"Label", g.Label, FaceLabel).Into(a.W, a.Y+a.H-y, k.Floor(), stretchGroup*u)
	k.Draw(label, ToneText, a.X, y)
	return ok
}

// foot is the band below the bars: what a bar is and how one goes on, then the
// source, at last with the tag where both have room.
func (b Stretch) foot(k *Canvas, room Area, top float64) {
	w, h := k.Size()
	u, c := k.Unit(), k.Card()
	k.on(k.c.t.Darkest(k.c.ground.Head), Area{0, top, w, h - top})
	field, said, at, more := "Source", joinWords(c.Source, c.AsOf), k.field+".Next", ""
	switch {
	case b.Slide == 1:
		field, said, more = "Note", c.Note, b.Next
	case b.Slide == b.Slides && len(c.Tags) > 0:
		at, more = "Tags", "#"+strings.TrimPrefix(c.Tags[0], "#")
	}
	size := max(k.Floor(), 3*u)
	left := k.Text(field, said, FaceSmall).Set(size, room.W)
	right := k.Text(at, more, FaceLabel).Set(size, room.W)
	y := min(top+4*u, h-leastEdge-2-left.Height-left.Under())
	k.Draw(left, ToneText, room.X, y)
	if left.Lines() < 2 && left.Wide+right.Wide+3*u < room.W {
		k.Draw(right, ToneText, room.X+room.W-right.Wide, y)
	}
}
