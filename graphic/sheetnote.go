package graphic

import (
	"image/color"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// The note on a sheet, inches: its size (8 pt), how far from the edge it stands
// and how much room below the pieces it takes.
const (
	noteSize = 8.0 / 72
	noteEdge = 0.12
	noteRoom = 0.2
)

// note says below the pieces, which end at y, how to print the sheet: by the words
// of these keys. A sheet without room for it has none, and neither has one in a
// language without the words.
func (g *Graphic) note(y int, keys ...string) {
	first := g.sheet[0]
	var said []string
	for _, key := range keys {
		if s := first.tongue.say(key, nil); s != "" {
			said = append(said, s)
		}
	}
	words, dpi := strings.Join(said, " "), g.format.DPI
	if float64(g.scene.H-y) < (noteRoom+noteEdge)*dpi || words == "" || first.small == nil {
		return
	}
	p, err := text.Shape(words, first.small, first.card.Lang)
	if err != nil {
		return
	}
	line, size := p.Whole(), noteSize*dpi
	wide := (line.Ink.MaxX - line.Ink.MinX) * size
	pen := parts.Pen{Scene: &g.scene}
	from := len(g.scene.Nodes)
	black := color.RGBA{A: 255}
	pen.Run("", &line, parts.Setting{
		Size: size, X: (float64(g.scene.W) - wide) / 2, Y: float64(g.scene.H) - noteEdge*dpi, Full: true, Plain: black, Strong: black,
	})
	for i := range g.scene.Nodes[from:] {
		g.scene.Nodes[from+i].Role = scene.Furniture
	}
}
