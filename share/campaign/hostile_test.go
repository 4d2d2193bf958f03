package campaign

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

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
