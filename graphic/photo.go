package graphic

import (
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// Photo shows a photograph above the headline, or behind it.
// A Photo is safe for concurrent use as long as nobody changes it.
type Photo struct {
	Picture *Picture `json:"picture,omitzero"`
	Alt     string   `json:"alt,omitzero"`     // what it shows, in the card's language
	X       float64  `json:"x,omitzero"`       // what must stay in the picture, from 0 to 1; the zero value means the middle
	Y       float64  `json:"y,omitzero"`       // what must stay in the picture, from 0 to 1; the zero value means the middle
	R       float64  `json:"r,omitzero"`       // of the circle around it that must be seen whole, of the shorter side; 0: 0.18
	Duotone bool     `json:"duotone,omitzero"` // in the theme's loudest inks instead of its own colours; a theme of one ink draws dots
	Full    bool     `json:"full,omitzero"`    // fills the card; the text stands on a flat tint, as dense as its contrast needs
}

var _ = wired[Photo]("photo")

func (f Photo) traits() traits { return traits{wide: leftOut} }

func (f Photo) check() *FieldError {
	switch {
	case f.Picture == nil || f.Picture.Bounds().Empty():
		return refuse("photo-picture", "Picture", nil)
	case f.Alt == "":
		return refuse("photo-alt", "Alt", nil)
	case !(f.X >= 0 && f.X <= 1 && f.Y >= 0 && f.Y <= 1 && f.R >= 0 && f.R <= 0.5):
		return refuse("photo-focus", "X", nil)
	}
	return nil
}

func (f Photo) photograph(in *Format) parts.Photograph {
	p := parts.Photograph{Pix: &f.Picture.pix, Alt: f.Alt, X: f.X, Y: f.Y, R: f.R, Duotone: f.Duotone, Cell: in.screen()}
	if p.R == 0 {
		p.R = focusRadius
	}
	if p.X == 0 && p.Y == 0 {
		p.X, p.Y = 0.5, 0.5
	}
	return p
}

// The screen of a photograph in one ink: its cell on a card 1080 px wide, the least
// px that copiers keep, and the lines to the inch of paper.
const (
	screenCell  = 10.0
	leastCell   = 8.0
	screenLines = 30.0
)

// screen is the cell of dots that a photograph in one ink is made of, px.
func (f *Format) screen() float64 {
	if f.DPI > 0 {
		return max(leastCell, math.Round(f.DPI/screenLines))
	}
	return max(leastCell, math.Round(screenCell*float64(min(f.W, f.H))/1080))
}

// focusRadius is how much of a photograph's shorter side around its point is seen
// whole, where it does not say.
const focusRadius = 0.18

func (f Photo) describe(*tongue) string { return f.Alt }

func (f Photo) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	height := ts.height()
	photo := &parts.Photo{Field: field, Photograph: f.photograph(ts.f), W: w, Least: 0.3 * height, Most: 0.62 * height}
	return []*parts.Slot{{Part: photo, Field: field, Rank: r, Gap: blockGap * ts.u}}
}

func (f Photo) arrange(c *composer, i int) []*parts.Column {
	head, foot := c.scheme(c.ground.Head), c.scheme(c.ground.Foot)
	if f.Full {
		return f.behind(c, i)
	}
	if c.f.Landscape() {
		return f.besides(c, i, foot)
	}
	w := c.live()
	end := c.closing(w)
	top := f.slots(c.typesetter, c.blockField(i), w, parts.Focal)
	band := top[0].Part.(*parts.Photo)
	band.Out = c.sz().top
	band.Side = c.sz().side
	text := parts.Group{Scheme: foot, Slots: append(c.masthead(w), c.headline(c.headlineText(), w, parts.Heading, 0.25))}
	text.Slots = slices.Concat(text.Slots, c.others(i, w), c.follow(w))
	return c.page(end, parts.Group{Scheme: head, Slots: top, Picture: true}, text)
}

// besides puts the photograph in the first half of a wide card.
func (f Photo) besides(c *composer, i int, s *theme.Scheme) []*parts.Column {
	a, b := c.halves(0.44)
	whole := a.Bottom - a.Top
	pic := &parts.Photo{
		Field: c.blockField(i), Photograph: f.photograph(c.f), W: a.W, Least: whole, Most: whole,
		Out: a.Top, Side: a.X, Below: float64(c.f.H) - a.Bottom, After: a.To - a.X - a.W,
	}
	a.Groups = []parts.Group{{Scheme: s, Slots: []*parts.Slot{{Part: pic, Field: pic.Field, Rank: parts.Focal}}}}
	title := c.headline(c.headlineText(), b.W, parts.Focal, 0.6)
	b.Groups = []parts.Group{{Scheme: s, Slots: append([]*parts.Slot{title}, c.wideEnd(b.W).own...)}}
	return []*parts.Column{a, b}
}

// behind fills the card with the photograph and sets the text at its foot, on
// a tint.
func (f Photo) behind(c *composer, i int) []*parts.Column {
	w := c.live()
	s := c.scheme(c.ground.Foot)
	h := float64(c.f.H)
	shot := f.photograph(c.f)
	text := parts.Group{Scheme: s, Tint: &shot, Field: c.blockField(i), Slots: c.masthead(w)}
	text.Slots = append(text.Slots, c.headline(c.headlineText(), w, parts.Focal, 0.26))
	if !c.f.Landscape() {
		text.Slots = append(text.Slots, c.follow(w)...)
	}
	asks := c.asks() && !c.f.Landscape()
	if asks {
		text.Slots = append(text.Slots, c.panel(w, s, false))
	}
	text.Slots = append(text.Slots, c.slug(w, !asks))
	space := 0.34 * (h - c.sz().top - c.sz().bottom)
	room := parts.Group{Scheme: s, Tint: &shot, Slots: []*parts.Slot{{Part: &parts.GapPart{Least: space, Most: h}, Rank: parts.Focal}}}
	return []*parts.Column{{
		X: c.sz().side, W: w, Top: c.sz().top, Bottom: h - c.sz().bottom, To: float64(c.f.W), Pad: 4.4 * c.u,
		Groups: []parts.Group{room, text},
	}}
}
