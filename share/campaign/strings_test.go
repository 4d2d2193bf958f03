package campaign_test

import (
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestList: parts are joined by each script's own comma.
func TestList(t *testing.T) {
	for want, s := range map[string]campaign.Strings{
		"a, b": {}, "a، b": {Labels: map[string]string{"comma": "، "}},
	} {
		if got := s.List("", "a", "", "b"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
