package graphic

import (
	"image/color"
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Face names a theme's type by what it sets.
// A Face is safe for concurrent use.
type Face string

// The faces of a theme.
const (
	FaceDisplay Face = "display" // headlines
	FaceFigure  Face = "figure"  // the card's figure
	FaceLabel   Face = "label"   // bold and small
	FaceBody    Face = "body"    // running text
	FaceSmall   Face = "small"   // citations
)

// A Text is words in one face, measured at any size. Sizes are px per em, and
// heights run from the top of the first line's capitals to the last baseline.
// A Text may mark **emphasis**.
// A Text is used by the goroutine of its canvas, not by several goroutines.
type Text struct {
	k     *Canvas
	field string
	face  Face
	p     *text.Passage

	follows bool // a figure

	widths   []float64 // least ones by lines
	restless []float64 // how ill they break, by lines
}

// Text shapes words. The field names them in errors and files: "Headline",
// "Source", or, of the drawing's own, anything.
func (k *Canvas) Text(field, words string, face Face) *Text {
	return &Text{k: k, field: field, face: face, p: k.c.shape(field, words, string(face))}
}

// following is the text as it goes on after a figure.
func (t *Text) following() *Text {
	t.follows = true
	return t
}

// Empty reports that there are no words, or that an error kept them from being
// shaped.
func (t *Text) Empty() bool { return t.k.c.err != nil || t.p.Empty() }

// Across is the size at which the words' ink is w wide on one line; a figure's is
// no wider than its card lets it be.
func (t *Text) Across(w float64) float64 {
	if t.Empty() {
		return 1
	}
	if most := t.k.c.Card.FigureWidth * float64(t.k.scene.W); t.face == FaceFigure && most > 0 {
		w = min(w, most)
	}
	ink := t.p.Whole().Ink
	return w / max(ink.MaxX-ink.MinX, 1e-6)
}

// Width is the words' ink on one line.
func (t *Text) Width(size float64) float64 { return size / t.Across(1) }

// Above and Below are what the letters of a size reach over the first line's
// capitals and under the last baseline.
func (t *Text) Above(size float64) float64 { return t.p.Rise() * size }

// Below is described at Above.
func (t *Text) Below(size float64) float64 { return t.p.Fall() * size }

// Capital is the height of a capital of a size.
func (t *Text) Capital(size float64) float64 {
	if t.Empty() {
		return 0
	}
	return t.p.Style.Font.CapHeight * size
}

// A Setting is a Text broken into lines, ready to be drawn.
// A Setting is used by the goroutine of its canvas, not by several goroutines.
type Setting struct {
	*Text
	Height float64 // from the first line's capitals to the last baseline
	Size   float64 // of the smallest line, px per em
	Wide   float64 // its widest line

	lines []settingLine
	under float64

	// Of what Into found, whose lines are set once they are drawn.
	w   float64
	n   int
	way *text.Filling
}

// set fills in the lines.
func (s *Setting) set() {
	switch {
	case s.lines != nil || s.Text == nil || s.Empty():
	case s.way != nil:
		s.lines = s.filled(s.way, s.w)
	case s.face == FaceDisplay, s.field == "Headline":
		s.lines = s.sensible(s.Size, s.w)
	default:
		s.lines = s.Text.Set(s.Size, s.w).lines
	}
}

// Rise is what the first line's letters reach over its capitals.
func (s *Setting) Rise() float64 {
	if s.way == nil {
		return s.Above(s.Size)
	}
	return max(0, -s.way.Inks[0].MinY-s.p.Style.Font.CapHeight) * s.way.Sizes[0] * s.w
}

// settingLine is one line of a setting: its size, px per em, and its baseline
// from the top.
type settingLine struct {
	text.Line
	size, base float64
	cap        float64 // height of its capitals
	full       bool    // reaches both edges by its ink
}

// Under is how far the last line's letters reach under its baseline.
func (s *Setting) Under() float64 { return s.under }

// Lines is their number.
func (s *Setting) Lines() int { return max(s.n, len(s.lines)) }

// Set breaks the words at one size into lines at most w wide.
func (t *Text) Set(size, w float64) Setting {
	s := Setting{Text: t, Size: size}
	if t.Empty() {
		return s
	}
	base := t.Capital(size)
	for i, l := range t.p.Lines(w / size) {
		if i > 0 {
			base += t.leading() * size
		}
		s.lines = append(s.lines, settingLine{Line: l, size: size, base: base, cap: t.Capital(size)})
		s.Wide = max(s.Wide, l.Width*size)
	}
	s.Height = base
	s.under = max(0, s.lines[len(s.lines)-1].Ink.MaxY*size)
	return s
}

// sensible are lines that end with the sense as far as a little of their size
// allows; where they stand is that of the size.
func (t *Text) sensible(size, w float64) []settingLine {
	lines, kept := t.p.Headline(w/size, t.k.Floor()/size, t.follows)
	out := make([]settingLine, len(lines))
	base := t.Capital(size)
	for i := range lines {
		if i > 0 {
			base += t.leading() * size
		}
		out[i] = settingLine{Line: lines[i], size: kept * size, base: base, cap: t.Capital(kept * size)}
	}
	return out
}

// line sets the words on one line of a size, by their ink and not by what stands
// around their letters.
func (t *Text) line(size float64) Setting {
	if t.Empty() {
		return Setting{Text: t}
	}
	l := settingLine{Line: t.p.Whole(), size: size, base: t.Capital(size), cap: t.Capital(size), full: true}
	return Setting{Text: t, Height: l.base, Size: size, Wide: t.Width(size), lines: []settingLine{l}, under: max(0, t.Below(size))}
}

// leading keeps the accents of lines in capitals clear of each other.
func (t *Text) leading() float64 {
	st := t.p.Style
	if !st.Upper {
		return st.Leading
	}
	return max(st.Leading, st.Font.CapHeight+t.p.Rise()+t.p.Fall()+0.06)
}

// Into sets the words as large as an area holds them, between two sizes: with
// lines that reach both edges where the theme sets the face so. It reports
// whether they fit.
func (t *Text) Into(w, h, least, most float64) (Setting, bool) {
	least = max(least, t.k.Floor())
	if t.Empty() || t.p.Widest()*least > w {
		return Setting{Text: t}, false
	}
	if t.k.c.t.Type[string(t.face)].Fill {
		if s, ok := t.fill(w, h, least, most); ok {
			return s, true
		}
	}
	return t.Even(w, h, least, most)
}

// lowered is Into for words that are set down by what their accents reach over
// the area.
func (t *Text) lowered(w, h, least, most float64) (s Setting, over float64, ok bool) {
	for range 3 {
		if s, ok = t.Into(w, h-over, least, most); !ok {
			return s, over, false
		}
		more := max(0, s.Rise()-0.3*t.k.Unit())
		if more <= over+1 {
			return s, over, true
		}
		over = more
	}
	return s, over, false
}

// Even sets the words at one size, as large as an area holds them.
func (t *Text) Even(w, h, least, most float64) (Setting, bool) {
	return t.evenUnder(0, w, h, least, most)
}

// evenUnder does so and keeps some of the height free over the first capitals,
// in em. Lines that break well are worth some of the size.
func (t *Text) evenUnder(over, w, h, least, most float64) (Setting, bool) {
	size, best := 0.0, math.Inf(-1)
	for n := 1; n <= mostLines; n++ {
		s := min(most, lineFits*w/t.narrowest(n), h/(over+t.high(n)))
		if s < least {
			continue
		}
		if v := math.Log(s) - unrestWorth*t.unrest(t.p.Count(w/s)); v > best+1e-9 {
			size, best = s, v
		}
	}
	if size == 0 {
		return Setting{Text: t}, false
	}
	n := t.p.Count(w / size)
	return Setting{Text: t, Size: size, Wide: w, Height: t.high(n)*size - t.Below(size), under: t.Below(size), w: w, n: n}, true
}

// unrestWorth is how much of the size, as its logarithm, the unrest of lines is
// worth.
const unrestWorth = 0.8

// unrest is that of a number of lines in the narrowest column that holds them.
func (t *Text) unrest(lines int) float64 {
	if t.restless == nil {
		for n := range mostLines {
			t.restless = append(t.restless, t.p.Unrest(t.narrowest(n+1)))
		}
	}
	return t.restless[min(lines, mostLines)-1]
}

// mostLines is what one reads at a glance.
const mostLines = 8

// high is the height of n lines in em, from the first capitals to below the
// last letters.
func (t *Text) high(n int) float64 {
	return t.p.Style.Font.CapHeight + float64(n-1)*t.leading() + t.p.Fall()
}

// narrowest is the least width of at most n lines, in em.
func (t *Text) narrowest(n int) float64 {
	if t.widths == nil {
		for i := range mostLines {
			t.widths = append(t.widths, max(1e-6, t.p.MinWidth(i+1)))
		}
	}
	return t.widths[n-1]
}

// Of lines that reach both edges, none is more than fillRatio times as large as
// its neighbour, and none has less than fillLeast of the width as its size.
const (
	fillRatio = 1.8
	fillLeast = 0.065
)

// fill sets lines that all reach both edges and take up an area best.
func (t *Text) fill(w, h, least, most float64) (Setting, bool) {
	best, at := math.Inf(1), -1
	ways := t.k.c.fillings(t.p, text.Limits{Ratio: fillRatio, Least: fillLeast, MaxSize: math.Inf(1)})
	for i := range ways {
		way := &ways[i]
		if slices.Min(way.Sizes)*w < least || slices.Max(way.Sizes)*w > most {
			continue
		}
		high := t.filledHeight(way, w)
		if high > h {
			continue
		}
		if cost := way.Cost + 2.4*(h-high)/h; cost < best {
			best, at = cost, i
		}
	}
	if at < 0 {
		return Setting{Text: t}, false
	}
	way := t.p.Sensible(ways, &ways[at], func(way *text.Filling) (float64, bool) {
		high := t.filledHeight(way, w)
		return high, high <= h && slices.Max(way.Sizes)*w <= most
	})
	return t.filledBy(way, w), true
}

// filledBy is a filling of a width.
func (t *Text) filledBy(way *text.Filling, w float64) Setting {
	n := len(way.Sizes)
	under := max(0, way.Inks[n-1].MaxY*way.Sizes[n-1]*w)
	return Setting{Text: t, Size: slices.Min(way.Sizes) * w, Wide: w, Height: t.filledHeight(way, w) - under, under: under, w: w, n: n, way: way}
}

// between is the space between filled lines.
func (t *Text) between() float64 { return 2.2 * t.k.Unit() }

func (t *Text) filledHeight(way *text.Filling, w float64) float64 {
	h := way.Height * w
	for i := range way.Inks {
		if i > 0 {
			h += t.gapAbove(way, i, w)
		}
	}
	n := len(way.Inks) - 1
	return h + max(0, way.Inks[n].MaxY*way.Sizes[n]*w)
}

// gapAbove is the space above a filled line: between its neighbour's descenders
// and its own accents there is some.
func (t *Text) gapAbove(way *text.Filling, i int, w float64) float64 {
	under := max(0, way.Inks[i-1].MaxY*way.Sizes[i-1]*w)
	over := max(0, (-way.Inks[i].MinY-t.p.Style.Font.CapHeight)*way.Sizes[i]*w)
	return max(t.between(), under+over+t.k.Unit())
}

func (t *Text) filled(way *text.Filling, w float64) (lines []settingLine) {
	base := 0.0
	for i, l := range t.p.Set(way) {
		size := way.Sizes[i] * w
		if i > 0 {
			base += t.gapAbove(way, i, w)
		}
		base += t.Capital(size)
		lines = append(lines, settingLine{Line: l, size: size, base: base, cap: t.Capital(size), full: true})
	}
	return lines
}

// Draw puts a setting on the canvas, the top of its first capitals at y.
// Emphasised words of a headline take the accent.
func (k *Canvas) Draw(s Setting, t Tone, x, y float64) {
	if s.Text == nil {
		return
	}
	s.set()
	plain, strong := t.of(k.pen.Scheme), t.of(k.pen.Scheme)
	if t == ToneText && s.face == FaceDisplay {
		strong = ToneAccent.of(k.pen.Scheme)
	}
	words := len(k.words)
	draw := func() {
		k.words = k.words[:words]
		k.drawLines(&s, x, y, plain.RGBA, strong.RGBA)
	}
	if s.way != nil { // filled lines stand too close to each other for lines between them
		draw()
	} else {
		k.pen.Alike(draw)
	}
	k.noted = k.noted || s.field == "Source"
}

func (k *Canvas) drawLines(s *Setting, x, y float64, plain, strong color.RGBA) {
	for i := range s.lines {
		l := &s.lines[i]
		first := len(k.scene.Nodes)
		k.pen.Run(s.field, &l.Line, parts.Setting{Size: l.size, X: x, Y: y + l.base, Full: l.full, Plain: plain, Strong: strong})
		for n := first; n < len(k.scene.Nodes); n++ {
			if k.scene.Nodes[n].Role == scene.Words {
				k.words = append(k.words, n)
			}
		}
	}
}

// Citation is the card's note and its source, in the short form where there is
// one and the format is read small.
func (k *Canvas) Citation() *Text {
	c := k.Card()
	return k.Text("Source", joinWords(c.Note, c.Source, c.AsOf), FaceSmall)
}

// placed is a setting at its place.
type placed struct {
	Setting
	tone Tone
	x, y float64
}

// drawWords puts words on a canvas at their places.
func drawWords(k *Canvas, all []placed) {
	for i := range all {
		k.Draw(all[i].Setting, all[i].tone, all[i].x, all[i].y)
	}
}
