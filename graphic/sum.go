package graphic

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"image"
	"image/color"
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Sum is a hash of everything that the card's files are made of: what is drawn
// where, and the words of their metadata. Two cards of one sum give the same
// files from the same version of this package, so that a program may keep what
// it has drawn.
func (g *Graphic) Sum() [sha256.Size]byte {
	h := summer{sha256.New()}
	m := g.meta()
	h.text(m.lang, m.title, m.description, m.alt, m.long, m.source, m.rights, g.card.Headline, g.card.Action.URL)
	for _, b := range g.card.Blocks { // which PDF tells apart
		h.text(fmt.Sprintf("%T", b), b.describe(&g.tongue))
	}
	h.numbers(float64(g.scene.W), float64(g.scene.H), g.format.DPI)
	for i := range g.scene.Nodes {
		h.node(&g.scene.Nodes[i])
	}
	for _, cut := range g.sheet {
		sum := cut.Sum()
		h.Write(sum[:])
	}
	var sum [sha256.Size]byte
	h.Hash.Sum(sum[:0])
	return sum
}

// A summer hashes values, each with its length or in a fixed number of bytes.
type summer struct{ hash.Hash }

func (h summer) text(all ...string) {
	for _, s := range all {
		h.numbers(float64(len(s)))
		h.Write([]byte(s))
	}
}

func (h summer) numbers(all ...float64) {
	var b [8]byte
	for _, v := range all {
		binary.LittleEndian.PutUint64(b[:], math.Float64bits(v))
		h.Write(b[:])
	}
}

func (h summer) color(c color.RGBA) { h.Write([]byte{c.R, c.G, c.B, c.A}) }

func (h summer) node(n *scene.Node) {
	h.text(n.Field)
	h.color(n.Color)
	h.color(n.Idle)
	if n.Goes {
		h.text("goes")
	}
	if n.Compound {
		h.text("compound")
	}
	h.numbers(float64(n.Role), float64(n.Fade), float64(len(n.Rects)), float64(len(n.Polygons)))
	for _, r := range n.Rects {
		h.rect(r)
	}
	for _, pts := range n.Polygons {
		h.points(pts)
	}
	if n.Glyphs != nil {
		h.run(n.Glyphs)
	}
	if n.Path != nil {
		h.numbers(n.Path.Width)
		if n.Path.Cut {
			h.text("cut")
		}
		h.points(n.Path.Points)
	}
	if n.Picture != nil {
		h.text(n.Picture.Alt)
		h.rect(n.Picture.Rect)
		h.Write(n.Picture.Pix)
	}
}

func (h summer) run(r *scene.Run) {
	h.text(r.Text)
	h.numbers(r.X, r.Y, r.Size, float64(len(r.Glyphs)))
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		h.Write(g.Font.Sum[:])
		h.text(g.Text)
		h.numbers(float64(g.ID), g.X, g.Y, g.Advance)
	}
}

func (h summer) points(pts []text.Point) {
	h.numbers(float64(len(pts)))
	for _, p := range pts {
		h.numbers(float64(p.X), float64(p.Y))
	}
}

func (h summer) rect(r image.Rectangle) {
	h.numbers(float64(r.Min.X), float64(r.Min.Y), float64(r.Max.X), float64(r.Max.Y))
}
