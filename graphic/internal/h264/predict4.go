package h264

// around4 are the thirteen samples around a block in one line, from the lowest
// on the left (L in Figure 8-7) over the corner (index 4) to the last above;
// twos are the means of samples i and i+1, threes the weighted ones around i,
// where the ends stand for what lies beyond them.
type around4 struct {
	line, twos, threes [13]uint8
	top, left          bool
}

func (a *around4) smooth() {
	for i := range a.line {
		before, at, after := int(a.line[max(i-1, 0)]), int(a.line[i]), int(a.line[min(i+1, 12)])
		a.twos[i] = uint8((at + after + 1) >> 1)
		a.threes[i] = uint8((before + 2*at + after + 2) >> 2)
	}
}

// allows says whether the samples are there that a mode needs.
func (a *around4) allows(mode int) bool {
	switch mode {
	case mode4DC:
		return true
	case mode4Vertical, mode4DownLeft, mode4VerticalLeft:
		return a.top
	case mode4Horizontal, mode4HorizontalUp:
		return a.left
	}
	return a.top && a.left
}

// predict fills out with a mode of Intra4x4PredMode (clauses 8.3.1.2.1 to
// 8.3.1.2.9).
func (a *around4) predict(out *[16]uint8, mode int) {
	if mode == mode4DC {
		fill(out[:], a.mean())
		return
	}
	for i := range out {
		y, x := i/4, i%4
		switch mode {
		case mode4Vertical:
			out[i] = a.line[5+x]
		case mode4Horizontal:
			out[i] = a.line[3-y]
		case mode4DownLeft:
			out[i] = a.threes[6+x+y]
		case mode4DownRight:
			out[i] = a.threes[4+x-y]
		case mode4VerticalRight:
			out[i] = a.verticalRight(x, y)
		case mode4HorizontalDown:
			out[i] = a.horizontalDown(x, y)
		case mode4VerticalLeft:
			out[i] = a.verticalLeft(x, y)
		case mode4HorizontalUp:
			out[i] = a.horizontalUp(x, y)
		}
	}
}

func (a *around4) mean() uint8 {
	sum, count := 0, 0
	if a.top {
		sum += int(a.line[5]) + int(a.line[6]) + int(a.line[7]) + int(a.line[8])
		count += 4
	}
	if a.left {
		sum += int(a.line[0]) + int(a.line[1]) + int(a.line[2]) + int(a.line[3])
		count += 4
	}
	if count == 0 {
		return 128
	}
	return uint8((sum + count/2) / count)
}

func (a *around4) verticalRight(x, y int) uint8 {
	switch {
	case 2*x-y < -1:
		return a.threes[5-y]
	case y%2 == 0:
		return a.twos[4+x-y/2]
	}
	return a.threes[4+x-y/2]
}

func (a *around4) horizontalDown(x, y int) uint8 {
	switch {
	case 2*y-x < -1:
		return a.threes[3+x]
	case x%2 == 0:
		return a.twos[3-y+x/2]
	}
	return a.threes[4-y+x/2]
}

func (a *around4) verticalLeft(x, y int) uint8 {
	if y%2 == 0 {
		return a.twos[5+x+y/2]
	}
	return a.threes[6+x+y/2]
}

func (a *around4) horizontalUp(x, y int) uint8 {
	switch z := x + 2*y; {
	case z > 5:
		return a.line[0]
	case z%2 == 0:
		return a.twos[2-y-x/2]
	}
	return a.threes[2-y-x/2]
}
