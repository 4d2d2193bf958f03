package pdf

import (
	"fmt"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// spots are the inks beside those of a press that a document's pages name.
type spots struct {
	cuts      bool // CutContour: a plotter follows it, a printer at home lays it in grey
	registers bool // All: every plate shows it
	presses   bool // black letters print over what is below them
}

func (s spots) with(c *content) spots {
	return spots{s.cuts || c.cut, s.registers || c.registers, s.presses || c.page.CropMarks}
}

// spaces are their colour spaces, the layer of the cuts and the states of
// overprinting, as entries of the resources.
func (w *writer) spotResources() (spaces, layers, states string) {
	var b strings.Builder
	separation := func(name, full string) {
		tint := w.add("<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[%s]/N 1>>", full)
		fmt.Fprintf(&b, "/%s[/Separation/%[1]s/DeviceCMYK %v]", name, tint)
	}
	if w.spots.cuts {
		separation(cutInk, "0 0 0 .5")
		w.layer = w.add("<</Type/OCG/Name(%s)>>", cutInk)
		layers = fmt.Sprintf("/Properties<</Cut %v>>", w.layer)
	}
	if w.spots.registers {
		separation("All", "1 1 1 1")
	}
	if w.spots.cuts || w.spots.presses {
		states = "/Over<</OP true/op true/OPM 1>>/Plain<</OP false/op false>>"
	}
	if b.Len() > 0 {
		spaces = "/ColorSpace<<" + b.String() + ">>"
	}
	return spaces, layers, states
}

// cutInk is what plotters look for, in this very case.
const (
	cutInk   = "CutContour"
	cutWidth = 0.25 // points
)

// cuts draws the lines along which pieces are cut out: last, over everything, on
// a layer and in an ink of their own.
func (c *content) cuts() {
	for i := range c.page.Scene.Nodes {
		p := c.page.Scene.Nodes[i].Path
		if p == nil || !p.Cut {
			continue
		}
		if !c.cut {
			c.cut = true
			sx, _ := c.page.scale()
			c.open("")
			c.printf("/OC/Cut BDC q /Over gs /%s CS 1 SCN %s w\n", cutInk, number(cutWidth/sx, 3))
		}
		c.trace(p.Points)
		c.printf("s\n")
	}
	if c.cut {
		c.printf("Q EMC\n")
	}
}

// oneInk reports a page of black and white and what is between.
func (p *Page) oneInk() bool {
	for i := range p.Scene.Nodes {
		n := &p.Scene.Nodes[i]
		if k := n.Color; n.Picture == nil && (k.R != k.G || k.G != k.B) && (n.Glyphs == nil || inkOfText(k) == k) {
			return false
		}
		if n.Picture != nil && !greyPicture(n.Picture) {
			return false
		}
	}
	return true
}

func greyPicture(p *scene.Picture) bool {
	_, space := grey(p.RGBA)
	return space == "DeviceGray"
}
