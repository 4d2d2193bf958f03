package emoji

import (
	"fmt"
	"testing"
)

func TestSequence(t *testing.T) {
	for s, want := range map[string]string{
		"👩\u200d🚀a": "👩\u200d🚀", "👩🏽\u200d🚀": "👩🏽\u200d🚀", "1\ufe0f\u20e3": "1\ufe0f\u20e3", "🇦🇷🇦": "🇦🇷", "👩🏽a": "👩🏽",
		"👩a": "", "a": "", "": "", "1": "", "🇦🇦": "", "👩\u200da": "", "\xff": "",
	} {
		if got := s[:Sequence(s)]; got != want {
			t.Errorf("%+q begins with %+q, want %+q", s, got, want)
		}
	}
}

func ExampleIs() {
	fmt.Println(Is("📚"), Is("☎"), Is("☎\ufe0f"), Is("1"), Is("1\ufe0f\u20e3"))
	// Output: true false true false true
}
