package parts

import (
	"image"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Place draws a solved column: every ground, then what stands on it.
//
// Slack goes above the last group's closing furniture, so that source and tag
// keep their place on every card; where that group is furniture alone, or the
// slack is large, the grounds before it take a share.
func (c *Column) Place(p *Pen, height float64) {
	if c.Groups[0].Tint != nil {
		c.placeOver(p, height)
		return
	}
	air, above := c.slack()
	y, cut := c.Top+air/2, 0.0
	if c.Low {
		y, above = y+above, 0
	}
	for i := range c.Groups {
		end := y + c.Groups[i].height(above, c.lastGroup(i)) + c.Pad + air/2
		switch {
		case c.Groups[i].Inset > 0:
			end += above
			above = 0
		case c.Groups[i].Picture:
			end -= c.Pad
		}
		if c.lastGroup(i) {
			end = height
		}
		g, from := &c.Groups[i], c.From
		if g.Inset > 0 {
			p.rect(scene.Ground, "", g.Desk.Ground.RGBA, from, cut, c.To-from, end-cut)
			from = c.X
		}
		p.rect(scene.Ground, "", g.Scheme.Ground.RGBA, from, cut, c.To-from, end-cut)
		g.Draw(p, c.X+g.Inset, y, above, c.lastGroup(i))
		cut, y = end, end+c.Pad
		if !c.lastGroup(i + 1) {
			y += air / 2
		}
	}
}

// placeOver draws the last group on a tint of the photograph that fills the
// column, and leaves the first empty.
func (c *Column) placeOver(p *Pen, height float64) {
	text := &c.Groups[1]
	y := c.Top + c.free() + c.Groups[0].height(0, false) + 2*c.Pad
	whole := pixels(c.From, 0, c.To-c.From, height)
	free := image.Rect(whole.Min.X, whole.Min.Y, whole.Max.X, Round(y-c.Pad))
	m := text.Tint.crop(whole, free, text.Scheme)
	tint(m, image.Rect(whole.Min.X, Round(y-c.Pad), whole.Max.X, whole.Max.Y), text.Scheme, text.Tint.Duotone)
	p.picture(text.Field, text.Tint.Alt, m)
	text.Draw(p, c.X, y, 0, true)
}

func (c *Column) lastGroup(i int) bool { return i == len(c.Groups)-1 }

// Slack of more than largeSlack of a column would tear its last group apart, so
// that the grounds before it take airShare of it around their content.
const (
	largeSlack = 0.1
	airShare   = 0.55
)

// slack divides the height that no part wants: air is what each ground but
// the last takes around its content, above what stands above the furniture.
func (c *Column) slack() (air, above float64) {
	free := max(0, c.free())
	last := len(c.Groups) - 1
	whole := func(g Group) bool { return g.Inset > 0 || g.Picture }
	if last == 0 || slices.ContainsFunc(c.Groups, whole) {
		return 0, free // a sheet takes it all, a picture none
	}
	share := 0.0
	switch {
	case c.Groups[last].furniture(0):
		share = 1
	case free > largeSlack*(c.Bottom-c.Top):
		share = airShare
	}
	return share * free / float64(last), (1 - share) * free
}

// furniture reports whether only fixed parts follow from slot i.
func (g *Group) furniture(i int) bool {
	for _, s := range g.Slots[i:] {
		if s.Rank != Fixed {
			return false
		}
	}
	return true
}

// opens reports whether slack opens above slot i.
func (g *Group) opens(i int) bool {
	if g.Sunk {
		return g.Slots[i].Rank != Fixed
	}
	return g.furniture(i)
}

// offsets are the slots' tops within the group; in the last group the slack
// opens above the first of the closing furniture.
func (g *Group) offsets(above float64, last bool) []float64 {
	tops := make([]float64, len(g.Slots))
	y := 0.0
	for i, s := range g.Slots {
		if i > 0 {
			y += s.Gap
		}
		if last && above > 0 && g.opens(i) {
			y += above
			above = 0
		}
		tops[i] = y
		y += s.H
	}
	return tops
}

func (g *Group) height(above float64, last bool) float64 {
	n := len(g.Slots) - 1
	return g.offsets(above, last)[n] + g.Slots[n].H
}

func (g *Group) Draw(p *Pen, x, y, above float64, last bool) {
	q := *p
	q.Scheme = g.Scheme
	for i, top := range g.offsets(above, last) {
		g.Slots[i].Part.Draw(&q, x+g.Slots[i].x, y+top)
	}
}
