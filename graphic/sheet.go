package graphic

import (
	"image"
	"image/color"
	"math"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// NewSheet lays cards of one print format on a larger sheet of paper, as
// often as they fit, to be cut apart along the ticks: four handbills or ten
// stickers on a letter page. Where there are fewer cards than places they are
// repeated in turn; more cards than places are an error.
func NewSheet(sheet Format, cards ...*Graphic) (*Graphic, error) {
	if len(cards) == 0 || slices.Contains(cards, nil) {
		return nil, refuse("sheet-cards", "Cards", nil)
	}
	first := cards[0]
	dpi := first.format.DPI
	cell := image.Pt(first.scene.W, first.scene.H)
	for _, g := range cards {
		if g.format.DPI == 0 || g.format.DPI != dpi || g.scene.W != cell.X || g.scene.H != cell.Y {
			return nil, refuse("sheet-mixed", "Cards", nil)
		}
	}
	if sheet.DPI == 0 {
		return nil, refuse("sheet-screen", "Sheet", nil)
	}
	if err := sheet.check(); err != nil {
		return nil, err
	}
	scale := dpi / sheet.DPI
	w, h := parts.Round(float64(sheet.W)*scale), parts.Round(float64(sheet.H)*scale)
	cols, rows := w/cell.X, h/cell.Y
	switch {
	case cols == 0 || rows == 0:
		return nil, refuse("sheet-small", "Sheet", nil)
	case w > maxSheet || h > maxSheet:
		return nil, refuse("sheet-large", "Sheet", fault.Values{"width": w, "height": h})
	case len(cards) > cols*rows:
		return nil, refuse("sheet-places", "Cards", fault.Values{"n": len(cards), "places": cols * rows})
	}
	sheet.W, sheet.H, sheet.DPI, sheet.Safe = w, h, dpi, image.Rect(0, 0, w, h)
	out := &Graphic{card: first.card, format: sheet, sheet: slices.Clone(cards), scene: scene.Scene{W: w, H: h}}
	out.scene.Rect(scene.Ground, "", color.RGBA{255, 255, 255, 255}, image.Rect(0, 0, w, h))
	corner := image.Pt((w-cols*cell.X)/2, (h-rows*cell.Y)/2)
	room := corner
	if most := parts.Round(cutBleed * dpi); room.X > most || room.Y > most {
		room = image.Pt(min(room.X, most), min(room.Y, most))
	}
	for i := range cols * rows {
		col, row := i%cols, i/cols
		over := margins{left: room.X, top: room.Y, right: room.X, bottom: room.Y}.at(col == 0, row == 0, col == cols-1, row == rows-1)
		nodes := bled(cards[i%len(cards)].scene, over)
		out.scene.Add(&nodes, corner.Add(image.Pt(col*cell.X, row*cell.Y)))
	}
	out.ticks(corner, cell, cols, rows)
	// Printers scale pages unless they are told, and turn backs over.
	out.note(corner.Y+rows*cell.Y, "sheet_note", "sheet_sides")
	return out, nil
}

// cutBleed is how far grounds go on beyond the cut, inches, so that none leaves a
// white edge.
const cutBleed = 0.125

// margins are px on the sides of a card.
type margins struct{ left, top, right, bottom int }

// at keeps those of some sides.
func (m margins) at(left, top, right, bottom bool) margins {
	for _, side := range []struct {
		is bool
		px *int
	}{{left, &m.left}, {top, &m.top}, {right, &m.right}, {bottom, &m.bottom}} {
		if !side.is {
			*side.px = 0
		}
	}
	return m
}

// bled is a card whose grounds at the edge go on beyond it.
func bled(s scene.Scene, by margins) scene.Scene {
	s.Nodes = slices.Clone(s.Nodes)
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Role != scene.Ground {
			continue
		}
		n.Rects = slices.Clone(n.Rects)
		for j := range n.Rects {
			r := &n.Rects[j]
			if r.Min.X <= 0 {
				r.Min.X -= by.left
			}
			if r.Min.Y <= 0 {
				r.Min.Y -= by.top
			}
			if r.Max.X >= s.W {
				r.Max.X += by.right
			}
			if r.Max.Y >= s.H {
				r.Max.Y += by.bottom
			}
		}
	}
	return s
}

// maxSheet is the most pixels of a sheet's side: 24 inches at 600.
const maxSheet = 14400

// tick is the length of a cut mark, inches.
const tick = 0.16

// ticks marks where to cut: at every corner of every card a short line both
// ways, dark with a light edge, so that it shows on any ground.
func (g *Graphic) ticks(corner, cell image.Point, cols, rows int) {
	long, thin := parts.Round(tick*g.format.DPI/2), max(1, parts.Round(g.format.DPI/144))
	var light, dark []image.Rectangle
	for i := range cols + 1 {
		for j := range rows + 1 {
			x, y := corner.X+i*cell.X, corner.Y+j*cell.Y
			for _, r := range []image.Rectangle{
				image.Rect(x-long, y-thin/2, x+long, y-thin/2+thin), image.Rect(x-thin/2, y-long, x-thin/2+thin, y+long),
			} {
				light = append(light, r.Inset(-thin))
				dark = append(dark, r)
			}
		}
	}
	g.scene.Rects(scene.Furniture, "", color.RGBA{255, 255, 255, 255}, light)
	g.scene.Rects(scene.Furniture, "", color.RGBA{0, 0, 0, 255}, dark)
}

