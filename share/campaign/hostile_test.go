package campaign

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Words made to be slow to check, as long as a file may be, are checked soon, and
// one text's mistakes are not told without end.
func TestHostileWords(t *testing.T) {
	if testing.Short() {
		t.Skip("checks large files")
	}
	many := func(s string) string { return "# A\n\n" + strings.Repeat(s, 400_000/len(s)) + "\n" }
	for name, text := range map[string]string{
		"innocent": many("innocent "),
		"denied":   many("not innocent "),
		"numbers":  many("2025-0412 "),
		"guilty":   many("Ana Ruiz is guilty "),
		"mails":    many("a@b.example "),
		"links":    many("https://bit.ly/a "),
	} {
		c, err := Load(library("pages/en/a.md", text, "pages/es/a.md", "# A\n\nUna.\n"))
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		found := c.Check(start)
		t.Logf("%s: %d in %v", name, len(found), time.Since(start))
		if d := time.Since(start); d > 20*time.Second || len(found) > 2*mostMistakes {
			t.Errorf("%s: %d findings in %v", name, len(found), d)
		}
	}
}

// Files as large as Load reads them, made to be slow, end in mistakes soon.
func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("reads large files")
	}
	long := func(prefix, line string, bytes int) string {
		return prefix + strings.Repeat(line, bytes/len(line))
	}
	var ids strings.Builder
	for i := range 40000 {
		fmt.Fprintf(&ids, "  - {id: a%d}\n", i)
	}
	var deep strings.Builder
	for i := range 1200 {
		fmt.Fprintf(&deep, "%sa:\n", strings.Repeat(" ", i))
	}
	for name, facts := range map[string]string{
		"many facts":    "facts:\n" + ids.String(),
		"same id":       long("facts:\n", "  - {id: a}\n", 500_000),
		"unknown keys":  long("facts:\n  - id: a\n", "    headlin: x\n", 500_000),
		"deep":          deep.String(),
		"dashes":        "facts:\n" + strings.Repeat("- ", 8000),
		"questions":     strings.Repeat("? ", 8000),
		"brackets":      strings.Repeat("[", 10_000_000),
		"too large":     long("facts:\n", "  - {id: a}\n", maxFile+1),
		"one long line": "facts: \"" + strings.Repeat("x", maxLine) + "\"",
	} {
		start := time.Now()
		_, err := Load(library("facts.yaml", facts))
		if err == nil {
			t.Errorf("%s: no mistake", name)
		}
		t.Logf("%s: %v", name, time.Since(start))
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v", name, d)
		}
	}
}
