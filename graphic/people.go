package graphic

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// People draws one upright bar for each person, or for each Per people:
// exact counts, no sampling.
type People struct {
	Segments []Segment
	Per      int  // people to a bar; 0 and 1 both mean one
	AsList   bool // lying bars in columns, as in a list of names
}

// Segment is one group within People.
type Segment struct {
	Count  int    // people
	Mark   Mark   // how its bars are drawn
	Figure string // Count as printed; empty leaves the segment out of the legend
	Label  string
}

// Mark is one of the four ways to draw a bar of People. A campaign gives each
// one meaning and keeps to it.
type Mark int

const (
	Solid Mark = iota // the category in the headline
	Hatch             // unresolved, pending
	Open              // the complement, or no longer there
	Foot              // no information, or not meant here
)

func (b People) per() int { return max(1, b.Per) }

// Units is the number of bars drawn.
func (b People) units() int {
	n := 0
	for _, s := range b.Segments {
		n += s.Count / b.per()
	}
	return n
}

// fewBars need so little room on a landscape card that its headline leads.
const fewBars = 80

func (b People) traits() traits {
	t := traits{claims: true, wide: belowHeadline, share: 0.13}
	alone := len(b.Segments) == 1 // its bars divide nothing
	if alone && !b.AsList {
		t.upright = finding(0.36)
	}
	if alone || b.units() <= fewBars {
		t.across = finding(0.52)
	}
	return t
}

// bare is a field in which each bar is one of what the headline names.
func (b People) bare(c *composer, field string, w float64) *slot {
	if b.per() > 1 {
		return nil
	}
	return b.slots(c, field, w, chart)[0]
}

func (b People) check() *FieldError {
	if b.Per < 0 {
		return &FieldError{"Per", "cannot be negative"}
	}
	for i, s := range b.Segments {
		at := fmt.Sprintf("Segments[%d]", i)
		switch {
		case s.Count < 0:
			return &FieldError{at + ".Count", "cannot be negative"}
		case s.Count/b.per() > figures.MostUnits: // before the sum, which might pass what an int holds
			return b.tooMany(s.Count)
		case s.Count%b.per() != 0:
			return &FieldError{at + ".Count", fmt.Sprintf("%d is not a multiple of Per, %d: every bar must stand for the same number", s.Count, b.per())}
		case s.Mark < Solid || s.Mark > Foot:
			return &FieldError{at + ".Mark", "is none of Solid, Hatch, Open, Foot"}
		}
	}
	if len(b.Segments) > figures.MostUnits {
		return &FieldError{"Segments", fmt.Sprintf("%d groups are too many to tell apart", len(b.Segments))}
	}
	switch n := b.units(); {
	case n == 0:
		return &FieldError{"Segments", "there is nobody to draw"}
	case n > figures.MostUnits:
		return b.tooMany(n * b.per())
	}
	return nil
}

// tooMany refuses a crowd of n people.
func (b People) tooMany(n int) *FieldError {
	return &FieldError{"Per", fmt.Sprintf("%d bars are too many to see: let one bar stand for %d people", n/b.per(), perFor(n))}
}

// perFor is the least round number that keeps n within figures.MostUnits.
func perFor(n int) int {
	for _, round := range []int{10, 20, 50, 100, 200, 500, 1000} {
		if n/round <= figures.MostUnits {
			return round
		}
	}
	return n / figures.MostUnits
}

func (b People) describe(w *tongue) string {
	var parts []string
	for _, s := range b.Segments {
		if s.Figure != "" || s.Label != "" {
			parts = append(parts, joinWords(s.Figure, s.Label))
		}
	}
	return w.say("people", fault.Values{"n": b.units()}) + listing(parts)
}

func listing(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, "; ")
}

// crowd is the field of bars.
type crowd struct {
	field       string
	people      People
	w           float64
	least, most float64
	u           float64

	h    float64
	grid grid
}

type grid struct{ cols, rows int }

func (c *crowd) span() (float64, float64) { return c.least, c.most }

