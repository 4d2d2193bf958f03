package truth_test

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// TestWorstTexts: half a megabyte of one word, whichever it is, is checked in
// seconds, and not in the square of its length: a page of numbers alone took two
// minutes of an idle machine. The time allowed is that of a busy one.
func TestWorstTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads large files")
	}
	const size, soon = 500_000, 30 * time.Second
	files := fstest.MapFS{}
	for _, name := range []string{"campaign.yaml", "facts.yaml"} {
		data, err := fs.ReadFile(os.DirFS("../testdata/mill"), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	for i, word := range []string{"62", "62.", "1,250", "75%", "twelve", "not innocent", "Council", "said", "man", "2031-03-10", "”", "a@b.example"} {
		if i%3 > 0 && os.Getenv("TEST_ALL") == "" {
			continue
		}
		line := strings.Repeat(word+" ", 9000/len(word+" ")) + "\n"
		files["pages/en/a.md"] = &fstest.MapFile{Data: []byte("# A\n\n" + strings.Repeat(line, size/len(line)))}
		files["pages/es/a.md"] = &fstest.MapFile{Data: []byte("# A\n\nUna.\n")}
		c, err := campaign.Load(context.Background(), files)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		c.Check(time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC))
		truth.New(c).Campaign()
		took := time.Since(start)
		t.Logf("%-14s %v", word, took.Round(time.Millisecond))
		if took > soon {
			t.Errorf("%q for %d kB: %v", word, size/1000, took)
		}
	}
}

// TestAddress: what a code leads somebody to say is read like any words.
func TestAddress(t *testing.T) {
	for address, want := range map[string][]string{
		"https://example.org/a":                        {"https://example.org/a"},
		"mailto:a@example.org?subject=A%20b&body=c+d":  {"mailto:a@example.org", "c d", "A b"},
		"sms:+1?body=one&body=two":                     {"sms:+1", "one\ntwo"},
		"https://example.org/%zz?text=never-decoded+x": {"https://example.org/%zz"},
	} {
		var got []string
		for _, text := range truth.Address(address) {
			got = append(got, text.Words)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}
