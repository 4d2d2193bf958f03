package read

import (
	"errors"
	"strings"
	"testing"
)

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
