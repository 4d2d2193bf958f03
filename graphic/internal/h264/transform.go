package h264

// A block is 4×4 values, row by row; as levels it is in zig-zag order.
type block [16]int32

// zigzag is the place of each scan index (Table 8-2, frame).
var zigzag = [16]uint8{0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15}

// forward is the core transform whose inverse is in clause 8.5.12.2; the
// lengths of its basis vectors are left to the quantiser.
func (b *block) forward() {
	for i := 0; i < 16; i += 4 {
		b[i], b[i+1], b[i+2], b[i+3] = forward4(b[i], b[i+1], b[i+2], b[i+3])
	}
	for i := range 4 {
		b[i], b[i+4], b[i+8], b[i+12] = forward4(b[i], b[i+4], b[i+8], b[i+12])
	}
}

func forward4(a, b, c, d int32) (int32, int32, int32, int32) {
	s, t, u, v := a+d, b+c, b-c, a-d
	return s + t, 2*v + u, s - t, v - 2*u
}

// inverse is clause 8.5.12.2, rounded as in (8-354).
func (b *block) inverse() {
	for i := 0; i < 16; i += 4 {
		b[i], b[i+1], b[i+2], b[i+3] = inverse4(b[i], b[i+1], b[i+2], b[i+3])
	}
	for i := range 4 {
		b[i], b[i+4], b[i+8], b[i+12] = inverse4(b[i], b[i+4], b[i+8], b[i+12])
	}
	for i := range b {
		b[i] = (b[i] + 32) >> 6
	}
}

func inverse4(a, b, c, d int32) (int32, int32, int32, int32) {
	s, t, u, v := a+c, a-c, b>>1-d, b+d>>1
	return s + v, t + u, t - u, s - v
}

// hadamard is the transform of the sixteen DC values of luma (8-328); it is
// its own inverse but for a factor of 16.
func (b *block) hadamard() {
	for i := 0; i < 16; i += 4 {
		b[i], b[i+1], b[i+2], b[i+3] = hadamard4(b[i], b[i+1], b[i+2], b[i+3])
	}
	for i := range 4 {
		b[i], b[i+4], b[i+8], b[i+12] = hadamard4(b[i], b[i+4], b[i+8], b[i+12])
	}
}

func hadamard4(a, b, c, d int32) (int32, int32, int32, int32) {
	s, t, u, v := a+b, a-b, c+d, c-d
	return s + u, s - u, t - v, t + v
}

// hadamard2 is the transform of the four DC values of a chroma plane (8-330),
// its own inverse but for a factor of 4.
func hadamard2(d [4]int32) [4]int32 {
	s, t, u, v := d[0]+d[1], d[0]-d[1], d[2]+d[3], d[2]-d[3]
	return [4]int32{s + u, t + v, s - u, t - v}
}
