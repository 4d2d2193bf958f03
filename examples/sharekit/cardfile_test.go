package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
)

// TestEncodings reads card files as the programs of other systems save them:
// with the mark and line ends of Windows they are as good as any, and what is
// not UTF-8 is refused by that name.
func TestEncodings(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, c := range map[string]struct {
		data string
		want string // "": a picture
	}{
		"mark.yaml":  {"\uFEFFheadline: Año nuevo\n", ""},
		"lines.yaml": {"headline: Año nuevo\r\nbody: Ven\r\n", ""},
		"latin.yaml": {"headline: A\xf1o nuevo\n", "sharekit: latin.yaml is not a text in UTF-8\nhint: save the file as UTF-8\n"},
		"utf16.yaml": {"\xff\xfeh\x00e\x00a\x00d\x00", "sharekit: utf16.yaml is not a text in UTF-8\nhint: save the file as UTF-8\n"},
		"tab.yaml":   {"headline: a\n\tbody: b\n", "sharekit: tab.yaml:2:1: there is a tab here\n2 |  body: b\n  | ^\nhint: indent with spaces\n"},
		"twice.yaml": {"headline: a\nbody: b\nbody: c\n",
			"sharekit: twice.yaml:3:1: the key \"body\" stands in line 2 already\n3 | body: c\n  | ^\nhint: keep one\n"},
		"tags.yaml": {"headline: a\ntags: [b, c d]\n",
			"sharekit: tags.yaml:2:11: tags[1]: not a hashtag: \"c d\" has a space; join the words, each with a capital\n2 | tags: [b, c d]\n  |           ^\n"},
		"photo.yaml": {"headline: a\nphoto: {alt: b}\n", "sharekit: photo.yaml:2:9: photo: is missing\n2 | photo: {alt: b}\n  |         ^\n"},
		"empty.yaml": {"", "sharekit: empty.yaml: headline: is missing\nhint: a card needs a headline\n"},
		"one.yaml": {"headline: a\nsource: b\nbars: [{label: a, value: 1, text: \"1\"}]\n",
			"sharekit: one.yaml:3:7: bars: 1 bar\n3 | bars: [{label: a, value: 1, text: \"1\"}]\n  |       ^\nhint: two to seven can be compared\n"},
	} {
		if err := os.WriteFile(name, []byte(c.data), 0o644); err != nil {
			t.Fatal(err)
		}
		status, _, stderr := try(t, "card", name)
		if c.want == "" && status != cli.Done || c.want != "" && (stderr != c.want || status != cli.Problems) {
			t.Errorf("%s: %d, %q", name, status, stderr)
		}
	}
}

// TestLongCard: a card of more words than any card holds is refused as soon as
// it is read, however long it would take to judge them.
func TestLongCard(t *testing.T) {
	words := strings.Repeat("      +1 2 3 4 5 6 7 \"a' 好\n", 490_000/29)
	for key, text := range map[string]string{"headline": "headline: >\n" + words, "list": "headline: a\nlist:\n  - >\n" + words} {
		name := filepath.Join(t.TempDir(), "long.yaml")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		status, _, said := try(t, "card", name, "-o", "-")
		if took := time.Since(start); status == 0 || took > 3*time.Second {
			t.Errorf("%s: after %v: %.200s", key, took, said)
		}
	}
}
