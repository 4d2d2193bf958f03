package h264

// codeInter codes a macroblock as the same place of the picture before and a
// difference: P_L0_16x16 without motion. No vector in the video is ever other
// than zero, so neither is any predicted one.
func (e *Encoder) codeInter(m *macroblock, column, row int) {
	var before tile
	e.made.copyTile(&before, column, row, false)
	m.kind = inter
	m.coded = 0
	q := &quantisers[m.qp]
	for k := range m.luma {
		d := difference(e.tile.y[:], before.y[:], corner(k), side)
		d.forward()
		levels, any := q.levels(&d, 0)
		m.luma[k] = levels
		if any {
			m.coded |= 1 << (k / 4)
		}
		c := q.coefficients(&levels, 0)
		restore(m.made[:], before.y[:], corner(k), side, &c)
	}
	e.codeChroma(m.chromaPart, m.qp, &[2][side * side / 4]uint8{before.cb, before.cr})
}
