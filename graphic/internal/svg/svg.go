// Package svg writes a scene as SVG: every glyph once as a path, then used
// where it stands, so that the file needs no fonts.
package svg

import (
	"bufio"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Write writes s with a title and a description for those who cannot see it.
func Write(w io.Writer, s *scene.Scene, lang, title, desc string) error {
	e := &encoder{w: bufio.NewWriter(w), ids: make(map[glyph]int)}
	e.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-labelledby="t d" lang="%s" xml:lang="%[5]s">`,
		s.W, s.H, s.W, s.H, escape(lang))
	e.printf("\n<title id=\"t\">%s</title>\n<desc id=\"d\">%s</desc>\n", escape(title), escape(desc))
	e.defs(s)
	for i := range s.Nodes {
		e.node(&s.Nodes[i])
	}
	e.printf("</svg>\n")
	return e.w.Flush()
}

type glyph struct {
	font *text.Font
	id   text.ID
}

type encoder struct {
	w   *bufio.Writer
	ids map[glyph]int
}

func (e *encoder) printf(format string, args ...any) { fmt.Fprintf(e.w, format, args...) }

func (e *encoder) defs(s *scene.Scene) {
	e.printf("<defs>\n")
	for i := range s.Nodes {
		if r := s.Nodes[i].Glyphs; r != nil {
			for j := range r.Glyphs {
				e.define(&r.Glyphs[j])
			}
		}
	}
	e.printf("</defs>\n")
}

// define writes a glyph's outline in thousandths of an em.
func (e *encoder) define(g *text.Glyph) {
	k := glyph{g.Font, g.ID}
	if _, ok := e.ids[k]; ok {
		return
	}
	e.ids[k] = len(e.ids)
	o := g.Font.Outline(g.ID)
	if len(o.Segments) == 0 {
		return
	}
	e.printf(`<path id="g%d" d="`, e.ids[k])
	for i := range o.Segments {
		e.segment(&o.Segments[i], i > 0)
	}
	e.printf("Z\"/>\n")
}

func (e *encoder) segment(s *text.Segment, open bool) {
	letter, points := "L", 1
	switch s.Op {
	case text.MoveTo:
		if open {
			e.printf("Z")
		}
		letter = "M"
	case text.QuadTo:
		letter, points = "Q", 2
	case text.CubeTo:
		letter, points = "C", 3
	}
	e.printf("%s", letter)
	for i := range points {
		if i > 0 {
			e.printf(" ")
		}
		e.printf("%s %s", number(float64(s.P[i].X)*1000, 0), number(float64(s.P[i].Y)*1000, 0))
	}
}

func (e *encoder) node(n *scene.Node) {
	switch {
	case n.Glyphs != nil:
		e.run(n.Glyphs, n.Color, n.Fade)
	case n.Path != nil:
		e.printf(`<polyline fill="none" stroke="%s" stroke-width="%s" points="`, hex(n.Color), number(n.Path.Width, 2))
		for i, p := range n.Path.Points {
			if i > 0 {
				e.printf(" ")
			}
			e.printf("%s,%s", number(float64(p.X), 2), number(float64(p.Y), 2))
		}
		e.printf("\"/>\n")
	case n.Picture != nil:
		e.picture(n.Picture)
	case n.Polygons != nil:
		e.printf(`<path fill="%s" d="`, hex(n.Color))
		for _, pts := range n.Polygons {
			op := "M"
			for _, p := range pts {
				e.printf("%s%s %s", op, number(float64(p.X), 2), number(float64(p.Y), 2))
				op = "L"
			}
			e.printf("z")
		}
		e.printf("\"/>\n")
	default:
		e.printf(`<path fill="%s" shape-rendering="crispEdges" d="`, hex(n.Color))
		for _, r := range n.Rects {
			e.rect(r)
		}
		e.printf("\"/>\n")
	}
}

// picture embeds the pixels, so that the file needs no other. Dots of two colours
// are kept sharp.
func (e *encoder) picture(p *scene.Picture) {
	kind, dots := "jpeg", p.Dots()
	if dots != nil {
		kind = "png"
	}
	e.printf(`<image x="%d" y="%d" width="%d" height="%d" href="data:image/%s;base64,`, p.Rect.Min.X, p.Rect.Min.Y, p.Rect.Dx(), p.Rect.Dy(), kind)
	b := base64.NewEncoder(base64.StdEncoding, e.w)
	if dots != nil {
		png.Encode(b, dots)
	} else {
		jpeg.Encode(b, p.RGBA, &jpeg.Options{Quality: 90}) // e.w keeps the first error until Flush
	}
	b.Close()
	e.printf("\"/>\n")
}

func (e *encoder) rect(r image.Rectangle) {
	e.printf("M%d %dh%dv%dh%dz", r.Min.X, r.Min.Y, r.Dx(), r.Dy(), -r.Dx())
}

func (e *encoder) run(r *scene.Run, c color.RGBA, fade uint8) {
	e.printf(`<g fill="%s"`, hex(c))
	if fade > 0 {
		e.printf(` fill-opacity="%s"`, number(1-float64(fade)/255, 3))
	}
	e.printf(">")
	scale := number(r.Size/1000, 5)
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		if len(g.Font.Outline(g.ID).Segments) == 0 {
			continue
		}
		e.printf(`<use href="#g%d" transform="translate(%s %s) scale(%s)"/>`, e.ids[glyph{g.Font, g.ID}],
			number(r.X+float64(g.X*r.Size), 2), number(r.Y+float64(g.Y*r.Size), 2), scale)
	}
	e.printf("</g>\n")
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// number is short and the same on every machine.
func number(v float64, digits int) string {
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if digits > 0 {
		for s[len(s)-1] == '0' {
			s = s[:len(s)-1]
		}
		if s[len(s)-1] == '.' {
			s = s[:len(s)-1]
		}
	}
	if s == "-0" {
		return "0"
	}
	return s
}

func escape(s string) string {
	var b stringWriter
	xml.EscapeText(&b, []byte(s)) // it does not fail
	return string(b)
}

type stringWriter []byte

func (b *stringWriter) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}
