package campaign

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// Together is one campaign of many rows: each entry of a list, letter and page
// that has slots, or names what has, stands in it once for each row, with the
// row's name after its id (closed-desks-alder). All else stands in it once, and
// may have no slots. columns are those of the table, whose rows have to be right
// by themselves: see [Template.Fill]. The error is a *LoadError.
func (t *Template) Together(rows []Row) (*Campaign, error) {
	g := gathering{docs: make(map[string]read.Document), each: make(map[string]bool)}
	for g.mark(t) { // what names something of a row is of the row itself
	}
	for _, name := range t.names {
		g.add(t, name, rows)
	}
	l := loader{ctx: context.Background(), names: slices.Sorted(maps.Keys(g.docs)), read: func(name, _ string) (read.Document, error) { return g.docs[name], nil }}
	if len(g.left) > 0 {
		return nil, &LoadError{g.left}
	}
	c, err := l.load()
	if err != nil {
		return nil, err
	}
	c.files = t.fsys
	return c, nil
}

// A gathering is rows on their way into one campaign.
type gathering struct {
	docs map[string]read.Document
	each map[string]bool // ids of what stands there once for each row
	left []*Mistake
}

// mark finds ids of what is of a row, and reports whether any is new.
func (g *gathering) mark(t *Template) bool {
	known := len(g.each)
	for _, name := range t.names {
		doc := t.docs[name]
		if path.Ext(name) == ".md" {
			if g.ofRow(t, &doc.Tree) || t.slotted(doc.Body) {
				g.each[stem(name)] = true
			}
			continue
		}
		for i := range doc.Tree.Items {
			list := &doc.Tree.Items[i]
			for j := range list.Items {
				if id := idOf(&list.Items[j], "id"); list.Shape == read.List && id != "" && g.ofRow(t, &list.Items[j]) {
					g.each[id] = true
				}
			}
		}
	}
	return len(g.each) > known
}

// stem is the id of a letter or a page.
func stem(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// ofRow reports a part of a file that has a slot or an id of what has one.
func (g *gathering) ofRow(t *Template, part *read.Tree) bool {
	return slices.ContainsFunc(scalars(part, nil), func(s string) bool { return g.each[s] || t.slotted(s) })
}

// slotted reports a text with a slot for one of the columns.
func (t *Template) slotted(s string) bool {
	return slices.ContainsFunc(slotUse().FindAllString(s, -1), func(slot string) bool { return slices.Contains(t.columns, slot[1:len(slot)-1]) })
}

// add adds a file, or one for each row.
func (g *gathering) add(t *Template, name string, rows []Row) {
	doc := t.docs[name]
	if path.Ext(name) != ".md" {
		if path.Dir(name) != "strings" {
			doc.Tree = g.lists(t, name, doc.Tree, rows)
		}
		g.docs[name] = doc
		return
	}
	if !g.each[stem(name)] {
		g.docs[name] = doc
		return
	}
	for _, row := range rows {
		one, f := doc, filling{row: row, used: make(map[read.Place][]string)}
		one.Tree = f.tree(name, g.named(doc.Tree, row.Name(t.columns)), false)
		one.Body = f.words(name, doc.Body, pos{Line: doc.Line, Column: 1})
		g.docs[path.Join(path.Dir(name), stem(name)+"-"+row.Name(t.columns)+".md")] = one
	}
}

// lists is a file with the entries of its lists once for each row, where they
// are of a row.
func (g *gathering) lists(t *Template, name string, file read.Tree, rows []Row) read.Tree {
	file.Items = slices.Clone(file.Items)
	for i := range file.Items {
		list := &file.Items[i]
		if list.Shape != read.List {
			g.common(t, name, list)
			continue
		}
		var all []read.Tree
		for _, entry := range list.Items {
			if !g.ofRow(t, &entry) {
				all = append(all, entry)
				continue
			}
			for _, row := range rows {
				f := filling{row: row, used: make(map[read.Place][]string)}
				all = append(all, f.tree(name, g.named(entry, row.Name(t.columns)), false))
				g.left = append(g.left, f.left...)
			}
		}
		list.Items = all
	}
	return file
}

// common refuses slots in what all rows have in common.
func (g *gathering) common(t *Template, file string, part *read.Tree) {
	for _, s := range scalars(part, nil) {
		if t.slotted(s) {
			g.left = append(g.left, mistakeAt(file, part.Pos, "table-common", with{"slot": slotUse().FindString(s)}))
			return
		}
	}
}

// named is a part of a file in which ids of what is of a row name that of one
// row.
func (g *gathering) named(part read.Tree, row string) read.Tree {
	if part.Shape == read.Scalar {
		if g.each[part.Text] && !slotUse().MatchString(part.Text) {
			part.Text += "-" + row
		}
		return part
	}
	part.Items = slices.Clone(part.Items)
	for i := range part.Items {
		part.Items[i] = g.named(part.Items[i], row)
	}
	return part
}
