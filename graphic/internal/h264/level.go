package h264

// A level is a row of Table A-1: what a decoder of that level can do.
type level struct {
	idc  uint32 // ten times the level's number
	rate int    // MaxMBPS, macroblocks a second
	size int    // MaxFS, macroblocks in a picture
	cut  int    // MinCR, how many times smaller than raw a picture is at least
}

// levels begin with 4.0, which every phone of the last ten years decodes, so
// that smaller pictures need no level of their own.
var levels = []level{
	{40, 245_760, 8_192, 4},
	{41, 245_760, 8_192, 2},
	{42, 522_240, 8_704, 2},
	{50, 589_824, 22_080, 2},
	{51, 983_040, 36_864, 2},
	{52, 2_073_600, 36_864, 2},
}

// levelFor is the first level for pictures of w by h macroblocks. Sides up to
// 2160 stay below the limit of √(8·MaxFS) macroblocks at every level here.
func levelFor(w, h, rate int) (level, bool) {
	for _, l := range levels {
		if w*h <= l.size && w*h*rate <= l.rate {
			return l, true
		}
	}
	return level{}, false
}

// pictureBytes is the most that a picture of n macroblocks may take (clause
// A.3.1, items i and j): 384 raw bytes for each macroblock, or for as many as
// a decoder does in 1/172 of a second, divided by MinCR.
func (l level) pictureBytes(n int) int { return 384 * max(n, l.rate/172) / l.cut }
