// Package sheet writes the tables and calendars of a kit: CSV that no
// spreadsheet takes for formulas, and iCalendar.
package sheet

import (
	"encoding/csv"
	"io"
	"strings"
)

// A Table writes rows as RFC 4180 does, as they come. A cell that a
// spreadsheet would take for a formula is made harmless by an apostrophe
// before it.
type Table struct {
	w    *csv.Writer
	safe []string
}

// NewTable returns a table that is written to w.
func NewTable(w io.Writer) *Table {
	t := &Table{w: csv.NewWriter(w)}
	t.w.UseCRLF = true
	return t
}

// Row writes a row. An error is kept for Close.
func (t *Table) Row(cells ...string) {
	t.safe = t.safe[:0]
	for _, cell := range cells {
		t.safe = append(t.safe, Harmless(cell))
	}
	t.w.Write(t.safe)
}

// Close writes what is left, and returns the first error. It does not close
// the writer.
func (t *Table) Close() error {
	t.w.Flush()
	return t.w.Error()
}

// CSV is a small table as a string.
func CSV(rows [][]string) string {
	var b strings.Builder
	t := NewTable(&b)
	for _, row := range rows {
		t.Row(row...)
	}
	t.Close() // a strings.Builder does not fail
	return b.String()
}

// Harmless puts an apostrophe before a cell that begins as a formula does.
func Harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
