package harm

import (
	"regexp"
	"slices"
	"testing"

	"github.com/shutdowncecot/toolkit/share/internal/needle"
)

// FuzzNeedles holds every pattern of the checks to what it would find without
// needles.
func FuzzNeedles(f *testing.F) {
	f.Add("Illegal immigrants and THUGS at 12 Elm Street, DOB: 3/4/1990, (503) 555-0123")
	f.Add("ſecuestro, torturaron, Apt. 4, a K\u212A\u017f number A-123 456 789; alguien@example.org")
	f.Fuzz(func(t *testing.T, s string) {
		in := fold(s)
		var all []*needle.Pattern
		for _, l := range slices.Concat(lists().Numbers, lists().Coordinates, lists().Mails) {
			all = append(all, l.Pattern)
		}
		for _, term := range lists().Terms {
			all = append(all, term.Pattern)
		}
		for _, p := range all {
			if got, want := p.All(in.text, in.lower), regexp.MustCompile(p.String()).FindAllStringIndex(in.text, -1); len(got) != len(want) {
				t.Errorf("%s finds %d in %q, with needles %d", p, len(want), in.text, len(got))
			}
		}
	})
}
