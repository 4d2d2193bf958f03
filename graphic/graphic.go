// Package graphic lays out and draws cards: one sourced finding as a picture
// that can be read on a phone, in the format and language it is needed in.
//
//	g, err := graphic.New(graphic.Card{Headline: "…", Source: "…"}, nil)
//	…
//	err = g.WritePNG(w)
//
// A card that cannot be drawn whole, sharp and legible is an error: nothing
// is cut, overlapped or shrunk below reading size.
//
// # Compatibility
//
// Before version 1 a minor version (v0.3.0 after v0.2.0) may rename or remove
// exported names, and CHANGELOG.md says what to write instead; a patch version
// does not. The names of themes, grounds, formats and rules stay in both. A card
// that draws may look different after any update, and one that just fitted may
// not fit: keep pictures by the card and version that made them, and compare
// them with a tolerance.
package graphic

import (
	"fmt"
	"image"
	"image/color"
	"maps"
	"strings"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Options choose how a card is drawn. A nil *Options and zero fields mean the
// portrait format, the Broadside theme and the embedded fonts.
// Options are safe for concurrent use as long as nobody changes them.
type Options struct {
	Format Format
	Theme  Theme
	Ground string // the name of one of the theme's grounds; empty: by Card.ID
	Fonts  *Fonts // asked for glyphs that the theme's own fonts lack
	Words  Words  // of the card's language, where they are not those of [WordsOf]
}

// Graphic is a card laid out for one format and theme. It is immutable and
// safe for concurrent use; nothing is painted until it is written. What of its
// card it leaves out, see [Card]; [Graphic.Boxes] lists what is drawn. The zero
// Graphic shows nothing, and to write it is a *FieldError.
type Graphic struct {
	card   Card
	tongue tongue
	scene  scene.Scene
	tight  bool
	bare   bool
	format Format
	sheet  []*Graphic  // of a sheet: what is cut out of it
	small  *text.Style // of citations
}

// drawn refuses to write the zero Graphic.
func (g *Graphic) drawn() error {
	if g.scene.W == 0 {
		return refuse("card-blank", "Graphic", nil)
	}
	return nil
}

// Tight reports whether the card had to give up more than space: its short
// forms stand in, lines that would reach both edges are left ragged, or the
// note is left out. With less on it, the same card would look better.
func (g *Graphic) Tight() bool { return g.tight }

// Whole reports whether the words left the blocks their room. In a low format
// they may stand alone, without the blocks and the note on them.
func (g *Graphic) Whole() bool { return !g.bare }

// Drawn reports whether the card's first block is on the picture: a link preview
// may be too small for it.
func (g *Graphic) Drawn() bool {
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Role != scene.Ground && strings.HasPrefix(n.Field, "Blocks[0]") {
			return true
		}
	}
	return false
}

// Format is the one it was laid out for.
func (g *Graphic) Format() Format { return g.format }

// New lays a card out. Its errors are *FieldError, *FitError, *GlyphError and
// *ContrastError.
func New(c Card, o *Options) (*Graphic, error) {
	opt, err := o.settled()
	if err != nil {
		return nil, err
	}
	t, err := opt.Theme.content()
	if err != nil {
		return nil, err
	}
	c = settled(c)
	if err := c.check(); err != nil {
		return nil, err
	}
	ground, err := c.groundOf(t, opt.Ground)
	if err != nil {
		return nil, err
	}
	words := tongue{lang: c.Lang, own: maps.Clone(opt.Words)}
	if err := words.speaks(&c); err != nil {
		return nil, err
	}
	m, cols, err := build(&c, &opt.Format, t, ground, opt.Fonts, &words)
	if err != nil {
		return nil, err
	}
	g := &Graphic{
		card: c, tongue: words, format: opt.Format, scene: scene.Scene{W: opt.Format.W, H: opt.Format.H},
		bare: m.v.bare, tight: m.v.short || m.v.bare || m.v.ragged && t.Type["display"].Fill || m.noteless(cols),
	}
	if opt.Format.DPI > 0 {
		g.small = m.style("small")
	}
	p := &parts.Pen{Scene: &g.scene, Right: m.right()}
	for _, col := range cols {
		col.Place(p, float64(opt.Format.H))
	}
	if err := g.contrast(); err != nil {
		return nil, err
	}
	return g, nil
}

// settled are the options with a format that cards can be drawn in.
func (o *Options) settled() (opt Options, err error) {
	if o != nil {
		opt = *o
	}
	if opt.Format == (Format{}) {
		opt.Format = screens()[0]
	}
	if opt.Format.sizes == (sizes{}) {
		return opt, refuse("format-sizes", "Format", nil)
	}
	return opt, opt.Format.check()
}

