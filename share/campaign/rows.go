package campaign

import (
	"bytes"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// Rows is a table that is read row by row, however long it is. It is not safe
// for concurrent use.
type Rows struct {
	file    string
	sheet   *read.Sheet
	columns []string
}

// ReadRows reads the first row of a table, which names the columns: lower-case
// letters, digits and hyphens. Cells are separated by commas, semicolons or
// tabs; a byte order mark, a line "sep=;", blank rows and blank columns at the
// end do not matter. The error is a *LoadError; file is what it calls the table.
func ReadRows(file string, r io.Reader) (*Rows, error) {
	var rep report
	sheet, err := read.NewStream(r)
	if err != nil {
		return nil, err
	}
	cells, err := sheet.Next()
	switch {
	case err == io.EOF:
		rep.add(mistakeAt(file, pos{Line: 1, Column: 1}, "table-empty", with{"columns": "id, place"}))
		return nil, rep.err()
	case err != nil:
		rep.flaw(read.CSVFlaw(file, err))
		return nil, rep.err()
	}
	t := &Rows{file: file, sheet: sheet}
	for i, name := range cells {
		name = strings.TrimSpace(name)
		line, column := sheet.FieldPos(i)
		at := pos{Line: line, Column: column}
		switch {
		case !slotName().MatchString(name):
			rep.add(newMistake(file, at, "", english.New("table-column-name", "", with{"column": read.Clip(name)})))
		case slices.Contains(t.columns, name):
			rep.add(newMistake(file, at, name, english.New("column-twice", "", with{"column": name})))
		}
		t.columns = append(t.columns, name)
	}
	return t, rep.err()
}

// Columns are the names of the columns.
func (t *Rows) Columns() []string { return slices.Clone(t.columns) }

// All reads the rows, once. A row that is wrong comes with a *RowError, and
// those after it follow; where the table itself cannot be read on, the last
// error is a *LoadError, or that of the reader.
func (t *Rows) All() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for {
			cells, err := t.sheet.Next()
			if err == io.EOF {
				return
			}
			if err != nil {
				var rep report
				rep.flaw(read.CSVFlaw(t.file, err))
				yield(Row{}, rep.err())
				return
			}
			if !yield(t.row(cells)) {
				return
			}
		}
	}
}

// row is the cells by their columns.
func (t *Rows) row(cells []string) (Row, error) {
	line, _ := t.sheet.FieldPos(0)
	row := Row{Line: line, Cells: make(map[string]string, len(cells))}
	bad := &RowError{Line: line}
	for i, cell := range cells {
		text, at, name := strings.TrimSpace(cell), pos{}, t.columns[i]
		at.Line, at.Column = t.sheet.FieldPos(i)
		if rest, quoted := strings.CutPrefix(text, "'"); quoted && formula(rest) {
			text = rest
		} else if formula(text) && !number(text) {
			bad.add([]string{name}, newMistake(t.file, at, name, english.New("cell-formula", name, nil)))
		}
		if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
			bad.add([]string{name}, newMistake(t.file, at, name, english.New("cell-control", name, nil)))
		}
		row.Cells[name] = text
	}
	if len(bad.Faults) > 0 {
		return row, bad
	}
	return row, nil
}

// Name is what files of the row are called by: its cell in the column "id", or
// else in the first of these columns, as [Slug] writes it.
func (r Row) Name(columns []string) string {
	name := "id"
	if !slices.Contains(columns, name) && len(columns) > 0 {
		name = columns[0]
	}
	return Slug(r.Cells[name])
}

// number reports a cell like −5.00, which begins as a formula does and is none.
func number(s string) bool {
	return !strings.ContainsFunc(s[1:], func(c rune) bool { return c != '.' && c != ',' && c != ' ' && c != '%' && (c < '0' || c > '9') })
}

// counted is how much of a table is counted.
const counted = 16 << 20

// A SeekFile is a file that can be read twice, such as an *os.File. It is not
// safe for concurrent use.
type SeekFile interface {
	fs.File
	io.Seeker
}

// OpenRows is [ReadRows] of a file that it counts first: n is about how many rows
// there are, to tell the time left.
func OpenRows(name string, f SeekFile) (rows *Rows, n int, err error) {
	if n, err = CountRows(f); err != nil {
		return nil, 0, err
	}
	if _, err = f.Seek(0, io.SeekStart); err != nil {
		return nil, 0, err
	}
	rows, err = ReadRows(name, f)
	return rows, n, err
}

// CountRows is about how many rows a table has, to tell the time left: its lines
// below the first, at least 1. Of a large one a part is counted.
func CountRows(f fs.File) (int, error) {
	buf, lines, read := make([]byte, 1<<16), 0, 0
	for read < counted {
		n, err := f.Read(buf)
		lines, read = lines+bytes.Count(buf[:n], []byte{'\n'}), read+n
		if err == io.EOF {
			return max(lines-1, 1), nil
		}
		if err != nil {
			return 0, err
		}
	}
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return max(int(float64(lines)*float64(info.Size())/float64(read)), 1), nil
}
