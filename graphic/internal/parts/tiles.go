package parts

import (
	"image"
	"maps"
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// TileMarks are how the groups' tiles are drawn.
var TileMarks = [2]Pattern{Solid, Open}

// Tiles draws TileMap.
type Tiles struct {
	Field   string
	Places  map[string]image.Point // column and row of each tile
	Grid    Grid
	Groups  map[string]int // of tiles, from 1
	Codes   map[string]text.Line
	Capital float64
	W, U    float64
	Size    float64

	side float64
}

func (t *Tiles) gap() float64 { return math.Floor(0.5 * t.U) }

func (t *Tiles) edge() float64 { return math.Floor(0.5 * t.U) }

func (t *Tiles) Span() (least, most float64) {
	widest := 0.0
	for _, l := range t.Codes {
		widest = max(widest, l.Width*t.Size)
	}
	return float64(t.Grid.Rows) * (widest + 2*t.edge() + 0.6*t.U + t.gap()), float64(t.Grid.Rows) * t.W / float64(t.Grid.Cols)
}

func (t *Tiles) Set(h float64) float64 {
	_, most := t.Span()
	t.side = math.Floor(min(h, most) / float64(t.Grid.Rows))
	return float64(t.Grid.Rows)*t.side - t.gap()
}

func (t *Tiles) Draw(p *Pen, x, y float64) {
	// A map does not mirror: west stays on the left.
	q := *p
	q.Right = false
	if p.Right {
		x = float64(p.Scene.W) - x - float64(t.Grid.Cols)*t.side
	}
	for _, code := range slices.Sorted(maps.Keys(t.Places)) {
		at := t.Places[code]
		left, top, side := math.Floor(x+float64(at.X)*t.side), math.Floor(y+float64(at.Y)*t.side), t.side-t.gap()
		field, ink := t.Field+"."+code, q.Text.RGBA
		switch g := t.Groups[code]; g {
		case 0:
			q.rects(scene.Furniture, field, q.Idle.RGBA, outline(left, top, side, side, 2))
		case 1:
			q.rect(scene.Mark, field, q.Mark.RGBA, left, top, side, side)
			ink = q.Ground.RGBA
		default:
			q.rects(scene.Mark, field, q.markColor(Open), outline(left, top, side, side, t.edge()))
		}
		l := t.Codes[code]
		q.start(field, &l, t.Size, left+(side-(l.Ink.MaxX-l.Ink.MinX)*t.Size)/2, top+(side+t.Capital*t.Size)/2, ink)
	}
}
