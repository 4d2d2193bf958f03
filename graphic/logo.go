package graphic

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	xdraw "golang.org/x/image/draw"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Logo is the mark of a group that speaks or hosts, with its name: it stands at
// the foot of own words, posters, placards, postcards and stickers, above the
// citation, because who joins in is not a source. One of a single colour takes
// that of the words; others stand on a white plate where the ground takes their
// contrast, and one that shows on neither is a *[ContrastError].
// A Logo is safe for concurrent use as long as nobody changes it.
type Logo struct {
	Art  *Artwork `json:"art,omitzero"`
	Name string   `json:"name,omitzero"` // set beside it
}

// mostLogos is how many groups speak on one card.
const mostLogos = 3

func (c *Card) checkLogos() error {
	if n := len(c.Logos); n > mostLogos {
		return refuse("logo-many", "Logos", fault.Values{"n": n, "most": mostLogos})
	}
	for i, l := range c.Logos {
		at := fmt.Sprintf("Logos[%d]", i)
		switch {
		case l.Art == nil || len(l.Art.source) == 0:
			return refuse("logo-art", at+".Art", nil)
		case l.Name == "":
			return refuse("logo-name", at+".Name", nil)
		}
	}
	return nil
}

// The measures of a row of logos, in units and as shares of their height: a mark
// is so wide at most, has so much clear space around it, and its name so large
// beside it.
const (
	logoHigh  = 11.0
	logoLeast = 7.0
	logoWide  = 3.2
	logoClear = 0.25
	logoName  = 0.34
	plateRim  = 1.0 // units of plate around a mark
)

// logoRow takes the card's logos off the foot of the area, and what it returns
// draws them on what is their ground then. Nothing where the card has none.
func (p *pile) logoRow() (draw func()) {
	k, u := p.k, p.k.Unit()
	logos := k.c.Card.Logos
	if len(logos) == 0 || k.c.f.preview || k.c.f.deep {
		return func() {}
	}
	gap := logoClear * logoHigh * u
	each := (p.a.W - gap*float64(len(logos)-1)) / float64(len(logos))
	high := logoHigh * u
	row := p.logosIn(each, high)
	for high > logoLeast*u && row == nil {
		high *= 0.9
		row = p.logosIn(each, high)
	}
	if row == nil {
		k.Refuse("Logos[0].Name", 8)
		return func() {}
	}
	p.a.H -= high + 2*gap
	y := p.a.Y + p.a.H + gap
	return func() {
		for i := range row {
			logoPainter{k}.cell(&row[i], p.a.X+float64(i)*(each+gap), y, high)
		}
	}
}

// A logoCell is a logo and its name, set.
type logoCell struct {
	*Logo
	field string
	wide  float64 // of the mark
	name  Setting
}

// logosIn sets every logo into a cell, nil where a name does not fit beside its
// mark in two lines.
func (p *pile) logosIn(w, high float64) []logoCell {
	k := p.k
	var out []logoCell
	for i := range k.c.Card.Logos {
		l := &k.c.Card.Logos[i]
		cell := logoCell{Logo: l, field: fmt.Sprintf("Logos[%d]", i), wide: min(l.Art.ratio(), logoWide) * high}
		t := k.Text(cell.field+".Name", l.Name, FaceLabel)
		left := w - cell.wide - 2*logoClear*high - 2*plateRim*k.Unit()
		cell.name = t.Set(max(k.Floor(), logoName*high), max(1, left))
		if cell.name.Lines() > 2 || t.p.Widest()*cell.name.Size > left {
			return nil
		}
		out = append(out, cell)
	}
	return out
}

// A logoPainter paints logos on a canvas.
type logoPainter struct{ *Canvas }

// cell paints one with its mark at the start.
func (k logoPainter) cell(c *logoCell, x, y, high float64) {
	wide, tall := c.wide, high
	if r := c.Art.ratio(); r > logoWide {
		tall = wide / r
	}
	mark := Area{x, y + (high-tall)/2, wide, tall}
	mark = k.artwork(c.field, c.Art, mark)
	k.Draw(c.name, ToneText, mark.X+mark.W+logoClear*high, y+(high-c.name.Height)/2)
	k.kept = append(k.kept, mark)
}

