package campaign

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
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

// parseCSV turns the rows into the tree that facts.yaml would give.
func parseCSV(file string, data []byte) (tree, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = separator(data)
	first, err := r.Read()
	if err == io.EOF {
		return tree{shape: null, pos: pos{1, 1}}, nil
	}
	if err != nil {
		return tree{}, csvMistake(file, err)
	}
	heads, err := readHeader(file, r, first)
	if err != nil {
		return tree{}, err
	}
	facts := tree{shape: list, pos: pos{1, 1}}
	for {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return tree{}, csvMistake(file, err)
		}
		fact, err := readRow(file, r, heads, row)
		if err != nil {
			return tree{}, err
		}
		facts.items = append(facts.items, fact)
	}
	t := tree{shape: dict, pos: pos{1, 1}}
	t.put("facts", pos{1, 1}, facts)
	return t, nil
}

// separator guesses what separates cells from the first line.
func separator(data []byte) rune {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(line, []byte(string(c))) > bytes.Count(line, []byte(string(best))) {
			best = c
		}
	}
	return best
}

func csvMistake(file string, err error) error {
	var at pos
	var pe *csv.ParseError
	if errors.As(err, &pe) {
		at, err = pos{pe.Line, pe.Column}, pe.Err
	}
	switch {
	case errors.Is(err, csv.ErrFieldCount):
		return mistakeAt(file, at, "csv-cells", nil)
	case errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote):
		return mistakeAt(file, at, "csv-quote", nil)
	}
	return mistakeAt(file, at, "csv-unreadable", with{"cause": err})
}

// readHeader reads the names of the columns.
func readHeader(file string, r *csv.Reader, names []string) ([]header, error) {
	if len(names) > maxColumns {
		return nil, mistakeAt(file, pos{1, 1}, "too-many-columns", with{"n": len(names), "limit": maxColumns})
	}
	var rep report
	heads := make([]header, len(names))
	for i, name := range names {
		line, col := r.FieldPos(i)
		at := pos{line, col}
		name = strings.TrimSpace(name)
		h, known := splitHeader(name)
		switch {
		case !known:
			rep.add(mistakeAt(file, at, "column-unknown", unknownColumn(name)))
		case h.lang == needsLang && h.tag == "":
			rep.add(mistakeAt(file, at, "column-without-language", with{"column": name}))
		case slices.ContainsFunc(heads[:i], func(o header) bool { return o.name == h.name && o.tag == h.tag }):
			rep.add(mistakeAt(file, at, "column-twice", with{"column": name}))
		case slices.ContainsFunc(heads[:i], func(o header) bool { return o.name == h.name && (o.tag == "") != (h.tag == "") }):
			rep.add(mistakeAt(file, at, "column-mixed", with{"column": h.name}))
		}
		heads[i] = h
	}
	return heads, rep.err()
}

// splitHeader splits headline_en into the column and its language.
func splitHeader(name string) (header, bool) {
	if c, ok := columns[name]; ok {
		return header{c, name, ""}, true
	}
	i := strings.LastIndexByte(name, '_')
	if i < 0 || !languageTag(name[i+1:]) {
		return header{}, false
	}
	c, ok := columns[name[:i]]
	return header{c, name[:i], name[i+1:]}, ok && c.lang != noLang
}

// unknownColumn refuses a name of no column: what is meant keeps its language.
func unknownColumn(name string) with {
	stem, suffix := name, ""
	if i := strings.LastIndexByte(name, '_'); i > 0 && languageTag(name[i+1:]) {
		stem, suffix = name[:i], name[i:]
	}
	known := slices.Sorted(maps.Keys(columns))
	likely := nearest(stem, known)
	if likely != "" && columns[likely].lang != noLang {
		likely += suffix
	}
	return meant(with{"name": clip(name), "known": strings.Join(known, ", ")}, likely)
}

// readRow reads one fact.
func readRow(file string, r *csv.Reader, heads []header, row []string) (tree, error) {
	line, _ := r.FieldPos(0)
	fact := tree{shape: dict, pos: pos{line, 1}}
	var figures tree
	for i, cell := range row {
		cell = strings.TrimSpace(cell)
		line, col := r.FieldPos(i)
		at := pos{line, col}
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
			fact.set(append(slices.Clone(h.path), h.tag), at, tree{text: cell, pos: at})
		default:
			fact.set(h.path, at, tree{text: cell, pos: at})
		}
	}
	if figures.items != nil {
		fact.set([]string{"figures"}, figures.pos, figures)
		drawFigures(&fact, figures)
	}
	return fact, nil
}

// set puts a value at a path of dicts.
func (t *tree) set(path []string, at pos, value tree) {
	for ; len(path) > 1; path = path[1:] {
		if _, ok := t.get(path[0]); !ok {
			t.put(path[0], at, tree{shape: dict, pos: at})
		}
		t, _ = t.get(path[0])
		t.shape = dict
	}
	t.put(path[0], at, value)
}

func splitCell(cell, sep string, at pos) tree {
	t := tree{shape: list, pos: at}
	for part := range strings.SplitSeq(cell, sep) {
		if part = strings.TrimSpace(part); part != "" {
			t.items = append(t.items, tree{text: part, pos: at})
		}
	}
	return t
}

// addFigures reads "Label=123 people; Other=4 people" of one language. The
// numbers of a further language must be the same.
func addFigures(file string, figures *tree, lang, cell string, at pos) error {
	parts := strings.Split(strings.TrimSuffix(cell, ";"), ";")
	again := figures.items != nil
	if again && len(parts) != len(figures.items) {
		return mistakeAt(file, at, "figures-uneven", nil)
	}
	figures.shape, figures.pos = list, at
	for i, part := range parts {
		cut := strings.LastIndexByte(part, '=')
		if cut < 0 {
			return mistakeAt(file, at, "figure-form", with{"figure": clip(strings.TrimSpace(part))})
		}
		label := strings.TrimSpace(part[:cut])
		value, unit, _ := strings.Cut(strings.TrimSpace(part[cut+1:]), " ")
		if !again {
			f := tree{shape: dict, pos: at}
			f.put("value", at, tree{text: value, pos: at})
			f.put("unit", at, tree{text: strings.TrimSpace(unit), pos: at})
			figures.items = append(figures.items, f)
		}
		f := &figures.items[i]
		if v, _ := f.get("value"); v.text != value {
			return mistakeAt(file, at, "figure-differs", with{"label": clip(label), "here": clip(value), "there": clip(v.text)})
		}
		f.set([]string{"label", lang}, at, tree{text: label, pos: at})
	}
	return nil
}

// drawFigures makes the figures the bars of a fact whose chart is bars.
func drawFigures(fact *tree, figures tree) {
	chart, ok := fact.get("chart")
	if !ok {
		return
	}
	if kind, ok := chart.get("kind"); !ok || kind.text != string(KindBars) {
		return
	}
	bars := tree{shape: list, pos: figures.pos}
	for _, f := range figures.items {
		bar := tree{shape: dict, pos: f.pos}
		for _, key := range []string{"label", "value"} {
			if v, ok := f.get(key); ok {
				bar.put(key, v.pos, *v)
			}
		}
		bars.items = append(bars.items, bar)
	}
	chart.put("bars", figures.pos, bars)
}
