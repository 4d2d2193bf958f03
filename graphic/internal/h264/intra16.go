package h264

// codeIntra16 codes luma as one block with one prediction.
func (e *Encoder) codeIntra16(m *macroblock, column, row int) {
	var pred, scratch [side * side]uint8
	edges := e.made[0].edges(column*side, row*side, side)
	m.kind = intra16
	m.mode = lumaModes[edges.nearest(e.tile.y[:], pred[:], scratch[:], side)]
	q := &quantisers[m.qp]
	m.coded = 0
	for k := range m.luma {
		d := difference(e.tile.y[:], pred[:], corner(k), side)
		d.forward()
		m.dc[blockY[k]*4+blockX[k]] = d[0]
		levels, any := q.levels(&d, 1)
		m.luma[k] = levels
		if any {
			m.coded = 15 // all or none (Table 7-11)
		}
	}
	dc := q.secondTransform(&m.dc)
	for k := range m.luma {
		c := q.coefficients(&m.luma[k], 1)
		c[0] = dc[blockY[k]*4+blockX[k]]
		restore(m.made[:], pred[:], corner(k), side, &c)
	}
}

// secondTransform makes levels, in scan order, of the DC coefficients, and
// returns what a decoder makes of these (clause 8.5.10).
func (q *quantiser) secondTransform(dc *block) (back block) {
	dc.hadamard()
	var levels block
	for i, at := range zigzag {
		levels[i] = q.dc(halve(dc[at]))
		back[at] = levels[i]
	}
	*dc = levels
	back.hadamard()
	for i := range back {
		back[i] = (back[i]*q.multiply[0] + 2) >> 2
	}
	return back
}

// halve rounds away from zero.
func halve(v int32) int32 {
	if v < 0 {
		return -((1 - v) >> 1)
	}
	return (v + 1) >> 1
}
