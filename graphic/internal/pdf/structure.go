package pdf

import (
	"cmp"
	"fmt"
	"image"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// tree is the structure tree of a document under one Document element.
type tree struct {
	*file
	root, document ref
	kids           []ref
	parents        []string // of the number tree, by key
}

func newTree(f *file) *tree {
	return &tree{file: f, root: f.reserve(), document: f.reserve()}
}

// mark is a node's place in the marked content of its page. The zero mark is
// that of an artifact.
type mark struct {
	tag   string
	id    int
	space bool // the element's text goes on after it
}

// plan is how one page hangs in the tree.
type plan struct {
	page    *Page
	self    ref
	marks   []mark // by node
	owners  []ref  // by mark id
	annots  []ref
	parents int // key of the page in the number tree
}

// plan marks every tagged node of the page and writes the page's
// elements; those of a page among several stand in a section.
func (t *tree) plan(p *Page, self ref, several bool) *plan {
	pl := &plan{page: p, self: self, marks: make([]mark, len(p.Scene.Nodes)), parents: len(t.parents)}
	t.parents = append(t.parents, "")
	parent := t.document
	if several {
		parent = t.reserve()
	}
	var kids []ref
	for i := range p.Elements {
		kids = append(kids, t.element(pl, &p.Elements[i], parent))
	}
	t.parents[pl.parents] = list(pl.owners)
	if !several {
		t.kids = append(t.kids, kids...)
		return pl
	}
	t.kids = append(t.kids, parent)
	lang := ""
	if p.Lang != "" {
		lang = "/Lang" + textString(p.Lang)
	}
	t.put(parent, "<</Type/StructElem/S/Sect/P %v/Pg %v%s/K%s>>", t.document, self, lang, list(kids))
	return pl
}

func (t *tree) element(pl *plan, e *Element, parent ref) ref {
	self := t.reserve()
	var kids []string
	for _, i := range pl.content(e) {
		kids = append(kids, fmt.Sprint(len(pl.owners)))
		pl.marks[i].tag, pl.marks[i].id = e.Type, len(pl.owners)
		pl.owners = append(pl.owners, self)
	}
	for i := range e.Kids {
		if k := &e.Kids[i]; len(k.Nodes)+len(k.Kids) > 0 {
			kids = append(kids, t.element(pl, k, self).String())
		}
	}
	if e.URL != "" && !pl.page.CropMarks { // a press refuses files with links
		kids = append(kids, fmt.Sprintf("<</Type/OBJR/Obj %v/Pg %v>>", t.link(pl, e, self), pl.self))
	}
	more := ""
	if e.Alt != "" {
		more = fmt.Sprintf("/Alt%s/A<</O/Layout/BBox%v>>", textString(e.Alt), pl.page.points(pl.ink(e)))
	}
	if e.Lang != "" {
		more += "/Lang" + textString(e.Lang)
	}
	if s := pl.actual(e); s != "" {
		more += "/ActualText" + textString(s)
	}
	t.put(self, "<</Type/StructElem/S/%s/P %v/Pg %v%s/K[%s]>>", e.Type, parent, pl.self, more, strings.Join(kids, " "))
	return self
}

// link adds the annotation over all that the element shows.
func (t *tree) link(pl *plan, e *Element, owner ref) ref {
	a := t.add("<</Type/Annot/Subtype/Link/Rect%v/Border[0 0 0]/F 4/Contents%s/A<</S/URI/URI%s>>/StructParent %d>>",
		pl.page.points(pl.ink(e)), textString(e.Label), literal(ascii(e.URL)), len(t.parents))
	t.parents = append(t.parents, owner.String())
	pl.annots = append(pl.annots, a)
	return a
}

// ascii escapes what an address may not hold.
func ascii(url string) string {
	var b strings.Builder
	for i := range len(url) {
		if c := url[i]; c <= ' ' || c >= 0x7f {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func (pl *plan) ink(e *Element) image.Rectangle {
	var box image.Rectangle
	for _, i := range e.Nodes {
		box = box.Union(pl.page.Scene.Nodes[i].Ink())
	}
	for i := range e.Kids {
		box = box.Union(pl.ink(&e.Kids[i]))
	}
	return box
}

// content is the element's nodes in the order of reading: the stretches of a
// line by what they stand for, not by where they stand.
func (pl *plan) content(e *Element) []int {
	nodes := slices.Clone(e.Nodes)
	run := func(i int) *scene.Run { return pl.page.Scene.Nodes[nodes[i]].Glyphs }
	for from := 0; from < len(nodes); {
		to := from + 1
		for to < len(nodes) && sameLine(run(from), run(to)) {
			to++
		}
		slices.SortStableFunc(nodes[from:to], func(a, b int) int {
			return cmp.Compare(firstCluster(pl.page.Scene.Nodes[a].Glyphs), firstCluster(pl.page.Scene.Nodes[b].Glyphs))
		})
		if r := run(to - 1); r != nil && to < len(nodes) {
			pl.marks[nodes[to-1]].space = !r.Joined
		}
		from = to
	}
	return nodes
}

// actual is the element's own text where some of it reads from right to
// left: its letters are shown from left to right.
func (pl *plan) actual(e *Element) string {
	if len(e.Kids) > 0 || e.Alt != "" {
		return ""
	}
	s, any := "", false
	for _, i := range pl.content(e) {
		r := pl.page.Scene.Nodes[i].Glyphs
		if r == nil {
			return ""
		}
		line, right := spelled(r)
		s, any = s+line, any || right
		if pl.marks[i].space {
			s += " "
		}
	}
	if !any {
		return ""
	}
	return s
}

func sameLine(a, b *scene.Run) bool {
	return a != nil && b != nil && a.Text == b.Text && a.X == b.X && a.Y == b.Y && a.Size == b.Size
}

func firstCluster(r *scene.Run) int {
	if r == nil || len(r.Glyphs) == 0 {
		return 0
	}
	first := r.Glyphs[0].Cluster
	for i := range r.Glyphs {
		first = min(first, r.Glyphs[i].Cluster)
	}
	return first
}

// write closes the tree.
func (t *tree) write() ref {
	t.put(t.document, "<</Type/StructElem/S/Document/P %v/K%s>>", t.root, list(t.kids))
	var nums strings.Builder
	for i, p := range t.parents {
		fmt.Fprintf(&nums, "%d %s ", i, p)
	}
	parents := t.add("<</Nums[%s]>>", strings.TrimSpace(nums.String()))
	t.put(t.root, "<</Type/StructTreeRoot/K[%v]/ParentTree %v/ParentTreeNextKey %d>>", t.document, parents, len(t.parents))
	return t.root
}
