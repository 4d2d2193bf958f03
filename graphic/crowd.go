package graphic

import (
	"image"
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// crowd is the field of bars.
type crowd struct {
	field       string
	segments    []segment
	list        bool // lying bars in columns
	w           float64
	least, most float64
	u           float64

	h    float64
	grid grid
}

type grid struct{ cols, rows int }

// segment is one group of a crowd.
type segment struct {
	bars          int
	mark          pattern
	figure, label string // empty: the legend leaves the group out
}

func (s segment) named() bool { return s.figure+s.label != "" }

// units is the number of bars drawn.
func (c *crowd) units() int {
	n := 0
	for _, s := range c.segments {
		n += s.bars
	}
	return n
}

// lit reports a field of some and all others: the ones meant stand together
// at the start.
func (c *crowd) lit() bool {
	return len(c.segments) == 2 && c.segments[0].mark == solid && c.segments[1].mark == footed
}

// legendSize is the number of groups that say what they are.
func (c *crowd) legendSize() int {
	n := 0
	for _, s := range c.segments {
		if s.named() {
			n++
		}
	}
	return n
}

func (c *crowd) span() (float64, float64) { return c.least, c.most }

func (c *crowd) set(h float64) float64 {
	c.h = math.Floor(min(h, c.most))
	if c.list {
		c.grid = bestList(c.units(), c.h, c.u)
		return c.h
	}
	c.grid = bestGrid(c.units(), c.w, c.h, c.u)
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

func (c *crowd) draw(p *pen, x, y float64) {
	x, y = math.Floor(x+0.5), math.Floor(y+0.5)
	if c.list {
		c.drawList(p, x, y)
		return
	}
	bw, bh := c.grid.bar(c.w, c.h)
	place, i := c.grid.at, 0
	if c.lit() {
		place = c.grid.down
	}
	for _, s := range c.segments {
		var rs []image.Rectangle
		for range s.bars {
			bx, by := place(i, c.w, c.h)
			rs = s.mark.bar(rs, x+bx, y+by, bw, bh, c.u)
			i++
		}
		p.rects(scene.Mark, c.field, p.markColor(s.mark), rs)
	}
}

// drawList fills column after column, as names are listed.
func (c *crowd) drawList(p *pen, x, y float64) {
	gap := math.Floor(1.8 * c.u)
	bw := math.Floor((c.w - gap*float64(c.grid.cols-1)) / float64(c.grid.cols))
	pitch := c.h / float64(c.grid.rows)
	bh := max(3, math.Floor(0.68*pitch))
	i := 0
	for _, s := range c.segments {
		var rs []image.Rectangle
		for range s.bars {
			col, row := i/c.grid.rows, i%c.grid.rows
			rs = s.mark.bar(rs, x+float64(col)*(bw+gap), y+math.Floor(float64(row)*pitch), bw, bh, c.u)
			i++
		}
		p.rects(scene.Mark, c.field, p.markColor(s.mark), rs)
	}
}

// crowd is a field with its legend: a ledger beside it where there is room and
// three groups or more to tell apart, else a legend below.
func (c *composer) crowd(cr *crowd, w float64, r rank, name segmentName) []*slot {
	height, field := c.height(), cr.field
	cr.w, cr.u, cr.least, cr.most = w, c.u, 5*c.u, c.most(0.2*height)
	if c.f.Landscape() {
		cr.most = c.most(0.26 * height)
	}
	if r == focal {
		cr.least, cr.most = 0.28*height, min(c.most(0.5*height), 0.6*height)
		if cr.list {
			cr.most = 0.5 * height // its title takes the rest
		}
		switch {
		case c.f.Landscape():
			cr.least = 0.14 * height
		case c.f.DPI > 0:
			cr.most = 0.36 * height
		}
	}
	if n := cr.units(); n <= 40 {
		cr.most = min(cr.most, c.most(14*c.u))
		cr.least = min(cr.least, cr.most)
	}
	if r == focal && cr.legendSize() >= 3 && !c.v.compact && c.f.H > c.f.W {
		return []*slot{{part: c.ledger(cr, w), field: field, rank: r, gap: blockGap * c.u}}
	}
	out := []*slot{{part: cr, field: field, rank: r, gap: blockGap * c.u}}
	if r == focal && !cr.list {
		out[0].want = 0.38 * height // the headline does not shrink for more
	}
	if cr.legendSize() == 0 {
		return out
	}
	l := &legend{name: name, w: w, u: c.u, min: c.f.Floor, max: c.sz().labelMax}
	if c.f.DPI > 0 {
		l.min = c.sz().labelMin // read from further than a caption
	}
	for i, s := range cr.segments {
		l.marks = append(l.marks, s.mark)
		figure, label := c.segmentText(s, i, name)
		l.figures, l.labels = append(l.figures, figure), append(l.labels, label)
	}
	return append(out, &slot{part: l, field: field, rank: prose2, gap: 3 * c.u, chars: 40})
}
