package graphic

import (
	"image"
	"image/color"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// A mark is what of a card is lit at once. From the first frame on it stands
// in its place, idle, so that every frame shows all there are.
//
// Nothing here knows a block. What it draws with an idle colour
// ([scene.Node.Idle]) are its marks, one after the other as they are drawn: a
// rectangle, the four of an outline, the stripes of a hatched bar, a polygon.
// So do the bars of a chart, the days of a calendar, and a line that is drawn
// in pieces. All else stands from the start, and words appear together.
type mark struct {
	box   image.Rectangle
	node  int // of the scene
	until int // rectangles or polygons of the node up to its last
	idle  []image.Rectangle
	color color.RGBA // idle
}

// The outline of a bar that is not lit, and what has to be free within it so
// that it does not close up, in px.
const (
	outlineLeast = 2
	outlineMost  = 4
	outlineFree  = 3
)

// marksOf are the marks of a scene in the order they are drawn in.
func marksOf(s *scene.Scene) (out []mark) {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Idle.A == 0 {
			continue
		}
		idle := n.Idle
		if idle == n.Color { // in one ink
			idle = dimmed(n.Color, s.Under(i))
		}
		for at := 0; at < len(n.Rects); {
			k := together(n.Rects[at:])
			m := mark{node: i, until: at + k, idle: n.Rects[at:][:k], color: idle}
			for _, r := range m.idle {
				m.box = m.box.Union(r)
			}
			if k == 1 {
				m.idle = hollow(m.box)
			}
			out = append(out, m)
			at += k
		}
		for k, pts := range n.Polygons {
			out = append(out, mark{box: scene.Bounds(pts), node: i, until: k + 1, color: idle})
		}
	}
	return out
}

// together is how many rectangles make up the first mark: the four of an
// outline, the stripes of a hatched bar, or one.
func together(rs []image.Rectangle) int {
	if len(rs) >= 4 {
		box := rs[0].Union(rs[1])
		if rs[2].Union(rs[3]) == image.Rect(box.Min.X, rs[0].Max.Y, box.Max.X, rs[1].Min.Y) {
			return 4
		}
	}
	n := 1
	for step := image.Pt(0, 2*rs[0].Dy()); n < len(rs) && rs[n] == rs[n-1].Add(step); {
		n++
	}
	return n
}

// hollow is the outline of a bar, or the bar where it is too thin for one.
func hollow(r image.Rectangle) []image.Rectangle {
	side := min(r.Dx(), r.Dy())
	line := min(max(side/5, outlineLeast), outlineMost)
	if side < 2*line+outlineFree {
		return []image.Rectangle{r}
	}
	in := r.Inset(line)
	return []image.Rectangle{
		{r.Min, image.Pt(r.Max.X, in.Min.Y)}, {image.Pt(r.Min.X, in.Max.Y), r.Max},
		{image.Pt(r.Min.X, in.Min.Y), image.Pt(in.Min.X, in.Max.Y)}, {image.Pt(in.Max.X, in.Min.Y), image.Pt(r.Max.X, in.Max.Y)},
	}
}

// dimmed is a colour half way to what it stands on.
func dimmed(c color.RGBA, under []color.RGBA) color.RGBA {
	if len(under) == 0 {
		return c
	}
	return mixed(c, under[0], 128)
}

// mixed is a colour with so many of 255 parts of another.
func mixed(c, other color.RGBA, parts int) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(255-parts) + int(b)*parts) / 255) }
	return color.RGBA{mix(c.R, other.R), mix(c.G, other.G), mix(c.B, other.B), 255}
}

// light appends a node with the first lit of its marks lit and the others
// idle.
func light(nodes []scene.Node, n scene.Node, marks []mark, lit int) []scene.Node {
	until := 0
	if lit > 0 {
		until = marks[lit-1].until
	}
	on, off := n, n
	on.Rects, on.Polygons = n.Rects[:min(until, len(n.Rects))], n.Polygons[:min(until, len(n.Polygons))]
	off.Rects, off.Polygons = nil, n.Polygons[len(on.Polygons):]
	for _, m := range marks[lit:] {
		off.Color = m.color
		off.Rects = append(off.Rects, m.idle...)
	}
	for _, half := range []scene.Node{on, off} {
		if len(half.Rects)+len(half.Polygons) > 0 {
			nodes = append(nodes, half)
		}
	}
	return nodes
}

// lighting is the take's scene with the first n of its marks lit.
func (t *take) lighting(n int) (nodes []scene.Node) {
	rest := t.marks
	for i, node := range t.scene.Nodes {
		k := 0
		for k < len(rest) && rest[k].node == i {
			k++
		}
		if k == 0 {
			nodes = append(nodes, node)
			continue
		}
		nodes = light(nodes, node, rest[:k], min(k, n))
		n, rest = n-min(k, n), rest[k:]
	}
	return nodes
}

// apart reports whether no mark's box lies over another's, so that each can be
// lit by itself.
func apart(marks []mark) bool {
	boxes := make([]image.Rectangle, len(marks))
	for i, m := range marks {
		boxes[i] = m.box
	}
	slices.SortFunc(boxes, func(a, b image.Rectangle) int { return a.Min.Y - b.Min.Y })
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if b.Min.Y >= a.Max.Y {
				break
			}
			if a.Overlaps(b) {
				return false
			}
		}
	}
	return true
}
