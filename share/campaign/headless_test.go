package campaign

import (
	"context"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// TestHeadless: where campaign.yaml or the facts cannot be read, that is said,
// and not what would follow from it.
func TestHeadless(t *testing.T) {
	readers := "demands:\n  - {id: a, facts: [readers], headline: {en: A, es: A}}\n"
	for name, fsys := range map[string]fstest.MapFS{
		"a tab":            library("campaign.yaml", "name: a\n\ttitle: b\n"),
		"a key twice":      library("campaign.yaml", libraryHead+"name: again\n"),
		"an anchor":        library("campaign.yaml", "name: &a b\n"+libraryHead),
		"no language":      head("languages: [en, es]", "languages: [en, es, xx]"),
		"UTF-16":           library("campaign.yaml", "\xff\xfen\x00a\x00m\x00e\x00"),
		"another encoding": library("campaign.yaml", "name: caf\xe9\n"),
		"brackets":         library("facts.yaml", "facts: [[[\n", "demands.yaml", readers),
		"a quote":          library("facts.yaml", "facts:\n  - \"id\n", "demands.yaml", readers),
		"a pipe":           {"campaign.yaml": {Data: []byte(libraryHead)}, "facts.yaml": {Mode: fs.ModeNamedPipe}, "demands.yaml": {Data: []byte(readers)}},
		"a device":         {"campaign.yaml": {Mode: fs.ModeDevice}, "facts.yaml": {Data: []byte(libraryFacts)}},
	} {
		_, err := Load(context.Background(), fsys)
		all := Mistakes(err)
		if len(all) != 1 || !strings.HasPrefix(all[0].Error(), "campaign.yaml:") && !strings.HasPrefix(all[0].Error(), "facts.yaml:") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWhere: a fact's fields are found where they were written.
func TestWhere(t *testing.T) {
	c, err := Load(context.Background(), library())
	if err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]int{"headline.es": 4, "claim": 5, "source": 9, "nothing": 2, "": 2} {
		if file, line := c.Where("readers", field); file != "facts.yaml" || line != want {
			t.Errorf("%s: %s:%d, want line %d", field, file, line, want)
		}
	}
	if file, line := c.Where("nobody", "claim"); file != "" || line != 0 {
		t.Errorf("a fact that there is not is at %s:%d", file, line)
	}
}
