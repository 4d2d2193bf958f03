package pdf

import (
	"fmt"
	"image"
	"strings"
)

// Crop marks are hairlines that begin beyond the bleed; a sheet has some room
// around them, points.
const (
	markGap    = 11.16 // between trim and mark, where the bleed is less
	markLength = 18.0
	markWidth  = 0.25
	markRoom   = 36.0 // from trim to the edge of the sheet, at least
)

// box is left, bottom, right and top in points.
type box [4]float64

func (b box) String() string {
	parts := make([]string, 4)
	for i, v := range b {
		parts[i] = number(v, 3)
	}
	return "[" + strings.Join(parts, " ") + "]"
}

func (b box) grow(by float64) box { return box{b[0] - by, b[1] - by, b[2] + by, b[3] + by} }

// slug is the room around the trimmed page.
func (p *Page) slug() float64 {
	if p.CropMarks {
		return max(markRoom, max(p.Bleed, markGap)+markLength)
	}
	return p.Bleed
}

func (p *Page) trim() box {
	m := p.slug()
	return box{m, m, m + p.Width, m + p.Height}
}

// frame is what the scene fills: the trimmed page, or as much of it as a white
// edge leaves.
func (p *Page) frame() box {
	t := p.trim()
	if p.Inset == 0 {
		return t
	}
	w, h := float64(p.Scene.W), float64(p.Scene.H)
	s := min((p.Width-2*p.Inset)/w, (p.Height-2*p.Inset)/h)
	x, y := (p.Width-s*w)/2, (p.Height-s*h)/2
	return box{t[0] + x, t[1] + y, t[2] - x, t[3] - y}
}

// scale is points to a pixel, across and down.
func (p *Page) scale() (x, y float64) {
	f := p.frame()
	return (f[2] - f[0]) / float64(p.Scene.W), (f[3] - f[1]) / float64(p.Scene.H)
}

// points is a rectangle of the scene on the sheet.
func (p *Page) points(r image.Rectangle) box {
	sx, sy := p.scale()
	t := p.frame()
	return box{t[0] + float64(float64(r.Min.X)*sx), t[3] - float64(float64(r.Max.Y)*sy), t[0] + float64(float64(r.Max.X)*sx), t[3] - float64(float64(r.Min.Y)*sy)}
}

func (w *writer) page(p *Page, self, parent ref) {
	plan := w.tree.plan(p, self, len(w.doc.Pages) > 1)
	contents := w.reserve()
	w.deflated(contents, "", w.paint(p, plan))
	annots := ""
	if len(plan.annots) > 0 {
		annots = "/Annots" + list(plan.annots)
	}
	w.put(self, "<</Type/Page/Parent %v%s/Resources %v/Contents %v/StructParents %d/Tabs/S%s>>",
		parent, p.boxes(), w.resources, contents, plan.parents, annots)
}

// boxes returns the boxes of the page. Without crop marks it is shown, and printed at
// home, as it is cut: the bleed is there for a press alone.
func (p *Page) boxes() string {
	t := p.trim()
	crop := ""
	if p.Bleed > 0 && !p.CropMarks {
		crop = "/CropBox" + t.String()
	}
	return fmt.Sprintf("/MediaBox%v%s/BleedBox%v/TrimBox%v", t.grow(p.slug()), crop, t.grow(p.Bleed), t)
}

func list(refs []ref) string {
	parts := make([]string, len(refs))
	for i, r := range refs {
		parts[i] = r.String()
	}
	return "[" + strings.Join(parts, " ") + "]"
}

// paint is the page's content stream.
func (w *writer) paint(p *Page, plan *plan) []byte {
	sx, sy := p.scale()
	c := &content{page: p, plan: plan, fonts: w.fonts, images: w.images, fades: &w.fades, bleedX: p.Bleed / sx, bleedY: p.Bleed / sy}
	t := p.trim()
	if p.CropMarks {
		c.open("")
		c.marks(t)
		b := t.grow(p.Bleed)
		c.printf("%s %s %s %s re W n\n", number(b[0], 3), number(b[1], 3), number(b[2]-b[0], 3), number(b[3]-b[1], 3))
	}
	f := p.frame()
	c.printf("%s 0 0 %s %s %s cm\n", number(sx, 8), number(sy, 8), number(f[0], 3), number(f[1], 3))
	for i := range p.Scene.Nodes {
		c.node(i)
	}
	c.cuts()
	c.close()
	w.spots = w.spots.with(c)
	return c.b
}

// marks draws the eight lines at which a sheet is cut.
func (c *content) marks(t box) {
	if c.page.oneInk() {
		c.printf("q 0 G %s w\n", number(markWidth, 3))
	} else {
		c.registers = true
		c.printf("q /All CS 1 SCN %s w\n", number(markWidth, 3))
	}
	from := max(c.page.Bleed, markGap)
	line := func(x0, y0, x1, y1 float64) {
		c.printf("%s %s m %s %s l S\n", number(x0, 3), number(y0, 3), number(x1, 3), number(y1, 3))
	}
	for _, x := range []float64{t[0], t[2]} {
		line(x, t[1]-from, x, t[1]-from-markLength)
		line(x, t[3]+from, x, t[3]+from+markLength)
	}
	for _, y := range []float64{t[1], t[3]} {
		line(t[0]-from, y, t[0]-from-markLength, y)
		line(t[2]+from, y, t[2]+from+markLength, y)
	}
	c.printf("Q\n")
}

func (c *content) printf(format string, args ...any) { c.b = fmt.Appendf(c.b, format, args...) }
