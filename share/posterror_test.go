package share

import (
	"errors"
	"strings"
	"testing"
)

// TestPostErrorPlace: an error of a post did not say where the fact stands.
func TestPostErrorPlace(t *testing.T) {
	e := &PostError{Fact: "classes", Lang: "en", Platform: "x", Err: errors.New("no"), File: "facts.yaml", Line: 5}
	if got := e.Error(); !strings.HasPrefix(got, "facts.yaml:5: fact classes, ") {
		t.Error(got)
	}
}
