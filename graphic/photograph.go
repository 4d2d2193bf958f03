package graphic

import (
	"image"
	"image/color"
	"math"

	xdraw "golang.org/x/image/draw"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// photograph is a picture and the point that must stay in it.
type photograph struct {
	pix     *image.RGBA
	alt     string
	x, y    float64 // from 0 to 1
	duotone bool
}

// photo draws a photograph. It may pass its box: out above it, below it, side
// before and after after it.
type photo struct {
	photograph
	field                   string
	w                       float64
	least, most             float64
	out, below, side, after float64

	h float64
}

func (f *photo) span() (float64, float64) { return f.least, f.most }

func (f *photo) set(h float64) float64 {
	f.h = math.Floor(min(h, f.most))
	return f.h
}

func (f *photo) draw(p *pen, x, y float64) {
	after := f.after
	if after == 0 {
		after = f.side
	}
	box := pixels(x-f.side, y-f.out, f.w+f.side+after, f.h+f.out+f.below)
	if p.right {
		box.Min.X, box.Max.X = p.scene.W-box.Max.X, p.scene.W-box.Min.X
	}
	p.picture(f.field, f.alt, f.crop(box, p.Scheme))
}

func (p *pen) picture(field, alt string, m *image.RGBA) {
	p.scene.Nodes = append(p.scene.Nodes, scene.Node{Role: scene.Ground, Field: field, Picture: &scene.Picture{RGBA: m, Alt: alt}})
}

// crop scales the photograph so that it fills the box with as much of it as
// possible around its point.
func (f *photograph) crop(box image.Rectangle, s *theme.Scheme) *image.RGBA {
	src := f.pix.Rect
	w, h := src.Dx(), src.Dy()
	if cw := int(float64(h)*float64(box.Dx())/float64(box.Dy()) + 0.5); cw < w {
		w = max(1, cw)
	} else if ch := int(float64(w)*float64(box.Dy())/float64(box.Dx()) + 0.5); ch < h {
		h = max(1, ch)
	}
	x0 := clamp(int(f.x*float64(src.Dx()))-w/2, src.Dx()-w)
	y0 := clamp(int(f.y*float64(src.Dy()))-h/2, src.Dy()-h)
	dst := image.NewRGBA(box)
	xdraw.CatmullRom.Scale(dst, box, f.pix, image.Rect(x0, y0, x0+w, y0+h), xdraw.Src, nil)
	if f.duotone {
		duotone(dst, s)
	}
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
