package graphic

import "image"

// Format is a canvas: its size in pixels, what of it is safe to use and how
// small a text may be. The zero Format means the first of [Formats].
//
// Type sizes are those of look and reading: Floor is 11 pt as displayed,
// which a phone makes of 30 px on a canvas 1080 wide and of 59 px on one
// 1600 wide that stands in a narrow column.
type Format struct {
	Name  string
	W, H  int
	Safe  image.Rectangle // text, codes and marks stay inside; grounds need not
	Floor float64         // smallest text, px

	sizes sizes
}

// sizes of the parts of a card, in px.
type sizes struct {
	slug               float64
	bodyMin, bodyMax   float64
	subMin, subMax     float64 // attribution, rows
	labelMin, labelMax float64
	headMin, head      float64 // of a headline that is not the focal part
	headMax            float64 // of one that is
	side, top, bottom  float64 // margins
}

var feed = sizes{
	slug: 30, bodyMin: 32, bodyMax: 44, subMin: 38, subMax: 54, labelMin: 30, labelMax: 36,
	headMin: 60, head: 90, headMax: 210, side: 72, top: 64, bottom: 58,
}

// Formats lists the screen formats, portrait first. The margins and floors
// are those that the platforms' own safe zones leave (checked 2026-11-23).
func Formats() []Format {
	story := feed
	story.top, story.bottom, story.bodyMax = 276, 394, 48
	return []Format{
		format("portrait", 1080, 1350, 30, feed),
		format("square", 1080, 1080, 30, feed),
		format("story", 1080, 1920, 30, story),
		format("wide", 1600, 900, 59, sizes{
			slug: 60, bodyMin: 60, bodyMax: 70, subMin: 60, subMax: 76, labelMin: 60, labelMax: 66,
			headMin: 76, head: 112, headMax: 240, side: 80, top: 60, bottom: 60,
		}),
		format("og", 1200, 630, 44, sizes{
			slug: 44, bodyMin: 44, bodyMax: 48, subMin: 44, subMax: 56, labelMin: 44, labelMax: 48,
			headMin: 54, head: 78, headMax: 170, side: 48, top: 50, bottom: 50,
		}),
	}
}

func format(name string, w, h int, floor float64, s sizes) Format {
	f := Format{Name: name, W: w, H: h, Floor: floor, sizes: s}
	f.Safe = image.Rect(int(s.side), int(s.top)-8, w-int(s.side), h-int(s.bottom)+14)
	if name == "story" {
		f.Safe = image.Rect(65, 270, 1015, 1536)
	}
	return f
}

// FormatByName finds one of [Formats].
func FormatByName(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// landscape formats are read in columns.
func (f *Format) landscape() bool { return 4*f.W > 5*f.H }

// low formats have no room for a tall block and may leave it out.
func (f *Format) low() bool { return 20*f.W > 19*f.H }

// unit of the look: a hundred-and-eighth of the short side, a little more
// where the type is large for its canvas.
func (f *Format) unit() float64 {
	u := float64(min(f.W, f.H)) / 108
	if f.landscape() {
		u *= 1.12
	}
	return u
}
