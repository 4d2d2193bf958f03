// Package scene is the display list between layout and output: what a card
// consists of, in drawing order, without any notion of pixels or files.
package scene

import (
	"image"
	"image/color"
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Role says what a node is for. Checks and alternative outputs depend on it.
type Role uint8

const (
	Ground    Role = iota // a flat colour under everything else
	Furniture             // rules, folio: may be dropped without loss
	Mark                  // carries data
	Words                 // text
	Code                  // the modules of a QR symbol
)

// A Node is one thing to draw. Exactly one of Rects, Polygons, Glyphs, Path
// and Picture is set.
type Node struct {
	Role  Role
	Field string // the card's field it comes from
	Color color.RGBA
	Fade  uint8 // how much of what is below shows through glyphs, of 255

	Rects    []image.Rectangle
	Polygons [][]text.Point // px; closed and filled, convex if they are not one outline
	Glyphs   *Run
	Path     *Path
	Picture  *Picture

	// Compound says that its polygons are the contours of one outline, filled by
	// the nonzero rule: some are holes.
	Compound bool

	// Idle is the colour of a mark that is not yet meant, while a card builds
	// up. Zero: the mark does not.
	Idle color.RGBA

	// Bleeds marks a focal text or highlight that may leave the margins.
	Bleeds bool

	// Goes says that its rectangles come and go with the words of its field:
	// the line under them, the paint behind them.
	Goes bool

	// Apart says that its rectangles are marks that stand around other things.
	Apart bool
}

// A Run is one line of text: glyphs of one colour and size on a baseline.
type Run struct {
	Text   string
	Joined bool // goes on in the next line without a space, as after a hyphen
	Glyphs []text.Glyph
	Size   float64 // px per em
	X, Y   float64 // of the line's origin, px
}

// Path is a stroked polyline.
type Path struct {
	Points []text.Point // px
	Width  float64
	Cut    bool // a piece is cut out along it
}

// Picture is pixels that lie one to one on the canvas. They are opaque and
// not changed afterwards.
type Picture struct {
	*image.RGBA // its bounds are those on the canvas
	Alt         string
}

// Scene is a canvas and its nodes, first drawn first.
type Scene struct {
	W, H  int
	Nodes []Node
}

// Rect adds one filled rectangle.
func (s *Scene) Rect(role Role, field string, c color.RGBA, r image.Rectangle) {
	s.Rects(role, field, c, []image.Rectangle{r})
}

// Rects adds filled rectangles of one colour.
func (s *Scene) Rects(role Role, field string, c color.RGBA, rs []image.Rectangle) {
	s.Nodes = append(s.Nodes, Node{Role: role, Field: field, Color: c, Rects: rs})
}

// Lowered is the scene farther down on its canvas, in px. Pictures stay.
func (s *Scene) Lowered(by int) Scene {
	out := Scene{W: s.W, H: s.H, Nodes: slices.Clone(s.Nodes)}
	for i := range out.Nodes {
		n := &out.Nodes[i]
		n.Rects = slices.Clone(n.Rects)
		for k := range n.Rects {
			n.Rects[k] = n.Rects[k].Add(image.Pt(0, by))
		}
		n.Polygons = slices.Clone(n.Polygons)
		for k := range n.Polygons {
			n.Polygons[k] = lowered(n.Polygons[k], by)
		}
		if n.Path != nil {
			n.Path = &Path{lowered(n.Path.Points, by), n.Path.Width, n.Path.Cut}
		}
		if n.Glyphs != nil {
			run := *n.Glyphs
			run.Y += float64(by)
			n.Glyphs = &run
		}
	}
	return out
}

func lowered(pts []text.Point, by int) []text.Point {
	pts = slices.Clone(pts)
	for i := range pts {
		pts[i].Y += float32(by)
	}
	return pts
}

// Ink is the box of what the node paints.
func (n *Node) Ink() image.Rectangle {
	switch {
	case n.Glyphs != nil:
		return n.Glyphs.Ink()
	case n.Path != nil:
		return n.Path.ink()
	case n.Picture != nil:
		return n.Picture.Rect
	}
	var box image.Rectangle
	for _, r := range n.Rects {
		box = box.Union(r)
	}
	for _, pts := range n.Polygons {
		box = box.Union(Bounds(pts))
	}
	return box
}

// Meets reports whether what the node fills touches a box.
func (n *Node) Meets(box image.Rectangle) bool {
	if overlapsAny(n.Rects, box) {
		return true
	}
	for _, pts := range n.Polygons {
		if Bounds(pts).Overlaps(box) && crosses(pts, box) {
			return true
		}
	}
	return false
}

// crosses reports whether a convex polygon and a box whose bounds overlap have
// points in common: no edge of the polygon has the whole box on its outer side.
func crosses(pts []text.Point, box image.Rectangle) bool {
	area := 0.0
	for i, p := range pts {
		q := pts[(i+1)%len(pts)]
		area += float64(p.X)*float64(q.Y) - float64(q.X)*float64(p.Y)
	}
	for i, p := range pts {
		q := pts[(i+1)%len(pts)]
		most := math.Inf(-1)
		for _, c := range [4]image.Point{box.Min, box.Max, {X: box.Min.X, Y: box.Max.Y}, {X: box.Max.X, Y: box.Min.Y}} {
			side := float64(q.X-p.X)*(float64(c.Y)-float64(p.Y)) - float64(q.Y-p.Y)*(float64(c.X)-float64(p.X))
			most = max(most, math.Copysign(1, area)*side)
		}
		if most <= 0 {
			return false
		}
	}
	return true
}

// Bounds is the box of a polygon.
func Bounds(pts []text.Point) image.Rectangle {
	var box image.Rectangle
	for i, p := range pts {
		x, y := float64(p.X), float64(p.Y)
		r := image.Rect(floor(x), floor(y), ceil(x), ceil(y))
		if i == 0 {
			box = r
			continue
		}
		box.Min.X, box.Min.Y = min(box.Min.X, r.Min.X), min(box.Min.Y, r.Min.Y)
		box.Max.X, box.Max.Y = max(box.Max.X, r.Max.X), max(box.Max.Y, r.Max.Y)
	}
	return box
}

// Ink is the box of the run's glyphs.
func (r *Run) Ink() image.Rectangle {
	var box image.Rectangle
	for i := range r.Glyphs {
		box = box.Union(r.GlyphInk(i))
	}
	return box
}

// GlyphInk is the box of one glyph.
func (r *Run) GlyphInk(i int) image.Rectangle {
	g := &r.Glyphs[i]
	o := g.Font.Outline(g.ID)
	if o.MaxX <= o.MinX {
		return image.Rectangle{}
	}
	x, y := r.X+float64(g.X*r.Size), r.Y+float64(g.Y*r.Size)
	const hair = 0.06 // of a pixel: less than one step of coverage
	return image.Rect(
		floor(x+float64(o.MinX*r.Size)+hair), floor(y+float64(o.MinY*r.Size)+hair),
		ceil(x+float64(o.MaxX*r.Size)-hair), ceil(y+float64(o.MaxY*r.Size)-hair))
}

func (p *Path) ink() image.Rectangle {
	var box image.Rectangle
	half := p.Width / 2
	for _, pt := range p.Points {
		x, y := float64(pt.X), float64(pt.Y)
		box = box.Union(image.Rect(floor(x-half), floor(y-half), ceil(x+half), ceil(y+half)))
	}
	return box
}

// Under is the set of colours that node n stands on. Marks stand on grounds
// alone; text may stand on marks too.
func (s *Scene) Under(n int) []color.RGBA {
	box := s.Nodes[n].Ink()
	words := s.Nodes[n].Role == Words
	var under []color.RGBA
	left := []image.Rectangle{box.Intersect(image.Rect(0, 0, s.W, s.H))}
	var rest []image.Rectangle
	for i := n - 1; i >= 0 && len(left) > 0; i-- {
		if !words && s.Nodes[i].Role != Ground {
			continue
		}
		if pic := s.Nodes[i].Picture; pic != nil && overlapsAny(left, pic.Rect) {
			under = append(under, pic.Extremes(left...)...)
			left, rest = cover(left, rest[:0], pic.Rect)
			continue
		}
		for _, r := range s.Nodes[i].Rects {
			if !overlapsAny(left, r) {
				continue
			}
			left, rest = cover(left, rest[:0], r)
			under = append(under, s.Nodes[i].Color)
		}
	}
	return under
}

// cover takes r out of every rectangle of left, into rest.
func cover(left, rest []image.Rectangle, r image.Rectangle) (now, free []image.Rectangle) {
	for _, l := range left {
		rest = subtract(rest, l, r)
	}
	return rest, left
}

// Extremes are the lightest and the darkest pixel within the rectangles: what
// contrasts with both contrasts with all between.
func (p *Picture) Extremes(rs ...image.Rectangle) []color.RGBA {
	lo, hi := math.Inf(1), math.Inf(-1)
	ends := make([]color.RGBA, 2)
	for _, r := range rs {
		r = r.Intersect(p.Rect)
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				c := p.RGBAAt(x, y)
				l := colour.Luminance(c)
				if l < lo {
					lo, ends[0] = l, c
				}
				if l > hi {
					hi, ends[1] = l, c
				}
			}
		}
	}
	return ends
}

