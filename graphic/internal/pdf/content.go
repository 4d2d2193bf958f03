package pdf

import (
	"image"
	"image/color"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// content paints a page. Its user space is the scene's pixels with y upwards
// from the lower edge.
type content struct {
	page           *Page
	plan           *plan
	fonts          *fonts
	images         *images
	fades          *fades
	bleedX, bleedY float64 // px

	b        []byte
	artifact bool // an artifact is open

	cut, registers, over bool // lines to cut along, and marks on every plate, are drawn; black prints over what is below
	fill                 color.RGBA
	filled               bool // fill has been set
	fade                 uint8
}

func (c *content) node(i int) {
	n := &c.page.Scene.Nodes[i]
	mark := c.plan.marks[i]
	c.open(mark.tag)
	if mark.tag != "" {
		c.printf("/%s<</MCID %d>>BDC\n", mark.tag, mark.id)
	}
	switch {
	case n.Glyphs != nil:
		c.setInk(inkOfText(n.Color))
		c.setFade(n.Fade)
		c.run(n.Glyphs, mark.space)
		c.setFade(0)
	case n.Path != nil && n.Path.Cut: // with the others, over everything
	case n.Path != nil:
		c.stroke(n.Path, n.Color)
	case n.Picture != nil:
		c.picture(n.Picture)
	case n.Polygons != nil:
		c.setFill(n.Color)
		for _, pts := range n.Polygons {
			c.trace(pts)
		}
		c.printf("f\n")
	default:
		c.setFill(n.Color)
		for _, r := range n.Rects {
			c.rect(r, n.Role == scene.Ground)
		}
		c.printf("f\n")
	}
	if mark.tag != "" {
		c.printf("EMC\n")
	}
}

// open begins an artifact, or ends the open one before tagged content.
func (c *content) open(tag string) {
	switch {
	case tag != "":
		c.close()
	case !c.artifact:
		c.printf("/Artifact BMC\n")
		c.artifact = true
	}
}

func (c *content) close() {
	if c.artifact {
		c.printf("EMC\n")
		c.artifact = false
	}
}

func (c *content) setFill(k color.RGBA) {
	if c.over {
		c.printf("/Plain gs\n")
		c.over = false
	}
	if c.filled && c.fill == k {
		return
	}
	c.fill, c.filled = k, true
	c.colour(k, "rg")
}

// setInk sets the colour of letters. For a press black ones are the black ink
// alone, over what is below them: no plate has to leave them out.
func (c *content) setInk(k color.RGBA) {
	if !c.page.CropMarks || k.R > darkText || k.R != k.G || k.G != k.B {
		c.setFill(k)
		return
	}
	c.printf("/Over gs 0 0 0 %s k\n", number(1-float64(k.R)/255, 4))
	c.filled, c.over = false, true
}

// setFade sets how much of what is below shows through.
func (c *content) setFade(fade uint8) {
	if c.fade != fade {
		c.fade = fade
		c.fades[fade] = true
		c.printf("/T%d gs\n", fade)
	}
}

// inkOfText is a theme's black as black alone. Small letters in four inks blur
// where the plates do not meet; on a ground of the same colour nobody reads.
func inkOfText(k color.RGBA) color.RGBA {
	low, high := min(k.R, k.G, k.B), max(k.R, k.G, k.B)
	if high > darkText || high-low > tintOfText {
		return k
	}
	return color.RGBA{low, low, low, k.A}
}

// An ink below darkText and with less colour than tintOfText is a black.
const darkText, tintOfText = 0x28, 0x18

// colour sets a colour by the operator for RGB. Greys are set as such: presses
// and printers lay black in one ink then, and not in four.
func (c *content) colour(k color.RGBA, op string) {
	parts := []uint8{k.R, k.G, k.B}
	if k.R == k.G && k.G == k.B {
		parts, op = parts[:1], map[string]string{"rg": "g", "RG": "G"}[op]
	}
	for _, v := range parts {
		c.b = append(appendNumber(c.b, float64(v)/255, 4), ' ')
	}
	c.printf("%s\n", op)
}

// rect adds a rectangle to the path.
func (c *content) rect(r image.Rectangle, ground bool) {
	b := c.span(r, ground)
	for _, v := range []float64{b[0], b[1], b[2] - b[0], b[3] - b[1]} {
		c.b = append(appendNumber(c.b, v, 2), ' ')
	}
	c.printf("re\n")
}

// span is a rectangle of the scene in user space. Grounds at the edge of the
// page go on into the bleed.
func (c *content) span(r image.Rectangle, ground bool) box {
	s := c.page.Scene
	b := box{float64(r.Min.X), float64(s.H - r.Max.Y), float64(r.Max.X), float64(s.H - r.Min.Y)}
	if !ground {
		return b
	}
	if r.Min.X <= 0 {
		b[0] -= c.bleedX
	}
	if r.Max.Y >= s.H {
		b[1] -= c.bleedY
	}
	if r.Max.X >= s.W {
		b[2] += c.bleedX
	}
	if r.Min.Y <= 0 {
		b[3] += c.bleedY
	}
	return b
}

// stroke draws a polyline with square ends, as pictures have them on straight
// runs; the round ends of their slanted ones differ only in the corners.
func (c *content) stroke(p *scene.Path, k color.RGBA) {
	c.colour(k, "RG")
	c.printf("%s w 2 J 1 j\n", number(p.Width, 2))
	c.trace(p.Points)
	c.printf("S\n")
}

// trace adds a line through the points to the path.
func (c *content) trace(pts []text.Point) {
	op := "m"
	for _, pt := range pts {
		c.b = append(appendNumber(c.b, float64(pt.X), 2), ' ')
		c.b = append(appendNumber(c.b, float64(c.page.Scene.H)-float64(pt.Y), 2), ' ')
		c.printf("%s\n", op)
		op = "l"
	}
}
