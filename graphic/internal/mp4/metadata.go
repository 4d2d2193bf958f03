package mp4

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
