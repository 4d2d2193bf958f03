package read

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/yamlfault"
)

// column is what a column of facts.csv means: a path within a fact, and
// whether its cells are text in a language.
type column struct {
	path []string
	lang langRule
	list string // what separates the entries of a list, or ""
}

type langRule int

const (
	noLang langRule = iota
	anyLang
	needsLang
)

var columns = map[string]column{
	"id":              {path: []string{"id"}},
	"topic":           {path: []string{"topic"}},
	"status":          {path: []string{"status"}},
	"superseded_by":   {path: []string{"superseded_by"}},
	"action":          {path: []string{"action"}},
	"reply":           {path: []string{"reply"}},
	"as_of":           {path: []string{"as_of"}},
	"review_after":    {path: []string{"review_after"}},
	"expires":         {path: []string{"expires"}},
	"headline":        {path: []string{"headline"}, lang: needsLang},
	"headline_short":  {path: []string{"headline_short"}, lang: needsLang},
	"headline_alone":  {path: []string{"headline_alone"}, lang: needsLang},
	"claim":           {path: []string{"claim"}, lang: needsLang},
	"attribution":     {path: []string{"attribution"}, lang: needsLang},
	"content_note":    {path: []string{"content_note"}, lang: needsLang},
	"publisher":       {path: []string{"source", "publisher"}, lang: anyLang},
	"publisher_short": {path: []string{"source", "publisher_short"}, lang: anyLang},
	"title":           {path: []string{"source", "title"}},
	"url":             {path: []string{"source", "url"}},
	"published":       {path: []string{"source", "published"}},
	"unread":          {path: []string{"source", "unread"}},
	"figures":         {path: []string{"figures"}, lang: needsLang},
	"chart":           {path: []string{"chart", "kind"}},
	"stat":            {path: []string{"chart", "stat", "value"}, lang: anyLang},
	"stat_prefix":     {path: []string{"chart", "stat", "prefix"}, lang: anyLang},
	"stat_unit":       {path: []string{"chart", "stat", "unit"}, lang: anyLang},
	"stat_label":      {path: []string{"chart", "stat", "label"}, lang: anyLang},
	"note":            {path: []string{"chart", "note"}, lang: anyLang},
	"tags":            {path: []string{"tags"}, list: " "},
	"alt_urls":        {path: []string{"alt_urls"}, list: " "},
	"not_with":        {path: []string{"not_with"}, list: " "},
	"caveats":         {path: []string{"caveats"}, list: "|"},
}

// maxColumns is far more than all columns in ten languages.
const maxColumns = 200

// header is a column of one file.
type header struct {
	column
	name string // without the language
	tag  string // the language, or ""
}

// CSV turns the rows into the tree that facts.yaml would give. The error is a
// [*Flaw], [Flaws], or that of ctx.
func CSV(ctx context.Context, file string, data []byte) (Tree, error) {
	r := NewSheet(data)
	first, err := r.Next()
	if err == io.EOF {
		return Tree{Shape: Null, Pos: Pos{1, 1}}, nil
	}
	if err != nil {
		return Tree{}, CSVFlaw(file, err)
	}
	heads, err := readHeader(file, r, first)
	if err != nil {
		return Tree{}, err
	}
	facts, err := readRows(ctx, file, r, heads, yamlfault.MostTokens(len(data)))
	if err != nil {
		return Tree{}, err
	}
	t := Tree{Shape: Dict, Pos: Pos{1, 1}}
	t.Put("facts", Pos{1, 1}, facts)
	return t, nil
}

