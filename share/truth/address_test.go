package truth_test

import (
	"slices"
	"testing"

	"github.com/shutdowncecot/toolkit/share/truth"
)

// TestAddress: what a code leads somebody to say is read like any words.
func TestAddress(t *testing.T) {
	for address, want := range map[string][]string{
		"https://example.org/a":                        {"https://example.org/a"},
		"mailto:a@example.org?subject=A%20b&body=c+d":  {"mailto:a@example.org", "c d", "A b"},
		"sms:+1?body=one&body=two":                     {"sms:+1", "one\ntwo"},
		"https://example.org/%zz?text=never-decoded+x": {"https://example.org/%zz"},
	} {
		var got []string
		for _, text := range truth.Address(address) {
			got = append(got, text.Words)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}
