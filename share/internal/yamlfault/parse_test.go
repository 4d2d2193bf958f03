package yamlfault_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/parser"

	"github.com/shutdowncecot/toolkit/share/internal/yamlfault"
)

// TestSwallowed: a hashtag behind a value and emphasis at its start are told,
// and remarks are not.
func TestSwallowed(t *testing.T) {
	for data, want := range map[string]string{
		"a: say #KeepThePool now\n":     "yaml-hashtag 1:8",
		"a: #KeepThePool\n":             "yaml-hashtag 1:4",
		"a: \"say\" #Keep\n":            "yaml-hashtag 1:10",
		"a: say\n  more #Keep words\n":  "yaml-hashtag 2:8",
		"- b #1 in town\n":              "yaml-hashtag 1:5",
		"a: [b, #Keep\n c]\n":           "yaml-hashtag 1:8",
		"é: ñ #Año\n":                   "yaml-hashtag 1:6",
		"a: **so** it is\n":             "yaml-emphasis 1:4",
		"- **so**\n":                    "yaml-emphasis 1:3",
		"a: say\n  #Keep words\n":       "yaml-hashtag 2:3",
		"a:\n  - say\n    #Keep\n":      "yaml-hashtag 3:5",
		"a: @b c\n":                     "yaml-sign 1:4",
		"- `b` c\n":                     "yaml-sign 1:3",
		"a: %50 more\n":                 "yaml-sign 1:4",
		"a: > 5 people\n":               "yaml-sign 1:4",
		"a:\n  b: c\n  #d: e\n":         "",
		"a:\n  - b\n  #c\n  - d\n":      "",
		"a:\n  b: c\n#d\ne: f\n":        "",
		"a: b # a remark\n":             "",
		"a: b\n#remark\nc: d\n":         "",
		"#remark\n":                     "",
		"a: b  # #Keep\n":               "",
		"a: |\n  say #Keep now\n":       "",
		"a: \"say #Keep now\"\n":        "",
		"a: say#Keep now\n":             "",
		"a: >-\n  **so** it is #Keep\n": "",
		"a: b # [[[[[[ {{{\nc: d\n":     "",
	} {
		if got := said(data); got != want {
			t.Errorf("%q: %q, want %q", data, got, want)
		}
	}
}

func said(data string) string {
	_, err := yamlfault.Parse(context.Background(), []byte(data), parser.AllowDuplicateMapKey())
	if err == nil {
		return ""
	}
	d, line, column := yamlfault.Of(err)
	return fmt.Sprintf("%s %d:%d", d.Rule(), line, column)
}

// worst are files of half a megabyte that cost the reader most for each byte.
func worst() map[string]string {
	const size = 500_000
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	var keys, nested strings.Builder
	for i := range size / 10 {
		fmt.Fprintf(&keys, "k%d: v\n", i)
	}
	for i := range 1000 {
		nested.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return map[string]string{
		"list": "a:\n" + fill("  - b\n"), "maps": "a:\n" + fill("  - {b: c}\n"), "rows": "a:\n" + fill("  - b: c\n    d: e\n"), "keys": keys.String(),
		"nested": nested.String(), "dashes": fill(strings.Repeat("- ", 4000) + "\n"), "brackets": fill("[") + "\n",
		"flow": "a: [" + fill("b,\n") + "c]\n", "flow keys": "a: {" + fill("b: c,\n") + "d: e}\n",
		"words": "a: b\n" + fill("  words and words\n"), "remarks": fill("# x\n") + "a: b\n",
	}
}

// TestWorst holds the memory of the worst files to what their size allows.
func TestWorst(t *testing.T) {
	for name, data := range worst() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		said(data)
		runtime.ReadMemStats(&after)
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 300 {
			t.Errorf("%s: %d MB in all for %d kB", name, mb, len(data)>>10)
		}
	}
}

func BenchmarkWorst(b *testing.B) {
	for name, data := range worst() {
		for _, share := range []int{4, 1} {
			half := data[:len(data)/share]
			b.Run(fmt.Sprintf("%s/%dkB", name, len(half)>>10), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					said(half)
				}
			})
		}
	}
}
