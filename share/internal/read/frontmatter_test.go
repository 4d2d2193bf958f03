package read

import (
	"context"
	"testing"
)

// TestFrontMatterEnds: front matter with nothing in it, and closing dashes at
// the very end of the file, had "no end".
func TestFrontMatterEnds(t *testing.T) {
	for text, want := range map[string]struct {
		body string
		line int
		keys int
	}{
		"---\n---\n":                {"", 3, 0},
		"---\n---":                  {"", 3, 0},
		"---\n---\nCome.\n":         {"Come.\n", 3, 0},
		"---\ntitle: A\n---":        {"", 4, 1},
		"---\ntitle: A\n---\nCome.": {"Come.", 4, 1},
		"---\ntitle: A\n---\n\n":    {"\n", 4, 1},
	} {
		d, err := markdown(context.Background(), "letter.md", []byte(text))
		if err != nil || d.Body != want.body || d.Line != want.line || len(d.Tree.Keys) != want.keys {
			t.Errorf("%q: %+v, %v", text, d, err)
		}
	}
	for _, text := range []string{"---\n", "---\ntitle: A\n", "---\ntitle: A\n----\n"} {
		if _, err := markdown(context.Background(), "letter.md", []byte(text)); err == nil {
			t.Errorf("%q ends", text)
		}
	}
}
