// Package text turns strings into lines of placed glyphs: it shapes, breaks,
// balances and measures. All its lengths are in em, so that one shaped
// passage serves every size.
package text

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// A Font is one parsed typeface. It is safe for concurrent use.
type Font struct {
	Name      string
	Number    uint64            // no other font of this run has it: a key of caches, which does not keep the font alive
	Sum       [sha256.Size]byte // of its file and, in a collection, its place there
	Weight    int               // 400 is regular, 700 bold
	CapHeight float64           // of H, or 0.7 for a font without one
	XHeight   float64
	Descent   float64 // of g and p, positive downwards

	font     *font.Font
	upem     float64
	outlines []atomic.Pointer[Outline] // by font.GID
	colors   bool                      // some glyphs bring their own
	colored  sync.Map                  // font.GID → *Colored
	pictured atomic.Int64              // bytes of the bitmaps among them
}

// parsed counts the fonts.
var parsed atomic.Uint64

// ID of a glyph within its font.
type ID = font.GID

// ParseFont reads a TrueType or OpenType font, of a collection the first. A
// damaged file is a *[FontError], never a panic.
func ParseFont(name string, data []byte) (*Font, error) {
	if refused := checkTables(data); refused != nil {
		refused.Font = name
		return nil, refused
	}
	return parseFace(name, data, 0)
}

// parseFace reads one font of a file whose tables were checked.
func parseFace(name string, data []byte, n int) (f *Font, err error) {
	defer func() {
		if p := recover(); p != nil {
			f, err = nil, &FontError{FontDamaged, name, fmt.Errorf("%v", p)}
		}
	}()
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return nil, &FontError{FontDamaged, name, err}
	}
	face, err := font.NewFont(loaders[n])
	if err != nil {
		return nil, &FontError{FontDamaged, name, err}
	}
	maxp, err := loaders[n].RawTable(opentype.MustNewTag("maxp")) // which NewFont has read too
	if err != nil {
		return nil, &FontError{FontDamaged, name, err}
	}
	glyphs := binary.BigEndian.Uint16(maxp[4:])
	f = &Font{Name: name, Number: parsed.Add(1), Sum: sumOfFace(data, n), font: face, upem: float64(face.Upem()),
		outlines: make([]atomic.Pointer[Outline], glyphs)}
	f.Weight, _ = weigh(loaders[n])
	if f.upem == 0 {
		return nil, &FontError{FontDamaged, name, errors.New("no units per em")}
	}
	f.colors = face.COLR != nil || len(face.BitmapSizes()) > 0
	f.CapHeight = f.top('H', 0.7)
	f.XHeight = f.top('x', 0.5)
	f.Descent = f.bottom('p', 0.2)
	return f, nil
}

func (f *Font) top(r rune, otherwise float64) float64 {
	if id, ok := f.font.NominalGlyph(r); ok {
		if o := f.Outline(id); o.MaxY > o.MinY {
			return -o.MinY
		}
	}
	return otherwise
}

func (f *Font) bottom(r rune, otherwise float64) float64 {
	if id, ok := f.font.NominalGlyph(r); ok {
		if o := f.Outline(id); o.MaxY > o.MinY {
			return o.MaxY
		}
	}
	return otherwise
}

// UnitsPerEm is the resolution in which the font was drawn.
func (f *Font) UnitsPerEm() float64 { return f.upem }

// Has reports whether the font can draw r.
func (f *Font) Has(r rune) bool {
	_, ok := f.font.NominalGlyph(r)
	return ok
}

// Op is one step of an outline.
type Op uint8

const (
	MoveTo Op = iota // to P[0]
	LineTo           // to P[0]
	QuadTo           // by P[0] to P[1]
	CubeTo           // by P[0] and P[1] to P[2]
)

// Point is in em, y downwards.
type Point struct{ X, Y float32 }

// Segment is one step of an outline with its points.
type Segment struct {
	Op Op
	P  [3]Point
}

// Outline is the shape of a glyph at 1 em, its origin on the baseline. A
// space has no segments and an empty box.
type Outline struct {
	Segments               []Segment
	MinX, MinY, MaxX, MaxY float64
	Advance                float64 // the glyph's own, without kerning
}

// Outline returns the glyph's shape. It is cached and must not be changed.
func (f *Font) Outline(id ID) *Outline {
	if int(id) >= len(f.outlines) {
		return new(Outline) // a damaged font speaks of glyphs that it has not
	}
	o := f.outlines[id].Load()
	if o == nil {
		o = f.outline(id)
		f.outlines[id].Store(o)
	}
	return o
}

func (f *Font) outline(id ID) *Outline {
	face := font.NewFace(f.font)
	glyph, ok := face.GlyphDataOutline(id)
	o := &Outline{Advance: float64(face.HorizontalAdvance(id)) / f.upem}
	own := f.Colored(id)
	if own != nil && own.Bitmap != nil {
		f.bitmapBox(o, id)
		return o
	}
	if ok {
		o.trace(&glyph, float32(1/f.upem))
	}
	if own != nil {
		f.layerBox(o, own.Layers)
	}
	return o
}

func (o *Outline) trace(glyph *font.GlyphOutline, scale float32) {
	for i := range glyph.Segments {
		s := &glyph.Segments[i]
		to := Segment{Op: op(s.Op)}
		for j, a := range s.ArgsSlice() {
			to.P[j] = Point{a.X * scale, -a.Y * scale}
			o.include(to.P[j], len(o.Segments) == 0 && j == 0)
		}
		o.Segments = append(o.Segments, to)
	}
}

// bitmapBox sets the box that a bitmap fills.
func (f *Font) bitmapBox(o *Outline, id ID) {
	e, ok := f.bitmapFace().GlyphExtents(id)
	if !ok {
		return
	}
	o.MinX, o.MaxX = float64(e.XBearing)/f.upem, float64(e.XBearing+e.Width)/f.upem
	o.MinY, o.MaxY = -float64(e.YBearing)/f.upem, -float64(e.YBearing+e.Height)/f.upem
}

// layerBox widens the box by those of the layers, of which the glyph itself
// may be one.
func (f *Font) layerBox(o *Outline, layers []Layer) {
	face := font.NewFace(f.font)
	for _, l := range layers {
		glyph, ok := face.GlyphDataOutline(l.ID)
		if !ok {
			continue
		}
		var of Outline
		of.trace(&glyph, float32(1/f.upem))
		if of.MaxX <= of.MinX {
			continue
		}
		if o.MaxX <= o.MinX {
			o.MinX, o.MinY, o.MaxX, o.MaxY = of.MinX, of.MinY, of.MaxX, of.MaxY
		}
		o.MinX, o.MaxX = min(o.MinX, of.MinX), max(o.MaxX, of.MaxX)
		o.MinY, o.MaxY = min(o.MinY, of.MinY), max(o.MaxY, of.MaxY)
	}
}

// include widens the box by p. Control points count too: the box is at most
// a hair larger than the ink, never smaller.
func (o *Outline) include(p Point, first bool) {
	x, y := float64(p.X), float64(p.Y)
	if first {
		o.MinX, o.MaxX, o.MinY, o.MaxY = x, x, y, y
		return
	}
	o.MinX, o.MaxX = min(o.MinX, x), max(o.MaxX, x)
	o.MinY, o.MaxY = min(o.MinY, y), max(o.MaxY, y)
}

func op(o opentype.SegmentOp) Op {
	switch o {
	case opentype.SegmentOpMoveTo:
		return MoveTo
	case opentype.SegmentOpLineTo:
		return LineTo
	case opentype.SegmentOpQuadTo:
		return QuadTo
	}
	return CubeTo
}
