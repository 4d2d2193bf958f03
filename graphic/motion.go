package graphic

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"io"

	"github.com/shutdowncecot/toolkit/graphic/internal/raster"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// A GIF builds up in frames of frameTime hundredths of a second: under five
// seconds in all, once, and with no flash (WCAG 2.2.2 and 2.3.1).
const (
	frames    = 24
	frameTime = 12
)

// WriteGIF writes the card building up: its marks are there from the start,
// idle, and are lit one after the other. Every frame can be read, the last is
// the card. The error is a *FieldError for a card without marks, and for a
// photograph in full colour, which a GIF cannot show.
func (g *Graphic) WriteGIF(w io.Writer) error {
	if err := g.drawn(); err != nil {
		return err
	}
	total := 0
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Idle.A > 0 {
			total += len(n.Rects) + len(n.Polygons)
		}
	}
	if total == 0 {
		return refuse("gif-marks", "Blocks", nil)
	}
	var m motion
	for k := range frames + 1 {
		if !m.add(&scene.Scene{W: g.scene.W, H: g.scene.H, Nodes: g.scene.Lit(total * k / frames)}) {
			return refuse("gif-colors", "Blocks", nil)
		}
	}
	return gif.EncodeAll(whole{w}, m.gif())
}

// motion collects frames, each only as large as what has changed.
type motion struct {
	now, last raster.Indexed
	frames    []*image.Paletted
}

func (m *motion) add(s *scene.Scene) bool {
	m.now.Rows, m.last.Rows = m.last.Rows, m.now.Rows
	if !m.now.PaintOver(s) {
		return false
	}
	whole := image.Paletted{Pix: m.now.Rows[1:], Stride: s.W + 1, Rect: image.Rect(0, 0, s.W, s.H)}
	box := whole.Rect
	if len(m.frames) > 0 {
		box = changed(m.last.Rows, m.now.Rows, s.W+1)
	}
	if box.Empty() {
		return true
	}
	f := image.NewPaletted(box, nil)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		copy(f.Pix[f.PixOffset(box.Min.X, y):], whole.Pix[whole.PixOffset(box.Min.X, y):][:box.Dx()])
	}
	m.frames = append(m.frames, f)
	return true
}

func (m *motion) gif() *gif.GIF {
	var palette color.Palette
	for p := m.now.Palette; len(p) > 0; p = p[3:] {
		palette = append(palette, color.RGBA{p[0], p[1], p[2], 255})
	}
	out := &gif.GIF{Image: m.frames, LoopCount: -1, Config: image.Config{ColorModel: palette, Width: m.now.W, Height: m.now.H}}
	for _, f := range m.frames {
		f.Palette = palette
		out.Delay = append(out.Delay, frameTime)
		out.Disposal = append(out.Disposal, gif.DisposalNone)
	}
	return out
}

// changed is the box around all pixels that differ, of rows of a byte and the
// pixels.
func changed(a, b []uint8, stride int) image.Rectangle {
	var box image.Rectangle
	for y := range len(a) / stride {
		rowA, rowB := a[y*stride:][1:stride], b[y*stride:][1:stride]
		if bytes.Equal(rowA, rowB) {
			continue
		}
		for x := range rowA {
			if rowA[x] != rowB[x] {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}
