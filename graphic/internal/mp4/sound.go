package mp4

// The silent track: players and chats take a video without sound for a moving
// picture, which they loop without controls. Stereo at 48 kHz is what every
// platform accepts.
const (
	soundRate    = 48_000
	soundChans   = 2
	soundSamples = 1024 // in a frame of AAC
)

// silence is a frame of AAC-LC without a spectrum (ISO/IEC 14496-3, 4.4.2):
//
//	001 0000 1     a channel pair, its tag 0, with a common window
//	0 00 1 000000  reserved, long window, its shape, max_sfb 0
//	0 00           no prediction, no mid/side
//	10001100 000   global gain 140; no pulses, noise shaping or gain control
//	10001100 000   the same for the second channel
//	111 00         end, and to the byte's end
var silence = []byte{0b0010_0001, 0b0001_0000, 0b0000_0100, 0b0110_0000, 0b1000_1100, 0b0001_1100}

// soundConfig is AudioSpecificConfig: AAC-LC (2), 48 kHz (3), two channels.
var soundConfig = []byte{2<<3 | 3>>1, 3&1<<7 | soundChans<<3}

// soundBits is the rate of the track in bits a second.
var soundBits = uint32(8 * len(silence) * soundRate / soundSamples)

// soundLength is the length of the pictures in samples of sound.
func (f *File) soundLength() int { return (len(f.sizes)*soundRate + f.Rate/2) / f.Rate }

// soundFrames is how many frames cover samples of sound.
func soundFrames(samples int) int { return (samples + soundSamples - 1) / soundSamples }

func repeated(p []byte, n int) []byte {
	out := make([]byte, 0, len(p)*n)
	for range n {
		out = append(out, p...)
	}
	return out
}

func (f *File) soundTrack(b *boxes, chunks []chunk, at []uint32) {
	f.track(b, track{
		number: soundTrack, handler: "soun", name: "Silence", volume: 1 << 8,
		scale: soundRate, length: uint32(f.soundLength()),
		header: func() { b.full("smhd", 0, func() { b.zeros(4) }) },
		samples: func() {
			b.full("stsd", 0, func() { b.u32(1); f.soundEntry(b) })
			b.full("stts", 0, func() { f.soundTimes(b) })
			b.full("stsc", 0, func() { samplesOfChunks(b, runs(chunks, func(c chunk) run { return c.sound })) })
			b.full("stsz", 0, func() { b.u32(uint32(len(silence)), uint32(soundFrames(f.soundLength()))) })
			b.full("stco", 0, func() { b.u32(uint32(len(at))); b.u32(at...) })
		},
	})
}

// soundEntry is the sample description (ISO/IEC 14496-14, 5.6).
func (f *File) soundEntry(b *boxes) {
	b.box("mp4a", func() {
		b.zeros(6)
		b.u16(1) // data reference
		b.zeros(8)
		b.u16(soundChans, 16, 0, 0)
		b.u32(fixed(soundRate))
		b.full("esds", 0, func() { soundDescriptor(b) })
	})
}

// soundDescriptor is ES_Descriptor (ISO/IEC 14496-1, 7.2.6.5): tags, lengths,
// values.
func soundDescriptor(b *boxes) {
	decoder := 13 + 2 + len(soundConfig)
	b.u8(3, uint8(3+2+decoder+3))
	b.u16(soundTrack)
	b.u8(0)
	b.u8(4, uint8(decoder), 0x40, 5<<2|1) // AAC, a sound stream
	b.u8(0, 0, 0)                         // buffer size
	b.u32(soundBits, soundBits)
	b.u8(5, uint8(len(soundConfig)))
	b.bytes(soundConfig)
	b.u8(6, 1, 2) // MP4's sync layer
}

// soundTimes is stts: all frames are as long as each other but the last, which
// ends with the pictures.
func (f *File) soundTimes(b *boxes) {
	frames := soundFrames(f.soundLength())
	last := f.soundLength() - (frames-1)*soundSamples
	if frames == 1 {
		b.u32(1, 1, uint32(last))
		return
	}
	b.u32(2, uint32(frames-1), soundSamples, 1, uint32(last))
}
