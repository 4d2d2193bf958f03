package h264

import "image"

// side is the side of a macroblock in luma samples.
const side = 16

// A picture is three planes of whole macroblocks: Y, Cb and Cr.
type picture [3]plane

// A plane is samples, row by row.
type plane struct {
	pix    []uint8
	stride int
}

func newPicture(columns, rows int) (p picture) {
	for i := range p {
		n := sideOf(i)
		p[i] = plane{make([]uint8, n*columns*n*rows), n * columns}
	}
	return p
}

// sideOf is the side of a macroblock in the samples of plane i.
func sideOf(i int) int {
	if i == 0 {
		return side
	}
	return side / 2
}

func (p plane) row(x, y, n int) []uint8 { return p.pix[y*p.stride+x:][:n] }

// A tile is the samples of one macroblock, plane after plane.
type tile struct {
	y      [side * side]uint8
	cb, cr [side * side / 4]uint8
}

func (t *tile) plane(i int) []uint8 { return [][]uint8{t.y[:], t.cb[:], t.cr[:]}[i] }

// copyTile copies a macroblock between a picture and a tile.
func (p *picture) copyTile(t *tile, column, row int, store bool) {
	for i := range p {
		n := sideOf(i)
		from := t.plane(i)
		for y := range n {
			line := p[i].row(column*n, row*n+y, n)
			if store {
				copy(line, from[y*n:])
			} else {
				copy(from[y*n:], line)
			}
		}
	}
}

// load reads the macroblocks of a frame that a rectangle touches and marks
// those that differ from the frame before.
func (e *Encoder) load(r reader, dirty image.Rectangle) {
	dirty = dirty.Intersect(image.Rect(0, 0, e.asked.X, e.asked.Y))
	if dirty.Empty() {
		return
	}
	var next, last tile
	for row := dirty.Min.Y / side; row*side < dirty.Max.Y; row++ {
		for column := dirty.Min.X / side; column*side < dirty.Max.X; column++ {
			e.convert(&next, r, column*side, row*side)
			e.source.copyTile(&last, column, row, false)
			if next != last {
				e.source.copyTile(&next, column, row, true)
				e.changed[row*e.columns+column] = true
				e.fresh = true
			}
		}
	}
}

// convert reads a macroblock at (x, y) in samples; beyond the frame's edge its
// last row and column go on. A chroma sample is the mean of four.
func (e *Encoder) convert(t *tile, r reader, x, y int) {
	lines := &e.lines
	for i := 0; i < side; i += 2 {
		for k := range lines {
			e.line(&lines[k], r, x, min(y+i+k, e.asked.Y-1))
			for j, c := range lines[k] {
				t.y[(i+k)*side+j] = c.y
			}
		}
		for j := 0; j < side; j += 2 {
			a, b, c, d := &lines[0][j], &lines[0][j+1], &lines[1][j], &lines[1][j+1]
			at := (i*side/2 + j) / 2
			t.cb[at] = chroma(a.cb + b.cb + c.cb + d.cb)
			t.cr[at] = chroma(a.cr + b.cr + c.cr + d.cr)
		}
	}
}

func (e *Encoder) line(out *[side]ycc, r reader, x, y int) {
	n := min(side, e.asked.X-x)
	r.row(out[:n], x, y)
	for i := n; i < side; i++ {
		out[i] = out[n-1]
	}
}
