package read

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
)

// What spreadsheets add to a table, each as one of them writes it.
func TestSheet(t *testing.T) {
	want := [][]string{{"name", "mail"}, {"Ana", "a@b.example"}, {"Eve", ""}}
	for what, data := range map[string]string{
		"plain":                          "name,mail\nAna,a@b.example\nEve,\n",
		"blank rows and columns":         "name,mail,,\r\nAna,a@b.example,,\r\n,,,\r\nEve,,,\r\n,,,\r\n",
		"a blank row first":              ",,\nname,mail,\nAna,a@b.example,\nEve,,\n",
		"blanks in a blank row":          "name,mail\nAna,a@b.example\n , \nEve,\n",
		"Excel: sep=":                    "sep=;\r\nname;mail\r\nAna;a@b.example\r\nEve;\r\n",
		"Excel: SEP= quoted":             "\"sep=,\"\nname,mail\nAna,a@b.example\nEve,\n",
		"Excel: CSV (Macintosh)":         "name;mail\rAna;a@b.example\r;\rEve;\r",
		"DOS: end of the file":           "name,mail\r\nAna,a@b.example\r\nEve,\r\n\x1a",
		"tabs":                           "name\tmail\nAna\ta@b.example\nEve\t\n",
		"cells that nobody named, blank": "name,mail\nAna,a@b.example,,\nEve,,\n",
	} {
		s := NewSheet([]byte(data))
		var got [][]string
		row, err := s.Next()
		for ; err == nil; row, err = s.Next() {
			got = append(got, row)
		}
		if err != io.EOF || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, %v", what, got, err)
		}
	}
	for what, data := range map[string]string{
		"a cell beyond the columns": "name,mail\nAna,a@b.example,senator\n",
		"a cell too few":            "name,mail\nAna\n",
	} {
		s := NewSheet([]byte(data))
		s.Next()
		_, err := s.Next()
		var at *csv.ParseError
		if !errors.Is(err, csv.ErrFieldCount) || !errors.As(err, &at) || at.Line != 2 {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestRowBudget reads many rows of a stream, and gives up a row that swallows
// what follows: a quotation mark that is not closed makes one of gigabytes.
func TestRowBudget(t *testing.T) {
	rows := strings.Repeat("a,b\n", maxRow)
	s, err := NewStream(strings.NewReader(rows + "\"" + rows))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for ; err == nil; n++ {
		_, err = s.Next()
	}
	if !errors.Is(err, errRowLarge) || n-1 != maxRow {
		t.Errorf("after %d rows: %v", n-1, err)
	}
	endless, err := NewStream(zeros{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := endless.Next(); !errors.Is(err, errRowLarge) {
		t.Errorf("a row without end: %v", err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// TestFrontMatterEnds: front matter with nothing in it, and closing dashes at
// the very end of the file, had "no end".
func TestFrontMatterEnds(t *testing.T) {
	for text, want := range map[string]struct {
		body string
		line int
		keys int
	}{
		"---\n---\n":                {"", 3, 0},
		"---\n---":                  {"", 3, 0},
		"---\n---\nCome.\n":         {"Come.\n", 3, 0},
		"---\ntitle: A\n---":        {"", 4, 1},
		"---\ntitle: A\n---\nCome.": {"Come.", 4, 1},
		"---\ntitle: A\n---\n\n":    {"\n", 4, 1},
	} {
		d, err := markdown(context.Background(), "letter.md", []byte(text))
		if err != nil || d.Body != want.body || d.Line != want.line || len(d.Tree.Keys) != want.keys {
			t.Errorf("%q: %+v, %v", text, d, err)
		}
	}
	for _, text := range []string{"---\n", "---\ntitle: A\n", "---\ntitle: A\n----\n"} {
		if _, err := markdown(context.Background(), "letter.md", []byte(text)); err == nil {
			t.Errorf("%q ends", text)
		}
	}
}
