package graphic

import (
	"math"
)

// A mapLabel is a place's name and what is said of it, below one another.
type mapLabel struct {
	name, one, two Setting
	w, h, gap      float64
}

// labelWide is how wide a label of a map may be, in its own size.
const labelWide = 11

func newMapLabel(k *Canvas, nameAt, name, oneAt, one, twoAt, two string) mapLabel {
	size := max(k.Floor(), 4.2*k.Unit())
	set := func(at, s string, face Face) Setting {
		if s == "" {
			return Setting{}
		}
		return k.Text(k.field+"."+at, s, face).Set(size, labelWide*size)
	}
	l := mapLabel{name: set(nameAt, name, FaceLabel), gap: 0.42 * size}
	if k.c.f.Landscape() { // large type: what the marks are, before where
		if oneAt == "" || one == "" {
			oneAt, one = nameAt, name
		}
		l.name = set(oneAt, one, FaceLabel)
	} else {
		l.one, l.two = set(oneAt, one, FaceBody), set(twoAt, two, FaceBody)
	}
	for _, s := range l.settings() {
		l.w = max(l.w, s.Wide)
		l.h += s.Height + s.Under() + l.gap
	}
	l.h -= l.gap
	return l
}

func (l *mapLabel) settings() []Setting {
	var out []Setting
	for _, s := range []Setting{l.name, l.one, l.two} {
		if s.Text != nil && s.Lines() > 0 {
			out = append(out, s)
		}
	}
	return out
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
			if d := a.from(at); d < least && !a.meetsAny(taken) && g.free(a, 1.6*u) {
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
	for _, s := range l.settings() {
		k.Draw(s, ToneText, x, y)
		y += s.Height + s.Under() + l.gap
	}
}
