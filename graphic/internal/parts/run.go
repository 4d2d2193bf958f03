package parts

import (
	"image/color"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Setting is where and how a line of text stands: X from the edge where the
// card begins to read, Y its baseline.
type Setting struct {
	Size, X, Y    float64
	Full          bool // its ink, not its advance, stands at X
	Plain, Strong color.RGBA
}

// Run draws one line of text. It may pass the margins: whoever sets it keeps it
// where it is safe.
func (p *Pen) Run(field string, l *text.Line, s Setting) {
	x := s.X
	switch {
	case !s.Full && p.Right:
		x = float64(p.Scene.W) - x - l.Width*s.Size + edge(l, s.Size, true)
	case !s.Full:
		x -= edge(l, s.Size, false)
	case p.Right:
		x = float64(p.Scene.W) - x - l.Ink.MaxX*s.Size
	default:
		x -= l.Ink.MinX * s.Size
	}
	p.glyphs(field, l, l.Glyphs, s.Size, x, s.Y, s.Plain, s.Strong, true)
}
