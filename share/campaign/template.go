package campaign

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A Template is a campaign with slots for the rows of a table. {place} may
// stand in any value of its YAML files and in the words of its letters and
// pages, also alone in the place of a number or a date:
//
//	figures: [{label: {en: waiting}, value: "{waiting}", unit: people}]
//
// A file is parsed once, however many rows there are. A Template is immutable
// and safe for concurrent use.
type Template struct {
	fsys    fs.FS
	names   []string
	docs    map[string]read.Document
	columns []string
	sum     [sha256.Size]byte
}

// Sum is the hash of all files that a template has read.
func (t *Template) Sum() [sha256.Size]byte { return t.sum }

// A Row is one of a table. It is plain data: reading one is safe for concurrent
// use.
type Row struct {
	Line  int               // in its file; 0 if it has none
	Cells map[string]string // by column
}

// Slot is what a column's name looks like: as a slot in braces it can be
// written in any text.
var slotName = pattern.New(`^[a-z][a-z0-9_-]{0,39}$`)

var slotUse = pattern.New(`\{[a-z][a-z0-9_-]{0,39}\}`)

// LoadTemplate reads a campaign folder whose slots are the columns. With the id
// of a fact it keeps that one and those it names, and no letters, pages or
// other words: what a card is made of. The error is a *LoadError.
func LoadTemplate(ctx context.Context, fsys fs.FS, columns []string, fact string) (*Template, error) {
	names, err := listFiles(ctx, fsys)
	if err != nil {
		return nil, err
	}
	t := &Template{fsys: fsys, docs: make(map[string]read.Document), columns: columns}
	var r report
	for _, c := range columns {
		if !slotName().MatchString(c) {
			r.add(mistakeAt(".", pos{}, "table-column-name", with{"column": read.Clip(c)}))
		}
	}
	budget, h := read.NewBudget(ctx, read.MaxTotal), sha256.New()
	l := loader{ctx: ctx, c: new(Campaign), read: func(name, shown string) (read.Document, error) { return read.File(fsys, name, shown, budget) }}
	l.report.sources = make(map[string][]byte)
	for _, name := range names {
		if fact != "" && !ofCard(name) {
			continue
		}
		doc, _, ok := l.open(name)
		if !ok {
			continue
		}
		t.names, t.docs[name] = append(t.names, name), doc
		fmt.Fprintf(h, "%s %d\n%s", name, len(doc.Source), doc.Source)
	}
	h.Sum(t.sum[:0])
	r.mistakes = append(r.mistakes, l.report.mistakes...)
	if len(r.mistakes) == 0 && fact != "" {
		t.keep(fact, &r)
	}
	return t, r.err()
}

// ofCard reports a file that has a part in the cards of a fact.
func ofCard(name string) bool {
	return slices.Contains([]string{"campaign.yaml", "facts.yaml", "facts.csv", "captions.yaml"}, name) || path.Dir(name) == "strings"
}

// keep leaves of the facts the one that is asked for and those whose ids it
// holds, and their captions.
func (t *Template) keep(fact string, r *report) {
	var ids []string
	for _, name := range []string{"facts.yaml", "facts.csv"} {
		doc, ok := t.docs[name]
		if !ok {
			continue
		}
		all, _ := doc.Tree.Get("facts")
		if all == nil {
			continue
		}
		var named []string
		for i := range all.Items {
			if id := idOf(&all.Items[i], "id"); id == fact {
				named = append(scalars(&all.Items[i], nil), id)
			} else {
				ids = append(ids, id)
			}
		}
		doc.Tree = trimmed(doc.Tree, "facts", "id", named)
		t.docs[name] = doc
		if len(named) > 0 {
			if doc, ok := t.docs["captions.yaml"]; ok {
				doc.Tree = trimmed(doc.Tree, "captions", "fact", named)
				t.docs["captions.yaml"] = doc
			}
			return
		}
	}
	r.add(mistakeAt("facts.yaml", pos{}, "table-fact", meant(with{"fact": read.Clip(fact)}, fault.Nearest(fact, ids))))
}

func idOf(t *read.Tree, key string) string {
	if id, ok := t.Get(key); ok {
		return id.Text
	}
	return ""
}

// scalars appends all single values within a tree.
func scalars(t *read.Tree, all []string) []string {
	if t.Shape == read.Scalar {
		return append(all, t.Text)
	}
	for i := range t.Items {
		all = scalars(&t.Items[i], all)
	}
	return all
}

// trimmed is a file of which only some entries of its list are kept.
func trimmed(t read.Tree, list, key string, ids []string) read.Tree {
	t.Items = slices.Clone(t.Items)
	if all, ok := t.Get(list); ok {
		all.Items = slices.DeleteFunc(slices.Clone(all.Items), func(e read.Tree) bool { return !slices.Contains(ids, idOf(&e, key)) })
	}
	return t
}

// Fill is the campaign with the row's cells in its slots, held to the rules of
// Load. The error is a *RowError that names the columns.
func (t *Template) Fill(row Row) (*Campaign, error) {
	f := filling{row: row, used: make(map[read.Place][]string)}
	l := loader{ctx: context.Background(), names: t.names, read: func(name, shown string) (read.Document, error) {
		doc := t.docs[name]
		doc.Tree = f.tree(shown, doc.Tree, path.Dir(name) == "strings")
		doc.Body = f.words(shown, doc.Body, pos{Line: doc.Line, Column: 1})
		return doc, nil
	}}
	c, err := l.load()
	if err == nil {
		err = f.unfilled()
	}
	if err != nil {
		return nil, f.blame(err)
	}
	c.files = t.fsys
	c.row = &f
	return c, nil
}

