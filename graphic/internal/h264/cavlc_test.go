package h264

import (
	"slices"
	"testing"
)

// TestCodesAreComplete holds the tables against the theory of prefix codes: no
// code begins another, and at most the all-zero words are left over.
func TestCodesAreComplete(t *testing.T) {
	check := func(name string, codes []code, spare int) {
		t.Helper()
		const longest = 16
		used := 0
		for i, a := range codes {
			used += 1 << (longest - int(a.n))
			for k, b := range codes {
				if i != k && a.n <= b.n && b.word>>(b.n-a.n) == a.word {
					t.Errorf("%s: code %d begins code %d", name, i, k)
				}
			}
		}
		if left := 1<<longest - used; left < 0 || left > spare {
			t.Errorf("%s: %d of 65536 words are without meaning, want at most %d", name, left, spare)
		}
	}
	for column := range 5 {
		var codes []code
		for total := range 17 {
			for ones := range 4 {
				if c := coeffToken[total][ones][column]; c.n > 0 {
					codes = append(codes, c)
				}
			}
		}
		if want := []int{62, 62, 62, 62, 14}[column]; len(codes) != want {
			t.Errorf("Table 9-5, column %d has %d codes, want %d", column, len(codes), want)
		}
		check("Table 9-5", codes, []int{65536 >> 12, 65536 >> 12, 65536 >> 9, 65536 >> 4, 65536 >> 6}[column])
	}
	checkColumns := func(name string, table [][]code, most func(i int) int) {
		for i, codes := range table {
			codes = slices.DeleteFunc(slices.Clone(codes), func(c code) bool { return c.n == 0 })
			if len(codes) != most(i) {
				t.Errorf("%s, column %d has %d codes, want %d", name, i, len(codes), most(i))
			}
			check(name, codes, 65536>>6)
		}
	}
	checkColumns("Tables 9-7 and 9-8", totalZeros, func(i int) int { return 16 - i })
	checkColumns("Table 9-9", chromaDCZeros, func(i int) int { return 4 - i })
	checkColumns("Table 9-10", runBefore, func(i int) int { return []int{2, 3, 4, 5, 6, 7, 15}[i] })
}

// TestLevelsRoundTrip writes levels and reads their bits back by the rules of
// clause 9.2.2.1.
func TestLevelsRoundTrip(t *testing.T) {
	for suffix := uint(0); suffix <= 6; suffix++ {
		for _, want := range []uint32{0, 1, 13, 14, 15, 29, 30, 31, 500, 958, 959, 960, 3000} {
			var w writer
			w.level(want, suffix)
			n := w.len()
			w.align()
			if got := readLevel(w.out, n, suffix); got != want {
				t.Errorf("suffixLength %d: %d is read as %d", suffix, want, got)
			}
		}
	}
}

func readLevel(in []byte, n int, suffix uint) uint32 {
	at := 0
	bit := func() (b uint32) {
		b = uint32(in[at/8]>>(7-at%8)) & 1
		at++
		return b
	}
	prefix := uint32(0)
	for bit() == 0 {
		prefix++
	}
	size := suffix
	switch {
	case prefix == 14 && suffix == 0:
		size = 4
	case prefix == 15:
		size = 12
	}
	value := min(15, prefix) << suffix
	tail := uint32(0)
	for range size {
		tail = tail<<1 | bit()
	}
	value += tail
	if prefix == 15 && suffix == 0 {
		value += 15
	}
	if at != n {
		return ^uint32(0)
	}
	return value
}
