// Package sheet writes the tables and calendars of a kit: CSV for programs or
// for people, and iCalendar.
package sheet

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A Reader is who a table is written for.
type Reader int

// The readers. What is right for one is wrong for the other.
const (
	// Programs take every cell as it stands: a scheduler would publish an
	// apostrophe with the post, and read a byte order mark as part of the first
	// column's name.
	Programs Reader = iota

	// People open the table in a spreadsheet: Excel knows UTF-8 by its mark,
	// and a cell that it would take for a formula is made harmless by an
	// apostrophe before it.
	People
)

// A Table writes rows as RFC 4180 does, as they come.
type Table struct {
	w    *csv.Writer
	f    Reader
	safe []string
}

// NewTable returns a table that is written to w.
func NewTable(w io.Writer, f Reader) *Table {
	if f == People {
		io.WriteString(w, "\uFEFF") // the writer of rows meets the error again
	}
	t := &Table{w: csv.NewWriter(w), f: f}
	t.w.UseCRLF = true
	return t
}

// Row writes a row. An error is kept for Close.
func (t *Table) Row(cells ...string) {
	if t.f == Programs {
		t.w.Write(cells)
		return
	}
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
func CSV(f Reader, rows [][]string) string {
	var b strings.Builder
	t := NewTable(&b, f)
	for _, row := range rows {
		t.Row(row...)
	}
	t.Close() // a strings.Builder does not fail
	return b.String()
}

// Harmless puts an apostrophe before a cell that begins as a formula does and
// is no number.
func Harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !number().MatchString(cell) {
		return "'" + cell
	}
	return cell
}

var number = pattern.New(`^[-+]?\d[\d.,]*%?$`)