// readRows reads the facts, of so many values at most, and counts those that are
// too many.
func readRows(ctx context.Context, file string, r *Sheet, heads []header, most int) (Tree, error) {
	facts := Tree{Shape: List, Pos: Pos{1, 1}}
	nodes := 0
	for n := 1; ; n++ {
		row, err := r.Next()
		switch {
		case err == io.EOF && n-1 > MaxList:
			return Tree{}, flaw(file, Pos{1, 1}, "too-many-entries", fault.Values{"n": n - 1, "limit": MaxList})
		case err == io.EOF:
			return facts, nil
		case err != nil:
			return Tree{}, CSVFlaw(file, err)
		case ctx.Err() != nil:
			return Tree{}, ctx.Err()
		case n > MaxList:
			continue
		}
		fact, err := readRow(file, r, heads, row)
		if err != nil {
			return Tree{}, err
		}
		facts.Items = append(facts.Items, fact)
		if nodes += fact.nodes(); nodes > most {
			return Tree{}, yamlMistake(file, yamlfault.Dense(most, fact.Line, 1))
		}
	}
}

// Separator guesses what separates cells from the first line.
func Separator(data []byte) rune {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(line, []byte(string(c))) > bytes.Count(line, []byte(string(best))) {
			best = c
		}
	}
	return best
}

// CSVFlaw says what the reader of CSV finds.
func CSVFlaw(file string, err error) *Flaw {
	var at Pos
	var pe *csv.ParseError
	if errors.As(err, &pe) {
		at, err = Pos{pe.Line, pe.Column}, pe.Err
	}
	switch {
	case errors.Is(err, csv.ErrFieldCount):
		return flaw(file, at, "csv-cells", nil)
	case errors.Is(err, errRowLarge):
		return flaw(file, at, "csv-row-large", fault.Values{"megabytes": maxRow >> 20})
	case errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote):
		return flaw(file, at, "csv-quote", nil)
	}
	return flaw(file, at, "csv-unreadable", fault.Values{"cause": err})
}

// readHeader reads the names of the columns.
func readHeader(file string, r *Sheet, names []string) ([]header, error) {
	if len(names) > maxColumns {
		return nil, flaw(file, Pos{1, 1}, "too-many-columns", fault.Values{"n": len(names), "limit": maxColumns})
	}
	var flaws Flaws
	heads := make([]header, len(names))
	for i, name := range names {
		line, col := r.FieldPos(i)
		at := Pos{line, col}
		name = strings.TrimSpace(name)
		h, known := splitHeader(name)
		switch {
		case !known:
			flaws = append(flaws, unknownColumn(file, at, name))
		case h.lang == needsLang && h.tag == "":
			flaws = append(flaws, flaw(file, at, "column-without-language", fault.Values{"column": name}))
		case slices.ContainsFunc(heads[:i], func(o header) bool { return o.name == h.name && o.tag == h.tag }):
			flaws = append(flaws, flaw(file, at, "column-twice", fault.Values{"column": name}))
		case slices.ContainsFunc(heads[:i], func(o header) bool { return o.name == h.name && (o.tag == "") != (h.tag == "") }):
			flaws = append(flaws, flaw(file, at, "column-mixed", fault.Values{"column": h.name}))
		}
		heads[i] = h
	}
	if flaws != nil {
		return nil, flaws
	}
	return heads, nil
}

// splitHeader splits headline_en into the column and its language.
func splitHeader(name string) (header, bool) {
	if c, ok := columns[name]; ok {
		return header{c, name, ""}, true
	}
	i := strings.LastIndexByte(name, '_')
	if i < 0 || !LanguageTag(name[i+1:]) {
		return header{}, false
	}
	c, ok := columns[name[:i]]
	return header{c, name[:i], name[i+1:]}, ok && c.lang != noLang
}

// unknownColumn refuses a name of no column: what is meant keeps its language.
func unknownColumn(file string, at Pos, name string) *Flaw {
	suffix := ""
	if i := strings.LastIndexByte(name, '_'); i > 0 && LanguageTag(name[i+1:]) {
		suffix = name[i:]
	}
	f := &Flaw{Rule: "column-unknown", File: file, At: at, Name: name, Known: slices.Sorted(maps.Keys(columns))}
	for _, known := range f.Known {
		if columns[known].lang != noLang {
			known += suffix
		}
		f.Likely = append(f.Likely, known)
	}
	return f
}

