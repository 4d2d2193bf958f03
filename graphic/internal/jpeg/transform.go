package jpeg

// The discrete cosine transform after Loeffler, Ligtenberg and Moschytz
// (ICASSP 1989), in the whole numbers of image/jpeg, copyright 2011 The Go
// Authors, whose licence is Go's: every sum and shift is one of its, since the
// files hang on what is lost by them.

// Cosines and sines of sixteenths of π in 60 bits, and what the sixth is scaled by.
const (
	cos1      = 1130768441178740757
	sin1      = 224923827593068887
	cos3      = 958619196450722178
	sin3      = 640528868967736374
	sqrt2     = 1630477228166597777
	sqrt2cos6 = 623956622067911264 // √2 cos 6π/16
	sqrt2sin6 = 1506364539328854985

	full   = 18       // bits behind the point
	column = full     // bits of a constant where values have none
	row    = 14       // bits of a constant where values have full-row
	root   = full - 6 // bits of √2 on the columns
	centre = 128 * side
)

// fixed is a constant with so many bits behind the point.
func fixed(x uint64, bits int) int32 { return int32((x + 1<<(59-bits)) >> (60 - bits)) }

// turn rotates and scales a pair.
func turn(x, y, cos, sin int32) (int32, int32) {
	sum := cos * (x + y)
	return sum + (sin-cos)*y, sum - (cos+sin)*x
}

// transform makes coefficients of values from 0 to 255, eight times as large.
func transform(b *block) {
	for i := range side {
		columns(b, i)
	}
	for i := range side {
		rows((*[side]int32)(b[side*i:]))
	}
}

func columns(b *block, i int) {
	x0, x7 := b[i]+b[56+i], b[i]-b[56+i]
	x1, x6 := b[8+i]+b[48+i], b[8+i]-b[48+i]
	x2, x5 := b[16+i]+b[40+i], b[16+i]-b[40+i]
	x3, x4 := b[24+i]+b[32+i], b[24+i]-b[32+i]

	x4, x7 = turn(x4, x7, fixed(cos3, column), fixed(sin3, column))
	x5, x6 = turn(x5, x6, fixed(cos1, column), fixed(sin1, column))
	x0, x3 = x0+x3, x0-x3
	x1, x2 = x1+x2, x1-x2

	x2, x3 = turn(x2, x3, fixed(sqrt2cos6, column), fixed(sqrt2sin6, column))
	x0, x1 = x0+x1, x0-x1
	x4, x6 = x4+x6, x4-x6
	x7, x5 = x7+x5, x7-x5

	b[i], b[32+i], b[16+i], b[48+i] = (x0-centre)<<full, x1<<full, x2, x3
	b[8+i], b[56+i] = x7+x4, x7-x4
	b[24+i], b[40+i] = (x5>>root)*fixed(sqrt2, root), (x6>>root)*fixed(sqrt2, root)
}

func rows(x *[side]int32) {
	x0, x7 := x[0]+x[7], x[0]-x[7]
	x1, x6 := x[1]+x[6], x[1]-x[6]
	x2, x5 := x[2]+x[5], x[2]-x[5]
	x3, x4 := x[3]+x[4], x[3]-x[4]

	x4, x7 = turn(x4>>row, x7>>row, fixed(cos3, row), fixed(sin3, row))
	x5, x6 = turn(x5>>row, x6>>row, fixed(cos1, row), fixed(sin1, row))
	x0, x3 = x0+x3, x0-x3
	x1, x2 = x1+x2, x1-x2

	x2, x3 = turn(x2>>row, x3>>row, fixed(sqrt2cos6, row), fixed(sqrt2sin6, row))
	x0, x1 = x0+x1, x0-x1
	x4, x6 = x4+x6, x4-x6
	x7, x5 = x7+x5, x7-x5

	x5, x6 = (x5>>row)*fixed(sqrt2, row), (x6>>row)*fixed(sqrt2, row)
	*x = [side]int32{x0, x7 + x4, x2, x5, x1, x6, x3, x7 - x4}
	for i := range x {
		x[i] = (x[i] + 1<<(full-1)) >> full
	}
}