func (c *crowd) set(h float64) float64 {
	c.h = math.Floor(min(h, c.most))
	if c.people.AsList {
		c.grid = bestList(c.people.units(), c.h, c.u)
		return c.h
	}
	c.grid = bestGrid(c.people.units(), c.w, c.h, c.u)
	return c.h
}

// bestGrid gives bars that stand: cells nearly twice as high as wide, in full
// rows where their number allows it, never below 4 by 14 px.
func bestGrid(n int, w, h, u float64) grid {
	best, at := math.Inf(1), grid{n, 1}
	for rows := 1; rows <= min(n, 40); rows++ {
		cols := (n + rows - 1) / rows
		if rows > 1 && (rows-1)*cols >= n {
			continue // a row would be empty
		}
		g := grid{cols, rows}
		bw, bh := g.bar(w, h)
		cost := math.Abs(math.Log(h / float64(rows) / (w / float64(cols)) / 1.8))
		if short := cols*rows - n; short > 0 {
			cost += 0.8 + float64(short)/float64(cols)
		}
		if bw < 4 || bh < 14 {
			cost += 4
		}
		if bw > 6*u {
			cost += bw / (6 * u)
		}
		if cost < best {
			best, at = cost, g
		}
	}
	return at
}

// bestList is columns of lying bars, of equal length where that is possible.
func bestList(n int, h, u float64) grid {
	best, at := math.Inf(1), grid{n, 1}
	for cols := 1; cols <= min(n, 8); cols++ {
		rows := (n + cols - 1) / cols
		pitch := h / float64(rows)
		cost := math.Abs(math.Log(pitch / (1.4 * u)))
		if n%cols != 0 {
			cost += 0.3
		}
		if pitch < 6 {
			cost += 4
		}
		if cost < best {
			best, at = cost, grid{cols, rows}
		}
	}
	return at
}

// widestBar is how wide a bar alone in its row may be for its height.
const widestBar = 0.6

// bar is the size of one bar in whole pixels.
func (g grid) bar(w, h float64) (bw, bh float64) {
	pitch := w / (float64(g.cols) - 0.55)
	bw = max(1, math.Floor(0.45*pitch+0.5))
	bh = max(1, math.Floor(0.74*h/float64(g.rows)))
	if g.rows == 1 {
		bh = h
	}
	if g.cols == 1 {
		bw = max(1, min(bw, math.Floor(widestBar*bh)))
	}
	return bw, bh
}

// at is the corner of bar i: the first and last of a row stand flush with
// the edges.
func (g grid) at(i int, w, h float64) (x, y float64) {
	bw, bh := g.bar(w, h)
	col, row := i%g.cols, i/g.cols
	if g.cols > 1 {
		x = math.Floor(float64(col)*(w-bw)/float64(g.cols-1) + 0.5)
	}
	if g.rows > 1 {
		y = math.Floor(float64(row)*(h-bh)/float64(g.rows-1) + 0.5)
	}
	return x, y
}

// down is at for a field that is filled column by column.
func (g grid) down(i int, w, h float64) (x, y float64) {
	return g.at(i/g.rows+i%g.rows*g.cols, w, h)
}

// lit reports a field of some and all others: the ones meant stand together
// at the start.
func (b People) lit() bool {
	return len(b.Segments) == 2 && b.Segments[0].Mark == Solid && b.Segments[1].Mark == Foot
}

func (c *crowd) draw(p *pen, x, y float64) {
	x, y = math.Floor(x+0.5), math.Floor(y+0.5)
	if c.people.AsList {
		c.drawList(p, x, y)
		return
	}
	bw, bh := c.grid.bar(c.w, c.h)
	place, i := c.grid.at, 0
	if c.people.lit() {
		place = c.grid.down
	}
	for _, s := range c.people.Segments {
		var rs []image.Rectangle
		for range s.Count / c.people.per() {
			bx, by := place(i, c.w, c.h)
			rs = s.Mark.bar(rs, x+bx, y+by, bw, bh, c.u)
			i++
		}
		p.rects(scene.Mark, c.field, p.markColor(s.Mark), rs)
	}
}