// artwork draws a logo in the colour of the words, in its own, or on a plate, and
// returns what it takes up.
func (k logoPainter) artwork(field string, a *Artwork, at Area) Area {
	tints := a.tints()
	ground := k.pen.Scheme.Ground.RGBA
	if a.flat(tints) {
		ink := k.pen.Scheme.Text.RGBA
		k.paint(field, a, at, ground, &ink)
		return at
	}
	white := color.RGBA{255, 255, 255, 255}
	shows, plain := seen(tints, ground), seen(tints, white)
	switch {
	case shows >= leastSeen:
		k.paint(field, a, at, ground, nil)
		return at
	case plain < leastSeen:
		k.fail(contrastError(field, leastRatio(tints, white), colour.OfMarks))
		return at
	}
	rim := plateRim * k.Unit()
	at.X += rim
	plate := Area{at.X - rim, at.Y - rim, at.W + 2*rim, at.H + 2*rim}
	k.plate(plate, white)
	k.paint(field, a, at, white, nil)
	return plate
}

// leastSeen is how much of a logo has to stand out from its ground.
const leastSeen = 0.6

// seen is the share of a logo that stands out from a ground.
func seen(tints []tint, ground color.RGBA) float64 {
	sum := 0.0
	for _, t := range tints {
		if colour.Ratio(t.RGBA, ground) >= colour.OfMarks {
			sum += t.share
		}
	}
	return sum
}

func leastRatio(tints []tint, ground color.RGBA) float64 {
	least := math.Inf(1)
	for _, t := range tints {
		least = min(least, colour.Ratio(t.RGBA, ground))
	}
	return least
}

func (k logoPainter) plate(a Area, c color.RGBA) {
	k.add(scene.Node{Role: scene.Ground, Color: c, Rects: []image.Rectangle{k.mirrored(a).pixels()}})
}

// paint adds the outlines or the pixels of a logo; ink is the one colour that it
// takes, nil for its own. A theme of one ink has no colours.
func (k logoPainter) paint(field string, a *Artwork, at Area, ground color.RGBA, ink *color.RGBA) {
	at = k.mirrored(at)
	of := func(c color.RGBA) color.RGBA {
		switch {
		case ink != nil:
			return *ink
		case !k.c.t.Coloured():
			return colour.Grey(c)
		}
		return c
	}
	if a.art == nil {
		k.pixels(field, a, at.pixels(), ground, of)
		return
	}
	scale := at.W / a.art.W
	for _, area := range a.art.Areas {
		n := scene.Node{Role: scene.Furniture, Field: field, Color: of(area.Color), Compound: true}
		for _, c := range area.Contours {
			pts := make([]text.Point, len(c))
			for i, p := range c {
				pts[i] = text.Point{X: float32(at.X + p.X*scale), Y: float32(at.Y + p.Y*scale)}
			}
			n.Polygons = append(n.Polygons, pts)
		}
		k.scene.Nodes = append(k.scene.Nodes, n)
	}
}

// pixels adds a PNG, scaled to its place.
func (k logoPainter) pixels(field string, a *Artwork, r image.Rectangle, ground color.RGBA, of func(color.RGBA) color.RGBA) {
	small := image.NewNRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	xdraw.CatmullRom.Scale(small, small.Rect, a.pix, a.pix.Rect, draw.Src, nil)
	out := image.NewRGBA(r)
	for y := range r.Dy() {
		for x := range r.Dx() {
			c := small.NRGBAAt(x, y)
			ink := of(color.RGBA{c.R, c.G, c.B, 255})
			mix := func(under, over uint8) uint8 {
				return uint8((int(under)*(255-int(c.A)) + int(over)*int(c.A) + 127) / 255)
			}
			out.SetRGBA(r.Min.X+x, r.Min.Y+y, color.RGBA{mix(ground.R, ink.R), mix(ground.G, ink.G), mix(ground.B, ink.B), 255})
		}
	}
	k.scene.Nodes = append(k.scene.Nodes, scene.Node{Role: scene.Furniture, Field: field, Picture: &scene.Picture{RGBA: out, Alt: ""}})
}
