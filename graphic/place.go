package graphic

import (
	"image"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// place draws a solved column: every ground, then what stands on it.
//
// Slack goes above the last group's closing furniture, so that source and tag
// keep their place on every card; where that group is furniture alone, or the
// slack is large, the grounds before it take a share.
func (c *column) place(p *pen, height float64) {
	if c.groups[0].tint != nil {
		c.placeOver(p, height)
		return
	}
	air, above := c.slack()
	y, cut := c.top+air/2, 0.0
	if c.low {
		y, above = y+above, 0
	}
	for i := range c.groups {
		end := y + c.groups[i].height(above, c.lastGroup(i)) + c.pad + air/2
		switch {
		case c.groups[i].inset > 0:
			end += above
			above = 0
		case c.groups[i].picture:
			end -= c.pad
		}
		if c.lastGroup(i) {
			end = height
		}
		g, from := &c.groups[i], c.from
		if g.inset > 0 {
			p.rect(scene.Ground, "", g.desk.Ground.RGBA, from, cut, c.to-from, end-cut)
			from = c.x
		}
		p.rect(scene.Ground, "", g.scheme.Ground.RGBA, from, cut, c.to-from, end-cut)
		g.draw(p, c.x+g.inset, y, above, c.lastGroup(i))
		cut, y = end, end+c.pad
		if !c.lastGroup(i + 1) {
			y += air / 2
		}
	}
}

// placeOver draws the last group on a tint of the photograph that fills the
// column, and leaves the first empty.
func (c *column) placeOver(p *pen, height float64) {
	text := &c.groups[1]
	y := c.top + c.free() + c.groups[0].height(0, false) + 2*c.pad
	whole := pixels(c.from, 0, c.to-c.from, height)
	m := text.tint.crop(whole, text.scheme)
	tint(m, image.Rect(whole.Min.X, round(y-c.pad), whole.Max.X, whole.Max.Y), text.scheme, text.tint.duotone)
	p.picture(text.field, text.tint.alt, m)
	text.draw(p, c.x, y, 0, true)
}

func (c *column) lastGroup(i int) bool { return i == len(c.groups)-1 }

// slack divides the height that no part wants: air is what each ground but
// the last takes around its content, above what stands above the furniture.
func (c *column) slack() (air, above float64) {
	free := max(0, c.free())
	last := len(c.groups) - 1
	whole := func(g group) bool { return g.inset > 0 || g.picture }
	if last == 0 || slices.ContainsFunc(c.groups, whole) {
		return 0, free // a sheet takes it all, a picture none
	}
	share := 0.0
	switch {
	case c.groups[last].furniture(0):
		share = 1
	case free > 0.1*(c.bottom-c.top):
		share = 0.55
	}
	return share * free / float64(last), (1 - share) * free
}

// furniture reports whether only fixed parts follow from slot i.
func (g *group) furniture(i int) bool {
	for _, s := range g.slots[i:] {
		if s.rank != fixed {
			return false
		}
	}
	return true
}

// opens reports whether slack opens above slot i.
func (g *group) opens(i int) bool {
	if g.sunk {
		return g.slots[i].rank != fixed
	}
	return g.furniture(i)
}

// offsets are the slots' tops within the group; in the last group the slack
// opens above the first of the closing furniture.
func (g *group) offsets(above float64, last bool) []float64 {
	tops := make([]float64, len(g.slots))
	y := 0.0
	for i, s := range g.slots {
		if i > 0 {
			y += s.gap
		}
		if last && above > 0 && g.opens(i) {
			y += above
			above = 0
		}
		tops[i] = y
		y += s.h
	}
	return tops
}

func (g *group) height(above float64, last bool) float64 {
	n := len(g.slots) - 1
	return g.offsets(above, last)[n] + g.slots[n].h
}

func (g *group) draw(p *pen, x, y, above float64, last bool) {
	q := *p
	q.Scheme = g.scheme
	for i, top := range g.offsets(above, last) {
		g.slots[i].part.draw(&q, x+g.slots[i].x, y+top)
	}
}
