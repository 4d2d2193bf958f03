package graphic

import (
	"strings"
	"testing"
)

// TestJustBelow: what misses a contrast by a hair is not said to have it.
func TestJustBelow(t *testing.T) {
	err := contrastError("Body", 4.47, 4.5)
	if !strings.Contains(err.Error(), "4.4:1") {
		t.Error(err)
	}
}

func TestFitErrorOfOne(t *testing.T) {
	for over, want := range map[int]string{1: "about 1 character too many", 2: "about 2 characters too many"} {
		if err := fitError("Body", "og", over); !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%v", err)
		}
	}
}
