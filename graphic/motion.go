package graphic

import (
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
	total := 0
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Idle.A > 0 {
			total += len(n.Rects) + len(n.Polygons)
		}
	}
	if total == 0 {
		return &FieldError{"Blocks", "there is nothing that builds up: a GIF needs People, Bars or a Donut"}
	}
	m := motion{index: make(map[color.RGBA]uint8)}
	for k := range frames + 1 {
		if !m.add(g.scene.Lit(total*k/frames), &g.scene) {
			return &FieldError{"Blocks", "a photograph has more colours than a GIF: use Duotone"}
		}
	}
	return gif.EncodeAll(w, m.gif())
}

// motion collects frames, each only as large as what has changed.
type motion struct {
	palette color.Palette
	index   map[color.RGBA]uint8
	frames  []*image.Paletted
	last    *image.RGBA
}

func (m *motion) add(nodes []scene.Node, s *scene.Scene) bool {
	now := image.NewRGBA(image.Rect(0, 0, s.W, s.H))
	raster.Paint(now, &scene.Scene{W: s.W, H: s.H, Nodes: nodes})
	box := now.Rect
	if m.last != nil {
		box = changed(m.last, now)
	}
	m.last = now
	if box.Empty() {
		return true
	}
	f := image.NewPaletted(box, nil)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			c := now.RGBAAt(x, y)
			i, ok := m.index[c]
			if !ok {
				if len(m.palette) == 256 {
					return false
				}
				i = uint8(len(m.palette))
				m.index[c] = i
				m.palette = append(m.palette, c)
			}
			f.Pix[f.PixOffset(x, y)] = i
		}
	}
	m.frames = append(m.frames, f)
	return true
}

func (m *motion) gif() *gif.GIF {
	out := &gif.GIF{Image: m.frames, LoopCount: -1, Config: image.Config{ColorModel: m.palette, Width: m.last.Rect.Dx(), Height: m.last.Rect.Dy()}}
	for _, f := range m.frames {
		f.Palette = m.palette
		out.Delay = append(out.Delay, frameTime)
		out.Disposal = append(out.Disposal, gif.DisposalNone)
	}
	return out
}

// changed is the box around all pixels that differ.
func changed(a, b *image.RGBA) image.Rectangle {
	var box image.Rectangle
	for y := range a.Rect.Dy() {
		rowA, rowB := a.Pix[y*a.Stride:][:4*a.Rect.Dx()], b.Pix[y*b.Stride:][:4*b.Rect.Dx()]
		if string(rowA) == string(rowB) {
			continue
		}
		for x := range a.Rect.Dx() {
			if string(rowA[4*x:4*x+4]) != string(rowB[4*x:4*x+4]) {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}
