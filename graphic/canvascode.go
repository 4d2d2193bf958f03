package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// code draws the symbol with its quiet zone in the middle of an area, as large as
// whole pixels allow, and returns the side of the plate; 0: it does not fit.
func (k *Canvas) code(field, address string, a Area) float64 {
	c, err := QR(address, &QROptions{Level: Quartile, Dark: k.pen.Scheme.CodeInk()})
	if err != nil {
		k.fail(codeError(field, err))
		return 0
	}
	c.px = int(min(a.W, a.H)) / (c.Modules() + 2*quiet)
	if float64(c.px) < max(leastModule, leastPrinted*k.c.f.DPI) {
		k.Refuse(field, len(address)/4)
		return 0
	}
	side := float64(c.Side())
	x, y := parts.Round(a.X+(a.W-side)/2), parts.Round(a.Y+(a.H-side)/2)
	if k.pen.Right {
		x = k.scene.W - x - c.Side()
	}
	k.add(scene.Node{Role: scene.Code, Color: c.dark, Rects: c.rects(x, y)})
	return side
}

// leastPrinted is the least side of a module on paper, inches.
const leastPrinted = 0.02
