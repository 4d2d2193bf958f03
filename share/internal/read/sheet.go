package read

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// A Sheet reads the rows of a table as spreadsheets write them: rows and
// trailing columns of nothing are passed over, and so is the line "sep=;" with
// which some of them begin.
type Sheet struct {
	*csv.Reader
	width  int        // columns of the first row
	budget *rowBudget // nil for what is in memory
}

// maxRow bounds a row of a table that is read bit by bit, in bytes: one
// quotation mark too many makes a row of the whole rest.
const maxRow = 1 << 20

var errRowLarge = errors.New("row too large")

// A rowBudget reads so many bytes more.
type rowBudget struct {
	io.Reader
	left int
}

func (b *rowBudget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errRowLarge
	}
	n, err := b.Reader.Read(p)
	b.left -= n
	return n, err
}

// NewSheet reads data without a byte order mark. Lines may end as on old Macs, in
// which Excel still offers to save, and the file with the mark of old DOS.
func NewSheet(data []byte) *Sheet {
	data = bytes.TrimRight(data, "\x1a\x00")
	if !bytes.Contains(data, []byte("\n")) {
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	s := &Sheet{Reader: csv.NewReader(bytes.NewReader(data))}
	s.FieldsPerRecord = -1
	if sep, told := toldSeparator(data); told {
		s.Comma = sep
		s.Reader.Read() // that line
		return s
	}
	s.Comma = Separator(data)
	return s
}

// NewStream is NewSheet for a table that is read bit by bit, with or without a
// byte order mark.
func NewStream(r io.Reader) (*Sheet, error) {
	budget := &rowBudget{r, maxRow}
	b := bufio.NewReaderSize(budget, 1<<16)
	head, err := b.Peek(3)
	if string(head) == "\xEF\xBB\xBF" {
		b.Discard(3)
	}
	if err == nil {
		head, err = b.Peek(1 << 16)
	} else {
		head, err = b.Peek(b.Buffered())
	}
	if err != nil && err != io.EOF {
		return nil, err
	}
	s := &Sheet{Reader: csv.NewReader(b), budget: budget}
	s.FieldsPerRecord, s.ReuseRecord = -1, true
	if sep, told := toldSeparator(head); told {
		s.Comma = sep
		s.Reader.Read() // that line
		return s, nil
	}
	s.Comma = Separator(head)
	return s, nil
}

// toldSeparator reads a first line like "sep=;".
func toldSeparator(data []byte) (rune, bool) {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	rest, told := strings.CutPrefix(strings.ToLower(strings.Trim(string(line), "\r\" ")), "sep=")
	if !told || len(rest) != 1 || !strings.Contains(",;\t|", rest) {
		return 0, false
	}
	return rune(rest[0]), true
}

// Next returns the next row with something in it, as wide as the first. A row
// with fewer cells, or with more that are not blank, is csv.ErrFieldCount.
func (s *Sheet) Next() ([]string, error) {
	for {
		if s.budget != nil {
			s.budget.left = maxRow
		}
		row, err := s.Reader.Read()
		if err != nil {
			return nil, err
		}
		last := len(row)
		for last > 0 && strings.TrimSpace(row[last-1]) == "" {
			last--
		}
		switch {
		case last == 0:
		case s.width == 0:
			s.width = last
			return row[:last], nil
		case last > s.width || len(row) < s.width:
			line, column := s.FieldPos(0)
			return nil, &csv.ParseError{StartLine: line, Line: line, Column: column, Err: csv.ErrFieldCount}
		default:
			return row[:s.width], nil
		}
	}
}
