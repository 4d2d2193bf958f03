package graphic

import (
	"image"
	"image/color"
	"math"

	xdraw "golang.org/x/image/draw"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Photo shows a photograph above the headline, or behind it.
type Photo struct {
	Picture *Picture
	Alt     string  // what it shows, in the card's language
	X, Y    float64 // what must stay in the picture, from 0 to 1; the zero value means the middle
	Duotone bool    // in the theme's inks instead of its own colours
	Full    bool    // fills the card; the text stands on a flat tint, as dense as its contrast needs
}

func (f Photo) traits() traits { return traits{wide: leftOut} }

func (f Photo) check() *FieldError {
	switch {
	case f.Picture == nil || f.Picture.Bounds().Empty():
		return &FieldError{"Picture", "there is none: decode one with DecodePicture"}
	case f.Alt == "":
		return &FieldError{"Alt", "a Photo says in words what it shows"}
	case !(f.X >= 0 && f.X <= 1 && f.Y >= 0 && f.Y <= 1):
		return &FieldError{"X", "X and Y are shares of the picture, from 0 to 1"}
	}
	return nil
}

func (f Photo) describe(*tongue) string { return f.Alt }

func (f Photo) slots(c *composer, field string, w float64, r rank) []*slot {
	height := c.height()
	return []*slot{{part: &photo{field: field, p: f, w: w, least: 0.3 * height, most: 0.62 * height}, field: field, rank: r, gap: blockGap * c.u}}
}

func (f Photo) arrange(c *composer, i int) []*column {
	head, foot := c.scheme(c.ground.Head), c.scheme(c.ground.Foot)
	if f.Full {
		return f.behind(c, i)
	}
	if c.f.Landscape() {
		return f.besides(c, i, foot)
	}
	w := c.live()
	own, last := c.closing(w)
	top := f.slots(c, c.blockField(i), w, focal)
	band := top[0].part.(*photo)
	band.out = c.sz().top
	band.side = c.sz().side
	text := group{scheme: foot, slots: append(c.masthead(w), c.headline(c.headlineText(), w, heading, 0.25))}
	text.slots = append(text.slots, c.others(i, w)...)
	text.slots = append(text.slots, c.follow(w)...)
	text.slots = append(text.slots, own...)
	return []*column{c.vertical(group{scheme: head, slots: top, picture: true}, text, last)}
}

// besides puts the photograph in the first half of a wide card.
func (f Photo) besides(c *composer, i int, s *scheme) []*column {
	a, b := c.halves(0.44)
	whole := a.bottom - a.top
	pic := &photo{field: c.blockField(i), p: f, w: a.w, least: whole, most: whole, out: a.top, side: a.x, below: float64(c.f.H) - a.bottom, after: a.to - a.x - a.w}
	a.groups = []group{{scheme: s, slots: []*slot{{part: pic, field: pic.field, rank: focal}}}}
	text := group{scheme: s, slots: []*slot{c.headline(c.headlineText(), b.w, focal, 0.6)}}
	b.groups = []group{{scheme: s, slots: append(text.slots, c.wideEnd(b.w)...)}}
	return []*column{a, b}
}

// behind fills the card with the photograph and sets the text at its foot, on
// a tint.
func (f Photo) behind(c *composer, i int) []*column {
	w := c.live()
	s := c.scheme(c.ground.Foot)
	h := float64(c.f.H)
	text := group{scheme: s, tint: &f, field: c.blockField(i), slots: c.masthead(w)}
	text.slots = append(text.slots, c.headline(c.headlineText(), w, focal, 0.26))
	if !c.f.Landscape() {
		text.slots = append(text.slots, c.follow(w)...)
	}
	asks := c.asks() && !c.f.Landscape()
	if asks {
		text.slots = append(text.slots, c.panel(w, s, false))
	}
	text.slots = append(text.slots, c.slug(w, !asks))
	space := 0.34 * (h - c.sz().top - c.sz().bottom)
	room := group{scheme: s, tint: &f, slots: []*slot{{part: &gapPart{least: space, most: h}, rank: focal}}}
	return []*column{{
		x: c.sz().side, w: w, top: c.sz().top, bottom: h - c.sz().bottom, to: float64(c.f.W), pad: 4.4 * c.u,
		groups: []group{room, text},
	}}
}

// photo draws a Photo. It may pass its box: out above it, below it, side
// before and after after it.
type photo struct {
	field                   string
	p                       Photo
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
	p.picture(f.field, f.p.Alt, f.p.crop(box, p.scheme))
}

func (p *pen) picture(field, alt string, m *image.RGBA) {
	p.scene.Nodes = append(p.scene.Nodes, scene.Node{Role: scene.Ground, Field: field, Picture: &scene.Picture{RGBA: m, Alt: alt}})
}

// crop scales the photograph so that it fills the box with as much of it as
// possible around its point.
func (f *Photo) crop(box image.Rectangle, s *scheme) *image.RGBA {
	src := f.Picture.pix.Rect
	fx, fy := f.X, f.Y
	if fx == 0 && fy == 0 {
		fx, fy = 0.5, 0.5
	}
	w, h := src.Dx(), src.Dy()
	if cw := int(float64(h)*float64(box.Dx())/float64(box.Dy()) + 0.5); cw < w {
		w = max(1, cw)
	} else if ch := int(float64(w)*float64(box.Dy())/float64(box.Dx()) + 0.5); ch < h {
		h = max(1, ch)
	}
	x0 := clamp(int(fx*float64(src.Dx()))-w/2, src.Dx()-w)
	y0 := clamp(int(fy*float64(src.Dy()))-h/2, src.Dy()-h)
	dst := image.NewRGBA(box)
	xdraw.CatmullRom.Scale(dst, box, &f.Picture.pix, image.Rect(x0, y0, x0+w, y0+h), xdraw.Src, nil)
	if f.Duotone {
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
func duotone(m *image.RGBA, s *scheme) {
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
func tint(m *image.RGBA, r image.Rectangle, s *scheme, few bool) {
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
func readable(ends []color.RGBA, s *scheme, share float64) bool {
	for _, under := range ends {
		for _, ink := range []rgba{s.Text, s.Accent, s.Mute, s.Strong, s.Figure} {
			if colour.Ratio(blend(under, s.Ground.RGBA, share), ink.RGBA) < 4.9 {
				return false
			}
		}
	}
	return true
}
