package h264

// The quantisers used: below 12 a level can be longer than Baseline can write
// (level_prefix above 15, clause 9.2.2.1), above 45 letters fall apart.
const (
	finest   = 12
	coarsest = 45
)

// A quantiser is one value of QP: what levels are divided and multiplied by.
type quantiser struct {
	divide   [16]int32 // by place, times 2^shift
	multiply [16]int32 // by place: normAdjust4x4 shifted by QP/6
	shift    uint
	half     int32 // a third of a step: smaller values become zero
}

// quantisers are made once, of the table v of (8-315).
var quantisers = func() (out [coarsest + 1]quantiser) {
	normAdjust := [6][3]int32{{10, 16, 13}, {11, 18, 14}, {13, 20, 16}, {14, 23, 18}, {16, 25, 20}, {18, 29, 23}}
	// squared lengths of the basis vectors at even, odd and mixed places
	lengths := [3]int32{16, 25, 20}
	for qp := range out {
		q := &out[qp]
		q.shift = uint(15 + qp/6)
		q.half = 1 << q.shift / 3
		for at := range 16 {
			kind := placeKind(at)
			v, n := normAdjust[qp%6][kind], lengths[kind]
			q.divide[at] = (1<<21 + v*n/2) / (v * n)
			q.multiply[at] = v << (qp / 6)
		}
	}
	return out
}()

// placeKind is 0 where row and column are even, 1 where both are odd, else 2.
func placeKind(at int) int {
	switch row, column := at/4%2, at%2; {
	case row == 0 && column == 0:
		return 0
	case row == 1 && column == 1:
		return 1
	}
	return 2
}

// levels are the coefficients c, from scan index first on, in scan order.
func (q *quantiser) levels(c *block, first int) (out block, any bool) {
	for i := first; i < 16; i++ {
		at := zigzag[i]
		out[i] = quantise(c[at], q.divide[at], q.half, q.shift)
		any = any || out[i] != 0
	}
	return out, any
}

// coefficients are what a decoder makes of levels (clause 8.5.12.1).
func (q *quantiser) coefficients(levels *block, first int) (out block) {
	for i := first; i < 16; i++ {
		at := zigzag[i]
		out[at] = levels[i] * q.multiply[at]
	}
	return out
}

// dc is the level of a value of a second transform, which doubles lengths.
func (q *quantiser) dc(v int32) int32 { return quantise(v, q.divide[0], 2*q.half, q.shift+1) }

func quantise(v, by, half int32, shift uint) int32 {
	if v < 0 {
		return -((-v*by + half) >> shift)
	}
	return (v*by + half) >> shift
}

// chromaQP is QPc for a QP of luma (Table 8-15, chroma_qp_index_offset 0).
func chromaQP(qp int) int {
	if qp < 30 {
		return qp
	}
	return int([...]uint8{29, 30, 31, 32, 32, 33, 34, 34, 35, 35, 36, 36, 37, 37, 37, 38}[qp-30])
}
