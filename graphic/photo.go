package graphic

import "github.com/shutdowncecot/toolkit/graphic/internal/theme"

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
		return refuse("photo-picture", "Picture", nil)
	case f.Alt == "":
		return refuse("photo-alt", "Alt", nil)
	case !(f.X >= 0 && f.X <= 1 && f.Y >= 0 && f.Y <= 1):
		return refuse("photo-focus", "X", nil)
	}
	return nil
}

func (f Photo) photograph() photograph {
	p := photograph{pix: &f.Picture.pix, alt: f.Alt, x: f.X, y: f.Y, duotone: f.Duotone}
	if p.x == 0 && p.y == 0 {
		p.x, p.y = 0.5, 0.5
	}
	return p
}

func (f Photo) describe(*tongue) string { return f.Alt }

func (f Photo) slots(c *composer, field string, w float64, r rank) []*slot {
	height := c.height()
	return []*slot{{part: &photo{field: field, photograph: f.photograph(), w: w, least: 0.3 * height, most: 0.62 * height}, field: field, rank: r, gap: blockGap * c.u}}
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
func (f Photo) besides(c *composer, i int, s *theme.Scheme) []*column {
	a, b := c.halves(0.44)
	whole := a.bottom - a.top
	pic := &photo{field: c.blockField(i), photograph: f.photograph(), w: a.w, least: whole, most: whole, out: a.top, side: a.x, below: float64(c.f.H) - a.bottom, after: a.to - a.x - a.w}
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
	shot := f.photograph()
	text := group{scheme: s, tint: &shot, field: c.blockField(i), slots: c.masthead(w)}
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
	room := group{scheme: s, tint: &shot, slots: []*slot{{part: &gapPart{least: space, most: h}, rank: focal}}}
	return []*column{{
		x: c.sz().side, w: w, top: c.sz().top, bottom: h - c.sz().bottom, to: float64(c.f.W), pad: 4.4 * c.u,
		groups: []group{room, text},
	}}
}
