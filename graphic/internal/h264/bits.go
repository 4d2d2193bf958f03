package h264

import "math/bits"

// A writer collects the bits of one raw byte sequence payload (clause 7.2).
// Copies of a writer mark a place to return to: see back.
type writer struct {
	out  []byte
	acc  uint64 // the last bits, not yet in out
	held uint   // how many of them: under 8
}

func (w *writer) reset() { *w = writer{out: w.out[:0]} }

// len is the number of bits written.
func (w *writer) len() int { return 8*len(w.out) + int(w.held) }

// back takes back what was written since mark was copied.
func (w *writer) back(mark writer) {
	w.out, w.acc, w.held = w.out[:len(mark.out)], mark.acc, mark.held
}

// u writes the n lowest bits of v, n ≤ 32: the descriptor u(n).
func (w *writer) u(n uint, v uint32) {
	w.acc = w.acc<<n | uint64(v)&(1<<n-1)
	w.held += n
	for w.held >= 8 {
		w.held -= 8
		w.out = append(w.out, byte(w.acc>>w.held))
	}
}

func (w *writer) flag(v bool) {
	if v {
		w.u(1, 1)
	} else {
		w.u(1, 0)
	}
}

func (w *writer) code(c code) { w.u(uint(c.n), uint32(c.word)) }

// ue writes an unsigned Exp-Golomb code (clause 9.1).
func (w *writer) ue(v int) {
	n := uint(bits.Len32(uint32(v+1))) - 1
	w.u(n, 0)
	w.u(n+1, uint32(v+1))
}

// se writes a signed Exp-Golomb code (clause 9.1.1).
func (w *writer) se(v int) {
	if v > 0 {
		w.ue(2*v - 1)
	} else {
		w.ue(-2 * v)
	}
}

// align writes zeros to the next byte.
func (w *writer) align() {
	if w.held > 0 {
		w.u(8-w.held, 0)
	}
}

// trailing ends the payload: rbsp_trailing_bits (clause 7.3.2.11).
func (w *writer) trailing() {
	w.u(1, 1)
	w.align()
}

// Heads of the units written: nal_ref_idc 3 or 2, then nal_unit_type (Table
// 7-1).
const (
	headSlice = 2<<5 | 1
	headIDR   = 3<<5 | 5
	headSPS   = 3<<5 | 7
	headPPS   = 3<<5 | 8
)

// appendNAL appends a unit to out: its head and the payload, with a byte of 3
// wherever two zeros would otherwise begin a start code (clause 7.4.1).
func appendNAL(out []byte, head byte, payload []byte) []byte {
	out = append(out, head)
	zeros := 0
	for _, b := range payload {
		if zeros == 2 && b <= 3 {
			out = append(out, 3)
			zeros = 0
		}
		out = append(out, b)
		if b == 0 {
			zeros++
		} else {
			zeros = 0
		}
	}
	return out
}
