package logo

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// matrix is an affine transform: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

func (m matrix) of(p Point) Point {
	return Point{m[0]*p.X + m[2]*p.Y + m[4], m[1]*p.X + m[3]*p.Y + m[5]}
}

// times is m after n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

// style is what an element inherits.
type style struct {
	to      matrix
	fill    color.RGBA
	none    bool
	evenOdd bool
}

// silent are elements that paint nothing and hold nothing that is painted.
var silent = []string{"title", "desc", "metadata", "style", "namedview"}

// Parse reads an SVG file. Errors are *[Error].
func Parse(data []byte) (*Art, error) {
	s := &svg{d: xml.NewDecoder(bytes.NewReader(data)), classes: classes(data)}
	art := &Art{}
	for {
		t, err := s.d.Token()
		if err != nil {
			return nil, &Error{Broken, ""}
		}
		root, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if root.Name.Local != "svg" {
			return nil, &Error{Broken, ""}
		}
		to, err := art.box(root)
		if err != nil {
			return nil, err
		}
		st, err := s.styled(root, style{to: to, fill: color.RGBA{A: 255}})
		if err != nil {
			return nil, err
		}
		if err := s.within(root, st, art); err != nil {
			return nil, err
		}
		if len(art.Areas) == 0 {
			return nil, &Error{Empty, ""}
		}
		return art, nil
	}
}

type svg struct {
	d       *xml.Decoder
	classes map[string]string
	points  int
}

// rule is one of a file's own sheet of styles, for elements of a class.
var rule = regexp.MustCompile(`\.([\w-]+(?:\s*,\s*\.[\w-]+)*)\s*\{([^}]*)\}`)

// classes are the declarations of each class.
func classes(data []byte) map[string]string {
	out := make(map[string]string)
	for _, m := range rule.FindAllSubmatch(data, -1) {
		for name := range strings.SplitSeq(string(m[1]), ",") {
			out[strings.TrimPrefix(strings.TrimSpace(name), ".")] += string(m[2]) + ";"
		}
	}
	return out
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// box sets the size of the art, and returns what moves its corner to the origin.
func (a *Art) box(e xml.StartElement) (matrix, error) {
	var v []float64
	for _, f := range strings.FieldsFunc(attribute(e, "viewBox"), func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return matrix{}, &Error{Broken, "viewBox"}
		}
		v = append(v, n)
	}
	if len(v) == 0 {
		v = []float64{0, 0, length(attribute(e, "width")), length(attribute(e, "height"))}
	}
	if len(v) != 4 || !(v[2] > 0 && v[3] > 0 && v[2] < 1e6 && v[3] < 1e6) {
		return matrix{}, &Error{Broken, "viewBox"}
	}
	a.W, a.H = v[2], v[3]
	return matrix{1, 0, 0, 1, -v[0], -v[1]}, nil
}