// Dots is a picture of two colours alone with these as its palette; nil for others.
func (p *Picture) Dots() *image.Paletted {
	first := p.RGBAAt(p.Rect.Min.X, p.Rect.Min.Y)
	out := image.NewPaletted(p.Rect, color.Palette{first})
	for y := p.Rect.Min.Y; y < p.Rect.Max.Y; y++ {
		for x := p.Rect.Min.X; x < p.Rect.Max.X; x++ {
			switch c := p.RGBAAt(x, y); {
			case c == first:
			case len(out.Palette) == 1:
				out.Palette = append(out.Palette, c)
				fallthrough
			case c == out.Palette[1]:
				out.SetColorIndex(x, y, 1)
			default:
				return nil
			}
		}
	}
	return out
}

func overlapsAny(rs []image.Rectangle, b image.Rectangle) bool {
	for _, r := range rs {
		if r.Overlaps(b) {
			return true
		}
	}
	return false
}

// subtract appends what remains of a without b.
func subtract(rest []image.Rectangle, a, b image.Rectangle) []image.Rectangle {
	if !a.Overlaps(b) {
		return append(rest, a)
	}
	b = b.Intersect(a)
	for _, p := range [4]image.Rectangle{
		image.Rect(a.Min.X, a.Min.Y, a.Max.X, b.Min.Y),
		image.Rect(a.Min.X, b.Max.Y, a.Max.X, a.Max.Y),
		image.Rect(a.Min.X, b.Min.Y, b.Min.X, b.Max.Y),
		image.Rect(b.Max.X, b.Min.Y, a.Max.X, b.Max.Y),
	} {
		if !p.Empty() {
			rest = append(rest, p)
		}
	}
	return rest
}

