package campaign_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestCountRows: the lines below the first; of a large table a part is counted.
func TestCountRows(t *testing.T) {
	for text, want := range map[string]int{
		"": 1, "id": 1, "id\na\n": 1, "id\na\nb\nc\n": 3, strings.Repeat("a\n", 70_000): 69_999, strings.Repeat("row of text\n", 2_000_000): 2_000_000,
	} {
		f, err := fstest.MapFS{"t.csv": {Data: []byte(text)}}.Open("t.csv")
		if err != nil {
			t.Fatal(err)
		}
		if n, err := campaign.CountRows(f); err != nil || n < want-want/1000 || n > want+want/1000 {
			t.Errorf("%d bytes: %d rows, %v; want %d", len(text), n, err, want)
		}
	}
}
