package read

import (
	"encoding/csv"
	"errors"
	"io"
	"reflect"
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
