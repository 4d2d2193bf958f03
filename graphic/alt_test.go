package graphic

import (
	"strings"
	"testing"
)

// TestStateWithoutText: the alt text read "2024: 10 . 2025: 20".
func TestStateWithoutText(t *testing.T) {
	b := BeforeAfter{Before: State{Label: "2030", Value: "10"}, After: State{Label: "2031", Value: "20"}}
	if got := b.describe(nil); got != "2030: 10. 2031: 20" {
		t.Error(got)
	}
	b.Before.Text = "hours a week."
	if got := b.describe(nil); got != "2030: 10 hours a week. 2031: 20" {
		t.Error(got)
	}
}

// TestLoneMark: a ** without its partner is drawn, and so it is said.
func TestLoneMark(t *testing.T) {
	for headline, want := range map[string]string{"2**3 is eight": "2**3 is eight", "Open **now**": "Open now"} {
		g := mustNew(t, Card{Headline: headline}, nil)
		if !strings.HasPrefix(g.Alt(), want) {
			t.Errorf("%q: %s", headline, g.Alt())
		}
	}
}
