package letter

import (
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestOwnStops: words that end a sentence themselves are followed by no full
// stop of the letter's.
func TestOwnStops(t *testing.T) {
	slots := []campaign.Slot{{ID: "q"}}
	for words, want := range map[string]string{
		"Will you come?": "I ask: Will you come? Thanks", "Come!": "I ask: Come! Thanks", "a hearing": "I ask: a hearing. Thanks",
		"Say “yes.”": "I ask: Say “yes.” Thanks", "and so on…": "I ask: and so on… Thanks",
	} {
		if got := filled("I ask: {q}. Thanks", slots, map[string]string{"q": words}, map[string]bool{}); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}
