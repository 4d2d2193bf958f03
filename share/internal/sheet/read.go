package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
)

// Separator guesses what separates the cells of a table from its first line:
// a comma, a semicolon or a tab.
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

// Reason says where and why package csv cannot read a table, and what to do
// about it. Line and column are from 1, or 0 if they are not known.
func Reason(err error) (line, column int, message, fix string) {
	message = "cannot be read: " + err.Error()
	var pe *csv.ParseError
	if errors.As(err, &pe) {
		line, column, message = pe.Line, pe.Column, pe.Err.Error()
	}
	switch {
	case errors.Is(err, csv.ErrFieldCount):
		message, fix = "the row has more or fewer cells than the first", "quote cells that contain the separator"
	case errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote):
		message, fix = "a quotation mark is out of place", `quote the whole cell and write "" for a mark within it`
	}
	return line, column, message, fix
}

// Formula reports a cell that a spreadsheet would take for a formula.
func Formula(cell string) bool { return cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) }

// Plain undoes Harmless.
func Plain(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && Formula(rest) {
		return rest
	}
	return cell
}
