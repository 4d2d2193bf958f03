// Package pdf writes scenes as a tagged PDF 1.7 file: shapes as vectors, text
// as text. Glyphs are Type 3 fonts made of the outlines that were laid out,
// so that every reader places them as they were placed, and every code says
// which characters it stands for.
package pdf

import (
	"fmt"
	"io"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// Document is what a file says of itself, and its pages.
type Document struct {
	Title   string
	Subject string
	Lang    string // BCP 47; empty: not known
	Right   bool   // reads from right to left
	XMP     string // metadata packet
	Pages   []Page
}

// Page is one scene on one sheet. The scene fills the trimmed page; Bleed and
// CropMarks add to the sheet around it.
type Page struct {
	Scene         *scene.Scene
	Width, Height float64 // of the trimmed page, points
	Bleed         float64 // on every side, points: how far grounds at the edge go on
	Inset         float64 // on every side, points: how much of the page stays white
	CropMarks     bool
	Lang          string // where it is not the document's
	Title         string // in the outline of a file of several pages
	Elements      []Element
}

// Element is a node of the structure tree: what assistive programs read, in
// this order. Scene nodes that belong to no element are artifacts.
type Element struct {
	Type  string // a standard structure type: H1, P, Figure, Link …
	Lang  string // where it is not that of what holds it
	Alt   string // what a Figure shows
	URL   string // where a Link leads
	Label string // what a Link is called
	Nodes []int  // indexes into the scene's nodes
	Kids  []Element
}

// Write writes the file. The same document gives the same bytes. Nothing is
// written before all of it is made.
func Write(w io.Writer, d *Document) error {
	f := new(file)
	f.header()
	wr := &writer{file: f, doc: d, fonts: newFonts(), images: newImages(), tree: newTree(f)}
	wr.catalog()
	_, err := w.Write(f.buf.Bytes())
	return err
}

// What PDF 1.7 and printers can do with, points.
const (
	LeastSide, MostSide = 1, 14400 // 200 inches
	MostBleed           = 144
)

type writer struct {
	*file
	doc       *Document
	fonts     *fonts
	images    *images
	fades     fades
	spots     spots
	layer     ref // of the lines to cut along; 0: none
	tree      *tree
	resources ref // of all pages
}

func (w *writer) catalog() {
	root, pages := w.reserve(), w.reserve()
	w.resources = w.reserve()
	var kids strings.Builder
	refs := make([]ref, len(w.doc.Pages))
	for i := range refs {
		refs[i] = w.reserve()
		fmt.Fprintf(&kids, "%v ", refs[i])
	}
	for i := range w.doc.Pages {
		w.page(&w.doc.Pages[i], refs[i], pages)
	}
	w.put(pages, "<</Type/Pages/Count %d/Kids[%s]>>", len(refs), strings.TrimSpace(kids.String()))
	w.writeResources()
	meta := w.reserve()
	w.stream(meta, "/Type/Metadata/Subtype/XML", []byte(w.doc.XMP))
	direction := ""
	if w.doc.Right {
		direction = "/Direction/R2L"
	}
	layers := ""
	if w.layer > 0 {
		layers = fmt.Sprintf("/OCProperties<</OCGs[%v]/D<</Order[%[1]v]/ON[%[1]v]>>>>", w.layer)
	}
	w.put(root, "<</Type/Catalog/Pages %v/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %v/ViewerPreferences<</DisplayDocTitle true%s>>/Metadata %v%s%s>>",
		pages, textString(w.doc.Lang), w.tree.write(), direction, meta, w.outline(refs), layers)
	info := w.add("<</Title%s/Subject%s>>", textString(w.doc.Title), textString(w.doc.Subject))
	w.trailer(root, info)
}

func (w *writer) writeResources() {
	var names strings.Builder
	for _, t := range w.fonts.list {
		fmt.Fprintf(&names, "/%s %v", t.name, t.write(w.file))
	}
	var pictures strings.Builder
	for _, p := range w.images.list {
		fmt.Fprintf(&pictures, "/%s %v", w.images.name(p), writeImage(w.file, p))
	}
	spaces, layers, states := w.spotResources()
	w.put(w.resources, "<</Font<<%s>>/XObject<<%s>>%s%s%s>>", names.String(), pictures.String(), w.fades.resources(states), spaces, layers)
}

// fades are the degrees of translucence that a document uses.
type fades [256]bool

// resources are the graphics states of a document, with those of its inks.
func (f *fades) resources(states string) string {
	var b strings.Builder
	b.WriteString(states)
	for fade, used := range f {
		if used {
			fmt.Fprintf(&b, "/T%d<</ca %s>>", fade, number(1-float64(fade)/255, 3))
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "/ExtGState<<" + b.String() + ">>"
}

// outline lists the pages of a file that has several.
func (w *writer) outline(pages []ref) string {
	if len(pages) < 2 {
		return ""
	}
	root := w.reserve()
	items := make([]ref, len(pages))
	for i := range items {
		items[i] = w.reserve()
	}
	for i, r := range items {
		links := ""
		if i > 0 {
			links += fmt.Sprintf("/Prev %v", items[i-1])
		}
		if i+1 < len(items) {
			links += fmt.Sprintf("/Next %v", items[i+1])
		}
		w.put(r, "<</Title%s/Parent %v/Dest[%v/Fit]%s>>", textString(w.doc.Pages[i].Title), root, pages[i], links)
	}
	w.put(root, "<</Type/Outlines/First %v/Last %v/Count %d>>", items[0], items[len(items)-1], len(items))
	return fmt.Sprintf("/Outlines %v", root)
}
