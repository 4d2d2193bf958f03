package mp4

func (f *File) videoTrack(b *boxes, chunks []chunk, at []uint32) {
	f.track(b, track{
		number: videoTrack, handler: "vide", name: "Video", width: f.Width, height: f.Height,
		scale: f.scale(), length: f.length(),
		header: func() { b.full("vmhd", 1, func() { b.zeros(8) }) },
		samples: func() {
			b.full("stsd", 0, func() { b.u32(1); f.videoEntry(b) })
			b.full("stts", 0, func() { b.u32(1, uint32(len(f.sizes)), picture) })
			b.full("stss", 0, func() { b.list(f.keys) })
			b.full("stsc", 0, func() { samplesOfChunks(b, runs(chunks, func(c chunk) run { return c.video })) })
			b.full("stsz", 0, func() { b.u32(0); b.list(f.sizes) })
			b.full("stco", 0, func() { b.u32(uint32(len(at))); b.u32(at...) })
		},
	})
}

// screen is 72 dots an inch, which every writer puts in (12.1.3.2).
const screen = 72

// videoEntry is the sample description (ISO/IEC 14496-15, 5.4.2).
func (f *File) videoEntry(b *boxes) {
	b.box("avc1", func() {
		b.zeros(6)
		b.u16(1) // data reference
		b.zeros(16)
		b.u16(uint16(f.Width), uint16(f.Height))
		b.u32(fixed(screen), fixed(screen), 0)
		b.u16(1) // pictures in a sample
		b.zeros(32)
		b.u16(24, 0xffff) // depth, no colour table
		b.box("avcC", func() { f.decoderConfig(b) })
		b.box("colr", func() { colour(b) })
		b.box("pasp", func() { b.u32(1, 1) })
	})
}

// decoderConfig is AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1):
// lengths of four bytes, a parameter set of each kind.
func (f *File) decoderConfig(b *boxes) {
	b.u8(1)
	b.bytes(f.SPS[1:4]) // profile, constraints, level
	b.u8(0b111111_11, 0b111_00001)
	b.u16(uint16(len(f.SPS)))
	b.bytes(f.SPS)
	b.u8(1)
	b.u16(uint16(len(f.PPS)))
	b.bytes(f.PPS)
}

// colour is BT.709 in the limited range, as the pictures themselves say
// (12.1.5). Without its last byte browsers refuse the whole file.
func colour(b *boxes) {
	b.text("nclx")
	b.u16(1, 1, 1)
	b.u8(0)
}
