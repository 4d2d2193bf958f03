package h264

// Values of mb_type: in an I slice (Table 7-11), five more in a P slice, where
// the first is P_L0_16x16 (Table 7-13).
const (
	typeIntra4  = 0
	typeIntra16 = 1
	typePCM     = 25
	typesOfP    = 5
)

// patternOf are the values of coded_block_pattern by its code (Table 9-4), for
// Intra_4x4 and for Inter.
var (
	patternOfIntra = [48]int{
		47, 31, 15, 0, 23, 27, 29, 30, 7, 11, 13, 14, 39, 43, 45, 46,
		16, 3, 5, 10, 12, 19, 21, 26, 28, 35, 37, 42, 44, 1, 2, 4,
		8, 17, 18, 20, 24, 6, 9, 22, 25, 32, 33, 34, 36, 40, 38, 41,
	}
	patternOfInter = [48]int{
		0, 16, 1, 2, 4, 8, 32, 3, 5, 10, 12, 15, 47, 7, 11, 13,
		14, 6, 9, 31, 35, 37, 42, 44, 33, 34, 36, 40, 39, 43, 45, 46,
		17, 18, 20, 24, 19, 21, 26, 28, 23, 27, 29, 30, 22, 25, 38, 41,
	}
	codeOfIntra = inverted(patternOfIntra)
	codeOfInter = inverted(patternOfInter)
)

func inverted(of [48]int) (out [48]int) {
	for code, pattern := range of {
		out[pattern] = code
	}
	return out
}

// noMode stands for a block that is predicted otherwise than as Intra_4x4: its
// neighbours take it for DC (clause 8.3.1.1).
const noMode = mode4DC

// writeMacroblock writes macroblock_layer (clause 7.3.5) and keeps what the
// neighbours need of it.
func (e *Encoder) writeMacroblock(m *macroblock, column, row int) {
	first := 0
	if !e.key {
		first = typesOfP
	}
	pattern := m.coded | m.pattern<<4
	switch m.kind {
	case inter:
		e.w.ue(0)
		e.w.se(0) // mvd_l0
		e.w.se(0)
		e.w.ue(codeOfInter[pattern])
	case intra4:
		e.w.ue(first + typeIntra4)
		e.writeModes(m, column, row)
		e.w.ue(m.chromaMode)
		e.w.ue(codeOfIntra[pattern])
	case intra16:
		e.w.ue(first + typeIntra16 + m.mode + 4*m.pattern + 12*(m.coded&1))
		e.w.ue(m.chromaMode)
	}
	if m.kind != intra4 {
		e.setModes(column, row, func(int) int8 { return noMode })
	}
	if pattern != 0 || m.kind == intra16 {
		e.w.se(m.qp - e.qp) // mb_qp_delta
		e.qp = m.qp
	}
	e.writeLuma(m, column, row)
	e.writeChroma(m, column, row)
}

// writeModes writes the modes of Intra_4x4, each as the lesser of its
// neighbours' or as one of the other eight.
func (e *Encoder) writeModes(m *macroblock, column, row int) {
	e.setModes(column, row, func(k int) int8 { return m.modes[k] })
	for k, mode := range m.modes {
		expected := e.expectedMode(4*column+blockX[k], 4*row+blockY[k])
		e.w.flag(mode == expected)
		switch {
		case mode < expected:
			e.w.u(3, uint32(mode))
		case mode > expected:
			e.w.u(3, uint32(mode-1))
		}
	}
}

func (e *Encoder) setModes(column, row int, mode func(k int) int8) {
	for k := range 16 {
		e.modes[(4*row+blockY[k])*4*e.columns+4*column+blockX[k]] = mode(k)
	}
}

func (e *Encoder) expectedMode(x, y int) int8 {
	if x == 0 || y == 0 {
		return mode4DC
	}
	at := y*4*e.columns + x
	return min(e.modes[at-1], e.modes[at-4*e.columns])
}

func (e *Encoder) writeLuma(m *macroblock, column, row int) {
	c := e.counts[0]
	first := 0
	if m.kind == intra16 {
		e.w.residual(m.dc[:], c.column(4*column, 4*row))
		first = 1
	}
	for k := range m.luma {
		x, y, n := 4*column+blockX[k], 4*row+blockY[k], 0
		if m.coded>>(k/4)&1 != 0 {
			n = e.w.residual(m.luma[k][first:], c.column(x, y))
		}
		c.set(x, y, n)
	}
}

func (e *Encoder) writeChroma(m *macroblock, column, row int) {
	if m.pattern > 0 {
		for p := range 2 {
			e.w.residual(m.chromaDC[p][:4], columnChromaDC)
		}
	}
	for p := range 2 {
		c := e.counts[1+p]
		for k := range 4 {
			x, y, n := 2*column+k%2, 2*row+k/2, 0
			if m.pattern == 2 {
				n = e.w.residual(m.chromaAC[p][k][1:], c.column(x, y))
			}
			c.set(x, y, n)
		}
	}
}

// writePCM writes the samples themselves.
func (e *Encoder) writePCM(column, row int) {
	first := 0
	if !e.key {
		first = typesOfP
	}
	e.w.ue(first + typePCM)
	e.w.align()
	for i := range e.source {
		for _, v := range e.tile.plane(i) {
			e.w.u(8, uint32(v))
		}
		n := sideOf(i) / 4
		for k := range n * n {
			e.counts[i].set(n*column+k%n, n*row+k/n, 16)
		}
	}
	e.setModes(column, row, func(int) int8 { return noMode })
}
