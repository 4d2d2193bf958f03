package share

import (
	"errors"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
)

// TestSentence: an attribution that ended “It is shut.” got a second stop.
func TestSentence(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"The library is shut":          "The library is shut.",
		"The council: “It is shut.”":   "The council: “It is shut.”",
		"El ayuntamiento: «¿Por qué?»": "El ayuntamiento: «¿Por qué?»",
		"The council said “shut”":      "The council said “shut”.",
		"It is shut…":                  "It is shut…",
		"It is shut (since 2029)":      "It is shut (since 2029).",
		"هل هي مغلقة؟":                 "هل هي مغلقة؟",
		"図書館は閉まっています。":                 "図書館は閉まっています。",
		"पुस्तकालय बंद है।":            "पुस्तकालय बंद है।",
	} {
		if got := sentence(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// TestLandscapeAsDrawn: a card a little wider than high is set like a square,
// but did not carry the claim.
func TestLandscapeAsDrawn(t *testing.T) {
	for _, c := range []struct {
		w, h int
		want bool
	}{{1000, 1000, false}, {1100, 1000, false}, {1250, 1000, false}, {1260, 1000, true}} {
		if got := landscape(&graphic.Format{W: c.w, H: c.h}); got != c.want {
			t.Errorf("%d×%d: %t", c.w, c.h, got)
		}
	}
}

// TestPostErrorPlace: an error of a post did not say where the fact stands.
func TestPostErrorPlace(t *testing.T) {
	e := &PostError{Fact: "classes", Lang: "en", Platform: "x", Err: errors.New("no"), File: "facts.yaml", Line: 5}
	if got := e.Error(); !strings.HasPrefix(got, "facts.yaml:5: fact classes, ") {
		t.Error(got)
	}
}
