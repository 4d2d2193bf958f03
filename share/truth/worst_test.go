package truth_test

import (
	"context"
	"fmt"
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

func Example() {
	c, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("name: old-mill\ntitle: Save the Old Mill Library\nlanguages: [en]\nas_of: 2031-03-04\n")},
		"facts.yaml": {Data: []byte(`facts:
  - id: classes
    headline: 62 school classes used the library
    claim: In 2030, at least 62 school classes visited the Old Mill Library.
    attribution: according to the Millbrook Town Council
    figures: [{label: classes, value: 62, unit: classes, qualifier: at least}]
    never: {en: [{wrong: the council closed the library, right: the council proposed to close the library}]}
    source: {publisher: Millbrook Town Council, url: "https://example.org/report", published: 2031-03-04}
    as_of: 2031-03-04
`)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	checker := truth.New(c)
	for _, words := range []string{
		"At least 62 school classes visited the library in 2030.",
		"Last year 75% of the town read there.",
		"In June the council closed the library.",
	} {
		for _, f := range checker.Read(truth.Text{Words: words, Lang: "en"}) {
			fmt.Println(f.Severity, f.Rule()+":", f)
		}
	}
	// Output:
	// error figure-of-no-fact: no fact of the campaign holds 75; use a figure of a fact, with its source, or leave it out
	// error never-say: “the council closed the library” is wrong; write “the council proposed to close the library”
}
