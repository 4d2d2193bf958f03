package graphic

import (
	"image"
	"math"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Format is a canvas: its size in pixels, what of it is safe to use and how
// small a text may be. The zero Format means the first of [Formats].
//
// Type sizes are those of look and reading: Floor is 11 pt as displayed,
// which a phone makes of 30 px on a canvas 1080 wide and of 59 px on one
// 1600 wide that stands in a narrow column.
//
// Cards are laid out by the margins that the format was made with; Safe tells
// others, such as package inspect, where these lie, and changing it moves
// nothing.
// A Format is safe for concurrent use as long as nobody changes it.
type Format struct {
	Name  string
	W, H  int
	Safe  image.Rectangle // text, codes and marks stay inside; grounds need not
	Floor float64         // smallest text, px
	DPI   float64         // px to the inch of paper; 0 on a screen

	sizes   sizes
	module  int  // px of a QR module where there is room, and
	compact int  // where there is little
	preview bool // is shown as a link, and so needs no code
	deep    bool // has wide unsafe edges, which grounds fill

	captions image.Rectangle // of a reel: the band below the card
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

// How many times the size of text is its least size can be, so that it has a
// choice; a headline is larger than the slug.
const (
	bodyChoice = 1.1
	subChoice  = 1.2
	headOver   = 1.3
)

// ample sizes are for a card that would else leave room empty.
func (s sizes) ample() sizes {
	s.bodyMax *= 1.15
	s.subMax *= 1.25
	s.labelMax *= 1.1
	s.head *= 1.3
	s.headMax *= 1.7
	return s
}

// How many times as wide as high a canvas may be, and as high as wide: on paper a
// sticker for a bumper is wider than any screen.
const (
	mostAcross  = 3
	mostOnPaper = 8
)

// checkCanvas refuses sides that no card looks well on, or that no memory holds.
func checkCanvas(w, h, across int) error {
	if w < 300 || h < 300 || w > 8000 || h > 8000 || w > across*h || h > mostAcross*w {
		return refuse("format-canvas", "Format", fault.Values{"width": w, "height": h, "across": across})
	}
	return nil
}

// check holds what a caller may have changed to what can be drawn.
func (f *Format) check() error {
	across := mostAcross
	if f.DPI > 0 {
		across = mostOnPaper
	}
	if err := checkCanvas(f.W, f.H, across); err != nil {
		return err
	}
	if !(f.Floor >= 1 && f.Floor <= 1000) {
		return refuse("format-floor", "Format.Floor", fault.Values{"floor": f.Floor})
	}
	if least := f.smallest(); f.Floor > least+1e-6 {
		return refuse("format-size", "Format.Floor", fault.Values{"floor": f.Floor, "size": least})
	}
	if f.DPI != 0 && !(f.DPI >= 36 && f.DPI <= 1200) {
		return refuse("format-dpi", "Format.DPI", fault.Values{"dpi": f.DPI})
	}
	return nil
}

// smallest is the size of the smallest text that the format sets, px; a format
// without sizes sets none.
func (f *Format) smallest() float64 {
	if f.sizes == (sizes{}) {
		return math.Inf(1)
	}
	s := f.sizes
	return min(s.slug, s.bodyMin, s.subMin, s.labelMin, s.headMin)
}

// scaled multiplies display type and margins by canvas and reading sizes by
// floor.
func (s sizes) scaled(canvas, floor float64) sizes {
	return sizes{
		slug:    s.slug * floor,
		bodyMin: s.bodyMin * floor, bodyMax: max(s.bodyMax*canvas, s.bodyMin*floor*bodyChoice),
		subMin: s.subMin * floor, subMax: max(s.subMax*canvas, s.subMin*floor*subChoice),
		labelMin: s.labelMin * floor, labelMax: max(s.labelMax*canvas, s.labelMin*floor*bodyChoice),
		headMin: max(s.headMin*canvas, s.slug*floor*headOver), head: s.head * canvas, headMax: s.headMax * canvas,
		side: s.side * canvas, top: s.top * canvas, bottom: s.bottom * canvas,
	}
}

// Landscape reports whether the format is read in columns, as
// [figure.Landscape] tells it.
func (f Format) Landscape() bool { return figures.Landscape(f.W, f.H) }

// low formats have no room for a tall block and may leave it out.
func (f *Format) low() bool { return 20*f.W > 19*f.H }

// level of a code: paper that hangs is torn and gets wet. On a bill, and where
// there is little room, a code of fewer modules leaves more of it to the words.
func (f *Format) level(compact bool) Level {
	if hangs := float64(min(f.W, f.H)) > 6*f.DPI; f.DPI > 0 && hangs && !compact {
		return Quartile
	}
	return Medium
}

// The type of a landscape format is large where its floor is more than largeType of
// the short side; its unit is then largeUnit times as large.
const (
	largeType = 0.06
	largeUnit = 1.12
)

// unit of the look: a hundred-and-eighth of the short side, a little more
// where the type is large for its canvas.
func (f *Format) unit() float64 {
	short := float64(min(f.W, f.H))
	if f.Landscape() && f.Floor > largeType*short {
		return largeUnit * short / 108
	}
	return short / 108
}

// WordBudget is how many words a picture in the format may say, labels of charts,
// citation and tag apart, so that it is read in passing; 0 is no limit.
func (f Format) WordBudget() int {
	switch {
	case f.Name == "placard":
		return 5
	case f.Name == "sticker":
		return 18
	case f.DPI > 0:
		return 0
	case f.preview:
		return 18
	case f.deep, f.Landscape():
		return 25
	case f.W == f.H:
		return 30
	}
	return 35
}