func floor(v float64) int {
	i := int(v)
	if float64(i) > v {
		i--
	}
	return i
}

func ceil(v float64) int { return -floor(-v) }

// Lit is the nodes with only the first n of their marks in their own colour
// and the others idle.
func (s *Scene) Lit(n int) []Node {
	var out []Node
	for _, node := range s.Nodes {
		if node.Idle.A == 0 {
			out = append(out, node)
			continue
		}
		k := min(n, len(node.Rects))
		j := min(n-k, len(node.Polygons))
		n -= k + j
		lit, idle := node, node
		lit.Rects, lit.Polygons = node.Rects[:k], node.Polygons[:j]
		idle.Rects, idle.Polygons = node.Rects[k:], node.Polygons[j:]
		idle.Color = node.Idle
		for _, half := range []Node{lit, idle} {
			if len(half.Rects)+len(half.Polygons) > 0 {
				out = append(out, half)
			}
		}
	}
	return out
}

// Add draws another scene with its corner at p.
func (s *Scene) Add(o *Scene, p image.Point) {
	dx, dy := float32(p.X), float32(p.Y)
	moved := func(pts []text.Point) []text.Point {
		out := make([]text.Point, len(pts))
		for i, q := range pts {
			out[i] = text.Point{X: q.X + dx, Y: q.Y + dy}
		}
		return out
	}
	for _, n := range o.Nodes {
		for i, rs := 0, n.Rects; i < len(rs); i++ {
			if i == 0 {
				n.Rects = make([]image.Rectangle, len(rs))
			}
			n.Rects[i] = rs[i].Add(p)
		}
		for i, ps := 0, n.Polygons; i < len(ps); i++ {
			if i == 0 {
				n.Polygons = make([][]text.Point, len(ps))
			}
			n.Polygons[i] = moved(ps[i])
		}
		if n.Glyphs != nil {
			run := *n.Glyphs
			run.X, run.Y = run.X+float64(p.X), run.Y+float64(p.Y)
			n.Glyphs = &run
		}
		if n.Path != nil {
			n.Path = &Path{Points: moved(n.Path.Points), Width: n.Path.Width, Cut: n.Path.Cut}
		}
		if n.Picture != nil {
			pix := *n.Picture.RGBA
			pix.Rect = pix.Rect.Add(p)
			n.Picture = &Picture{RGBA: &pix, Alt: n.Picture.Alt}
		}
		s.Nodes = append(s.Nodes, n)
	}
}
