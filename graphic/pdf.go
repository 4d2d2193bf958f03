package graphic

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/pdf"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// PDFOptions choose how pages are written. A nil *PDFOptions and zero fields
// mean sheets of paper at their true size and screen formats at 0.75 pt a
// pixel, without bleed, under the first card's headline.
// PDFOptions are safe for concurrent use as long as nobody changes them.
type PDFOptions struct {
	Title  string // of the file
	Rights string // who may use it, for the metadata; empty: those of the first card

	Width, Height float64 // of every trimmed page, points; both or neither
	Bleed         float64 // points on every side, at most 144; StandardBleed is what printers ask for

	// Inset keeps points of white on every side, with the card drawn smaller
	// within, for printers that cannot print to the edge: HomeInset is enough for
	// most. It goes with neither a bleed nor crop marks.
	Inset float64

	// CropMarks make a file for a press: lines at which pages are cut, black
	// letters in the black ink alone and over what is below them, and no links,
	// which some presses refuse. Without them a page is shown, and printed at
	// home, without its bleed.
	CropMarks bool
}

// StandardBleed is an eighth of an inch, in points.
const StandardBleed = 9.0

// HomeInset is a quarter of an inch, in points.
const HomeInset = 18.0

// WritePDF writes the card as one page: a sheet of paper at its true size, a
// screen format at 0.75 pt a pixel.
func (g *Graphic) WritePDF(w io.Writer) error { return WritePDF(w, nil, g) }

// WritePDF writes cards as the pages of one tagged PDF file, in order. Shapes
// are vectors and words are text that can be searched, copied and read aloud;
// charts and codes carry their alt text, and the address of a code is a link.
// The same cards give the same bytes.
//
// A page whose sides differ in proportion from its card by more than one part
// in a hundred is an error, as are no pages at all, or one that is nil or zero.
func WritePDF(w io.Writer, o *PDFOptions, pages ...*Graphic) error {
	var opt PDFOptions
	if o != nil {
		opt = *o
	}
	if len(pages) == 0 || slices.Contains(pages, nil) {
		return refuse("pdf-pages", "Pages", nil)
	}
	first, m := pages[0].card.Lang, fileMeta(&opt, pages)
	d := &pdf.Document{Title: m.title, Subject: m.description, Lang: bcp47(first), Right: rightToLeft(first), XMP: m.xmp()}
	for i, g := range pages {
		if err := g.drawn(); err != nil {
			return err
		}
		p, err := g.page(&opt)
		if err != nil {
			return err.within(fmt.Sprintf("Pages[%d]", i))
		}
		d.Pages = append(d.Pages, *p)
	}
	return pdf.Write(whole{w}, d)
}

// fileMeta is what a file says of itself: of several pages only what is true
// of them all.
func fileMeta(o *PDFOptions, pages []*Graphic) meta {
	m := pages[0].meta()
	if len(pages) > 1 {
		m.description, m.alt, m.long = "", "", ""
	}
	m.source = sourcesOf(pages)
	if o.Title != "" {
		m.title = o.Title
	}
	if o.Rights != "" {
		m.rights = o.Rights
	}
	return m
}

