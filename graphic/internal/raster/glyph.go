package raster

import (
	"image"
	"image/color"
	"math"
	"sync"

	"golang.org/x/image/vector"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Levels is the number of coverage steps of an edge. Few steps keep a card
// within the 256 colours of an indexed PNG; the eye does not see the
// difference at the size a card is shown.
const Levels = 16

// maskSize is the largest text, in px, whose masks are worth caching: bigger
// glyphs seldom repeat.
const maskSize = 72

// key of a cached mask: a glyph at a size, a quarter of a pixel to the right.
type key struct {
	font  uint64 // its number
	id    text.ID
	size  int32 // 1/64 px
	phase uint8 // 1/4 px
}

type mask struct {
	image.Alpha
	at image.Point // of the mask's corner from the glyph's origin
}

// masks is bounded: when full it starts anew, which costs less than keeping
// an order of use.
var masks = struct {
	sync.RWMutex
	m map[key]*mask
}{m: make(map[key]*mask)}

const maxMasks = 8192

func drawRun(dst canvas, r *scene.Run, c color.RGBA, fade uint8) {
	table := blendTable(c, fade)
	y := math.Round(r.Y)
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		x := r.X + float64(g.X*r.Size)
		gy := y + math.Round(g.Y*r.Size)
		if r.Size <= maskSize {
			m, col := cached(g, r.Size, x)
			dst.blend(m, image.Pt(col, int(gy)), &table)
			continue
		}
		col := math.Floor(x)
		m := rasterize(g, r.Size, x-col)
		dst.blend(m, image.Pt(int(col), int(gy)), &table)
		m.free()
	}
}

// cached returns the glyph's mask and the column of its origin.
func cached(g *text.Glyph, size, x float64) (*mask, int) {
	quarters := math.Floor(x*4 + 0.5)
	col := math.Floor(quarters / 4)
	k := key{g.Font.Number, g.ID, int32(size*64 + 0.5), uint8(quarters - col*4)}
	masks.RLock()
	m := masks.m[k]
	masks.RUnlock()
	if m == nil {
		m = rasterize(g, float64(k.size)/64, float64(k.phase)/4)
		masks.Lock()
		if len(masks.m) >= maxMasks {
			clear(masks.m)
		}
		masks.m[k] = m
		masks.Unlock()
	}
	return m, int(col)
}

var rasterizers = sync.Pool{New: func() any { return vector.NewRasterizer(0, 0) }}

var pixels = sync.Pool{New: func() any { return new([]byte) }}

// free returns the mask's memory to the pool. The mask must not be used again.
func (m *mask) free() { pixels.Put(&m.Pix) }

// memory is n bytes of any content, for a mask that is freed those of another.
func memory(n int, freed bool) []byte {
	if freed {
		if buf := pixels.Get().(*[]byte); cap(*buf) >= n {
			return (*buf)[:n]
		}
	}
	return make([]byte, n)
}

func rasterize(g *text.Glyph, size, dx float64) *mask {
	o := g.Font.Outline(g.ID)
	if o.MaxX <= o.MinX {
		return &mask{}
	}
	x0, y0 := math.Floor(float64(o.MinX*size)+dx), math.Floor(o.MinY*size)
	w := int(math.Ceil(float64(o.MaxX*size)+dx)-x0) + 1
	h := int(math.Ceil(o.MaxY*size)-y0) + 1
	m := &mask{at: image.Pt(int(x0), int(y0))}
	m.Alpha = image.Alpha{Pix: memory(w*h, size > maskSize), Stride: w, Rect: image.Rect(0, 0, w, h)}
	fill(&m.Alpha, func(z *vector.Rasterizer, x, y float32) {
		trace(z, o, float32(size), float32(dx-x0)+x, float32(-y0)+y)
	})
	return m
}

func trace(z *vector.Rasterizer, o *text.Outline, scale, dx, dy float32) {
	at := func(p text.Point) point { return point{float32(p.X*scale) + dx, float32(p.Y*scale) + dy} }
	var pen, start point
	open := false
	end := func() {
		if open {
			line(z, pen, start)
			z.ClosePath()
		}
	}
	for i := range o.Segments {
		s := &o.Segments[i]
		a := at(s.P[0])
		switch s.Op {
		case text.MoveTo:
			end()
			z.MoveTo(a.x, a.y)
			pen, start, open = a, a, true
		case text.LineTo:
			line(z, pen, a)
			pen = a
		case text.QuadTo:
			to := at(s.P[1])
			quadratic(z, pen, a, to)
			pen = to
		case text.CubeTo:
			to := at(s.P[2])
			cubic(z, pen, a, at(s.P[1]), to)
			pen = to
		}
	}
	end()
}

// table maps an alpha of 0–255 to one of Levels steps.
type table struct {
	c    color.RGBA
	step [256]uint8
}

func blendTable(c color.RGBA, fade uint8) table {
	t := table{c: c}
	for a := range t.step {
		t.step[a] = uint8((a*int(255-fade)/255*(Levels-1) + 127) / 255)
	}
	return t
}

// mixed lays a colour over another.
func mixed(under, over color.RGBA, step uint8) color.RGBA {
	return color.RGBA{mix(under.R, over.R, step), mix(under.G, over.G, step), mix(under.B, over.B, step), 255}
}

func mix(under, over, step uint8) uint8 {
	const n = Levels - 1
	return uint8((int(under)*int(n-step) + int(over)*int(step) + n/2) / n)
}
