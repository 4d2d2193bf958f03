package say_test

import (
	"testing"

	"github.com/shutdowncecot/toolkit/share/say"
)

func TestMeant(t *testing.T) {
	have := []string{"x", "bluesky", "facebook", "portrait", "story", "en", "es", "all"}
	for name, want := range map[string]string{
		"x": "x", "X": "x", "@twitter": "x", "blusky": "bluesky", "fb": "facebook", "Español": "es", "1080x1920": "story", "todas": "all",
		"tiktok": "", "tt": "", "": "", "quite another": "",
	} {
		if got := say.Meant(name, have); got != want {
			t.Errorf("%q means %q, want %q", name, got, want)
		}
	}
}
