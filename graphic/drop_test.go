package graphic

import (
	"strings"
	"testing"
)

// TestDropOrder fills a card with words until its square has no room left. A
// line for the tag alone goes before kicker and note; without its note the
// card is tight, and without its blocks it has none.
func TestDropOrder(t *testing.T) {
	f, _ := FormatByName("square")
	c := sampleCards()["money"]
	c.Kicker, c.Note = "The budget", "The rest is not yet asked for."
	c.Source = "Source: Millbrook Town Council and Old Mill Library, 4 Mar 2031"
	var untagged, noteless, bare int
	for n := range 40 {
		c.Body = strings.TrimSpace(strings.Repeat("books and readers ", n))
		g, err := New(c, &Options{Format: f})
		if err != nil {
			break
		}
		tag, kicker, note := len(boxesOf(g, "Tags")) > 0, len(boxesOf(g, "Kicker")) > 0, len(boxesOf(g, "Note")) > 0
		switch {
		case tag && !kicker, tag && !note && g.Whole():
			t.Errorf("%d words: a line for the tag, but kicker %t and note %t", 3*n, kicker, note)
		case !note && !g.Tight():
			t.Errorf("%d words: no note, and not tight", 3*n)
		case note && !g.Whole():
			t.Errorf("%d words: a note on blocks that are not there", 3*n)
		}
		untagged, noteless, bare = untagged+btoi(!tag && note), noteless+btoi(!note), bare+btoi(!g.Whole())
	}
	if untagged*noteless*bare == 0 {
		t.Errorf("%d cards gave up the tag alone, %d the note, %d the blocks: want some of each", untagged, noteless, bare)
	}
}
