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
	Duotone bool
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
	p.picture(f.Field, f.Alt, f.crop(box, p.Scheme))
}

// crop scales the photograph so that it fills the box with as much of it as
// possible around its point.
func (f *Photograph) crop(box image.Rectangle, s *theme.Scheme) *image.RGBA {
	src := f.Pix.Rect
	w, h := src.Dx(), src.Dy()
	if cw := int(float64(h)*float64(box.Dx())/float64(box.Dy()) + 0.5); cw < w {
		w = max(1, cw)
	} else if ch := int(float64(w)*float64(box.Dy())/float64(box.Dx()) + 0.5); ch < h {
		h = max(1, ch)
	}
	x0 := clamp(int(f.X*float64(src.Dx()))-w/2, src.Dx()-w)
	y0 := clamp(int(f.Y*float64(src.Dy()))-h/2, src.Dy()-h)
	dst := scaled(f.Pix, image.Rect(x0, y0, x0+w, y0+h), box)
	if f.Duotone {
		duotone(dst, s)
	}
	return dst
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

// duotoneSteps are few enough to leave room for the text's edges in a palette
// of 256.
const duotoneSteps = 96

// duotone maps light and dark to the lighter and the darker of the scheme's
// text and ground.
func duotone(m *image.RGBA, s *theme.Scheme) {
	dark, light := s.Ground.RGBA, s.Text.RGBA
	if colour.Luminance(dark) > colour.Luminance(light) {
		dark, light = light, dark
	}
	var table [256]color.RGBA
	for v := range table {
		step := math.Round(float64(v)/255*(duotoneSteps-1)) / (duotoneSteps - 1)
		table[v] = blend(dark, light, step)
	}
	for i := 0; i < len(m.Pix); i += 4 {
		y := (299*int(m.Pix[i]) + 587*int(m.Pix[i+1]) + 114*int(m.Pix[i+2])) / 1000
		c := table[y]
		m.Pix[i], m.Pix[i+1], m.Pix[i+2] = c.R, c.G, c.B
	}
}

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
