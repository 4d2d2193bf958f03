package harm

import (
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/internal/needle"
)

// TestFoldOrigin: what is found is said of the line it stands in.
func TestFoldOrigin(t *testing.T) {
	text := "One.\n\nTwo\u00ad **three**\nfour\u200b ＡＢ１ dе.\n- Five\n"
	f := fold(text)
	for i, r := range f.text {
		at := f.origin(i)
		if at < 0 || at >= len(text) || i > 0 && at < f.origin(i-1) {
			t.Errorf("%q at %d comes from %d", r, i, at)
		}
	}
	if got := f.text; got != "One.\nTwo three four AB1 de.\n- Five\n" {
		t.Errorf("%q", got)
	}
	if i := strings.Index(f.text, "AB1"); !strings.HasPrefix(text[f.origin(i):], "ＡＢ１") {
		t.Errorf("AB1 comes from %q", text[f.origin(i):])
	}
}

// TestData compiles every pattern, and looks for the exceptions that they name.
func TestData(t *testing.T) {
	for _, l := range slices.Concat(lists().Numbers, lists().Coordinates, lists().Mails) {
		l.Pattern.Ready()
		if _, ok := exceptions[l.Except]; l.Rule == "" || l.Except != "" && !ok {
			t.Errorf("%q, except %q", l.Rule, l.Except)
		}
	}
	for _, term := range lists().Terms {
		for _, p := range []*needle.Pattern{term.Pattern, term.Unless, term.After} {
			if p != nil {
				p.Ready()
			}
		}
		if term.Rule == "" || term.Pattern.String() == "" {
			t.Errorf("%+v", term)
		}
	}
	if len(Rules()) < 20 {
		t.Errorf("rules: %q", Rules())
	}
}
