package h264

// A kind is how a macroblock is predicted.
type kind uint8

const (
	intra4 kind = iota
	intra16
	inter
)

// A macroblock is one way to code sixteen by sixteen samples: what is written
// and what a decoder makes of it.
type macroblock struct {
	kind  kind
	qp    int
	mode  int      // Intra16x16PredMode
	modes [16]int8 // Intra4x4PredMode by luma4x4BlkIdx
	dc    block    // levels of Intra16x16DCLevel
	luma  [16]block
	coded int // CodedBlockPatternLuma: a bit for each 8×8 with levels
	made  [side * side]uint8
	*chromaPart
}

// A chromaPart is the chroma of a macroblock.
type chromaPart struct {
	chromaMode int      // intra_chroma_pred_mode
	pattern    int      // CodedBlockPatternChroma: 0, 1 with DC, 2 with AC
	chromaDC   [2]block // four levels each
	chromaAC   [2][4]block
	chromaMade [2][side * side / 4]uint8
}

// blockX and blockY are the places of luma4x4BlkIdx (Figure 6-10), in blocks.
var (
	blockX = [16]int{0, 1, 0, 1, 2, 3, 2, 3, 0, 1, 0, 1, 2, 3, 2, 3}
	blockY = [16]int{0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3}
)

// corner is the first sample of luma block k in a macroblock.
func corner(k int) int { return blockY[k]*4*side + blockX[k]*4 }

// difference is a block of samples less its prediction, both from index at on.
func difference(from, pred []uint8, at, stride int) (b block) {
	for y := range 4 {
		f, p := from[at+y*stride:][:4], pred[at+y*stride:][:4]
		for x := range 4 {
			b[4*y+x] = int32(f[x]) - int32(p[x])
		}
	}
	return b
}

// restore adds coefficients, transformed back, to a prediction.
func restore(out, pred []uint8, at, stride int, b *block) {
	b.inverse()
	for y := range 4 {
		o, p := out[at+y*stride:][:4], pred[at+y*stride:][:4]
		for x := range 4 {
			o[x] = clip(int32(p[x]) + b[4*y+x])
		}
	}
}

func clip(v int32) uint8 { return uint8(max(0, min(255, v))) }

// distance is the sum of absolute differences.
func distance(a, b []uint8) (sum int) {
	b = b[:len(a)]
	for i, v := range a {
		d := int(v) - int(b[i])
		sum += max(d, -d)
	}
	return sum
}

// squares is the sum of squared differences.
func squares(a, b []uint8) (sum int) {
	b = b[:len(a)]
	for i, v := range a {
		d := int(v) - int(b[i])
		sum += d * d
	}
	return sum
}

// cost weighs bits against squared errors, with the usual weight of 0.85 times
// 2 to the power of (QP − 12)/3.
func (m *macroblock) cost(source *tile, bits int) int {
	errors := squares(m.made[:], source.y[:]) +
		squares(m.chromaMade[0][:], source.cb[:]) + squares(m.chromaMade[1][:], source.cr[:])
	weight := [3]int{218, 274, 345}[m.qp%3] << ((m.qp - finest) / 3)
	return 256*errors + weight*bits
}

// empty says that a decoder needs nothing but the prediction.
func (m *macroblock) empty() bool { return m.coded == 0 && m.pattern == 0 }
