package h264

// codeChroma codes both planes of chroma with the prediction pred.
func (e *Encoder) codeChroma(c *chromaPart, qp int, pred *[2][side * side / 4]uint8) {
	q := &quantisers[chromaQP(qp)]
	c.pattern = 0
	for p, source := range [2][]uint8{e.tile.cb[:], e.tile.cr[:]} {
		c.codePlane(q, p, source, pred[p][:])
	}
	for p := range pred {
		c.restorePlane(q, p, pred[p][:])
	}
}

func (c *chromaPart) codePlane(q *quantiser, p int, source, pred []uint8) {
	var dc [4]int32
	for k := range dc {
		d := difference(source, pred, chromaCorner(k), side/2)
		d.forward()
		dc[k] = d[0]
		levels, any := q.levels(&d, 1)
		c.chromaAC[p][k] = levels
		if any {
			c.pattern = 2
		}
	}
	for k, v := range hadamard2(dc) {
		c.chromaDC[p][k] = q.dc(v)
		if c.chromaDC[p][k] != 0 {
			c.pattern = max(c.pattern, 1)
		}
	}
}

// restorePlane is clause 8.5.11.
func (c *chromaPart) restorePlane(q *quantiser, p int, pred []uint8) {
	dc := hadamard2([4]int32(c.chromaDC[p][:4]))
	for k, v := range dc {
		b := q.coefficients(&c.chromaAC[p][k], 1)
		b[0] = v * q.multiply[0] >> 1
		restore(c.chromaMade[p][:], pred, chromaCorner(k), side/2, &b)
	}
}

func chromaCorner(k int) int { return k/2*4*side/2 + k%2*4 }

// intraChroma codes chroma with the one shape that suits both planes best.
func (e *Encoder) intraChroma(c *chromaPart, qp, column, row int) {
	const n = side / 2
	var pred, scratch [2][n * n]uint8
	cb, cr := e.made[1].edges(column*n, row*n, n), e.made[2].edges(column*n, row*n, n)
	least := -1
	for shape := vertical; shape <= sloped; shape++ {
		if !cb.allows(shape) {
			continue
		}
		cb.predict(scratch[0][:], n, shape)
		cr.predict(scratch[1][:], n, shape)
		d := distance(e.tile.cb[:], scratch[0][:]) + distance(e.tile.cr[:], scratch[1][:])
		if least < 0 || d < least {
			least, c.chromaMode, pred = d, chromaModes[shape], scratch
		}
		if d == 0 {
			break
		}
	}
	e.codeChroma(c, qp, &pred)
}