// drawList fills column after column, as names are listed.
func (c *crowd) drawList(p *pen, x, y float64) {
	gap := math.Floor(1.8 * c.u)
	bw := math.Floor((c.w - gap*float64(c.grid.cols-1)) / float64(c.grid.cols))
	pitch := c.h / float64(c.grid.rows)
	bh := max(3, math.Floor(0.68*pitch))
	i := 0
	for _, s := range c.people.Segments {
		var rs []image.Rectangle
		for range s.Count / c.people.per() {
			col, row := i/c.grid.rows, i%c.grid.rows
			rs = s.Mark.bar(rs, x+float64(col)*(bw+gap), y+math.Floor(float64(row)*pitch), bw, bh, c.u)
			i++
		}
		p.rects(scene.Mark, c.field, p.markColor(s.Mark), rs)
	}
}

func (s *scheme) markColor(m Mark) color.RGBA {
	if m == Solid || m == Hatch {
		return s.Mark.RGBA
	}
	return s.Line.RGBA
}

// bar appends the rectangles of one bar.
func (m Mark) bar(rs []image.Rectangle, x, y, w, h, u float64) []image.Rectangle {
	switch m {
	case Hatch:
		// Whole periods only, on the grid of the bar's top.
		q := max(2, math.Floor(min(0.4*u, h/6)))
		for dy := 0.0; dy+q <= h; dy += 2 * q {
			rs = append(rs, pixels(x, y+dy, w, q))
		}
		return rs
	case Open:
		t := max(2, min(math.Floor(w/4), math.Floor(0.4*u)))
		return append(rs, outline(x, y, w, h, t)...)
	case Foot:
		f := max(3, min(math.Floor(0.9*u), math.Floor(h/3)))
		return append(rs, pixels(x, y+h-f, w, f))
	}
	return append(rs, pixels(x, y, w, h))
}

// segmentName is the card's field that holds a part of a segment.
type segmentName func(segment int, part string) string

// legend is the segments' marks, figures and labels in running rows.
type legend struct {
	name     segmentName
	people   People
	figures  []*text.Passage
	labels   []*text.Passage
	w, u     float64
	min, max float64

	size  float64
	cells []legendCell
}

type legendCell struct {
	segment, row int
	x            float64
	lines        []text.Line
	figure       text.Line
}

func (l *legend) span() (float64, float64) { return l.layout(l.min), l.layout(l.max) }

func (l *legend) set(h float64) float64 {
	size := l.max
	for size > l.min && l.layout(size) > h+0.01 {
		size = max(l.min, size*0.98)
	}
	return l.layout(size)
}

func (l *legend) mark() float64  { return 0.46 * l.size }
func (l *legend) lead() float64  { return 1.4 * l.size }
func (l *legend) start() float64 { return l.mark() + 0.4*l.size }

// layout places the cells and returns the height, cap top to last baseline
// with a foot for the descenders.
func (l *legend) layout(size float64) float64 {
	l.size, l.cells = size, l.cells[:0]
	x, row := 0.0, 0
	for i := range l.people.Segments {
		if l.labels[i] == nil && l.figures[i] == nil {
			continue
		}
		c := legendCell{segment: i}
		fw := 0.0
		if l.figures[i] != nil {
			c.figure = l.figures[i].Whole()
			fw = c.figure.Width*size + 0.28*size
		}
		room := l.w - l.start() - fw
		if l.labels[i] != nil {
			c.lines = l.labels[i].Lines(room / size)
		}
		wide := l.start() + fw + widest(c.lines)*size
		if x > 0 && (x+wide > l.w || len(c.lines) > 1) {
			x, row = 0, row+1
		}
		c.x, c.row = x, row
		l.cells = append(l.cells, c)
		x += wide + 1.1*size
		if len(c.lines) > 1 {
			x, row = 0, row+len(c.lines)
		}
	}
	rows := 0
	for _, c := range l.cells {
		rows = max(rows, c.row+max(1, len(c.lines)))
	}
	return 0.72*size + float64(rows-1)*l.lead() + 0.1*size
}