// A Piece is a card at its place on a sheet.
// A Piece is safe for concurrent use as long as nobody changes it.
type Piece struct {
	*Graphic
	X, Y  float64 // of its corner, inches from the sheet's
	Round bool    // it is cut out as the largest circle of its square
}

// NewCutSheet lays pieces of any size on a sheet, each to be cut out along a
// thin line, over which its ground goes on an eighth of an inch, or half the way
// to its neighbour. They have the same px to the inch, lie within the sheet and apart
// from each other.
func NewCutSheet(sheet Format, pieces ...Piece) (*Graphic, error) {
	if len(pieces) == 0 || pieces[0].Graphic == nil {
		return nil, refuse("sheet-cards", "Cards", nil)
	}
	if sheet.DPI == 0 {
		return nil, refuse("sheet-screen", "Sheet", nil)
	}
	if err := sheet.check(); err != nil {
		return nil, err
	}
	dpi := pieces[0].format.DPI
	w, h := parts.Round(float64(sheet.W)*dpi/sheet.DPI), parts.Round(float64(sheet.H)*dpi/sheet.DPI)
	if dpi == 0 {
		return nil, refuse("sheet-mixed", "Cards", nil)
	}
	if w > maxSheet || h > maxSheet {
		return nil, refuse("sheet-large", "Sheet", fault.Values{"width": w, "height": h})
	}
	sheet.W, sheet.H, sheet.DPI, sheet.Safe = w, h, dpi, image.Rect(0, 0, w, h)
	out := &Graphic{card: pieces[0].card, format: sheet, scene: scene.Scene{W: w, H: h}}
	out.scene.Rect(scene.Ground, "", color.RGBA{255, 255, 255, 255}, sheet.Safe)
	var taken []image.Rectangle
	for i := range pieces {
		p := &pieces[i]
		if p.Graphic == nil || p.format.DPI != dpi {
			return nil, refuse("sheet-mixed", "Cards", nil)
		}
		at := image.Pt(parts.Round(p.X*dpi), parts.Round(p.Y*dpi))
		box := image.Rect(0, 0, p.scene.W, p.scene.H).Add(at)
		if !box.In(sheet.Safe) || slices.ContainsFunc(taken, box.Overlaps) {
			return nil, refuse("sheet-piece", "Cards", nil)
		}
		taken = append(taken, box)
		out.sheet = append(out.sheet, p.Graphic)
	}
	bleed := roomAround(taken, parts.Round(cutBleed*dpi))
	low := 0
	for i := range pieces {
		out.piece(&pieces[i], taken[i], bleed)
		low = max(low, taken[i].Max.Y)
	}
	out.note(low, "sheet_note") // of one side
	return out, nil
}

// roomAround is how far boxes can grow, at most, without meeting.
func roomAround(boxes []image.Rectangle, most int) int {
	for i, a := range boxes {
		for _, b := range boxes[:i] {
			for most > 0 && a.Inset(-most).Overlaps(b.Inset(-most)) {
				most--
			}
		}
	}
	return most
}

// piece adds a card and the line along which it is cut.
func (g *Graphic) piece(p *Piece, box image.Rectangle, bleed int) {
	nodes := bled(p.scene, margins{bleed, bleed, bleed, bleed})
	line := []text.Point{{X: 0, Y: 0}, {X: 1, Y: 0}, {X: 1, Y: 1}, {X: 0, Y: 1}, {X: 0, Y: 0}}
	if p.Round {
		nodes.Nodes = rounded(nodes, bleed)
		line = line[:0]
		for i := range circleSides + 1 {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / circleSides)
			line = append(line, text.Point{X: float32(0.5 + 0.5*cos), Y: float32(0.5 + 0.5*sin)})
		}
	}
	for i := range line {
		line[i].X = float32(box.Min.X) + line[i].X*float32(box.Dx())
		line[i].Y = float32(box.Min.Y) + line[i].Y*float32(box.Dy())
	}
	g.scene.Add(&nodes, box.Min)
	g.scene.Nodes = append(g.scene.Nodes, scene.Node{
		Role: scene.Furniture, Color: color.RGBA{128, 128, 128, 255}, Path: &scene.Path{Points: line, Width: max(1, g.format.DPI/200), Cut: true},
	})
}

// circleSides is of how many lines a circle is drawn.
const circleSides = 180

// rounded is the nodes of a square card with grounds that fill it cut to a disc,
// which goes on beyond its edge.
func rounded(s scene.Scene, bleed int) []scene.Node {
	whole := image.Rect(0, 0, s.W, s.H)
	out := slices.Clone(s.Nodes)
	for i := range out {
		if n := &out[i]; n.Role == scene.Ground && len(n.Rects) == 1 && whole.In(n.Rects[0]) {
			n.Rects = disc(s.W + 2*bleed)
			for j, r := range n.Rects {
				n.Rects[j] = r.Sub(image.Pt(bleed, bleed))
			}
		}
	}
	return out
}

// disc is the largest circle of a square, a row of pixels at a time.
func disc(side int) []image.Rectangle {
	r := float64(side) / 2
	var rows []image.Rectangle
	for y := range side {
		off := float64(y) + 0.5 - r
		half := math.Sqrt(max(0, r*r-off*off))
		rows = append(rows, image.Rect(parts.Round(r-half), y, parts.Round(r+half), y+1))
	}
	return rows
}
