package graphic

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"image/color"
	"math"
)

// Sum is a hash of everything that the card's files are made of: what is drawn
// where, and the words of their metadata. Two cards of one sum give the same
// files from the same version of this package, so that a program may keep what
// it has drawn.
func (g *Graphic) Sum() [sha256.Size]byte {
	h := summer{sha256.New()}
	h.text(g.card.Lang.String(), g.card.Headline, g.card.Action.URL, g.Alt())
	h.text(g.card.Source, g.card.AsOf, g.long(), g.card.Rights)
	h.numbers(float64(g.scene.W), float64(g.scene.H), g.format.DPI)
	for i := range g.scene.Nodes {
		n := &g.scene.Nodes[i]
		h.text(n.Field)
		h.color(n.Color)
		h.color(n.Idle)
		h.numbers(float64(n.Role), float64(n.Fade), float64(len(n.Rects)), float64(len(n.Polygons)))
		for _, r := range n.Rects {
			h.numbers(float64(r.Min.X), float64(r.Min.Y), float64(r.Max.X), float64(r.Max.Y))
		}
		for _, pts := range n.Polygons {
			for _, p := range pts {
				h.numbers(float64(p.X), float64(p.Y))
			}
		}
		if r := n.Glyphs; r != nil {
			h.text(r.Text)
			h.numbers(r.X, r.Y, r.Size)
			for j := range r.Glyphs {
				gl := &r.Glyphs[j]
				h.text(gl.Font.Name, gl.Text)
				h.numbers(float64(gl.ID), gl.X, gl.Y, gl.Advance)
			}
		}
		if n.Path != nil {
			h.numbers(n.Path.Width)
			for _, p := range n.Path.Points {
				h.numbers(float64(p.X), float64(p.Y))
			}
		}
		if n.Picture != nil {
			h.text(n.Picture.Alt)
			h.Write(n.Picture.Pix)
		}
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