// A filling is one row on its way into a template.
type filling struct {
	row  Row
	used map[read.Place][]string // columns, by file and "line:column" or "line"
	left []*Mistake              // slots that nothing fills
}

// tree is a copy of those branches that hold slots. What a language's own words
// have in braces is theirs.
func (f *filling) tree(file string, t read.Tree, strings bool) read.Tree {
	if t.Shape == read.Scalar {
		t.Text = f.words(file, t.Text, t.Pos)
		return t
	}
	if strings {
		return t
	}
	if len(t.Items) > 0 {
		items := make([]read.Tree, len(t.Items))
		for i := range t.Items {
			items[i] = f.tree(file, t.Items[i], false)
		}
		t.Items = items
	}
	return t
}

// words fills a text.
func (f *filling) words(file, s string, at pos) string {
	if !strings.Contains(s, "{") {
		return s
	}
	return slotUse().ReplaceAllStringFunc(s, func(slot string) string {
		name := slot[1 : len(slot)-1]
		cell, ok := f.row.Cells[name]
		if !ok {
			if path.Ext(file) != ".md" {
				values := meant(with{"slot": name}, fault.Nearest(name, slices.Sorted(maps.Keys(f.row.Cells))))
				f.left = append(f.left, newMistake(file, at, "", english.New("table-slot", "", values)))
			}
			return slot
		}
		if cell == "" && s != slot {
			f.left = append(f.left, newMistake(file, at, "", english.New("table-empty-cell", "", with{"column": name})))
		}
		for _, where := range []pos{at, {Line: at.Line}} {
			key := spotOf(file, where)
			if !slices.Contains(f.used[key], name) {
				f.used[key] = append(f.used[key], name)
			}
		}
		return cell
	})
}

func spotOf(file string, at pos) read.Place {
	return read.Place{File: file, Path: fault.Position{Line: at.Line, Column: at.Column}.String()}
}

// unfilled are the slots that nothing fills. A cell may be empty only where it
// is all that a value has.
func (f *filling) unfilled() error {
	if len(f.left) == 0 {
		return nil
	}
	return &LoadError{f.left}
}

// columns lists the columns in use where something was found, the nearest first.
func (f *filling) columns(at fault.Position) []string {
	for _, where := range []pos{{Line: at.Line, Column: at.Column}, {Line: at.Line}} {
		if used := f.used[spotOf(at.File, where)]; len(used) > 0 {
			return used
		}
	}
	return nil
}

// blame names row and columns of what is wrong.
func (f *filling) blame(err error) error {
	out := &RowError{Line: f.row.Line}
	for _, m := range Mistakes(err) {
		out.add(f.columns(m.Position()), m)
	}
	if len(out.Faults) == 0 {
		return err
	}
	return out
}

// Blame is an error of a filled campaign, such as a finding of a check, with
// the row and the columns it comes from; nil for none. All have to be of this
// campaign.
func (c *Campaign) Blame(found ...fault.Placed) error {
	if len(found) == 0 {
		return nil
	}
	out := new(RowError)
	if c.row != nil {
		out.Line = c.row.row.Line
	}
	for _, one := range found {
		var columns []string
		if c.row != nil {
			columns = c.row.columns(one.Position())
		}
		out.add(columns, one)
	}
	return out
}

// A RowError is all that is wrong with one row of a table. It is immutable and
// safe for concurrent use.
type RowError struct {
	Line   int
	Faults []*CellError
}

// A CellError is one thing that is wrong with a row. It is immutable and safe
// for concurrent use.
type CellError struct {
	fault.Data
	Line    int
	Columns []string // that it comes from; none: it is not known
	Err     error
}

func (e *CellError) Error() string { return fault.InEnglish(e) }

// Unwrap returns what was found.
func (e *CellError) Unwrap() error { return e.Err }

func (e *RowError) add(columns []string, err error) {
	rule := "table-cell"
	if len(columns) == 0 {
		rule = "table-row"
	}
	values := with{"row": e.Line, "column": strings.Join(columns, ", "), "cause": err}
	e.Faults = append(e.Faults, &CellError{english.New(rule, "", values), e.Line, columns, err})
}

// Error says each fault in a line.
func (e *RowError) Error() string {
	lines := make([]string, len(e.Faults))
	for i, f := range e.Faults {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the faults as errors.
func (e *RowError) Unwrap() []error {
	errs := make([]error, len(e.Faults))
	for i, f := range e.Faults {
		errs[i] = f
	}
	return errs
}

// RowErrors returns the faults of cells within err, or nil if it is another
// error.
func RowErrors(err error) []*CellError {
	var e *RowError
	if errors.As(err, &e) {
		return e.Faults
	}
	return nil
}

// Slug is a name for files made of a text: lower case, without accents, ASCII
// letters, digits and hyphens, at most 60. Texts that differ in nothing else
// have the same.
func Slug(s string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(unaccented(s)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	out := b.String()
	return strings.Trim(out[:min(len(out), 60)], "-")
}

// unaccented is a text without accents.
func unaccented(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFD.String(s))
}
