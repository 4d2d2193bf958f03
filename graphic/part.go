package graphic

import (
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// A part is one element of a card that can be set at several heights. Its box
// runs from the cap top of its first line to the baseline of its last.
type part interface {
	// span is the least and the greatest useful height.
	span() (least, most float64)
	// set takes the largest form at most h high and returns its height; h is
	// never below the least.
	set(h float64) float64
	// draw puts the part as it was set with its top start corner at x, y.
	draw(p *pen, x, y float64)
}

// prose is a passage of one size, balanced, ragged at the end.
type prose struct {
	field    string
	text     *text.Passage
	w        float64
	min, max float64 // px per em
	color    func(*pen) (plain, strong theme.RGBA)
	tidy     bool    // rather a little smaller than ragged
	below    float64 // the gap below it; 0: any will do

	size float64
}

func plainText(p *pen) (theme.RGBA, theme.RGBA)    { return p.Text, p.Strong }
func headlineText(p *pen) (theme.RGBA, theme.RGBA) { return p.Text, p.Accent }
func accentText(p *pen) (theme.RGBA, theme.RGBA)   { return p.Accent, p.Accent }
func muteText(p *pen) (theme.RGBA, theme.RGBA)     { return p.Mute, p.Strong }

// height at a size, with what the first line's accents and the last line's
// descenders overhang beyond what the gaps around allow for.
func (t *prose) height(size float64) float64 {
	n := t.text.Count(t.w / size)
	st := t.text.Style
	return size*st.Font.CapHeight + float64(n-1)*t.leading()*size + t.over(size) + max(t.under(size), t.apart(size, n))
}

// apart is what the gap below lacks to be as high as those between the lines.
func (t *prose) apart(size float64, lines int) float64 {
	if t.below == 0 || lines < 2 {
		return 0
	}
	return max(0, (t.leading()-t.text.Style.Font.CapHeight)*size-t.below)
}

// leading keeps a line's accents clear of the descenders above it where a
// display face is set as tight as its capitals allow.
func (t *prose) leading() float64 {
	st := t.text.Style
	if !st.Upper {
		return st.Leading
	}
	return max(st.Leading, st.Font.CapHeight+t.text.Rise()+t.text.Fall()+0.04)
}

func (t *prose) over(size float64) float64  { return max(0, t.text.Rise()*size-6) }
func (t *prose) under(size float64) float64 { return max(0, t.text.Fall()*size-12) }

func (t *prose) span() (float64, float64) { return t.height(t.min), t.height(t.largest()) }

// largest size at which no word overhangs.
func (t *prose) largest() float64 {
	return max(t.min, min(t.max, t.w/max(t.text.Widest(), 1e-6)))
}

func (t *prose) set(h float64) float64 {
	size := t.largest()
	for size > t.min && t.height(size) > h+0.01 {
		size = max(t.min, size*0.985)
	}
	t.size = size
	if t.tidy {
		t.size = t.tidied(size)
	}
	return t.height(t.size)
}

// tidied is a little smaller than size where one line less breaks so much
// better that it is worth it.
func (t *prose) tidied(size float64) float64 {
	lines := t.text.Count(t.w / size)
	if lines < 2 {
		return size
	}
	smaller := 0.999 * t.w / t.text.MinWidth(lines-1)
	if smaller < max(t.min, 0.82*size) {
		return size
	}
	if t.text.Unrest(t.w/smaller)+1.2*(1-smaller/size) < t.text.Unrest(t.w/size) {
		return smaller
	}
	return size
}

func (t *prose) draw(p *pen, x, y float64) {
	plain, strong := t.color(p)
	st := t.text.Style
	y += t.over(t.size) + st.Font.CapHeight*t.size
	lines := t.text.Lines(t.w / t.size)
	for i := range lines {
		l := &lines[i]
		p.line(t.field, l, t.size, x-edge(l, t.size, p.right), y, t.w, plain.RGBA, strong.RGBA)
		y += t.leading() * t.size
	}
}

// gather makes a passage smaller, down to a share of its size, where that saves
// it a line.
func (t *prose) gather(share float64) {
	most := t.largest()
	for size := most; size > max(t.min, share*most); size *= 0.985 {
		if t.text.Count(t.w/size) < t.text.Count(t.w/most) {
			t.max = size
			return
		}
	}
}

// unevenness is how many times as long as its shortest line its longest is.
func (t *prose) unevenness() float64 {
	short, long := math.Inf(1), 0.0
	lines := t.text.Lines(t.w / t.size)
	for i := range lines {
		short, long = min(short, lines[i].Width), max(long, lines[i].Width)
	}
	return long / short
}

// fits reports whether every word fits the column at the smallest size.
func (t *prose) fits() bool { return t.text.Widest()*t.min <= t.w+0.5 }

// edge is how far a display line is pulled out, so that its first stroke and
// not its side bearing stands on the margin. Small text is only pulled in,
// where a letter overhangs.
func edge(l *text.Line, size float64, right bool) float64 {
	bearing := l.Ink.MinX
	if right {
		bearing = l.Width - l.Ink.MaxX
	}
	if size < 56 {
		bearing = min(0, bearing)
	}
	return bearing * size
}

// filled is a passage whose lines all reach both edges.
type filled struct {
	field string
	text  *text.Passage
	w     float64
	gap   float64
	ways  []text.Filling
	color func(*pen) (plain, strong theme.RGBA)

	way *text.Filling
}

func (f *filled) height(way *text.Filling) float64 {
	h := way.Height*f.w + f.gap*float64(len(way.Sizes)-1)
	for i := range way.Inks {
		h += f.over(&way.Inks[i], way.Sizes[i]*f.w)
		h += f.under(&way.Inks[i], way.Sizes[i]*f.w)
	}
	return h
}

// higher are the ways at least h high, or all where none is.
func (f *filled) higher(h float64) []text.Filling {
	var kept []text.Filling
	for i := range f.ways {
		if f.height(&f.ways[i]) >= h {
			kept = append(kept, f.ways[i])
		}
	}
	if kept == nil {
		return f.ways
	}
	return kept
}

// below are the ways with no line larger than a size, px per em, or all where
// there is none: words do not stand over their figure.
func (f *filled) below(size float64) []text.Filling {
	var kept []text.Filling
	for _, way := range f.ways {
		if slices.Max(way.Sizes)*f.w <= size {
			kept = append(kept, way)
		}
	}
	if kept == nil {
		return f.ways
	}
	return kept
}

func (f *filled) over(k *text.Ink, size float64) float64 {
	return max(0, (-k.MinY-f.text.Style.Font.CapHeight)*size-6)
}

func (f *filled) under(k *text.Ink, size float64) float64 { return max(0, k.MaxY*size-8) }

func (f *filled) span() (least, most float64) {
	least = math.Inf(1)
	for i := range f.ways {
		h := f.height(&f.ways[i])
		least, most = min(least, h), max(most, h)
	}
	return least, most
}

func (f *filled) set(h float64) float64 {
	best := math.Inf(1)
	for i := range f.ways {
		way := &f.ways[i]
		wh := f.height(way)
		if wh > h+0.01 {
			continue
		}
		if c := way.Cost + 2.2*(h-wh)/h; c < best {
			best, f.way = c, way
		}
	}
	return f.height(f.way)
}

func (f *filled) draw(p *pen, x, y float64) {
	plain, strong := f.color(p)
	lines := f.text.Set(f.way)
	if p.right {
		x = float64(p.scene.W) - x - f.w
	}
	for i := range lines {
		l, size := &lines[i], f.way.Sizes[i]*f.w
		y += f.over(&l.Ink, size) + f.text.Style.Font.CapHeight*size
		p.glyphs(f.field, l, l.Glyphs, size, x-l.Ink.MinX*size, y, plain.RGBA, strong.RGBA, false)
		y += f.gap + f.under(&l.Ink, size)
	}
}

// gapPart is nothing, as high as it is given.
type gapPart struct{ least, most, h float64 }

func (g *gapPart) span() (float64, float64)    { return g.least, g.most }
func (g *gapPart) set(h float64) float64       { g.h = min(h, g.most); return g.h }
func (g *gapPart) draw(*pen, float64, float64) {}
