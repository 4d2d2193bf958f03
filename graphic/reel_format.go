package graphic

import "image"

// captionMargin is what stands free above and below the words of a reel's
// band of captions, in px.
const captionMargin = 30

// ReelFormats lists the formats of [Reel], upright first: that of reels,
// stories and shorts, then of feeds, square, and wide. Below the card lies a
// band for captions. On the upright one both keep clear of what Instagram,
// TikTok and YouTube lay over a video at the top, on the right and at the foot
// (checked 2026-11-28).
func ReelFormats() []Format {
	upright := feed
	upright.side, upright.top, upright.bottom = 65, 278, 912
	portrait := feed
	portrait.bottom = 300
	square := feed
	square.bodyMin, square.bodyMax, square.bottom = 32, 40, 270
	wide := column16.scaled(1.2, 48.0/59)
	wide.bottom = 260
	return []Format{
		deep(reel("reel", 1080, 1920, 30, upright, image.Rect(65, 1030, 920, 1248)), image.Rect(65, 270, 920, 1248)),
		reel("reel-portrait", 1080, 1350, 30, portrait, image.Rect(72, 1080, 1008, 1290)),
		reel("reel-square", 1080, 1080, 30, square, image.Rect(72, 835, 1008, 1045)),
		reel("reel-wide", 1920, 1080, 48, wide, image.Rect(96, 850, 1824, 1050)),
	}
}

func reel(name string, w, h int, floor float64, s sizes, captions image.Rectangle) Format {
	f := preview(screen(name, w, h, floor, s)) // nobody scans a code off a film
	f.captions = captions
	return f
}

// cardFormat is the part of a reel's canvas that its cards are laid out on:
// they end where the captions do.
func (f Format) cardFormat() Format {
	f.W = min(f.W, f.captions.Max.X+int(f.sizes.side))
	return f
}

// pictureFormat is the part of a reel's canvas above the captions that nothing
// of a platform's lies over, and where it begins.
func (f Format) pictureFormat() (part Format, from int) {
	part = f.cardFormat()
	if f.deep {
		from = f.Safe.Min.Y - leastEdge
	}
	part.H, part.deep = f.captions.Min.Y-from, false
	part.sizes.top -= float64(from)
	part.sizes.bottom -= float64(f.H - f.captions.Min.Y)
	return part, from
}

// photoFormat is the whole canvas, for cards whose picture reaches its edges;
// their words keep as clear of one side as of the other.
func (f Format) photoFormat() Format {
	f.sizes.side = max(f.sizes.side, float64(f.W-f.captions.Max.X))
	return f
}

// ReelGrounds are the names of a theme's grounds that a reel may have: those of
// a single colour.
func ReelGrounds(t Theme) (names []string) {
	content, err := t.content()
	if err != nil {
		return nil
	}
	for _, g := range content.Grounds {
		if g.Head == g.Foot {
			names = append(names, g.Name)
		}
	}
	return names
}