func widest(lines []text.Line) float64 {
	w := 0.0
	for i := range lines {
		w = max(w, lines[i].Width)
	}
	return w
}

func (l *legend) draw(p *pen, x, y float64) {
	for _, c := range l.cells {
		s := l.people.Segments[c.segment]
		base := y + 0.72*l.size + float64(c.row)*l.lead()
		p.rects(scene.Mark, l.name(c.segment, "Mark"), p.markColor(s.Mark), s.Mark.bar(nil, math.Floor(x+c.x), math.Floor(base-0.84*l.size), math.Floor(l.mark()), math.Floor(0.96*l.size), l.u))
		at := x + c.x + l.start()
		if len(c.figure.Glyphs) > 0 {
			p.line(l.name(c.segment, "Figure"), &c.figure, l.size, at, base, l.w, p.Text.RGBA, p.Text.RGBA)
			at += (c.figure.Width + 0.28) * l.size
		}
		for i := range c.lines {
			p.line(l.name(c.segment, "Label"), &c.lines[i], l.size, at, base+float64(i)*l.lead(), l.w, p.Text.RGBA, p.Text.RGBA)
		}
	}
}

// slots is a field with its legend: a ledger beside it where there is
// room and three groups or more to tell apart, else a legend below.
func (b People) slots(c *composer, field string, w float64, r rank) []*slot {
	return b.named(c, field, w, r, func(i int, part string) string { return fmt.Sprintf("%s.Segments[%d].%s", field, i, part) })
}

// named is slots for a block that may hold its segments under other names.
func (b People) named(c *composer, field string, w float64, r rank, name segmentName) []*slot {
	height := c.height()
	cr := &crowd{field: field, people: b, w: w, u: c.u, least: 5 * c.u, most: c.most(0.2 * height)}
	if c.f.Landscape() {
		cr.most = c.most(0.26 * height)
	}
	if r == focal {
		cr.least, cr.most = 0.28*height, min(c.most(0.5*height), 0.6*height)
		if b.AsList {
			cr.most = 0.5 * height // its title takes the rest
		}
		switch {
		case c.f.Landscape():
			cr.least = 0.14 * height
		case c.f.DPI > 0:
			cr.most = 0.36 * height
		}
	}
	if n := b.units(); n <= 40 {
		cr.most = min(cr.most, c.most(14*c.u))
		cr.least = min(cr.least, cr.most)
	}
	if r == focal && b.legendSize() >= 3 && !c.v.compact && c.f.H > c.f.W {
		return []*slot{{part: c.ledger(b, cr, w), field: field, rank: r, gap: blockGap * c.u}}
	}
	out := []*slot{{part: cr, field: field, rank: r, gap: blockGap * c.u}}
	if r == focal && !b.AsList {
		out[0].want = 0.38 * height // the headline does not shrink for more
	}
	if b.legendSize() == 0 {
		return out
	}
	l := &legend{name: name, people: b, w: w, u: c.u, min: c.f.Floor, max: c.sz().labelMax}
	if c.f.DPI > 0 {
		l.min = c.sz().labelMin // read from further than a caption
	}
	for i := range b.Segments {
		figure, label := c.segmentText(b, i, name)
		l.figures, l.labels = append(l.figures, figure), append(l.labels, label)
	}
	return append(out, &slot{part: l, field: field, rank: prose2, gap: 3 * c.u, chars: 40})
}

// legendSize is the number of groups that say what they are.
func (b People) legendSize() int {
	n := 0
	for _, s := range b.Segments {
		if s.Figure != "" || s.Label != "" {
			n++
		}
	}
	return n
}

func (c *composer) segmentText(b People, i int, name segmentName) (figure, label *text.Passage) {
	s := b.Segments[i]
	if s.Figure != "" {
		figure = c.shape(name(i, "Figure"), s.Figure, "label")
	}
	if s.Label != "" {
		label = c.shape(name(i, "Label"), s.Label, "small")
	}
	return figure, label
}
