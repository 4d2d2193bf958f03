// Package sheet writes the tables and calendars of a kit: CSV that no
// spreadsheet takes for formulas, and iCalendar.
package sheet

import (
	"encoding/csv"
	"strings"
)

// CSV is a table as RFC 4180 writes it. A cell that a spreadsheet would take
// for a formula is made harmless by an apostrophe before it.
func CSV(rows [][]string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = Harmless(cell)
		}
		w.Write(safe) // a strings.Builder does not fail
	}
	w.Flush()
	return b.String()
}

// Harmless puts an apostrophe before a cell that begins as a formula does.
func Harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
