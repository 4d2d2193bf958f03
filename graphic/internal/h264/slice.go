package h264

// macroblockBits is the most that a macroblock may take, 128 bits more than
// its samples (clause A.3.1, item l).
const macroblockBits = 128 + 8*384

// slice codes a picture as one slice with the quantiser qp.
func (e *Encoder) slice(qp int) {
	e.w.reset()
	headers{e}.sliceHeader(e.key, qp)
	e.qp = qp
	skipped := 0
	if e.key || e.fresh {
		skipped = e.macroblocks(qp)
	} else {
		skipped = e.columns * e.rows
	}
	if skipped > 0 {
		e.w.ue(skipped) // mb_skip_run
	}
	e.w.trailing()
}

// macroblocks codes those that have changed, or all of a key picture, and
// returns how many were skipped since the last of them.
func (e *Encoder) macroblocks(qp int) (skipped int) {
	e.forget()
	for row := range e.rows {
		for column := range e.columns {
			if !e.key && !e.changed[row*e.columns+column] || !e.code(column, row, qp, &skipped) {
				skipped++
			}
		}
	}
	return skipped
}

// forget drops what is known of neighbours: no picture looks at another's, and
// skipped macroblocks have no levels and no modes.
func (e *Encoder) forget() {
	for i := range e.counts {
		clear(e.counts[i].n)
	}
	for i := range e.modes {
		e.modes[i] = noMode
	}
}

// code writes a macroblock, after the number of those skipped before it; or it
// returns false, where a decoder that shows the last picture's again has it.
func (e *Encoder) code(column, row, qp int, skipped *int) bool {
	e.source.copyTile(&e.tile, column, row, false)
	if e.textured() {
		qp = min(qp+textureStep, coarsest)
	}
	ways := e.ways[:0]
	if !e.key {
		m := &e.byInter
		m.qp = qp
		if e.codeInter(m, column, row); m.empty() {
			return false
		}
		ways = append(ways, m)
		e.w.ue(*skipped)
		*skipped = 0
	}
	ways = e.intraWays(ways, column, row, qp)
	e.write(e.best(ways, column, row), column, row)
	return true
}

// flat is the range of luma below which sixteen predictions find nothing that
// one does not.
const flat = 8

func (e *Encoder) intraWays(ways []*macroblock, column, row, qp int) []*macroblock {
	a, b := &e.byIntra16, &e.byIntra4
	a.qp, b.qp = qp, qp
	e.intraChroma(a.chromaPart, qp, column, row)
	e.codeIntra16(a, column, row)
	ways = append(ways, a)
	low, high := uint8(255), uint8(0)
	for _, v := range e.tile.y {
		low, high = min(low, v), max(high, v)
	}
	if high-low >= flat {
		e.codeIntra4(b, column, row)
		ways = append(ways, b)
	}
	return ways
}

// best is the way that costs least.
func (e *Encoder) best(ways []*macroblock, column, row int) (best *macroblock) {
	if len(ways) == 1 {
		return ways[0]
	}
	mark, qp, least := e.w, e.qp, 0
	for _, m := range ways {
		e.writeMacroblock(m, column, row)
		cost := m.cost(&e.tile, e.w.len()-mark.len())
		e.w.back(mark)
		e.qp = qp
		if best == nil || cost < least {
			best, least = m, cost
		}
	}
	return best
}

// write writes a macroblock and keeps what a decoder makes of it; one that
// takes more bits than a decoder must accept is written as its samples.
func (e *Encoder) write(m *macroblock, column, row int) {
	mark, qp := e.w, e.qp
	e.writeMacroblock(m, column, row)
	if e.w.len()-mark.len() > macroblockBits {
		e.w.back(mark)
		e.qp = qp
		e.writePCM(column, row)
		e.made.copyTile(&e.tile, column, row, true)
		return
	}
	e.made.copyTile(&tile{m.made, m.chromaMade[0], m.chromaMade[1]}, column, row, true)
}

// Drawn shapes and letters have even colour beside sharp edges, where the eye
// sees each error; among the ever changing tones of a photograph it does not.
const (
	textureStep = 4               // two thirds of the precision
	texturePart = side * side / 4 // samples like their left neighbour in drawings, at least
)

// textured says whether few samples are like their left neighbour.
func (e *Encoder) textured() bool {
	same := 0
	for i, v := range e.tile.y {
		if i%side > 0 && v == e.tile.y[i-1] {
			same++
		}
	}
	return same < texturePart
}
