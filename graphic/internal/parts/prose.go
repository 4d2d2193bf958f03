package parts

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// Prose is a passage of one size, balanced, ragged at the end.
type Prose struct {
	Field    string
	Text     *text.Passage
	W        float64
	Min, Max float64 // px per em
	Color    Ink
	Tidy     bool    // rather a little smaller than ragged
	Head     bool    // its lines end with the sense
	Below    float64 // the gap below it; 0: any will do

	Size float64
}

// Ink is two of a scheme's colours: that of plain and that of emphasised words.
type Ink func(*Pen) (plain, strong theme.RGBA)

// The inks of running text, of headlines, of what stands out and of what stands
// back.
func PlainText(p *Pen) (theme.RGBA, theme.RGBA) { return p.Text, p.Strong }

func HeadlineText(p *Pen) (theme.RGBA, theme.RGBA) { return p.Text, p.Accent }

func AccentText(p *Pen) (theme.RGBA, theme.RGBA) { return p.Accent, p.Accent }

func MuteText(p *Pen) (theme.RGBA, theme.RGBA) { return p.Mute, p.Strong }

// What accents and descenders may overhang before a box grows for them, px: the
// gaps between slots allow for as much.
const (
	aboveLine   = 6
	belowProse  = 12
	belowFilled = 8 // its gaps are tighter
)

// step is the ratio of two sizes that are tried one after the other: a
// difference that the eye does not see.
const step = 0.985

// slop is how much higher than its room a part may be by rounding, px.
const slop = 0.01

// A tidy passage is set down to tidyLeast of its size; tidyCost is how much of
// the unrest of its lines a size is worth.
const (
	tidyLeast = 0.75
	tidyCost  = 1
)

// displaySize is from where a letter's side bearing shows as a dent in the
// margin, px per em.
const displaySize = 56

// height at a size, with what the first line's accents and the last line's
// descenders overhang beyond what the gaps around allow for.
func (t *Prose) height(size float64) float64 {
	n := t.Text.Count(t.W / size)
	st := t.Text.Style
	return size*st.Font.CapHeight + float64(n-1)*t.Leading()*size + t.over(size) + max(t.under(size), t.apart(size, n))
}

// apart is what the gap below lacks to be as high as those between the lines.
func (t *Prose) apart(size float64, lines int) float64 {
	if t.Below == 0 || lines < 2 {
		return 0
	}
	return max(0, (t.Leading()-t.Text.Style.Font.CapHeight)*size-t.Below)
}

// Leading keeps a line's accents clear of the descenders above it where a
// display face is set as tight as its capitals allow.
func (t *Prose) Leading() float64 {
	st := t.Text.Style
	if !st.Upper {
		return st.Leading
	}
	return max(st.Leading, st.Font.CapHeight+t.Text.Rise()+t.Text.Fall()+0.04)
}

func (t *Prose) over(size float64) float64 { return max(0, t.Text.Rise()*size-aboveLine) }

func (t *Prose) under(size float64) float64 { return max(0, t.Text.Fall()*size-belowProse) }

func (t *Prose) Span() (float64, float64) { return t.height(t.Min), t.height(t.Largest()) }

// Largest size at which no word overhangs.
func (t *Prose) Largest() float64 {
	return max(t.Min, min(t.Max, t.W/max(t.Text.WidestWord(t.W/t.Min), 1e-6)))
}

func (t *Prose) Set(h float64) float64 {
	size := t.Largest()
	for size > t.Min && t.height(size) > h+slop {
		size = max(t.Min, size*step)
	}
	t.Size = size
	if t.Tidy {
		t.Size = t.tidied(size)
	}
	return t.height(t.Size)
}

// tidied is a little smaller than size where its lines break so much better that
// it is worth it.
func (t *Prose) tidied(size float64) float64 {
	if t.Text.Count(t.W/size) < 2 {
		return size
	}
	best, least := size, t.Text.Unrest(t.W/size)
	for n := t.Text.Count(t.W / size); n > 0; n-- {
		smaller := 0.999 * t.W / t.Text.MinWidth(n)
		if smaller > size {
			smaller = size
		}
		if smaller < max(t.Min, tidyLeast*size) {
			break
		}
		if c := t.Text.Unrest(t.W/smaller) + tidyCost*(1-smaller/size); c < least {
			best, least = smaller, c
		}
	}
	return best
}

func (t *Prose) Draw(p *Pen, x, y float64) {
	p.Alike(func() { t.draw(p, x, y) })
}

func (t *Prose) draw(p *Pen, x, y float64) {
	plain, strong := t.Color(p)
	st := t.Text.Style
	y += t.over(t.Size) + st.Font.CapHeight*t.Size
	lines, size := t.lines()
	for i := range lines {
		l := &lines[i]
		p.line(t.Field, l, size, x-edge(l, size, p.Right), y, t.W, plain.RGBA, strong.RGBA)
		y += t.Leading() * t.Size
	}
}

// lines are its lines and their size, a little smaller than its own where a
// headline's end with the sense so.
func (t *Prose) lines() ([]text.Line, float64) {
	if !t.Head {
		return t.Text.Lines(t.W / t.Size), t.Size
	}
	lines, kept := t.Text.Headline(t.W/t.Size, t.Min/t.Size, false)
	return lines, kept * t.Size
}

// Gather makes a passage smaller, down to a share of its size, where that saves
// it a line.
func (t *Prose) Gather(share float64) {
	most := t.Largest()
	for size := most; size > max(t.Min, share*most); size *= step {
		if t.Text.Count(t.W/size) < t.Text.Count(t.W/most) {
			t.Max = size
			return
		}
	}
}

// unevenness is how many times as long as its shortest line its longest is.
func (t *Prose) unevenness() float64 {
	short, long := math.Inf(1), 0.0
	lines := t.Text.Lines(t.W / t.Size)
	for i := range lines {
		short, long = min(short, lines[i].Width), max(long, lines[i].Width)
	}
	return long / short
}

// Fits reports whether every word fits the column at the smallest size.
func (t *Prose) Fits() bool { return t.Text.Widest()*t.Min <= t.W+0.5 }

// edge is how far a display line is pulled out, so that its first stroke and
// not its side bearing stands on the margin. Small text is only pulled in,
// where a letter overhangs.
func edge(l *text.Line, size float64, right bool) float64 {
	bearing := l.Ink.MinX
	if right {
		bearing = l.Width - l.Ink.MaxX
	}
	if size < displaySize {
		bearing = min(0, bearing)
	}
	return bearing * size
}

// at sets a prose between its least and its largest size and returns its
// height.
func (t *Prose) at(share float64) float64 {
	t.Size = t.Min + share*(t.Largest()-t.Min)
	return t.height(t.Size)
}
