package h264

// The modes of Intra4x4PredMode (Table 8-2).
const (
	mode4Vertical = iota
	mode4Horizontal
	mode4DC
	mode4DownLeft
	mode4DownRight
	mode4VerticalRight
	mode4HorizontalDown
	mode4VerticalLeft
	mode4HorizontalUp
)

// A frame4 is a macroblock's luma as it is decoded block by block, with the
// samples around it: a row above from the corner on, four of them of the next
// macroblock, and a column to the left.
type frame4 struct {
	pix                    [(side + 1) * frame4Stride]uint8
	hasTop, hasLeft, hasUp bool // hasUp: the macroblock above and to the right
}

const frame4Stride = 1 + side + 4

// at is the place of block k's first sample.
func (f *frame4) at(k int) int { return (1+4*blockY[k])*frame4Stride + 1 + 4*blockX[k] }

func (e *Encoder) frame4(f *frame4, column, row int) {
	p := e.made[0]
	x, y := column*side, row*side
	f.hasTop, f.hasLeft, f.hasUp = row > 0, column > 0, row > 0 && column < e.columns-1
	if f.hasTop {
		copy(f.pix[1:], p.row(x, y-1, side))
	}
	if f.hasUp {
		copy(f.pix[1+side:], p.row(x+side, y-1, 4))
	}
	if !f.hasLeft {
		return
	}
	for i := range side {
		f.pix[(1+i)*frame4Stride] = p.pix[(y+i)*p.stride+x-1]
	}
	if f.hasTop {
		f.pix[0] = p.pix[(y-1)*p.stride+x-1]
	}
}

// lateAbove are the blocks whose neighbour above and to the right comes after
// them or lies in the next macroblock (clause 8.3.1.2).
const lateAbove = 1<<3 | 1<<7 | 1<<11 | 1<<13 | 1<<15

// around is the neighbourhood of block k.
func (f *frame4) around(k int) (a around4) {
	at := f.at(k)
	a.top = f.hasTop || blockY[k] > 0
	a.left = f.hasLeft || blockX[k] > 0
	if a.left {
		for i := range 4 {
			a.line[3-i] = f.pix[at+i*frame4Stride-1]
		}
	}
	if a.top {
		copy(a.line[4:], f.pix[at-frame4Stride-1:][:9])
		if k == 5 && !f.hasUp || lateAbove>>k&1 != 0 {
			fill(a.line[9:], a.line[8])
		}
	}
	a.smooth()
	return a
}

// codeIntra4 codes luma as sixteen blocks with a prediction each.
func (e *Encoder) codeIntra4(m *macroblock, column, row int) {
	var f frame4
	e.frame4(&f, column, row)
	m.kind = intra4
	m.coded = 0
	q := &quantisers[m.qp]
	for k := range m.luma {
		pred, mode := e.nearest4(&f, k)
		m.modes[k] = int8(mode)
		d := e.difference4(k, &pred)
		d.forward()
		levels, any := q.levels(&d, 0)
		m.luma[k] = levels
		if any {
			m.coded |= 1 << (k / 4)
		}
		c := q.coefficients(&levels, 0)
		m.restore4(&f, k, &pred, &c)
	}
}

// nearest4 is the prediction that comes closest to the source of block k.
func (e *Encoder) nearest4(f *frame4, k int) (pred [16]uint8, mode int) {
	a := f.around(k)
	var source, next [16]uint8
	for y := range 4 {
		copy(source[4*y:][:4], e.tile.y[corner(k)+y*side:])
	}
	least := -1
	for candidate := mode4Vertical; candidate <= mode4HorizontalUp; candidate++ {
		if !a.allows(candidate) {
			continue
		}
		a.predict(&next, candidate)
		d := distance(source[:], next[:])
		if least < 0 || d < least {
			least, mode, pred = d, candidate, next
		}
		if d == 0 {
			break
		}
	}
	return pred, mode
}

func (e *Encoder) difference4(k int, pred *[16]uint8) (b block) {
	for y := range 4 {
		line := e.tile.y[corner(k)+y*side:][:4]
		for x, v := range line {
			b[4*y+x] = int32(v) - int32(pred[4*y+x])
		}
	}
	return b
}

func (m *macroblock) restore4(f *frame4, k int, pred *[16]uint8, c *block) {
	var out [16]uint8
	restore(out[:], pred[:], 0, 4, c)
	for y := range 4 {
		copy(m.made[corner(k)+y*side:][:4], out[4*y:])
		copy(f.pix[f.at(k)+y*frame4Stride:][:4], out[4*y:])
	}
}
