package domain

import "testing"

func TestHas(t *testing.T) {
	for name, want := range map[string]bool{"org": true, "ORG": true, "орг": true, "ОРГ": true, "invalido": false, "": false, "\u212Ar": false} {
		if got := Twitter().Has(name); got != want {
			t.Errorf("%q: got %v, want %v", name, got, want)
		}
	}
	// As many as twitter-text 3.1.0 and tlds 1.261.0 list.
	if x, sky := Twitter().Len(), Bluesky().Len(); x != 1574 || sky != 1438 {
		t.Errorf("%d and %d domains", x, sky)
	}
	if Twitter().Has("kids") || !Twitter().Has("xperia") || Bluesky().Has("xperia") {
		t.Error("the lists do not differ")
	}
	if Bluesky().HasAsWritten("ORG") || !Bluesky().HasAsWritten("org") {
		t.Error("case is not compared")
	}
}
