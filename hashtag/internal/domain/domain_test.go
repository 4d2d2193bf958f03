package domain

import "testing"

func TestHas(t *testing.T) {
	for name, want := range map[string]bool{"org": true, "ORG": true, "орг": true, "ОРГ": true, "invalido": false, "": false, "\u212Ar": false} {
		if got := Twitter().Has(name); got != want {
			t.Errorf("%q: got %v, want %v", name, got, want)
		}
	}
	if Bluesky().HasAsWritten("ORG") || !Bluesky().HasAsWritten("org") {
		t.Error("case is not compared")
	}
}
