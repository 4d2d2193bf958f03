package parts

import (
	"image"
	"image/color"
	"math"

	xdraw "golang.org/x/image/draw"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// markColor returns the colour of a bar.
func (p *Pen) markColor(m Pattern) color.RGBA {
	if m == Solid || m == Hatched {
		return p.Mark.RGBA
	}
	return p.Line.RGBA
}

// outline is a frame of four rectangles, t thick, inside its box.
func outline(x, y, w, h, t float64) []image.Rectangle {
	return []image.Rectangle{
		pixels(x, y, w, t), pixels(x, y+h-t, w, t),
		pixels(x, y+t, t, h-2*t), pixels(x+w-t, y+t, t, h-2*t),
	}
}

// A Pen draws parts into a scene. Parts think from left to right; for a card
// that reads the other way the pen mirrors what they draw.
type Pen struct {
	Scene *scene.Scene
	Right bool // the card reads from right to left

	lined bool // emphasis without an ink of its own is underlined, and never set on a strip
	*theme.Scheme
}

func (p *Pen) rect(role scene.Role, field string, c color.RGBA, x, y, w, h float64) {
	p.rects(role, field, c, []image.Rectangle{pixels(x, y, w, h)})
}

func (p *Pen) rects(role scene.Role, field string, c color.RGBA, rs []image.Rectangle) {
	if p.Right {
		for i, r := range rs {
			rs[i].Min.X, rs[i].Max.X = p.Scene.W-r.Max.X, p.Scene.W-r.Min.X
		}
	}
	n := scene.Node{Role: role, Field: field, Color: c, Rects: rs}
	if role == scene.Mark {
		n.Idle = p.Idle.RGBA
	}
	p.Scene.Nodes = append(p.Scene.Nodes, n)
}

// pixels rounds both edges, so that neighbours neither overlap nor leave gaps.
func pixels(x, y, w, h float64) image.Rectangle {
	return image.Rect(Round(x), Round(y), Round(x+w), Round(y+h))
}

func Round(v float64) int { return int(math.Floor(v + 0.5)) }

// line draws a line of text whose origin is at x, baseline y, in a box w
// wide. Emphasised glyphs take the strong colour.
func (p *Pen) line(field string, l *text.Line, size, x, y, w float64, c, strong color.RGBA) {
	if p.Right {
		x = float64(p.Scene.W) - x - float64(l.Width*size)
	}
	p.glyphs(field, l, l.Glyphs, size, x, y, c, strong, false)
}

// lineEnd draws a line that ends at x.
func (p *Pen) lineEnd(field string, l *text.Line, size, x, y float64, c color.RGBA) {
	if p.Right {
		p.glyphs(field, l, l.Glyphs, size, float64(p.Scene.W)-x, y, c, c, false)
		return
	}
	p.glyphs(field, l, l.Glyphs, size, x-float64(l.Width*size), y, c, c, false)
}

// start draws a short line, such as a numeral, whose ink begins at x.
func (p *Pen) start(field string, l *text.Line, size, x, y float64, c color.RGBA) {
	if p.Right {
		x = float64(p.Scene.W) - x - float64(l.Ink.MaxX*size)
	} else {
		x -= float64(l.Ink.MinX * size)
	}
	p.glyphs(field, l, l.Glyphs, size, x, y, c, c, false)
}

// glyphs adds nodes for each stretch of one emphasis.
func (p *Pen) glyphs(field string, l *text.Line, gs []text.Glyph, size, x, y float64, c, strong color.RGBA, bleeds bool) {
	from := math.Inf(-1) // where the stretch before ends
	for len(gs) > 0 {
		n := 1
		for n < len(gs) && gs[n].Strong == gs[0].Strong {
			n++
		}
		ink, under := c, image.Rectangle{}
		if gs[0].Strong {
			ink = strong
		}
		switch {
		case !gs[0].Strong:
		case p.Highlight.Name != "" && c == p.Text.RGBA:
			p.highlight(field, gs[:n], size, x, y)
		case strong == c && c == p.Text.RGBA: // no second ink shows it
			ink, under = p.setOff(field, gs, n, size, x, y, from)
		}
		p.stretch(field, l, gs[:n], size, x, y, ink, bleeds)
		if !under.Empty() { // over what follows, which may reach into it
			defer p.beside(scene.Furniture, field, ink, under)
		}
		_, from = inkOf(gs[:n])
		gs = gs[n:]
	}
}

// inkOf is from where to where glyphs have ink, in em.
func inkOf(gs []text.Glyph) (from, to float64) {
	from, to = math.Inf(1), math.Inf(-1)
	for i := range gs {
		if o := gs[i].Font.Outline(gs[i].ID); o.MaxX > o.MinX {
			from, to = min(from, gs[i].X+o.MinX), max(to, gs[i].X+o.MaxX)
		}
	}
	return from, to
}

// stretch adds a node for all glyphs up to one in its own colours.
func (p *Pen) stretch(field string, l *text.Line, gs []text.Glyph, size, x, y float64, ink color.RGBA, bleeds bool) {
	for len(gs) > 0 {
		if own := gs[0].Font.Colored(gs[0].ID); own != nil {
			p.colored(field, &gs[0], own, size, x, y, ink)
			gs = gs[1:]
			continue
		}
		n := 1
		for n < len(gs) && gs[n].Font.Colored(gs[n].ID) == nil {
			n++
		}
		run := &scene.Run{Text: l.Text, Joined: l.Joined, Glyphs: gs[:n], Size: size, X: x, Y: math.Round(y)}
		p.Scene.Nodes = append(p.Scene.Nodes, scene.Node{Role: scene.Words, Field: field, Color: ink, Glyphs: run, Bleeds: bleeds})
		gs = gs[n:]
	}
}

// colored draws a glyph in its own colours. A bitmap lies on what is below, so
// that every kind of file can hold it.
func (p *Pen) colored(field string, g *text.Glyph, own *text.Colored, size, x, y float64, c color.RGBA) {
	for _, l := range own.Layers {
		ink := l.Color
		if ink.A == 0 {
			ink = c
		}
		layer := *g
		layer.ID, layer.Text = l.ID, ""
		run := &scene.Run{Glyphs: []text.Glyph{layer}, Size: size, X: x, Y: math.Round(y)}
		p.Scene.Nodes = append(p.Scene.Nodes, scene.Node{Role: scene.Furniture, Field: field, Color: ink, Fade: l.Fade, Glyphs: run})
	}
	if own.Bitmap == nil {
		return
	}
	o := g.Font.Outline(g.ID)
	box := pixels(x+(g.X+o.MinX)*size, math.Round(y)+(g.Y+o.MinY)*size, (o.MaxX-o.MinX)*size, (o.MaxY-o.MinY)*size)
	if box.Empty() {
		return
	}
	m := p.below(box)
	xdraw.CatmullRom.Scale(m, box, own.Bitmap, own.Bitmap.Bounds(), xdraw.Over, nil)
	p.Scene.Nodes = append(p.Scene.Nodes, scene.Node{Role: scene.Furniture, Field: field, Picture: &scene.Picture{RGBA: m, Alt: g.Text}})
}

// below paints a copy of the rectangles and pictures that lie within the box.
func (p *Pen) below(box image.Rectangle) *image.RGBA {
	m := image.NewRGBA(box)
	xdraw.Draw(m, box, image.NewUniform(p.Ground.RGBA), image.Point{}, xdraw.Src)
	for i := range p.Scene.Nodes {
		n := &p.Scene.Nodes[i]
		if n.Picture != nil {
			xdraw.Draw(m, n.Picture.Rect, n.Picture.RGBA, n.Picture.Rect.Min, xdraw.Src)
		}
		for _, r := range n.Rects {
			xdraw.Draw(m, r, image.NewUniform(n.Color), image.Point{}, xdraw.Src)
		}
	}
	return m
}

// Alike draws words, and once more with their emphasis underlined where some of
// it does not go on a strip: what is said in one breath is marked in one way.
func (p *Pen) Alike(draw func()) {
	first := len(p.Scene.Nodes)
	draw()
	strips, lines := false, false
	for i := first; i < len(p.Scene.Nodes); i++ {
		if n := &p.Scene.Nodes[i]; n.Goes {
			strips, lines = strips || n.Role == scene.Ground, lines || n.Role == scene.Furniture
		}
	}
	if strips && lines && !p.lined {
		p.Scene.Nodes, p.lined = p.Scene.Nodes[:first], true
		draw()
		p.lined = false
	}
}

// setOff shows the emphasis of the first n glyphs where the theme has no ink for
// it: large words stand reversed on a strip, which keeps off what is before and
// after; small ones are underlined, and those with tails, which a strip would
// have to follow into the next line. It returns the words' ink and where the line under them is.
func (p *Pen) setOff(field string, gs []text.Glyph, n int, size, x, y, before float64) (ink color.RGBA, line image.Rectangle) {
	from, to := inkOf(gs[:n])
	if to < from {
		return p.Text.RGBA, line
	}
	over, under := gs[0].Font.CapHeight, 0.0
	for i := range gs[:n] {
		if o := gs[i].Font.Outline(gs[i].ID); o.MaxX > o.MinX {
			over, under = max(over, -o.MinY-gs[i].Y), max(under, o.MaxY+gs[i].Y)
		}
	}
	after, _ := inkOf(gs[n:])
	const px = 3 // that a strip keeps off, and covers beyond its own letters
	left, right := max(from-2*stripOut, before+stripOff+px/size), min(to+2*stripOut, after-stripOff-px/size)
	tight := left > from-px/size || right < to+px/size
	if p.lined || size < leastStrip*float64(min(p.Scene.W, p.Scene.H)) || under > stripTail || tight {
		return p.Text.RGBA, pixels(x+from*size, y+underlineTop*size, (to-from)*size, max(2, underlineThick*size))
	}
	p.beside(scene.Ground, field, p.Text.RGBA, pixels(x+left*size, y-(over+stripAbove)*size, (right-left)*size, (over+under+stripAbove+stripBelow)*size))
	return p.Ground.RGBA, line
}

// beside paints what goes with the words of a field.
func (p *Pen) beside(role scene.Role, field string, c color.RGBA, r image.Rectangle) {
	p.Scene.Nodes = append(p.Scene.Nodes, scene.Node{Role: role, Field: field, Color: c, Rects: []image.Rectangle{r}, Goes: true})
}

// Words that are set off, in em: on a strip, by a line below or by paint behind.
const (
	stripOut       = 0.04 // beyond the words at both ends
	stripOff       = 0.02 // from other words
	stripAbove     = 0.03 // beyond the letters
	stripBelow     = 0.015
	stripTail      = 0.06 // the deepest tail that a strip covers
	underlineTop   = 0.06
	underlineThick = 0.05
	paintOut       = 0.1
	paintHigh      = 0.26 // more than capitals
)

// leastStrip is the size of words that are set off by a strip, of a card's short
// side.
const leastStrip = 0.05

// highlight paints behind a stretch of words, a little beyond them on every
// side, so that the text stays on its grid and the paint hangs out.
func (p *Pen) highlight(field string, gs []text.Glyph, size, x, y float64) {
	ink := text.Ink{MinX: math.Inf(1), MaxX: math.Inf(-1)}
	for i := range gs {
		if o := gs[i].Font.Outline(gs[i].ID); o.MaxX > o.MinX {
			ink.MinX, ink.MaxX = min(ink.MinX, gs[i].X+o.MinX), max(ink.MaxX, gs[i].X+o.MaxX)
		}
	}
	from, to := x+ink.MinX*size, x+ink.MaxX*size
	capital := gs[0].Font.CapHeight * size
	out := paintOut * size
	p.beside(scene.Ground, field, p.Highlight.RGBA, pixels(from-out, y-capital-paintOut*size, to-from+2*out, capital+paintHigh*size))
}

func (p *Pen) path(field string, c color.RGBA, width float64, pts ...text.Point) {
	if p.Right {
		for i := range pts {
			pts[i].X = float32(p.Scene.W) - pts[i].X
		}
	}
	p.Scene.Nodes = append(p.Scene.Nodes, scene.Node{Role: scene.Furniture, Field: field, Color: c, Path: &scene.Path{Points: pts, Width: width}})
}

// polygons fills closed convex outlines of one colour.
func (p *Pen) polygons(role scene.Role, field string, c color.RGBA, polygons [][]text.Point) {
	if p.Right {
		for _, pts := range polygons {
			for i := range pts {
				pts[i].X = float32(p.Scene.W) - pts[i].X
			}
		}
	}
	p.Scene.Nodes = append(p.Scene.Nodes, scene.Node{Role: role, Field: field, Color: c, Polygons: polygons, Idle: p.Idle.RGBA})
}

func (p *Pen) picture(field, alt string, m *image.RGBA) {
	p.Scene.Nodes = append(p.Scene.Nodes, scene.Node{Role: scene.Ground, Field: field, Picture: &scene.Picture{RGBA: m, Alt: alt}})
}

// Setting is where and how a line of text stands: X from the edge where the
// card begins to read, Y its baseline.
type Setting struct {
	Size, X, Y    float64
	Full          bool // its ink, not its advance, stands at X
	Plain, Strong color.RGBA
}

// Run draws one line of text. It may pass the margins: whoever sets it keeps it
// where it is safe.
func (p *Pen) Run(field string, l *text.Line, s Setting) {
	x := s.X
	switch {
	case !s.Full && p.Right:
		x = float64(p.Scene.W) - x - l.Width*s.Size + edge(l, s.Size, true)
	case !s.Full:
		x -= edge(l, s.Size, false)
	case p.Right:
		x = float64(p.Scene.W) - x - l.Ink.MaxX*s.Size
	default:
		x -= l.Ink.MinX * s.Size
	}
	p.glyphs(field, l, l.Glyphs, s.Size, x, s.Y, s.Plain, s.Strong, true)
}