// sourcesOf lists the sources of all pages, each once: one may be part of another.
func sourcesOf(pages []*Graphic) string {
	var out []string
	for _, g := range pages {
		if s := g.meta().source; s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

// bcp47 is the language as PDF says it: empty where it is not known.
func bcp47(tag language.Tag) string {
	if tag == language.Und {
		return ""
	}
	return tag.String()
}

// point is a pixel's size in points: on screens that of CSS.
func (f *Format) point() float64 {
	if f.DPI > 0 {
		return 72 / f.DPI
	}
	return 0.75
}

func (g *Graphic) page(o *PDFOptions) (*pdf.Page, *FieldError) {
	p := &pdf.Page{
		Scene: &g.scene, Width: o.Width, Height: o.Height, Bleed: o.Bleed, Inset: o.Inset, CropMarks: o.CropMarks,
		Lang: bcp47(g.card.Lang), Title: text.Plain(g.card.Headline), Elements: g.elements(),
	}
	w, h := float64(g.scene.W), float64(g.scene.H)
	if o.Width == 0 && o.Height == 0 {
		p.Width, p.Height = w*g.format.point(), h*g.format.point()
	}
	if r := p.Width * h / (p.Height * w); !(r > 0.99 && r < 1.01) {
		return nil, refuse("pdf-shape", "", fault.Values{"width": o.Width, "height": o.Height, "w": g.scene.W, "h": g.scene.H})
	}
	for _, side := range []float64{p.Width, p.Height} {
		if !(side >= pdf.LeastSide && side <= pdf.MostSide) {
			return nil, refuse("pdf-side", "", fault.Values{"side": side, "least": pdf.LeastSide, "most": pdf.MostSide})
		}
	}
	if !(p.Bleed >= 0 && p.Bleed <= pdf.MostBleed) {
		return nil, refuse("pdf-bleed", "", fault.Values{"bleed": p.Bleed, "most": pdf.MostBleed})
	}
	if most := min(p.Width, p.Height) / 4; !(p.Inset >= 0 && p.Inset <= most) || p.Inset > 0 && (p.Bleed > 0 || p.CropMarks) {
		return nil, refuse("pdf-inset", "", fault.Values{"inset": p.Inset, "most": most})
	}
	return p, nil
}

// outliner groups the scene's nodes into structure elements.
type outliner struct {
	g     *Graphic
	out   []pdf.Element
	keys  []string       // of out
	at    map[string]int // element by key
	rows  map[string]int // row or paragraph within its block, by field
	apart bool           // the leader is not part of the headline
}

// elements are the card's parts in reading order: the headline as heading,
// every field as paragraph, every block with marks as figure.
func (g *Graphic) elements() []pdf.Element {
	if g.sheet != nil {
		return g.sheetElements()
	}
	o := &outliner{g: g, at: make(map[string]int), rows: make(map[string]int), apart: g.apart()}
	for i := range g.scene.Nodes {
		if n := &g.scene.Nodes[i]; n.Role != scene.Furniture && (n.Picture != nil || n.Role != scene.Ground) {
			o.add(i, n)
		}
	}
	o.sortAction()
	return o.out
}

// actionOrder is how the parts of an action are read; they are drawn from the
// edges of their panel inwards.
var actionOrder = []string{"Action.Verb", "Action.Detail", "Action.Phone", "Action.Prompt", "Action.URL", codeKey}

func (o *outliner) sortAction() {
	var places []int
	parts := make(map[string]pdf.Element)
	for i, key := range o.keys {
		if slices.Contains(actionOrder, key) {
			places, parts[key] = append(places, i), o.out[i]
		}
	}
	for _, key := range actionOrder {
		if e, ok := parts[key]; ok {
			o.out[places[0]], places = e, places[1:]
		}
	}
}

// sheetElements are those of every card of a sheet, once: its other copies
// say nothing new.
func (g *Graphic) sheetElements() []pdf.Element {
	var out []pdf.Element
	at := 1 // after the ground
	for _, card := range g.sheet {
		out = append(out, pdf.Element{Type: "Sect", Lang: bcp47(card.card.Lang), Kids: moved(card.elements(), at)})
		at += len(card.scene.Nodes)
	}
	return out
}

// moved counts the elements' nodes from another start.
func moved(es []pdf.Element, by int) []pdf.Element {
	for i := range es {
		for j := range es[i].Nodes {
			es[i].Nodes[j] += by
		}
		moved(es[i].Kids, by)
	}
	return es
}

// apart reports a card whose leader stands before its headline and not within
// it.
func (g *Graphic) apart() bool {
	for i, b := range g.card.Blocks {
		if l, ok := b.(leader); ok {
			drawn := slices.ContainsFunc(g.scene.Nodes, func(n scene.Node) bool {
				field, own := strings.CutPrefix(n.Field, fmt.Sprintf("Blocks[%d].", i))
				return own && l.heads(field)
			})
			return drawn && !l.within(g.card.Headline)
		}
	}
	return false
}

func (o *outliner) add(i int, n *scene.Node) {
	key := o.key(n)
	at, ok := o.at[key]
	if !ok {
		at = len(o.out)
		o.at[key] = at
		o.out, o.keys = append(o.out, pdf.Element{Type: "P"}), append(o.keys, key)
	}
	e := &o.out[at]
	switch block, ok := o.block(key); {
	case ok:
		o.inBlock(e, block, i, n)
	case n.Role == scene.Code:
		e.Type = "Link"
		e.URL, e.Label = o.link()
		e.Kids = []pdf.Element{{Type: "Figure", Alt: o.g.tongue.say("code", fault.Values{"address": e.Label}), Nodes: []int{i}}}
	case key == "Action.URL":
		if e.Kids == nil {
			e.Kids = []pdf.Element{{Type: "Link"}}
			e.Kids[0].URL, e.Kids[0].Label = o.link()
		}
		e.Kids[0].Nodes = append(e.Kids[0].Nodes, i)
	default:
		if key == "Headline" {
			e.Type = "H1"
		}
		e.Nodes = append(e.Nodes, i)
	}
}

// codeKey is that of a code, whose field is also that of its printed address;
// leaderKey that of a leader that is not part of the headline.
const (
	codeKey   = "code"
	leaderKey = "leader"
)

// key tells elements apart. Parts of the headline are one, wherever they
// stand, and so are those of a block.
func (o *outliner) key(n *scene.Node) string {
	switch {
	case n.Role == scene.Code:
		return codeKey
	case o.heads(n):
		if o.apart {
			o.apart = false
			return leaderKey
		}
		if _, ok := o.at[leaderKey]; ok {
			return leaderKey
		}
		return "Headline"
	case n.Field == "Headline" && o.apart:
		return leaderKey // its prefix
	case strings.HasPrefix(n.Field, "Blocks["):
		return n.Field[:strings.IndexByte(n.Field, ']')+1]
	}
	return n.Field
}

// heads reports a part of the leader that is read with the headline.
func (o *outliner) heads(n *scene.Node) bool {
	block, field, _ := strings.Cut(n.Field, "].")
	b, _ := o.block(block + "]")
	l, ok := b.(leader)
	return ok && l.heads(field)
}

// link is the action's address, and how it is called.
func (o *outliner) link() (url, label string) {
	a := &o.g.card.Action
	if label = a.address(); label == "" {
		label = a.URL
	}
	if url, err := codedAddress(a.URL); err == nil {
		return url, label
	}
	return a.URL, label
}

func (o *outliner) block(key string) (Block, bool) {
	n, ok := strings.CutPrefix(key, "Blocks[")
	i, err := strconv.Atoi(strings.TrimSuffix(n, "]"))
	if !ok || err != nil || i < 0 || i >= len(o.g.card.Blocks) {
		return nil, false
	}
	return o.g.card.Blocks[i], true
}

// inBlock adds a node to a block: a figure once it has marks, else rows or
// paragraphs.
func (o *outliner) inBlock(e *pdf.Element, b Block, i int, n *scene.Node) {
	switch {
	case (n.Role == scene.Mark || n.Picture != nil) && e.Type != "Figure":
		*e = pdf.Element{Type: "Figure", Alt: text.Plain(b.describe(&o.g.tongue)), Nodes: nodes(e)}
		e.Nodes = append(e.Nodes, i)
	case e.Type == "Figure":
		e.Nodes = append(e.Nodes, i)
	default:
		o.inRows(e, b, i, n)
	}
}

// inRows adds a node to a block of words: to the row of a list that its field
// names, or to the field's own paragraph.
func (o *outliner) inRows(e *pdf.Element, b Block, i int, n *scene.Node) {
	field := n.Field
	row := strings.LastIndexByte(field, ']')
	if list := row > strings.IndexByte(field, ']'); list {
		e.Type, field = "L", field[:row+1]
	} else if e.Type = b.traits().element; e.Type == "" {
		e.Type = "Div"
	}
	at, ok := o.rows[field]
	if !ok {
		at = len(e.Kids)
		o.rows[field] = at
		e.Kids = append(e.Kids, pdf.Element{Type: "P"})
	}
	kid := &e.Kids[at]
	if e.Type != "L" {
		kid.Nodes = append(kid.Nodes, i)
		return
	}
	kid.Type = "LI"
	if kid.Kids == nil {
		kid.Kids = []pdf.Element{{Type: "Lbl"}, {Type: "LBody"}}
	}
	part := &kid.Kids[1]
	if strings.HasSuffix(n.Field, "].Label") || n.Glyphs != nil && isNumeral(n.Glyphs.Text) {
		part = &kid.Kids[0]
	}
	part.Nodes = append(part.Nodes, i)
}

func isNumeral(s string) bool {
	_, err := strconv.Atoi(strings.TrimSuffix(s, "."))
	return err == nil
}

// nodes are all of an element and its kids.
func nodes(e *pdf.Element) []int {
	out := e.Nodes
	for i := range e.Kids {
		out = append(out, nodes(&e.Kids[i])...)
	}
	return out
}