// groundOf is the ground of the name, and without one that of the card's ID: a
// block alone may stand on a loud one, a call stands on that of actions.
func (c *Card) groundOf(t *theme.Theme, name string) (theme.Ground, error) {
	ground, err := groundFor(t, c.ID, name)
	switch {
	case err != nil || name != "":
		return ground, err
	case len(c.Blocks) == 1 && c.Blocks[0].traits().loud:
		return t.Loud(c.Headline), nil
	case !c.Action.empty() && len(c.Blocks) == 0 && c.Action.Phone+c.Action.URL != "" && c.calls():
		return t.Action, nil
	}
	return ground, nil
}

// calls reports a card whose headline is the call itself and not a finding
// with an action below it.
func (c *Card) calls() bool {
	if c.Action.Phone != "" {
		_, _, ok := figures.Cut(text.Plain(c.Headline), c.Action.Phone)
		return ok
	}
	return c.Action.Verb == ""
}

func (c *Card) check() error {
	if strings.TrimSpace(text.Plain(c.Headline)) == "" {
		return refuse("card-headline", "Headline", nil)
	}
	if f := c.Folio; f != (Folio{}) && (f.Number < 1 || f.Number > f.Of || f.Of > maxFolio) {
		return refuse("card-folio", "Folio", fault.Values{"number": f.Number, "of": f.Of, "most": maxFolio})
	}
	if w := c.FigureWidth; !(w >= 0 && w <= 1) {
		return refuse("card-figure-width", "FigureWidth", fault.Values{"n": w})
	}
	if err := c.Action.check(); err != nil {
		return err
	}
	if err := c.checkRunes(); err != nil {
		return err
	}
	if err := c.checkTags(); err != nil {
		return err
	}
	if err := c.checkLogos(); err != nil {
		return err
	}
	for i, b := range c.Blocks {
		at := fmt.Sprintf("Blocks[%d]", i)
		if b == nil {
			return refuse("card-block", at, nil)
		}
		if foreign(b) {
			return refuse("card-block-foreign", at, fault.Values{"type": fmt.Sprintf("%T", b)})
		}
		if err := b.check(); err != nil {
			return err.within(at)
		}
		if b.traits().claims && c.Source == "" {
			return refuse("card-source", "Source", nil)
		}
	}
	return nil
}

// maxFolio is as many bars as can be told apart above a card.
const maxFolio = 40

// Box is one mark or line of text of a laid-out card.
// A Box is safe for concurrent use as long as nobody changes it.
type Box struct {
	Field    string          // the card's field it comes from: "Headline", "Blocks[0].Segments[1].Label", "Blocks[0]" for its marks
	Text     string          // empty for marks
	Rect     image.Rectangle // its ink
	Color    color.RGBA      // of the ink
	Size     float64         // of the text, px; 0 for marks
	Glyphs   int             // that the text is drawn with; 0 for marks
	Missing  int             // of them the shape that stands for a character its font lacks; always 0, or New would have failed
	Contrast float64         // the least against anything that lies under it
	Bleeds   bool            // may pass the margins
	Code     bool            // a QR symbol
}

// Boxes lists what lies where, in reading order: every line of text, field of
// marks and code, without grounds, rules and folio.
func (g *Graphic) Boxes() []Box {
	var out []Box
	for i := range g.scene.Nodes {
		n := &g.scene.Nodes[i]
		if n.Role == scene.Ground || n.Role == scene.Furniture {
			continue
		}
		b := Box{Field: n.Field, Rect: n.Ink(), Color: n.Color, Bleeds: n.Bleeds, Code: n.Role == scene.Code, Contrast: g.leastContrast(i)}
		if n.Glyphs != nil {
			b.Text, b.Size, b.Glyphs = n.Glyphs.Text, n.Glyphs.Size, len(n.Glyphs.Glyphs)
			for _, gl := range n.Glyphs.Glyphs {
				if gl.ID == 0 {
					b.Missing++
				}
			}
		}
		if n.Polygons == nil && !n.Apart {
			out = append(out, b)
		}
		for i := 0; n.Apart && i < len(n.Rects); i++ {
			b.Rect = n.Rects[i]
			out = append(out, b)
		}
		for _, pts := range n.Polygons {
			b.Rect = scene.Bounds(pts)
			out = append(out, b)
		}
	}
	return out
}

func (g *Graphic) leastContrast(i int) float64 {
	n := &g.scene.Nodes[i]
	least := 21.0
	for _, under := range g.scene.Under(i) {
		least = min(least, colour.Ratio(n.Color, under))
	}
	return least
}

// contrast holds every text to 4.5:1 and every mark to 3:1 against what
// really lies under it.
func (g *Graphic) contrast() error {
	for i := range g.scene.Nodes {
		want := 0.0
		switch g.scene.Nodes[i].Role {
		case scene.Words:
			want = colour.OfText
		case scene.Mark, scene.Code:
			want = colour.OfMarks
		}
		if want == 0 {
			continue
		}
		if r := g.leastContrast(i); r < want {
			return contrastError(g.scene.Nodes[i].Field, r, want)
		}
	}
	return nil
}
