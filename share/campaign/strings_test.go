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

// TestKeepTogether: no line ends within a name of the campaign.
func TestKeepTogether(t *testing.T) {
	c := &campaign.Campaign{KeepTogether: []string{"Old Mill", "U.S.C.", ""}}
	for text, want := range map[string]string{
		"The Old Mill of old":               "The Old\u00a0Mill of old",
		"according to 8 U.S.C. 1231":        "according to 8\u00a0U.S.C.\u00a01231",
		"the U.S.C. and 8 U.S.C.":           "the U.S.C. and 8\u00a0U.S.C.",
		"8 U.S.C. 1 or U.S.C. 2, 50\u00a0%": "8\u00a0U.S.C.\u00a01 or U.S.C.\u00a02, 50\u00a0%",
		"U.S.C.":                            "U.S.C.",
	} {
		if got := c.Strings("en").NoBreak(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := (&campaign.Campaign{}).Strings("en").NoBreak("The Old Mill"); got != "The Old Mill" {
		t.Errorf("%q", got)
	}
}
