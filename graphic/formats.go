package graphic

import (
	"fmt"
	"image"
	"math"
	"slices"
	"sync"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// feed and column are the type of a card that fills a phone's width and of
// one that stands in a column of posts.
var (
	feed = sizes{
		slug: 30, bodyMin: 34, bodyMax: 46, subMin: 38, subMax: 54, labelMin: 32, labelMax: 38,
		headMin: 60, head: 90, headMax: 320, side: 72, top: 64, bottom: 58,
	}
	column16 = sizes{
		slug: 60, bodyMin: 60, bodyMax: 70, subMin: 60, subMax: 76, labelMin: 60, labelMax: 66,
		headMin: 76, head: 112, headMax: 240, side: 80, top: 60, bottom: 60,
	}
	bill = sizes{ // a quarter of it at 300
		slug: 38, bodyMin: 40, bodyMax: 60, subMin: 52, subMax: 76, labelMin: 42, labelMax: 56,
		headMin: 80, head: 132, headMax: 280, side: 60, top: 60, bottom: 60,
	}
	sheet = sizes{ // letter paper at 150 px to the inch
		slug: 22, bodyMin: 30, bodyMax: 38, subMin: 34, subMax: 52, labelMin: 24, labelMax: 32,
		headMin: 60, head: 104, headMax: 260, side: 75, top: 75, bottom: 63,
	}
)

// Formats lists the screen formats, portrait first; the first five are those
// that a campaign can hardly do without. Canvases, margins and floors are
// those of the platforms and of the width at which they show a picture
// (checked 2026-11-23).
func Formats() []Format { return slices.Clone(screens()) }

var screens = sync.OnceValue(func() []Format {
	square := feed
	square.bodyMin, square.bodyMax = 32, 40
	story := feed
	story.top, story.bottom, story.bodyMax = 278, 525, 50 // above the link that a reader may put on it
	cover := story
	cover.side, cover.bottom, cover.head = 80, 692, 84
	return []Format{
		screen("portrait", 1080, 1350, 30, feed), // feeds of Instagram, Facebook, Threads
		screen("square", 1080, 1080, 30, square),
		deep(screen("story", 1080, 1920, 30, story), image.Rect(65, 270, 1015, 1536)),
		screen("wide", 1600, 900, 59, column16), // Mastodon, Bluesky, X
		preview(screen("og", 1200, 630, 44, sizes{
			slug: 44, bodyMin: 44, bodyMax: 48, subMin: 44, subMax: 56, labelMin: 44, labelMax: 48,
			headMin: 54, head: 78, headMax: 170, side: 48, top: 50, bottom: 50,
		})),
		screen("tall", 1080, 1440, 30, feed),                                          // the grid of Instagram
		deep(screen("cover", 1080, 1920, 30, cover), image.Rect(65, 270, 1015, 1248)), // of reels and short videos
		screen("pin", 1000, 1500, 28, feed.scaled(1000.0/1080, 28.0/30)),              // Pinterest
		screen("post", 1200, 675, 44, column16.scaled(0.75, 44.0/59)),                 // X
		preview(screen("thumb", 1280, 720, 47, column16.scaled(0.8, 47.0/59))),        // YouTube
		preview(screen("email", 1200, 600, 34, column16.scaled(2.0/3, 34.0/59))),      // head of a newsletter
		screen("slide", 1920, 1080, 48, column16.scaled(1.2, 48.0/59)),                // projected
	}
})

// PrintFormats lists the sheets of paper, which are meant for PDF: flyers,
// posters, a placard to hold up, and what is cut out of a sheet by
// [NewSheet]. Their floors are 9 pt in the hand, 18 pt on a wall and
// 36 pt across a street; a code's modules are at least 1 mm in the hand and
// 2.6 mm on a wall, so that it can be scanned from ten times its size.
func PrintFormats() []Format { return slices.Clone(papers()) }

var papers = sync.OnceValue(func() []Format {
	wall := sheet.scaled(1650.0/1275, 2)
	return []Format{
		paper("letter", 8.5, 11, 150, 9, 1.18, sheet),
		paper("a4", 210/25.4, 297/25.4, 150, 9, 1.18, sheet.scaled(1240.0/1275, 1)),
		paper("tabloid", 11, 17, 150, 18, 2.6, wall),
		paper("a3", 297/25.4, 420/25.4, 150, 18, 2.6, wall),
		paper("placard", 18, 24, 100, 36, 2.6, sheet.scaled(1800.0/1275, 2.66)),
		paper("handbill", 4.25, 5.5, 300, 9, 1, bill),
		paper("a6", 105/25.4, 148/25.4, 300, 9, 1, bill),
		paper("postcard", 6, 4, 300, 7.5, 1, bill),
		paper("sticker", 3.5, 2, 300, 7, 1, column16.scaled(0.6, 0.5)),
	}
})

// CutFormats lists what is cut out of a sheet and holds one [Label] or
// [Sticker]: no other card fits them.
func CutFormats() []Format { return slices.Clone(cuts()) }

var cuts = sync.OnceValue(func() []Format {
	return []Format{
		paper("label", 3, 4, 300, 9, 1, bill.scaled(0.7, 1)),
		paper("label-small", 2, 1, 300, 7, 1, bill.scaled(0.3, 0.77)),
		paper("sticker-round", 2.37, 2.37, 300, 7, 1, bill.scaled(0.55, 0.77)),
		paper("sticker-square", 2.37, 2.37, 300, 8, 1, bill.scaled(0.55, 0.9)),
		paper("sticker-wide", 3.73, 1.57, 300, 8, 1, bill.scaled(0.6, 0.9)),
		paper("sticker-long", 7.75, 1.1, 300, 8, 1, bill.scaled(0.6, 0.9)),
	}
})

// LookupFormat finds one of [Formats], [PrintFormats], [CutFormats] or
// [ReelFormats].
func LookupFormat(name string) (Format, bool) {
	for _, fs := range [][]Format{screens(), papers(), cuts(), ReelFormats()} {
		for _, f := range fs {
			if f.Name == name {
				return f, true
			}
		}
	}
	return Format{}, false
}

func screen(name string, w, h int, floor float64, s sizes) Format {
	f := Format{Name: name, W: w, H: h, Floor: floor, sizes: s, module: 8, compact: 6}
	f.Safe = image.Rect(int(s.side), int(s.top)-max(8, int(0.3*s.slug)), w-int(s.side), h-int(s.bottom)+max(14, int(0.5*s.slug)))
	return f
}

func deep(f Format, safe image.Rectangle) Format {
	f.deep, f.Safe = true, safe
	return f
}

func preview(f Format) Format {
	f.preview = true
	return f
}

// paper takes inches, px to the inch, pt of the smallest text and mm of a
// code's module.
func paper(name string, w, h, dpi, floor, module float64, s sizes) Format {
	f := screen(name, parts.Round(w*dpi), parts.Round(h*dpi), floor*dpi/72, s)
	f.DPI = dpi
	f.module = int(math.Ceil(module * dpi / 25.4))
	f.compact = f.module
	if module <= 1.2 {
		f.compact = int(math.Ceil(dpi / 25.4)) // the least that is read off paper in the hand
	}
	return f
}

// readable is the size of the smallest text that is read without effort on a
// screen, in points as displayed; a canvas is shown between leastDisplayed, a
// watch, and mostDisplayed, a wall of screens.
const (
	readable                      = 11
	leastDisplayed, mostDisplayed = 100, 4000
)

// CustomFormat is a canvas of any size that is shown displayed points wide: a
// phone shows a picture about 390 pt wide, a column of posts about 300.
func CustomFormat(w, h int, displayed float64) (Format, error) {
	if err := checkCanvas(w, h, mostAcross); err != nil {
		return Format{}, err
	}
	if !(displayed >= leastDisplayed && displayed <= mostDisplayed) {
		return Format{}, refuse("format-displayed", "Format", fault.Values{"width": displayed})
	}
	floor := math.Ceil(readable * float64(w) / displayed)
	name := fmt.Sprintf("%dx%d", w, h)
	if figures.Landscape(w, h) {
		return screen(name, w, h, floor, column16.scaled(min(float64(w)/1600, float64(h)/900), floor/59)), nil
	}
	return screen(name, w, h, floor, feed.scaled(min(float64(w)/1080, float64(h)/1080), floor/30)), nil
}
