package logo

import (
	"math"
	"strconv"
	"strings"
)

// steps is into how many lines a curve is cut: a mark is a few hundred px high.
const steps = 16

// A pen draws contours.
type pen struct {
	to       matrix
	contours [][]Point
	at, from Point // where it is, and where the contour began
	control  Point // of the last curve, for those that go on smoothly
}

func (p *pen) move(q Point) {
	p.at, p.from, p.control = q, q, q
	p.contours = append(p.contours, []Point{p.to.of(q)})
}

func (p *pen) line(q Point) {
	if len(p.contours) == 0 {
		p.move(p.at)
	}
	last := len(p.contours) - 1
	p.contours[last] = append(p.contours[last], p.to.of(q))
	p.at, p.control = q, q
}

func (p *pen) close() {
	p.at, p.control = p.from, p.from
	if n := len(p.contours); n > 0 && len(p.contours[n-1]) > 1 {
		p.contours = append(p.contours, []Point{p.to.of(p.from)})
	}
}

func (p *pen) cubic(b, c, d Point) {
	a := p.at
	for i := 1; i <= steps; i++ {
		t := float64(i) / steps
		s := 1 - t
		k := [4]float64{s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t}
		p.line(Point{k[0]*a.X + k[1]*b.X + k[2]*c.X + k[3]*d.X, k[0]*a.Y + k[1]*b.Y + k[2]*c.Y + k[3]*d.Y})
	}
	p.control = c
}

func (p *pen) quadratic(b, c Point) {
	a := p.at
	third := func(from, to Point) Point { return Point{from.X + (to.X-from.X)*2/3, from.Y + (to.Y-from.Y)*2/3} }
	p.cubic(third(a, b), third(c, b), c)
	p.control = b
}

// arc is SVG's elliptical arc to a point (SVG 1.1, appendix F.6.5).
func (p *pen) arc(rx, ry, turn float64, large, sweep bool, to Point) {
	a := p.at
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || a == to {
		p.line(to)
		return
	}
	sin, cos := math.Sincos(turn * math.Pi / 180)
	dx, dy := (a.X-to.X)/2, (a.Y-to.Y)/2
	x, y := cos*dx+sin*dy, cos*dy-sin*dx
	if grow := x*x/(rx*rx) + y*y/(ry*ry); grow > 1 {
		rx, ry = rx*math.Sqrt(grow), ry*math.Sqrt(grow)
	}
	over := rx*rx*y*y + ry*ry*x*x
	f := math.Sqrt(max(0, (rx*rx*ry*ry-over)/over))
	if large == sweep {
		f = -f
	}
	cx, cy := f*rx*y/ry, -f*ry*x/rx
	mid := Point{cos*cx - sin*cy + (a.X+to.X)/2, sin*cx + cos*cy + (a.Y+to.Y)/2}
	start := math.Atan2((y-cy)/ry, (x-cx)/rx)
	sweepBy := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - start
	if sweep && sweepBy < 0 {
		sweepBy += 2 * math.Pi
	} else if !sweep && sweepBy > 0 {
		sweepBy -= 2 * math.Pi
	}
	n := max(2, int(math.Ceil(math.Abs(sweepBy)/(math.Pi/2)*steps)))
	for i := 1; i < n; i++ {
		s, c := math.Sincos(start + sweepBy*float64(i)/float64(n))
		p.line(Point{mid.X + cos*rx*c - sin*ry*s, mid.Y + sin*rx*c + cos*ry*s})
	}
	p.line(to)
}

// A reader takes a path's data apart.
type reader struct{ s string }

func (r *reader) space() { r.s = strings.TrimLeft(r.s, " \t\r\n,") }

// number reads one, as "1.5", "-.5" or "1e3".
func (r *reader) number() (float64, bool) {
	r.space()
	i, dot, exp := 0, false, false
	for ; i < len(r.s); i++ {
		c := r.s[i]
		switch {
		case c >= '0' && c <= '9':
		case (c == '-' || c == '+') && (i == 0 || r.s[i-1] == 'e' || r.s[i-1] == 'E'):
		case c == '.' && !dot && !exp:
			dot = true
		case (c == 'e' || c == 'E') && i > 0 && !exp:
			exp = true
		default:
			goto end
		}
	}
end:
	v, err := strconv.ParseFloat(r.s[:i], 64)
	r.s = r.s[i:]
	return v, err == nil && math.Abs(v) < 1e6
}

// flag reads one digit, which may stand without a space after it.
func (r *reader) flag() (bool, bool) {
	r.space()
	if r.s == "" || r.s[0] != '0' && r.s[0] != '1' {
		return false, false
	}
	v := r.s[0] == '1'
	r.s = r.s[1:]
	return v, true
}

// counts is how many numbers follow each letter of a path.
var counts = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// path draws a path's data.
func (p *pen) path(data string) error {
	r := &reader{data}
	letter, before := byte(0), byte(0)
	for {
		r.space()
		if r.s == "" {
			return nil
		}
		if c := r.s[0] &^ 0x20; c >= 'A' && c <= 'Z' {
			letter, r.s = r.s[0], r.s[1:]
		} else if letter&^0x20 == 'M' {
			letter ^= 'M' ^ 'L' // further points are lines
		} else if letter&^0x20 == 'Z' {
			return &Error{Broken, "path"}
		}
		kind := letter &^ 0x20
		n, known := counts[kind]
		if !known || before == 0 && kind != 'M' {
			return &Error{Broken, "path"}
		}
		var v [7]float64
		for i := range n {
			ok := false
			if kind == 'A' && (i == 3 || i == 4) {
				var set bool
				if set, ok = r.flag(); set {
					v[i] = 1
				}
			} else {
				v[i], ok = r.number()
			}
			if !ok {
				return &Error{Broken, "path"}
			}
		}
		p.step(kind, letter >= 'a', before, v)
		before = kind
	}
}

// step draws one letter's stretch; before is the letter before it.
func (p *pen) step(kind byte, relative bool, before byte, v [7]float64) {
	origin := Point{}
	if relative {
		origin = p.at
	}
	at := func(i int) Point { return Point{origin.X + v[i], origin.Y + v[i+1]} }
	mirrored := func(kinds string) Point {
		if strings.IndexByte(kinds, before) < 0 {
			return p.at
		}
		return Point{2*p.at.X - p.control.X, 2*p.at.Y - p.control.Y}
	}
	switch kind {
	case 'M':
		p.move(at(0))
	case 'L':
		p.line(at(0))
	case 'H':
		p.line(Point{origin.X + v[0], p.at.Y})
	case 'V':
		p.line(Point{p.at.X, origin.Y + v[0]})
	case 'C':
		p.cubic(at(0), at(2), at(4))
	case 'S':
		p.cubic(mirrored("CS"), at(0), at(2))
	case 'Q':
		p.quadratic(at(0), at(2))
	case 'T':
		p.quadratic(mirrored("QT"), at(0))
	case 'A':
		p.arc(v[0], v[1], v[2], v[3] == 1, v[4] == 1, at(5))
	case 'Z':
		p.close()
	}
}
