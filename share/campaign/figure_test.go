package campaign

import "testing"

// TestFigureWhole: "1,252 men" counted as a headline that holds the figure
// "252". A figure is whole where package graphic draws it as one.
func TestFigureWhole(t *testing.T) {
	for _, c := range []struct {
		headline, figure string
		whole            bool
	}{
		{"At least 252 readers came", "252", true},
		{"In May, 252 came.", "252", true},
		{"The library lent 252.", "252", true},
		{"At least 1,252 readers, 252 by bus", "252", true},
		{"3.5 million books", "3.5", true},
		{"1,252 readers", "252", false},
		{"Al menos 1.252 lectores", "252", false},
		{"1\u00a0252 lectrices", "252", false},
		{"1\u202f252 lectrices", "252", false},
		{"1’252 Leserinnen", "252", false},
		{"1'252 Leserinnen", "252", false},
		{"3.5 million books", "3", false},
		{"12,500 books", "12", false},
		{"2520 books", "252", false},
		{"١٬٢٥٢ قارئًا", "٢٥٢", false},
	} {
		if got := figureIn(c.headline, c.figure); got != c.whole {
			t.Errorf("%q in %q: %t", c.figure, c.headline, got)
		}
	}
}

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
		d, err := parseMarkdown("letter.md", []byte(text))
		if err != nil || d.body != want.body || d.line != want.line || len(d.tree.keys) != want.keys {
			t.Errorf("%q: %+v, %v", text, d, err)
		}
	}
	for _, text := range []string{"---\n", "---\ntitle: A\n", "---\ntitle: A\n----\n"} {
		if _, err := parseMarkdown("letter.md", []byte(text)); err == nil {
			t.Errorf("%q ends", text)
		}
	}
}
