package main

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
)

// TestFontPackage names the package of fonts to get for a character.
func TestFontPackage(t *testing.T) {
	for char, want := range map[string]string{
		"日": "fonts-noto-cjk", "か": "fonts-noto-cjk", "한": "fonts-noto-cjk", "😀": "fonts-noto-color-emoji", "Ж": "fonts-noto-core",
	} {
		if got := fontPackage(char); got != want {
			t.Errorf("%s: %s, want %s", char, got, want)
		}
	}
}

// TestReadFonts reads one font of a folder, or all.
func TestReadFonts(t *testing.T) {
	const folder = "../../graphic/fonts/anton"
	for _, name := range []string{folder, folder + "/Anton_400Regular.ttf"} {
		if _, err := readFonts(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"cardfont.go", "nothing.ttf"} {
		if _, err := readFonts(name); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestNoFont: a character that the named font lacks too is refused with what to
// get.
func TestNoFont(t *testing.T) {
	var said bytes.Buffer
	at := environment{Terminal: streams(io.Discard, &said, true), today: time.Now()}
	out := filepath.Join(t.TempDir(), "a.png")
	status := run(t.Context(), []string{"card", "--headline", "日本", "--font", "../../graphic/fonts/anton", "-o", out}, at)
	if status != cli.Problems || !strings.Contains(said.String(), "fonts-noto-cjk") {
		t.Errorf("status %d: %s", status, &said)
	}
}
