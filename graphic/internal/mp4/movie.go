package mp4

// Numbers of the tracks.
const (
	videoTrack = 1
	soundTrack = 2
)

// picture is the length of a picture in units of time: a thousandth, so that
// all rates are whole numbers of units a second.
const picture = 1000

func (f *File) scale() uint32  { return uint32(picture * f.Rate) }
func (f *File) length() uint32 { return uint32(picture * len(f.sizes)) }

// movie is moov. Creation and modification times are 0: the same video is the
// same file on every day.
func (f *File) movie(b *boxes, chunks []chunk, offset int) {
	videoAt, soundAt := offsets(chunks, offset)
	b.box("moov", func() {
		b.full("mvhd", 0, func() {
			b.u32(0, 0, f.scale(), f.length(), fixed(1))
			b.u16(1<<8, 0) // volume
			b.zeros(8)
			b.matrix()
			b.zeros(24)
			b.u32(soundTrack + 1) // the next track
		})
		f.videoTrack(b, chunks, videoAt)
		f.soundTrack(b, chunks, soundAt)
		f.metadata(b)
	})
}

// A track is what trak boxes differ in.
type track struct {
	number        uint32
	handler, name string
	volume        uint16
	width, height int
	scale, length uint32
	header        func() // vmhd or smhd
	samples       func() // stbl's content
}

// enabled and in the movie (8.3.2.3).
const trackFlags = 1 | 2

func (f *File) track(b *boxes, t track) {
	b.box("trak", func() {
		b.full("tkhd", trackFlags, func() {
			b.u32(0, 0, t.number, 0, f.length())
			b.zeros(8)
			b.u16(0, 0, t.volume, 0)
			b.matrix()
			b.u32(fixed(t.width), fixed(t.height))
		})
		b.box("mdia", func() {
			b.full("mdhd", 0, func() {
				b.u32(0, 0, t.scale, t.length)
				b.u16(language(f.Language), 0)
			})
			b.handler(t.handler, t.name)
			b.box("minf", func() {
				t.header()
				dataReference(b)
				b.box("stbl", t.samples)
			})
		})
	})
}

func (b *boxes) handler(kind, name string) {
	b.full("hdlr", 0, func() {
		b.u32(0)
		b.text(kind)
		b.zeros(12)
		b.text(name + "\x00")
	})
}

// dataReference says that samples are in this file (8.7.2).
func dataReference(b *boxes) {
	b.box("dinf", func() {
		b.full("dref", 0, func() {
			b.u32(1)
			b.full("url ", 1, func() {})
		})
	})
}

// language is three letters in five bits each (8.4.2.3).
func language(s string) uint16 {
	out := uint16(0)
	for _, r := range s {
		if r < 'a' || r > 'z' {
			return language("und")
		}
		out = out<<5 | uint16(r-0x60)
	}
	if len(s) != 3 {
		return language("und")
	}
	return out
}

func runs(chunks []chunk, of func(chunk) run) (out []run) {
	for _, c := range chunks {
		out = append(out, of(c))
	}
	return out
}

// list is a count and numbers.
func (b *boxes) list(numbers []int) {
	b.u32(uint32(len(numbers)))
	for _, n := range numbers {
		b.u32(uint32(n))
	}
}

// metadata is what the file says of itself, as iTunes began it and players and
// ffprobe read it: udta, meta, ilst.
func (f *File) metadata(b *boxes) {
	if f.Title == "" && f.Description == "" && f.Comment == "" {
		return
	}
	b.box("udta", func() {
		b.full("meta", 0, func() {
			b.full("hdlr", 0, func() {
				b.u32(0)
				b.text("mdirappl")
				b.zeros(9)
			})
			b.box("ilst", func() {
				b.item("\xa9nam", f.Title)
				b.item("desc", f.Description)
				b.item("\xa9cmt", f.Comment)
			})
		})
	})
}

// utf8 is the type of text in a data box.
const utf8 = 1

func (b *boxes) item(kind, value string) {
	if value == "" {
		return
	}
	b.box(kind, func() {
		b.full("data", utf8, func() {
			b.u32(0) // locale
			b.text(value)
		})
	})
}
