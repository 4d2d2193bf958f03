package mp4

import "encoding/binary"

// boxes is a sequence of boxes as it grows (ISO/IEC 14496-12, 4.2).
type boxes struct{ out []byte }

// box appends a box whose body a function appends.
func (b *boxes) box(kind string, body func()) {
	at := len(b.out)
	b.u32(0)
	b.text(kind)
	body()
	b.setU32(at, uint32(len(b.out)-at))
}

func (b *boxes) setU32(at int, v uint32) { binary.BigEndian.PutUint32(b.out[at:], v) }

// full appends a box of version 0 with flags.
func (b *boxes) full(kind string, flags uint32, body func()) {
	b.box(kind, func() {
		b.u32(flags)
		body()
	})
}

func (b *boxes) u8(values ...uint8) { b.out = append(b.out, values...) }

func (b *boxes) u16(values ...uint16) {
	for _, v := range values {
		b.out = binary.BigEndian.AppendUint16(b.out, v)
	}
}

func (b *boxes) u32(values ...uint32) {
	for _, v := range values {
		b.out = binary.BigEndian.AppendUint32(b.out, v)
	}
}

func (b *boxes) text(s string)  { b.out = append(b.out, s...) }
func (b *boxes) bytes(p []byte) { b.out = append(b.out, p...) }

// zeros appends n bytes that are reserved or not used.
func (b *boxes) zeros(n int) { b.out = append(b.out, make([]byte, n)...) }

// fixed is a 16.16 number.
func fixed(n int) uint32 { return uint32(n) << 16 }

// matrix is the identity (6.2.2).
func (b *boxes) matrix() {
	b.u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
}
