package parts

import (
	"image"
	"image/color"
	"math"
	"sync"

	xdraw "golang.org/x/image/draw"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// Photograph is a picture and the point that must stay in it.
type Photograph struct {
	Pix     *image.RGBA
	Alt     string
	X, Y    float64 // from 0 to 1
	R       float64 // of the circle around it, of the shorter side
	Duotone bool
	Cell    float64 // of the dots where a theme has one ink, px
}

// Photo draws a photograph. It may pass its box: out above it, below it, side
// before and after after it.
type Photo struct {
	Photograph
	Field                   string
	W                       float64
	Least, Most             float64
	Out, Below, Side, After float64

	h float64
}

func (f *Photo) Span() (float64, float64) { return f.Least, f.Most }

func (f *Photo) Set(h float64) float64 {
	f.h = math.Floor(min(h, f.Most))
	return f.h
}

func (f *Photo) Draw(p *Pen, x, y float64) {
	after := f.After
	if after == 0 {
		after = f.Side
	}
	box := pixels(x-f.Side, y-f.Out, f.W+f.Side+after, f.h+f.Out+f.Below)
	if p.Right {
		box.Min.X, box.Max.X = p.Scene.W-box.Max.X, p.Scene.W-box.Min.X
	}
	p.picture(f.Field, f.Alt, f.crop(box, box, p.Scheme))
}

// crop scales the photograph so that it fills the box with as much of it as
// possible while what must be seen stands in the window.
func (f *Photograph) crop(box, window image.Rectangle, s *theme.Scheme) *image.RGBA {
	dst := scaled(f.Pix, f.cut(box, window), box)
	switch _, _, _, coloured := inks(s); {
	case !coloured:
		halftone(dst, s, f.Cell)
	case f.Duotone:
		duotone(dst, s)
	}
	return dst
}

// Where in its window the point stands that must be seen, and how much closer the
// picture may come for that.
const (
	focusAcross = 0.5
	focusDown   = 0.42
	mostCloser  = 2.6
	closerStep  = 0.08
)

// cut is the part of the photograph that fills the box: as much of it as shows
// the whole circle around its point within the window, or comes nearest to that.
func (f *Photograph) cut(box, window image.Rectangle) image.Rectangle {
	best, least := image.Rectangle{}, math.Inf(1)
	for closer := 1.0; closer <= mostCloser; closer += closerStep {
		part, out := f.cutAt(box, window, closer)
		if out < least-0.5 {
			best, least = part, out
		}
		if out <= 0 {
			break
		}
	}
	return best
}

// cutAt is the part that is shown so much closer, and how far the circle then
// leaves the window, px.
func (f *Photograph) cutAt(box, window image.Rectangle, closer float64) (part image.Rectangle, out float64) {
	src := f.Pix.Rect
	scale := closer * max(float64(box.Dx())/float64(src.Dx()), float64(box.Dy())/float64(src.Dy()))
	w, h := min(src.Dx(), max(1, Round(float64(box.Dx())/scale))), min(src.Dy(), max(1, Round(float64(box.Dy())/scale)))
	px, py := f.X*float64(src.Dx()), f.Y*float64(src.Dy())
	tx := float64(window.Min.X-box.Min.X) + focusAcross*float64(window.Dx())
	ty := float64(window.Min.Y-box.Min.Y) + focusDown*float64(window.Dy())
	x0, y0 := clamp(Round(px-tx/scale), src.Dx()-w), clamp(Round(py-ty/scale), src.Dy()-h)
	r := f.R * float64(min(src.Dx(), src.Dy())) * scale
	x, y := float64(box.Min.X)+(px-float64(x0))*scale, float64(box.Min.Y)+(py-float64(y0))*scale
	for _, d := range []float64{float64(window.Min.X) - x + r, x + r - float64(window.Max.X), float64(window.Min.Y) - y + r, y + r - float64(window.Max.Y)} {
		out = max(out, d)
	}
	return image.Rect(x0, y0, x0+w, y0+h), out
}

// lastScaled is what scaled made last. Whoever types words over a photograph
// has the same cut of it drawn with every letter, and the cut is most of the work.
var lastScaled struct {
	sync.Mutex
	from     *image.RGBA // never changed
	cut, box image.Rectangle
	pix      []byte
}

// scaled is a part of a picture, as large as a box.
func scaled(from *image.RGBA, cut, box image.Rectangle) *image.RGBA {
	dst, last := image.NewRGBA(box), &lastScaled
	last.Lock()
	same := last.from == from && last.cut == cut && last.box == box
	if same {
		copy(dst.Pix, last.pix)
	}
	last.Unlock()
	if same {
		return dst
	}
	xdraw.CatmullRom.Scale(dst, box, from, cut, xdraw.Src, nil)
	last.Lock()
	defer last.Unlock()
	last.from, last.cut, last.box, last.pix = from, cut, box, append(last.pix[:0], dst.Pix...)
	return dst
}

func clamp(v, most int) int { return max(0, min(v, most)) }

// blend is a with share b of b over it.
func blend(a, b color.RGBA, share float64) color.RGBA {
	mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + share*(float64(y)-float64(x)))) }
	return color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

// leastTint is dense enough to show that the tint is meant.
const leastTint = 0.55

// tint lays the scheme's ground over r, as thin as every text of the scheme
// allows on every pixel of it. Few tones leave room in a palette for the edges
// of the text on each of them.
func tint(m *image.RGBA, r image.Rectangle, s *theme.Scheme, few bool) {
	r = r.Intersect(m.Rect)
	ends := (&scene.Picture{RGBA: m}).Extremes(r)
	share := leastTint
	for ; share < 1 && !readable(ends, s, share); share += 0.02 {
	}
	share = min(share, 1)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			c := blend(m.RGBAAt(x, y), s.Ground.RGBA, share)
			if few {
				c.R, c.G, c.B = c.R&^3, c.G&^3, c.B&^3
			}
			m.SetRGBA(x, y, c)
		}
	}
}

// readable holds the texts to a little more than they need, since a blend of
// colours between the ends may be a little lighter or darker than both.
func readable(ends []color.RGBA, s *theme.Scheme, share float64) bool {
	for _, under := range ends {
		for _, ink := range []theme.RGBA{s.Text, s.Accent, s.Mute, s.Strong, s.Figure} {
			if colour.Ratio(blend(under, s.Ground.RGBA, share), ink.RGBA) < 4.9 {
				return false
			}
		}
	}
	return true
}
