package graphic

import "math"

// mapLabel is what is said of an end of a journey, line below line.
type mapLabel struct {
	lines     []Setting
	w, h, gap float64
}

// A mapLine is a field of a map and what it says.
type mapLine struct{ at, says string }

// How wide a label of a map may be, in its own size: as wide, and as narrow where
// that leaves it nearer.
const (
	labelWide   = 11
	labelNarrow = 5
)

// labelNear is how far in units from its spot a label may stand that could say
// less.
const labelNear = 24

// labelApart is the space in units between a label and words beside it.
const labelApart = 1.2

// newMapLabel sets the lines that say something, the first of them bold.
func newMapLabel(k *Canvas, lines []mapLine, wide float64) mapLabel {
	size, face := max(k.Floor(), 4.2*k.Unit()), FaceLabel
	l := mapLabel{gap: 0.42 * size}
	for _, line := range lines {
		if line.says == "" {
			continue
		}
		s := k.Text(k.field+"."+line.at, line.says, face).Set(size, wide*size)
		l.lines, face = append(l.lines, s), FaceBody
		l.w = max(l.w, s.Wide)
		l.h += s.Height + s.Under() + l.gap
	}
	l.h -= l.gap
	return l
}

// label is what stands at an end of a journey, and where: as many of the lines,
// but no fewer than some, as leave it near and beside that journey; where none
// does, what comes nearest.
func (g *mapGeometry) label(k *Canvas, e terminus, taken []Area) (best mapLabel, at Area, ok bool) {
	least := math.Inf(1)
	for _, wide := range []float64{labelWide, labelNarrow} {
		for n := len(e.lines); n >= e.least; n-- {
			l := newMapLabel(k, e.lines[:n], wide)
			a, fits := l.place(k, g, taken, e.spot)
			off := a.from(e.spot)
			switch {
			case fits && off <= labelNear*k.Unit() && g.nearest(a) == e.route:
				return l, a, true
			case fits && off < least:
				best, at, least, ok = l, a, off, true
			}
		}
	}
	return best, at, ok
}

// place finds the free place nearest to a spot.
func (l *mapLabel) place(k *Canvas, g *mapGeometry, taken []Area, at Spot) (best Area, ok bool) {
	safe, u := k.safe(), k.Unit()
	top, bottom := float64(safe.Min.Y)+u, float64(safe.Max.Y)-u
	if k.c.f.deep {
		bottom = linkAt * u
	}
	least := math.Inf(1)
	for y := top; y+l.h < bottom; y += 1.5 * u {
		for x := float64(safe.Min.X) + 1; x+l.w < float64(safe.Max.X); x += 1.5 * u {
			a := Area{x, y, l.w, l.h}
			wide := Area{x - labelApart*u, y, l.w + 2*labelApart*u, l.h}
			if d := a.from(at); d < least && !wide.meetsAny(taken) && g.free(a, 1.6*u) {
				least, best, ok = d, a, true
			}
		}
	}
	return best, ok
}

// from is how far a spot is from an area.
func (a Area) from(s Spot) float64 {
	return math.Hypot(a.apart(s))
}

// apart is the same across and down.
func (a Area) apart(s Spot) (dx, dy float64) {
	return max(0, a.X-s.X, s.X-a.X-a.W), max(0, a.Y-s.Y, s.Y-a.Y-a.H)
}

func (a Area) meetsAny(others []Area) bool {
	for _, o := range others {
		if a.X < o.X+o.W && o.X < a.X+a.W && a.Y < o.Y+o.H && o.Y < a.Y+a.H {
			return true
		}
	}
	return false
}

// draw sets the label at an area of the map, which is not mirrored.
func (l *mapLabel) draw(k *Canvas, a Area) {
	if k.pen.Scheme.Land.Name == "" {
		m := 0.8 * k.Unit()
		k.Rect(ToneGround, k.mirrored(Area{a.X - m, a.Y - m, a.W + 2*m, a.H + 2*m}))
	}
	x, y := k.mirrored(a).X, a.Y
	for _, s := range l.lines {
		k.Draw(s, ToneText, x, y)
		y += s.Height + s.Under() + l.gap
	}
}
