package parts

import (
	"image"
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Crowd is the field of bars.
type Crowd struct {
	Field       string
	Segments    []Segment
	List        bool // lying bars in columns
	W           float64
	Least, Most float64
	U           float64

	H    float64
	grid Grid
}

type Grid struct{ Cols, Rows int }

// Segment is one group of a crowd.
type Segment struct {
	Bars          int
	Mark          Pattern
	Figure, Label string // empty: the legend leaves the group out
}

func (s Segment) named() bool { return s.Figure+s.Label != "" }

// Units is the number of bars drawn.
func (c *Crowd) Units() int {
	n := 0
	for _, s := range c.Segments {
		n += s.Bars
	}
	return n
}

// lit reports a field of some and all others: the ones meant stand together
// at the start.
func (c *Crowd) lit() bool {
	return len(c.Segments) == 2 && c.Segments[0].Mark == Solid && c.Segments[1].Mark == Footed
}

// LegendSize is the number of groups that say what they are.
func (c *Crowd) LegendSize() int {
	n := 0
	for _, s := range c.Segments {
		if s.named() {
			n++
		}
	}
	return n
}

func (c *Crowd) Span() (float64, float64) { return c.Least, c.Most }

func (c *Crowd) Set(h float64) float64 {
	c.H = math.Floor(min(h, c.Most))
	if c.List {
		c.grid = bestList(c.Units(), c.H, c.U)
		return c.H
	}
	c.grid = bestGrid(c.Units(), c.W, c.H, c.U)
	return c.H
}

// The shape of a grid of standing bars.
const (
	cellShape  = 1.8  // times as high as wide
	unfullCost = 0.8  // of a row that is not full
	barWide    = 0.45 // of a cell
	barHigh    = 0.74
)

// The shape of a list of lying bars.
const (
	listPitch  = 1.4 // units
	listUnfull = 0.3
	listGap    = 1.8  // units, between columns
	listHigh   = 0.68 // of the pitch
)

// bestGrid finds bars that stand: cells nearly twice as high as wide, in full
// rows where their number allows it, never below 4 by 14 px.
func bestGrid(n int, w, h, u float64) Grid {
	best, at := math.Inf(1), Grid{n, 1}
	for rows := 1; rows <= min(n, 40); rows++ {
		cols := (n + rows - 1) / rows
		if rows > 1 && (rows-1)*cols >= n {
			continue // a row would be empty
		}
		g := Grid{cols, rows}
		bw, bh := g.bar(w, h)
		cost := math.Abs(math.Log(h / float64(rows) / (w / float64(cols)) / cellShape))
		if short := cols*rows - n; short > 0 {
			cost += unfullCost + float64(short)/float64(cols)
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
func bestList(n int, h, u float64) Grid {
	best, at := math.Inf(1), Grid{n, 1}
	for cols := 1; cols <= min(n, 8); cols++ {
		rows := (n + cols - 1) / cols
		pitch := h / float64(rows)
		cost := math.Abs(math.Log(pitch / (listPitch * u)))
		if n%cols != 0 {
			cost += listUnfull
		}
		if pitch < 6 {
			cost += 4
		}
		if cost < best {
			best, at = cost, Grid{cols, rows}
		}
	}
	return at
}

// widestBar is how wide a bar alone in its row may be for its height.
const widestBar = 0.6

// bar is the size of one bar in whole pixels.
func (g Grid) bar(w, h float64) (bw, bh float64) {
	pitch := w / (float64(g.Cols) - (1 - barWide))
	bw = max(1, math.Floor(barWide*pitch+0.5))
	bh = max(1, math.Floor(barHigh*h/float64(g.Rows)))
	if g.Rows == 1 {
		bh = h
	}
	if g.Cols == 1 {
		bw = max(1, min(bw, math.Floor(widestBar*bh)))
	}
	return bw, bh
}

// at is the corner of bar i: the first and last of a row stand flush with
// the edges.
func (g Grid) at(i int, w, h float64) (x, y float64) {
	bw, bh := g.bar(w, h)
	col, row := i%g.Cols, i/g.Cols
	if g.Cols > 1 {
		x = math.Floor(float64(col)*(w-bw)/float64(g.Cols-1) + 0.5)
	}
	if g.Rows > 1 {
		y = math.Floor(float64(row)*(h-bh)/float64(g.Rows-1) + 0.5)
	}
	return x, y
}

// down is at for a field that is filled column by column.
func (g Grid) down(i int, w, h float64) (x, y float64) {
	return g.at(i/g.Rows+i%g.Rows*g.Cols, w, h)
}

func (c *Crowd) Draw(p *Pen, x, y float64) {
	x, y = math.Floor(x+0.5), math.Floor(y+0.5)
	if c.List {
		c.drawList(p, x, y)
		return
	}
	bw, bh := c.grid.bar(c.W, c.H)
	place, i := c.grid.at, 0
	if c.lit() {
		place = c.grid.down
	}
	for _, s := range c.Segments {
		var rs []image.Rectangle
		for range s.Bars {
			bx, by := place(i, c.W, c.H)
			rs = s.Mark.bar(rs, x+bx, y+by, bw, bh, c.U)
			i++
		}
		p.rects(scene.Mark, c.Field, p.markColor(s.Mark), rs)
	}
}

// drawList fills column after column, as names are listed.
func (c *Crowd) drawList(p *Pen, x, y float64) {
	gap := math.Floor(listGap * c.U)
	bw := math.Floor((c.W - gap*float64(c.grid.Cols-1)) / float64(c.grid.Cols))
	pitch := c.H / float64(c.grid.Rows)
	bh := max(3, math.Floor(listHigh*pitch))
	i := 0
	for _, s := range c.Segments {
		var rs []image.Rectangle
		for range s.Bars {
			col, row := i/c.grid.Rows, i%c.grid.Rows
			rs = s.Mark.bar(rs, x+float64(col)*(bw+gap), y+math.Floor(float64(row)*pitch), bw, bh, c.U)
			i++
		}
		p.rects(scene.Mark, c.Field, p.markColor(s.Mark), rs)
	}
}
