package runes_test

import (
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

func TestCells(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc d": 5, "図書館": 6, "ｱ": 1, "é": 1, "e\u0301": 1, "한국": 4} {
		if got := runes.Cells(s); got != want {
			t.Errorf("%q has %d cells, want %d", s, got, want)
		}
	}
}
