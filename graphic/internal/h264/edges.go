package h264

// The shapes that predict a block from its edges as a whole.
const (
	vertical = iota
	horizontal
	mean
	sloped
)

// Numbers of the shapes as Intra16x16PredMode (Table 8-4) and as
// intra_chroma_pred_mode (Table 8-5).
var (
	lumaModes   = [...]int{vertical: 0, horizontal: 1, mean: 2, sloped: 3}
	chromaModes = [...]int{mean: 0, horizontal: 1, vertical: 2, sloped: 3}
)

// edges are the decoded samples above and left of a block.
type edges struct {
	top, left       [side]uint8
	corner          uint8
	hasTop, hasLeft bool
}

// edges of a block of n by n samples at (x, y).
func (p plane) edges(x, y, n int) (e edges) {
	if e.hasTop = y > 0; e.hasTop {
		copy(e.top[:], p.row(x, y-1, n))
	}
	if e.hasLeft = x > 0; e.hasLeft {
		for i := range n {
			e.left[i] = p.pix[(y+i)*p.stride+x-1]
		}
	}
	if e.hasTop && e.hasLeft {
		e.corner = p.pix[(y-1)*p.stride+x-1]
	}
	return e
}

// allows says whether the samples are there that a shape needs.
func (e *edges) allows(shape int) bool {
	switch shape {
	case vertical:
		return e.hasTop
	case horizontal:
		return e.hasLeft
	case sloped:
		return e.hasTop && e.hasLeft
	}
	return true
}

// predict fills out, n by n samples, with a shape (clauses 8.3.3 and 8.3.4).
func (e *edges) predict(out []uint8, n, shape int) {
	switch {
	case shape == vertical:
		for y := range n {
			copy(out[y*n:], e.top[:n])
		}
	case shape == horizontal:
		for y := range n {
			fill(out[y*n:][:n], e.left[y])
		}
	case shape == sloped:
		e.slope(out, n)
	case n == side:
		fill(out, e.mean(0, 0, side))
	default:
		e.quarters(out)
	}
}

func fill(out []uint8, v uint8) {
	for i := range out {
		out[i] = v
	}
}

// mean is that of n samples above from x on and n to the left from y on, where
// they are there.
func (e *edges) mean(x, y, n int) uint8 {
	sum, count := 0, 0
	if e.hasTop {
		for _, v := range e.top[x:][:n] {
			sum += int(v)
		}
		count += n
	}
	if e.hasLeft {
		for _, v := range e.left[y:][:n] {
			sum += int(v)
		}
		count += n
	}
	if count == 0 {
		return 128
	}
	return uint8((sum + count/2) / count)
}

// quarters is the DC prediction of chroma (clause 8.3.4.1): the upper right
// quarter looks up first, the lower left one left.
func (e *edges) quarters(out []uint8) {
	for k := range 4 {
		x, y := k%2*4, k/2*4
		from := *e
		from.hasLeft = e.hasLeft && !(k == 1 && e.hasTop)
		from.hasTop = e.hasTop && !(k == 2 && e.hasLeft)
		v := from.mean(x, y, 4)
		for i := range 4 {
			fill(out[(y+i)*8+x:][:4], v)
		}
	}
}

// slope is plane prediction (clauses 8.3.3.4 and 8.3.4.4).
func (e *edges) slope(out []uint8, n int) {
	factor := int32(5)
	if n < side {
		factor = 34
	}
	half := n / 2
	b := (factor*e.tilt(&e.top, half) + 32) >> 6
	c := (factor*e.tilt(&e.left, half) + 32) >> 6
	a := 16*(int32(e.top[n-1])+int32(e.left[n-1])) + 16
	for y := range n {
		for x := range n {
			out[y*n+x] = clip((a + b*int32(x-half+1) + c*int32(y-half+1)) >> 5)
		}
	}
}

// tilt is H and V of (8-120) and (8-121).
func (e *edges) tilt(line *[side]uint8, half int) (sum int32) {
	for i := range half {
		before := e.corner
		if i < half-1 {
			before = line[half-2-i]
		}
		sum += int32(i+1) * (int32(line[half+i]) - int32(before))
	}
	return sum
}

// nearest is the allowed shape that comes closest to source, and its samples.
func (e *edges) nearest(source, out, scratch []uint8, n int) (shape int) {
	least := -1
	for s := vertical; s <= sloped; s++ {
		if !e.allows(s) {
			continue
		}
		e.predict(scratch, n, s)
		d := distance(source, scratch)
		if least < 0 || d < least {
			least, shape = d, s
			copy(out, scratch)
		}
		if d == 0 {
			break
		}
	}
	return shape
}
