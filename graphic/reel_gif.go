package graphic

import (
	"image"
	"image/color"
	"image/gif"
	"io"
	"slices"
)

// gifStep is the shortest time between two pictures of a GIF, in frames:
// browsers slow down what is faster than a fiftieth of a second, and a tenth is
// enough for bars.
const gifStep = reelRate / 10

// animation is a viewer that keeps every few frames what has changed.
type animation struct {
	out     gif.GIF
	now     *image.Paletted
	pending []image.Rectangle // what has changed since the last picture
	whole   bool              // all of it
	since   int               // frames
}

func (a *animation) show(m image.Image, cut bool, dirty []image.Rectangle) error {
	p, ok := m.(*image.Paletted)
	if !ok {
		return refuse("gif-colors", "Scenes", nil)
	}
	a.now = p
	a.pending = append(a.pending, dirty...)
	a.whole = a.whole || cut
	return a.hold()
}

func (a *animation) hold() error {
	if a.since++; a.whole || len(a.pending) > 0 && a.since > gifStep {
		a.keep()
	}
	return nil
}

// keep adds a picture; the one before it has lasted until now.
func (a *animation) keep() {
	a.end(a.since - 1)
	box := image.Rectangle{}
	for _, d := range a.pending {
		box = box.Union(d)
	}
	if a.whole {
		box = a.now.Rect
	}
	box = box.Intersect(a.now.Rect)
	p := image.NewPaletted(box, slices.Clone(a.now.Palette))
	for y := box.Min.Y; y < box.Max.Y; y++ {
		copy(p.Pix[p.PixOffset(box.Min.X, y):][:box.Dx()], a.now.Pix[a.now.PixOffset(box.Min.X, y):])
	}
	a.out.Image = append(a.out.Image, p)
	a.pending, a.whole, a.since = nil, false, 1
}

// end gives the last picture its time, in hundredths of a second.
func (a *animation) end(frames int) {
	if len(a.out.Image) > len(a.out.Delay) {
		a.out.Delay = append(a.out.Delay, (100*frames+reelRate/2)/reelRate)
		a.out.Disposal = append(a.out.Disposal, gif.DisposalNone)
	}
}

func (a *animation) write(w io.Writer) error {
	if len(a.pending) > 0 {
		a.keep()
	}
	a.end(max(a.since, gifStep))
	a.out.LoopCount = -1 // once
	a.out.Config = image.Config{ColorModel: color.Palette(a.now.Palette), Width: a.now.Rect.Dx(), Height: a.now.Rect.Dy()}
	return gif.EncodeAll(w, &a.out)
}
