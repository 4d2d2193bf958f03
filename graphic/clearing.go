package graphic

import (
	"math"
	"strings"
	"unicode"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// A saying is the words of a card that is a picture of data: its figure with
// what stands before and after it, as large as the clearing in which they stand
// among the marks.
type saying struct {
	k                         *Canvas
	before, figure, after, so *Text // so is a sentence that goes on below, of body size
	of, left                  *Text // after, as "of 252" and what is left; nil: it begins otherwise
}

// newSaying splits the headline at its figure. A headline that does not hold the
// figure follows it and its label, smaller.
func newSaying(k *Canvas, prefix, figure, label string) *saying {
	headline := text.Plain(k.Card().Headline)
	before, after, ok := figures.Cut(headline, figure)
	if figure != "" && !ok {
		return figureFirst(k, prefix, figure, label)
	}
	if !ok {
		after = k.Card().Headline
	}
	s := &saying{k: k}
	s.set(before, figure, after, "Headline", "Headline")
	return s
}

// figureFirst is a figure and what it counts, and the headline below them.
func figureFirst(k *Canvas, prefix, figure, label string) *saying {
	s := &saying{k: k}
	if label == "" {
		s.set(prefix, figure, k.Card().Headline, k.field+".Figure", "Headline")
		return s
	}
	s.set(prefix, figure, label, k.field+".Figure", k.field+".Label")
	s.so = k.Text("Headline", text.Plain(k.Card().Headline), FaceBody)
	return s
}

// begins names the field of the label that follows a figure, if one does.
func (s *saying) begins(field string) {
	for _, t := range [...]*Text{s.after, s.of, s.left} {
		if s.so != nil && t != nil {
			t.field = field
		}
	}
	if own, ok := strings.CutSuffix(field, "].Label"); ok && s.so != nil && strings.Contains(own, ".Parts[") {
		s.figure.field = own + "].Figure"
	}
}

// lowSaying is the headline alone where a low canvas has no room for more than it
// and the figure that it lacks.
func lowSaying(k *Canvas, prefix, figure, label string) *saying {
	if k.c.f.Landscape() && !k.c.says(figure) {
		return newSaying(k, "", "", "")
	}
	return newSaying(k, prefix, figure, label)
}

// set shapes the words, with the fields that those of the figure and those
// after it come from.
func (s *saying) set(before, figure, after, at, afterAt string) {
	k := s.k
	if before != "" {
		s.before = k.Text(at, before, FaceLabel)
	}
	if figure != "" {
		s.figure = k.Text(at, figure, FaceFigure)
	}
	if after == "" {
		return
	}
	s.after = k.Text(afterAt, after, FaceDisplay)
	if figure != "" {
		s.after.following()
	}
	if of, left, ok := cutOf(after); ok && figure != "" {
		s.of, s.left = k.Text(afterAt, of, FaceDisplay), k.Text(afterAt, left, FaceDisplay).following()
	}
}

// cutOf takes "of 252" or "of the 252" off the start of what follows a figure. What
// is behind a comma is another count: "for, 50 against".
func cutOf(after string) (of, left string, ok bool) {
	words := strings.Fields(after)
	for i := range min(3, len(words)-1) {
		if i > 0 && strings.ContainsAny(words[i-1], ",;:") {
			break
		}
		if strings.ContainsFunc(words[i], unicode.IsDigit) {
			return strings.Join(words[:i+1], " "), strings.Join(words[i+1:], " "), i > 0
		}
	}
	return "", "", false
}

// spot is a way to fill a clearing: what stands where, and how well.
type arrangement struct {
	placed []placed
	score  float64
}

// Sizes of words in a clearing, in units.
const (
	sayLeast    = 5.2 // of what follows the figure
	sayMost     = 13.5
	beforeSize  = 5.6  // of what precedes it
	beforeLeast = 0.68 // of that, if it then has one line and not two
	soLeast     = 3.6  // of a sentence below
	soMost      = 4.8
	belowFigure = 3.4 // the gap between the figure and what follows
	besideGap   = 3
	aboveSo     = 2.6
	beforeRise  = 0.6 // that accents of what precedes may stand over the area
	beforeUnder = 0.6 // below it, at least
	beforeGap   = 1.8
	figureUnder = 1.2 // below a figure's overhang
)

// Sizes beside others.
const (
	beforeShare = 0.3  // of what precedes, of the area's height
	figureLeast = 1.6  // of a figure, in floors of the format
	figureOut   = 0.02 // that its letters may stand out, em
	ofHigh      = 0.86 // of "of 252" beside a figure, of that one's height
	ofSize      = 0.7  // and size
)

// figureShares are the heights of a figure that are tried, of its clearing.
var figureShares = [...]float64{1, 0.8, 0.74, 0.68, 0.64, 0.6, 0.56, 0.52, 0.44, 0.34}

// in arranges the words in an area as well as they can be.
func (s *saying) in(a Area) (arrangement, bool) {
	k, u := s.k, s.k.Unit()
	var top []placed
	if s.before != nil {
		size := max(k.Floor(), min(beforeSize*u, beforeShare*a.H))
		b := s.before.Set(size, a.W)
		if one := s.before.Across(a.W); b.Lines() > 1 && one > max(k.Floor(), beforeLeast*size) {
			size = one
			b = s.before.line(size)
		}
		if b.Lines() > 2 || b.Wide > a.W+1 {
			size = k.Floor()
			b = s.before.Set(size, a.W)
		}
		top = append(top, placed{b, ToneAccent, a.X, a.Y + max(0, s.before.Above(size)-beforeRise*u)})
		used := b.Height + max(beforeUnder*u, b.Under()) + beforeGap*u
		a.Y, a.H = a.Y+used, a.H-used
		if b.Wide > a.W+1 || a.H <= 0 {
			return arrangement{}, false
		}
	}
	if s.figure == nil {
		rest, ok := s.rest(a)
		return arrangement{append(top, rest...), s.worth(0, rest)}, ok
	}
	best := arrangement{score: math.Inf(-1)}
	for _, share := range figureShares {
		if got, ok := s.around(a, share); ok && got.score > best.score {
			best = got
		}
	}
	best.placed = append(top, best.placed...)
	return best, !math.IsInf(best.score, -1)
}

// around sets the figure at a share of the area's height and the rest below it
// or beside it, whichever is larger.
func (s *saying) around(a Area, share float64) (arrangement, bool) {
	k, u := s.k, s.k.Unit()
	em := s.figure.Capital(1) + max(0, s.figure.Above(1)-figureOut) + max(0, s.figure.Below(1)-figureOut)
	size := min(s.figure.Across(a.W), share*a.H/em)
	wide := s.figure.Width(size)
	if size < figureLeast*k.Floor() {
		return arrangement{}, false
	}
	top := a.Y + max(0, s.figure.Above(size)-figureOut*size)
	number := placed{s.figure.line(size), ToneFigure, a.X, top}
	base := top + number.Height
	best, found := arrangement{score: math.Inf(-1)}, false
	if s.after == nil {
		return arrangement{[]placed{number}, s.worth(number.Height, nil)}, true
	}
	under := base + max(belowFigure*u, s.figure.Below(size)+figureUnder*u)
	if rest, ok := s.rest(Area{a.X, under, a.W, a.Y + a.H - under}); ok {
		best, found = arrangement{append([]placed{number}, rest...), s.worth(number.Height, rest)}, true
	}
	x := a.X + wide + besideGap*u
	if all, ok := s.ofBeside(a, number, x, under); ok {
		if worth := s.worth(number.Height, all[2:]); worth > best.score {
			best, found = arrangement{all, worth}, true
		}
	}
	if rest, ok := s.rest(Area{x, a.Y, a.X + a.W - x, base - a.Y}); ok && share > 0.5 {
		low := &rest[len(rest)-1]
		shift := min(base-low.y-low.Height, a.Y+a.H-low.y-low.Height-low.Under())
		for i := range rest {
			rest[i].y += shift
		}
		if worth := s.worth(number.Height, rest); worth > best.score {
			best, found = arrangement{append([]placed{number}, rest...), worth}, true
		}
	}
	return best, found
}

// ofBeside sets "of 252" beside the figure and what is left below both.
func (s *saying) ofBeside(a Area, number placed, x, under float64) ([]placed, bool) {
	u := s.k.Unit()
	if s.of == nil || a.X+a.W-x < 10*u {
		return nil, false
	}
	of, ok := s.of.Into(a.X+a.W-x, ofHigh*number.Height, sayLeast*u, min(2*sayMost*u, ofSize*number.Size))
	if !ok {
		return nil, false
	}
	below := *s
	below.after = s.left
	rest, ok := below.rest(Area{a.X, under, a.W, a.Y + a.H - under})
	return append([]placed{number, {of, ToneText, x, number.y + number.Height - of.Height}}, rest...), ok
}

// rest sets what follows the figure, and the sentence after it.
func (s *saying) rest(a Area) ([]placed, bool) {
	u := s.k.Unit()
	if a.W < 10*u || a.H <= 0 {
		return nil, false
	}
	var out []placed
	if s.so != nil {
		so, ok := s.so.Into(a.W, 0.5*a.H, soLeast*u, max(soMost*u, s.k.Floor()))
		if !ok {
			return nil, false
		}
		out = append(out, placed{so, ToneText, a.X, a.Y + a.H - so.Height - so.Under()})
		a.H -= so.Height + so.Under() + aboveSo*u
	}
	after, over, ok := s.lowered(a)
	if !ok {
		return nil, false
	}
	if len(out) > 0 { // close to what it belongs to
		out[0].y = min(out[0].y, a.Y+over+after.Height+after.Under()+aboveSo*u)
	}
	return append([]placed{{after, ToneText, a.X, a.Y + over}}, out...), true
}

// lowered is what follows the figure, set down by what its accents reach over
// the area.
func (s *saying) lowered(a Area) (after Setting, over float64, ok bool) {
	return s.after.lowered(a.W, a.H, sayLeast*s.k.Unit(), sayMost*s.k.Unit())
}

// figureWorth is how much more a figure's size is worth than that of the words
// after it, so that it is much the same in languages of longer words.
const figureWorth = 1.5

// What the words after a figure are worth by their size, up to enoughSay units,
// and less where they do not fill their lines in a theme that does.
const (
	afterWorth  = 1.4
	enoughSay   = 10.5
	raggedWorth = 0.4
)

// worth weighs a figure against the words after it.
func (s *saying) worth(figure float64, rest []placed) float64 {
	w := 0.0
	if figure > 0 {
		w = figureWorth * math.Log(figure)
	}
	for i := range rest {
		if i == 0 {
			w += afterWorth * math.Log(min(rest[i].Size, enoughSay*s.k.Unit()))
			if fills := s.k.c.t.Type[string(FaceDisplay)].Fill; fills && rest[i].way == nil {
				w -= raggedWorth
			}
		}
	}
	return w
}

func (a *arrangement) draw(k *Canvas) { drawWords(k, a.placed) }
