package h264

// A scan is the levels of a block as CAVLC writes them: from the highest
// frequency down, each with the number of zeros before it in scan order.
type scan struct {
	levels [16]int32
	runs   [16]int
	n      int // total_coeff
	ones   int // trailing levels of ±1, three at most
	zeros  int // total_zeros
}

func scanned(levels []int32) (s scan) {
	for i := len(levels) - 1; i >= 0; i-- {
		switch {
		case levels[i] != 0:
			s.levels[s.n] = levels[i]
			s.n++
		case s.n > 0:
			s.runs[s.n-1]++
			s.zeros++
		}
	}
	for s.ones < min(s.n, 3) && (s.levels[s.ones] == 1 || s.levels[s.ones] == -1) {
		s.ones++
	}
	return s
}

// residual writes a block of levels in scan order with the codes of a column
// of Table 9-5 (clause 7.3.5.3.2) and returns total_coeff.
func (w *writer) residual(levels []int32, column int) int {
	s := scanned(levels)
	w.code(coeffToken[s.n][s.ones][column])
	if s.n == 0 {
		return 0
	}
	for _, v := range s.levels[:s.ones] {
		w.flag(v < 0)
	}
	w.levels(&s)
	if s.n < len(levels) {
		zeros := totalZeros
		if column == columnChromaDC {
			zeros = chromaDCZeros
		}
		w.code(zeros[s.n-1][s.zeros])
	}
	left := s.zeros
	for _, run := range s.runs[:s.n-1] {
		if left == 0 {
			break
		}
		w.code(runBefore[min(left, len(runBefore))-1][run])
		left -= run
	}
	return s.n
}

// levels writes what is left after the trailing ones (clause 9.2.2.1): a
// suffix grows with the levels.
func (w *writer) levels(s *scan) {
	suffix := uint(0)
	if s.n > 10 && s.ones < 3 {
		suffix = 1
	}
	for i := s.ones; i < s.n; i++ {
		v := s.levels[i]
		levelCode := 2*max(v, -v) - 2
		if v < 0 {
			levelCode++
		}
		if i == s.ones && s.ones < 3 {
			levelCode -= 2 // it would else have been a trailing one
		}
		w.level(uint32(levelCode), suffix)
		suffix = max(suffix, 1)
		if max(v, -v) > 3<<(suffix-1) && suffix < 6 {
			suffix++
		}
	}
}

// level writes level_prefix, a number of zeros, and level_suffix. A prefix of
// 15 means that a suffix of twelve bits follows, one of 14 without suffixLength
// that one of four does.
func (w *writer) level(levelCode uint32, suffix uint) {
	escape := uint32(15) << suffix
	if suffix == 0 {
		escape = 30
	}
	switch {
	case levelCode >= escape:
		w.u(16, 1)
		w.u(12, levelCode-escape)
	case suffix > 0:
		w.u(uint(levelCode>>suffix)+1, 1)
		w.u(suffix, levelCode)
	case levelCode < 14:
		w.u(uint(levelCode)+1, 1)
	default:
		w.u(15, 1)
		w.u(4, levelCode-14)
	}
}

// counts is total_coeff for each 4×4 block of a plane.
type counts struct {
	n      []uint8
	stride int
}

// column returns the column of Table 9-5 for the block at (x, y): by nC, the mean of its
// neighbours (clause 9.2.1).
func (c counts) column(x, y int) int {
	at := y*c.stride + x
	var nC uint8
	switch {
	case x > 0 && y > 0:
		nC = (c.n[at-1] + c.n[at-c.stride] + 1) / 2
	case x > 0:
		nC = c.n[at-1]
	case y > 0:
		nC = c.n[at-c.stride]
	}
	switch {
	case nC < 2:
		return columnFew
	case nC < 4:
		return columnSome
	case nC < 8:
		return columnMany
	}
	return columnMost
}

func (c counts) set(x, y, n int) { c.n[y*c.stride+x] = uint8(n) }
