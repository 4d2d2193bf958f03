package campaign

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// worstSize is that of the files that were made to be slow, in bytes.
const worstSize = 500_000

// fill repeats a text up to a size; %d in it counts.
func fill(text string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(text, "%d", fmt.Sprint(i)))
	}
	return b.String()
}

// worstFiles are the files that cost the readers most for each byte: what was
// found to take seconds or hundreds of megabytes, and its like.
func worstFiles(size int) map[string][]string {
	facts := func(entry string) []string { return []string{"facts.yaml", "facts:\n" + fill(entry, size)} }
	table := func(head, row string) []string { return []string{"facts.csv", head + "\n" + fill(row, size)} }
	page := func(words string) []string {
		return []string{"pages/en/a.md", "# A\n\n" + fill(words, size) + "\n", "pages/es/a.md", "# A\n\nUna.\n"}
	}
	return map[string][]string{
		"yaml: facts without words": facts("  - {id: a%d}\n"),
		"yaml: one id":              facts("  - {id: a}\n"),
		"yaml: values":              facts("  - b\n"),
		"yaml: keys":                facts("  - a: b\n"),
		"yaml: nothing":             facts("  -\n"),
		"yaml: no keys":             facts("  - {}\n"),
		"yaml: empty keys":          facts("  - " + strings.TrimLeft(fill("    k%d:\n", 30_000), " ")),
		"yaml: many keys":           facts("  - " + strings.TrimLeft(fill("    k%d: v\n", 5000), " ")),
		"yaml: brackets":            facts("  - " + strings.Repeat("[", 56) + strings.Repeat("]", 56) + "\n"),
		"yaml: commas":              facts(" - [" + strings.Repeat(",", 12_000) + "z]\n"),
		"yaml: flow":                {"facts.yaml", "facts: [" + fill("b,\n", size) + "c]\n"},
		"yaml: documents":           {"facts.yaml", fill("a\n---\n", size)},
		"yaml: remarks":             {"facts.yaml", fill("#\n", size)},
		"yaml: languages":           facts("  - id: a%d\n    headline:\n" + fill("      aa-bb%d: x\n", 9000)),
		"csv: two bytes a row":      table("id", "a\n"),
		"csv: ids":                  table("id", "a%d\n"),
		"csv: commas":               table("id", ","),
		"csv: quotation marks":      table("id", `""""`),
		"csv: figures":              table("id,figures_en\n", "a,"+strings.Repeat("a=2 p;", 1000)+"\n"),
		"csv: words":                {"facts.csv", "id,caveats\na," + fill("a|", size) + "\n"},
		"markdown: denied":          page("not innocent "),
		"markdown: numbers":         page("%d "),
		"markdown: brackets":        page("["),
		"markdown: stars":           page("*a **a "),
		"markdown: lists":           page("- a\n"),
		"markdown: crossed marks":   page("*a*b_c_"),
		"markdown: open links":      page("[a]("),
		"markdown: slots":           {"letters/en/a.md", "---\ntitle: A\nform: letter\n---\n" + fill("{a%d} ", size), "letters/es/a.md", ""},
		"markdown: front matter":    {"letters/en/a.md", "---\ntitle: A\nform: letter\nslots:\n" + fill("  - {id: s%d}\n", size) + "---\nA\n"},
	}
}

// hostile is a library with these files in place of its own.
func hostile(pairs []string) fstest.MapFS {
	files := library(pairs...)
	if pairs[0] == "facts.csv" {
		delete(files, "facts.yaml")
	}
	return files
}

// TestWorstFiles: half a megabyte that was made to be slow is read within a
// second of an idle machine and 150 MB, garbage included. The time allowed is
// that of a busy one.
func TestWorstFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("reads large files")
	}
	const mostBytes, soon = 150 << 20, 5 * time.Second
	Load(t.Context(), library()) // reads what every campaign needs
	for name, pairs := range worstFiles(worstSize) {
		files := hostile(pairs)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		Load(t.Context(), files)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		all := after.TotalAlloc - before.TotalAlloc
		t.Logf("%-26s %8v %4d MB", name, took.Round(time.Millisecond), all>>20)
		if took > soon || all > mostBytes {
			t.Errorf("%s: %v and %d MB", name, took, all>>20)
		}
	}
}

// BenchmarkWorstFiles shows that time and memory grow with the size, not with
// its square: each line of a kind has twice the bytes of the one before.
func BenchmarkWorstFiles(b *testing.B) {
	for _, size := range []int{worstSize / 4, worstSize / 2, worstSize, 2 * worstSize} {
		for name, pairs := range worstFiles(size) {
			files := hostile(pairs)
			b.Run(fmt.Sprintf("%s/%dkB", name, size/1000), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(size))
				for b.Loop() {
					Load(b.Context(), files)
				}
			})
		}
	}
}

// TestLoadStops: a load that is stopped returns soon, with the reason, however
// large the files are.
func TestLoadStops(t *testing.T) {
	files := library()
	for i := range 30 {
		files[fmt.Sprintf("letters/en/a%d.md", i)] = &fstest.MapFile{Data: []byte("---\n" + fill("k%d: v\n", worstSize) + "---\n")}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Load(ctx, files); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped before it began: %v", err)
	}
	for _, after := range []int{1, 5, 20} {
		ctx, stop := context.WithCancel(t.Context())
		opened := &stopping{FS: files, after: after, seen: map[string]bool{}, stop: stop}
		if _, err := Load(ctx, opened); !errors.Is(err, context.Canceled) {
			t.Errorf("stopped at file %d: %v", after, err)
		}
		if n := len(opened.seen); n != after {
			t.Errorf("stopped at file %d, and %d were read", after, n)
		}
	}
}

// stopping stops as soon as so many files were opened.
type stopping struct {
	fs.FS
	after int
	seen  map[string]bool
	stop  func()
}

func (f *stopping) Open(name string) (fs.File, error) {
	if strings.Contains(name, ".") && name != "." {
		if f.seen[name] = true; len(f.seen) == f.after {
			f.stop()
		}
	}
	return f.FS.Open(name)
}

// TestParagraphMarks: readers of Markdown compare the marks of a paragraph with
// each other, so there is a bound to them.
func TestParagraphMarks(t *testing.T) {
	refused := func(pairs ...string) bool {
		_, err := Load(t.Context(), library(pairs...))
		var all *LoadError
		return errors.As(err, &all) && slices.ContainsFunc(all.Mistakes, func(m *Mistake) bool { return m.Rule() == "paragraph-marks" })
	}
	most := strings.Repeat("*a* ", mostMarks/2)
	if refused("pages/en/a.md", "# A\n\n"+most+"\n\n"+most) {
		t.Error("two paragraphs of as many marks as are allowed are refused")
	}
	const letter = "---\ntitle: A\nform: letter\n"
	for name, text := range map[string]string{
		"pages/en/a.md": "# A\n\n" + most + "_", "letters/en/a.md": letter + "---\n" + most + "_",
		"letters/en/b.md": letter + "guide: \"" + most + "_\"\n---\nWords.\n",
	} {
		if !refused(name, text) {
			t.Errorf("%s: a paragraph of one more is not", name)
		}
	}
}
