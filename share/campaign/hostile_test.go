package campaign

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// Words made to be slow to check, as long as a file may be, are checked soon, and
// one text's mistakes are not told without end.
func TestHostileWords(t *testing.T) {
	if testing.Short() {
		t.Skip("checks large files")
	}
	many := func(s string) string { return "# A\n\n" + strings.Repeat(s, 400_000/len(s)) + "\n" }
	for name, page := range map[string]struct {
		text  string
		found bool
	}{
		"innocent": {many("innocent "), true},
		"denied":   {many("not innocent "), false},
		"numbers":  {many("2025-0412 "), true},
		"guilty":   {many("Ana Ruiz is guilty "), true},
		"mails":    {many("a@b.example "), true},
		"links":    {many("https://bit.ly/a "), true},
	} {
		c, err := Load(context.Background(), library("pages/en/a.md", page.text, "pages/es/a.md", "# A\n\nUna.\n"))
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		found := c.Check(start)
		t.Logf("%s: %d in %v", name, len(found), time.Since(start))
		if d := time.Since(start); d > 20*time.Second || len(found) > 2*MostMistakes {
			t.Errorf("%s: %d findings in %v", name, len(found), d)
		}
		about := slices.ContainsFunc(found, func(f Finding) bool { return f.Position().File == "pages/en/a.md" })
		if about != page.found {
			t.Errorf("%s: found %v", name, found)
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
		"too large":     long("facts:\n", "  - {id: a}\n", read.MaxFile+1),
		"one long line": "facts: \"" + strings.Repeat("x", read.MaxLine) + "\"",
	} {
		start := time.Now()
		_, err := Load(context.Background(), library("facts.yaml", facts))
		if err == nil {
			t.Errorf("%s: no mistake", name)
		}
		t.Logf("%s: %v", name, time.Since(start))
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v", name, d)
		}
	}
}

// Lists of which every entry is compared with others: a hundred kilobytes of
// slots, or one post that leans on every fact, took minutes.
func TestHostileLists(t *testing.T) {
	lines := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	letter := func(slots, body string) string {
		return "---\ntitle: A\nform: letter\nslots:\n  - {id: own, label: Own, required: true, own: true}\n" + slots + "---\n{own}\n" + body
	}
	plain := letter("", "")
	for name, c := range map[string]struct {
		files []string
		rule  string
	}{
		"languages": {[]string{"campaign.yaml", strings.Replace(libraryHead, "[en, es]", "[en, es"+lines(200, ", en-a%03da")+"]", 1)}, "too-many-entries"},
		"slots": {[]string{"letters/en/a.md", letter(lines(2000, "  - {id: a%d, label: A}\n"), lines(5000, "{b%d}\n")), "letters/es/a.md", plain},
			"too-many-entries"},
		"braces": {[]string{"letters/en/a.md", letter(lines(90, "  - {id: slot-a%d, label: A}\n"), lines(100_000, "{slot-b%d}\n")), "letters/es/a.md", plain},
			"slot-undeclared"},
	} {
		_, err := Load(context.Background(), library(c.files...))
		if !slices.ContainsFunc(Mistakes(err), func(m *Mistake) bool { return m.Rule() == c.rule }) {
			t.Errorf("%s: no %s in %.300v", name, c.rule, err)
		}
	}
}

// TestMixedOnce: figures of two counts in one post are told once, however often
// the post names them, and of one post no more than MostMistakes are.
func TestMixedOnce(t *testing.T) {
	c, err := Load(context.Background(), library())
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i := range 3000 {
		f := Fact{ID: fmt.Sprintf("f%d", i)}
		if i%100 == 1 {
			f.NotWith = ids
		}
		c.Facts, ids = append(c.Facts, f), append(ids, f.ID)
	}
	told := func(also ...string) (n int) {
		c.Threads = []Thread{{Parts: map[string][]Part{"en": {{Facts: also}}}}}
		for _, f := range c.Check(time.Now()) {
			if f.Rule() == "counts-mixed-post" {
				n++
			}
		}
		return n
	}
	if n := told("f1", "f0", "f1", "f0"); n != 1 {
		t.Errorf("one pair is told %d times", n)
	}
	if n := told("f0", "f2", "f4"); n != 0 {
		t.Errorf("one count is told as %d pairs of two", n)
	}
	if n := told(ids...); n != MostMistakes {
		t.Errorf("of a post with every fact %d pairs are told, want %d", n, MostMistakes)
	}
}

// TestFolderForFile: a folder in place of a file is told, not passed over with all
// that should be in it.
func TestFolderForFile(t *testing.T) {
	for _, name := range []string{"captions.yaml", "facts.yaml", "letters/en/council.md", "strings/en.yaml"} {
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS("../testdata/mill")); err != nil {
			t.Fatal(err)
		}
		at := filepath.Join(dir, name)
		if err := errors.Join(os.RemoveAll(at), os.MkdirAll(at, 0o755)); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(t.Context(), os.DirFS(dir)); err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "regular file") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestInnocents: nothing is found where there is nothing.
func TestInnocents(t *testing.T) {
	n := 0
	for lang, list := range sentences[map[string][]string](t, "innocents") {
		for _, text := range list {
			n++
			if rules := says(lang, text); len(rules) > 0 {
				t.Errorf("%s: %q: found %v", lang, text, rules)
			}
		}
		if rules := says(lang, strings.Join(list, "\n")); len(rules) > 0 {
			t.Errorf("%s, all in one text: found %v", lang, rules)
		}
	}
	if n < 200 {
		t.Errorf("%d sentences", n)
	}
}
