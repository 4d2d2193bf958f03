package campaign_test

import (
	"strings"
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

// TestNames splits by the words of the language, and at commas where a language
// brings none.
func TestNames(t *testing.T) {
	c := &campaign.Campaign{}
	for _, test := range []struct{ lang, text, want string }{
		{"en", "A, B and C", "A|B|C"}, {"es", "A, B y C e I", "A|B|C|I"},
		{"es", "A and B", "A and B"}, {"ar", "أ و ب", "أ|ب"}, {"pt", "A, B e C", "A|B e C"}, {"en", "", ""},
	} {
		if got := strings.Join(c.Strings(test.lang).Names(test.text), "|"); got != test.want {
			t.Errorf("%s: %q, want %q", test.lang, got, test.want)
		}
	}
}