// length is a number of px; NaN where it has another unit.
func length(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// within reads what stands in an element, to its end.
func (s *svg) within(e xml.StartElement, st style, art *Art) error {
	for {
		t, err := s.d.Token()
		if errors.Is(err, io.EOF) || err != nil {
			return &Error{Broken, ""}
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if err := s.element(t, st, art); err != nil {
				return err
			}
		}
	}
}

func (s *svg) element(e xml.StartElement, st style, art *Art) error {
	name := e.Name.Local
	switch {
	case slices.Contains(silent, name) || name == "defs" || e.Name.Space != "" && e.Name.Space != "http://www.w3.org/2000/svg":
		return s.skip()
	case attribute(e, "display") == "none":
		return s.skip()
	}
	st, err := s.styled(e, st)
	if err != nil {
		return err
	}
	if name == "g" {
		return s.within(e, st, art)
	}
	p := &pen{to: st.to}
	if err := p.shape(e); err != nil {
		return err
	}
	if err := s.add(p.contours, st, art); err != nil {
		return err
	}
	return s.skip()
}

func (s *svg) skip() error {
	if err := s.d.Skip(); err != nil {
		return &Error{Broken, ""}
	}
	return nil
}

// add appends an area of contours that enclose something.
func (s *svg) add(contours [][]Point, st style, art *Art) error {
	if st.none {
		return nil
	}
	var kept [][]Point
	for _, c := range contours {
		s.points += len(c)
		if len(c) > 2 {
			kept = append(kept, c)
		}
	}
	if s.points > mostPoints || len(art.Areas) == mostAreas {
		return &Error{Large, ""}
	}
	if len(kept) == 0 {
		return nil
	}
	if st.evenOdd {
		kept = oriented(kept)
	}
	art.Areas = append(art.Areas, Area{st.fill, kept})
	return nil
}

// shape draws what an element is.
func (p *pen) shape(e xml.StartElement) error {
	n := func(name string) float64 {
		if attribute(e, name) == "" {
			return 0
		}
		return length(attribute(e, name))
	}
	switch e.Name.Local {
	case "path":
		return p.path(attribute(e, "d"))
	case "polygon", "polyline":
		return p.path("M" + attribute(e, "points"))
	case "circle":
		return p.oval(n("cx"), n("cy"), n("r"), n("r"))
	case "ellipse":
		return p.oval(n("cx"), n("cy"), n("rx"), n("ry"))
	case "rect":
		return p.rect(n("x"), n("y"), n("width"), n("height"), n("rx"), n("ry"))
	}
	return foreign("<" + e.Name.Local + ">")
}

func (p *pen) oval(x, y, rx, ry float64) error {
	if math.IsNaN(x + y + rx + ry) {
		return &Error{Broken, "circle"}
	}
	p.move(Point{x + rx, y})
	p.arc(rx, ry, 0, false, true, Point{x - rx, y})
	p.arc(rx, ry, 0, false, true, Point{x + rx, y})
	return nil
}

func (p *pen) rect(x, y, w, h, rx, ry float64) error {
	if math.IsNaN(x + y + w + h + rx + ry) {
		return &Error{Broken, "rect"}
	}
	if rx == 0 {
		rx = ry
	} else if ry == 0 {
		ry = rx
	}
	rx, ry = min(rx, w/2), min(ry, h/2)
	p.move(Point{x + rx, y})
	for _, side := range [4][2]Point{
		{{x + w - rx, y}, {x + w, y + ry}}, {{x + w, y + h - ry}, {x + w - rx, y + h}},
		{{x + rx, y + h}, {x, y + h - ry}}, {{x, y + ry}, {x + rx, y}},
	} {
		p.line(side[0])
		p.arc(rx, ry, 0, false, true, side[1])
	}
	return nil
}

// styled is the style of an element in that of what holds it: its attributes,
// then its class, then its own declarations.
func (s *svg) styled(e xml.StartElement, st style) (style, error) {
	var all [][2]string
	for _, a := range e.Attr {
		if a.Name.Space == "" {
			all = append(all, [2]string{a.Name.Local, a.Value})
		}
	}
	own := attribute(e, "style")
	for name := range strings.FieldsSeq(attribute(e, "class")) {
		own = s.classes[name] + ";" + own
	}
	for d := range strings.SplitSeq(own, ";") {
		if name, value, ok := strings.Cut(d, ":"); ok {
			all = append(all, [2]string{strings.TrimSpace(name), value})
		}
	}
	for _, a := range all {
		if err := st.set(a[0], strings.TrimSpace(a[1])); err != nil {
			return st, err
		}
	}
	return st, nil
}

// set applies one attribute. What would change the picture and is not read is an
// error.
func (st *style) set(name, value string) error {
	switch name {
	case "fill":
		var ok bool
		st.none = value == "none" || value == "transparent"
		if st.fill, ok = paint(value); !ok && !st.none {
			return foreign("fill: " + value)
		}
	case "fill-rule":
		st.evenOdd = value == "evenodd"
	case "transform":
		m, ok := transform(value)
		if !ok {
			return foreign("transform: " + value)
		}
		st.to = st.to.times(m)
	case "opacity", "fill-opacity":
		if v, err := strconv.ParseFloat(value, 64); err != nil || v != 1 {
			return foreign(name)
		}
	case "stroke":
		if value != "none" {
			return foreign(name)
		}
	case "filter", "mask", "clip-path", "mix-blend-mode":
		if value != "none" && value != "normal" {
			return foreign(name)
		}
	}
	return nil
}

// paint is an opaque colour.
func paint(s string) (color.RGBA, bool) {
	black := color.RGBA{A: 255}
	s = strings.ToLower(s)
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		v, err := strconv.ParseUint(hex, 16, 32)
		return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, err == nil && len(hex) == 6
	}
	if in, ok := strings.CutPrefix(s, "rgb("); ok {
		var c [3]uint8
		parts := strings.Split(strings.TrimSuffix(in, ")"), ",")
		for i := range c {
			if len(parts) != 3 {
				return black, false
			}
			v, err := strconv.ParseUint(strings.TrimSpace(parts[i]), 10, 8)
			if err != nil {
				return black, false
			}
			c[i] = uint8(v)
		}
		return color.RGBA{c[0], c[1], c[2], 255}, true
	}
	if s == "currentcolor" {
		return black, true
	}
	c, ok := colornames.Map[s]
	return c, ok
}

var call = regexp.MustCompile(`(\w+)\s*\(([^)]*)\)`)

// transform reads matrix, translate, scale and rotate.
func transform(s string) (matrix, bool) {
	out := matrix{1, 0, 0, 1, 0, 0}
	for _, m := range call.FindAllStringSubmatch(s, -1) {
		var v []float64
		r := &reader{m[2]}
		for r.space(); r.s != ""; r.space() {
			n, ok := r.number()
			if !ok {
				return out, false
			}
			v = append(v, n)
		}
		one, ok := single(m[1], v)
		if !ok {
			return out, false
		}
		out = out.times(one)
	}
	return out, strings.TrimSpace(strings.ReplaceAll(call.ReplaceAllString(s, ""), ",", "")) == ""
}

func single(name string, v []float64) (matrix, bool) {
	switch n := len(v); {
	case name == "matrix" && n == 6:
		return matrix(v), true
	case name == "translate" && n == 1:
		return matrix{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && n == 2:
		return matrix{1, 0, 0, 1, v[0], v[1]}, true
	case name == "scale" && n == 1:
		return matrix{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && n == 2:
		return matrix{v[0], 0, 0, v[1], 0, 0}, true
	case name == "rotate" && (n == 1 || n == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		turn := matrix{cos, sin, -sin, cos, 0, 0}
		if n == 1 {
			return turn, true
		}
		return matrix{1, 0, 0, 1, v[1], v[2]}.times(turn).times(matrix{1, 0, 0, 1, -v[1], -v[2]}), true
	}
	return matrix{}, false
}