// readRow reads one fact.
func readRow(file string, r *Sheet, heads []header, row []string) (Tree, error) {
	line, _ := r.FieldPos(0)
	fact := Tree{Shape: Dict, Pos: Pos{line, 1}}
	var figures Tree
	for i, cell := range row {
		cell = strings.TrimSpace(cell)
		line, col := r.FieldPos(i)
		at := Pos{line, col}
		h := heads[i]
		switch {
		case cell == "":
		case h.name == "figures":
			if err := addFigures(file, &figures, h.tag, cell, at); err != nil {
				return fact, err
			}
		case h.list != "":
			fact.set(h.path, at, splitCell(cell, h.list, at))
		case h.tag != "":
			fact.set(append(slices.Clone(h.path), h.tag), at, Tree{Text: cell, Pos: at})
		default:
			fact.set(h.path, at, Tree{Text: cell, Pos: at})
		}
	}
	if figures.Items != nil {
		fact.set([]string{"figures"}, figures.Pos, figures)
		drawFigures(&fact, figures)
	}
	return fact, nil
}

// set puts a value at a path of dicts.
func (t *Tree) set(path []string, at Pos, value Tree) {
	for ; len(path) > 1; path = path[1:] {
		if _, ok := t.Get(path[0]); !ok {
			t.Put(path[0], at, Tree{Shape: Dict, Pos: at})
		}
		t, _ = t.Get(path[0])
		t.Shape = Dict
	}
	t.Put(path[0], at, value)
}

func splitCell(cell, sep string, at Pos) Tree {
	t := Tree{Shape: List, Pos: at}
	for part := range strings.SplitSeq(cell, sep) {
		if part = strings.TrimSpace(part); part != "" {
			t.Items = append(t.Items, Tree{Text: part, Pos: at})
		}
	}
	return t
}

// addFigures reads "Label=123 people; Other=4 people" of one language. The
// numbers of a further language must be the same.
func addFigures(file string, figures *Tree, lang, cell string, at Pos) error {
	parts := strings.Split(strings.TrimSuffix(cell, ";"), ";")
	again := figures.Items != nil
	if again && len(parts) != len(figures.Items) {
		return flaw(file, at, "figures-uneven", nil)
	}
	figures.Shape, figures.Pos = List, at
	for i, part := range parts {
		cut := strings.LastIndexByte(part, '=')
		if cut < 0 {
			return flaw(file, at, "figure-form", fault.Values{"figure": Clip(strings.TrimSpace(part))})
		}
		label := strings.TrimSpace(part[:cut])
		value, unit, _ := strings.Cut(strings.TrimSpace(part[cut+1:]), " ")
		if !again {
			f := Tree{Shape: Dict, Pos: at}
			f.Put("value", at, Tree{Text: value, Pos: at})
			f.Put("unit", at, Tree{Text: strings.TrimSpace(unit), Pos: at})
			figures.Items = append(figures.Items, f)
		}
		f := &figures.Items[i]
		if v, _ := f.Get("value"); v.Text != value {
			return flaw(file, at, "figure-differs", fault.Values{"label": Clip(label), "here": Clip(value), "there": Clip(v.Text)})
		}
		f.set([]string{"label", lang}, at, Tree{Text: label, Pos: at})
	}
	return nil
}

// drawFigures makes the figures the bars of a fact whose chart is bars.
func drawFigures(fact *Tree, figures Tree) {
	chart, ok := fact.Get("chart")
	if !ok {
		return
	}
	if kind, ok := chart.Get("kind"); !ok || kind.Text != "bars" {
		return
	}
	bars := Tree{Shape: List, Pos: figures.Pos}
	for _, f := range figures.Items {
		bar := Tree{Shape: Dict, Pos: f.Pos}
		for _, key := range []string{"label", "value"} {
			if v, ok := f.Get(key); ok {
				bar.Put(key, v.Pos, *v)
			}
		}
		bars.Items = append(bars.Items, bar)
	}
	chart.Put("bars", figures.Pos, bars)
}
