package graphic

import (
	"image"
	"image/color"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
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
	for i := range cols * rows {
		at := corner.Add(image.Pt(i%cols*cell.X, i/cols*cell.Y))
		out.scene.Add(&cards[i%len(cards)].scene, at)
	}
	out.ticks(corner, cell, cols, rows)
	return out, nil
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
