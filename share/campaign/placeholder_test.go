package campaign_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestPlaceholder warns of words that were left standing from the beginning.
func TestPlaceholder(t *testing.T) {
	c, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("name: old-mill\ntitle: {en: \"EXAMPLE: Save the Old Mill Library\"}\nlanguages: [en]\nas_of: 2031-03-10\ntags:\n  - name: SaveOldMill\ntopics:\n  - {id: library, title: {en: The library}}\n")},
		"facts.yaml":    {Data: []byte("facts:\n  - id: classes\n    topic: library\n    headline: {en: 62 school classes used the library}\n    claim: {en: \"In 2030, 62 classes came, writes @friends@example.org.\"}\n    attribution: {en: according to the Millbrook Town Council}\n    as_of: 2031-03-04\n    source:\n      publisher: {en: Millbrook Town Council}\n      title: Minutes\n      url: https://council.example/minutes\n      published: 2031-03-04\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	placeholders := 0
	for _, f := range c.Check(time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)) {
		if strings.Contains(f.Error(), "EXAMPLE") {
			placeholders++
		}
		if strings.Contains(f.Error(), "e-mail") {
			t.Errorf("an account of the Fediverse is taken for a mail address: %v", f)
		}
	}
	if placeholders != 1 {
		t.Errorf("%d warnings of a placeholder, want 1", placeholders)
	}
}

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
