package campaign

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// The library is a campaign of one fact, made up for these tests.
const (
	libraryHead = `name: old-mill
title: {en: Save the Old Mill Library, es: Salven la biblioteca del Viejo Molino}
languages: [en, es]
as_of: 2026-03-01
tags: [{name: SaveTheOldMill}]
topics:
  - {id: library, title: {en: The library, es: La biblioteca}}
actions:
  - {id: come, verb: {en: Come to the meeting, es: Ven a la reunión}, url: "https://oldmill.example/meeting"}
`
	libraryFacts = `facts:
  - id: readers
    topic: library
    headline: {en: 412 people use it, es: 412 personas la usan}
    claim: {en: In 2025 the library had 412 readers., es: En 2025 la biblioteca tuvo 412 lectores.}
    attribution: {en: according to its yearbook, es: según su anuario}
    chart: {kind: stat, stat: {value: "412"}}
    action: come
    source: {publisher: Old Mill Yearbook, url: "https://oldmill.example/yearbook", published: 2026-01-15}
    as_of: 2026-01-15
`
)

// library returns the campaign with further files, or with others in place of
// its own.
func library(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{
		"campaign.yaml": {Data: []byte(libraryHead)},
		"facts.yaml":    {Data: []byte(libraryFacts)},
	}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

// facts returns the library with one piece of facts.yaml replaced.
func facts(old, new string) fstest.MapFS {
	if !strings.Contains(libraryFacts, old) {
		panic("facts.yaml has no " + old)
	}
	return library("facts.yaml", strings.Replace(libraryFacts, old, new, 1))
}

func head(old, new string) fstest.MapFS {
	if !strings.Contains(libraryHead, old) {
		panic("campaign.yaml has no " + old)
	}
	return library("campaign.yaml", strings.Replace(libraryHead, old, new, 1))
}

func TestLibraryLoads(t *testing.T) {
	c, err := Load(context.Background(), library())
	if err != nil {
		t.Fatal(err)
	}
	if f, ok := c.Fact("readers"); !ok || f.Source.Published != (Date{2026, 1, 15}) {
		t.Errorf("got %+v", f)
	}
}

func letter(front, body string) string { return "---\n" + front + "---\n\n" + body + "\n" }

const mayorFront = `title: To the mayor
form: email
subject: The library
slots:
  - {id: why, label: Why it matters to you, required: true, own: true}
`

// A mistake is a campaign that cannot be read, and all that is said of it.
type mistake struct {
	Name   string
	Change struct{ File, From, To string }
	Files  map[string]string
	None   bool
	Want   string // a line each
}

// campaign is the library with the mistake.
func (m *mistake) campaign() fstest.MapFS {
	switch {
	case m.None:
		return fstest.MapFS{}
	case m.Change.File == "campaign.yaml":
		return head(m.Change.From, m.Change.To)
	case m.Change.File != "":
		return facts(m.Change.From, m.Change.To)
	}
	fsys := library()
	for name, data := range m.Files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

func TestBadInput(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences/mistakes.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all []mistake
	if err := yaml.Unmarshal(data, &all); err != nil || len(all) < 71 {
		t.Fatalf("%d mistakes, %v", len(all), err)
	}
	for _, m := range all {
		t.Run(m.Name, func(t *testing.T) {
			_, err := Load(context.Background(), m.campaign())
			var le *LoadError
			if !errors.As(err, &le) {
				t.Fatalf("got %v, want a LoadError", err)
			}
			if got := err.Error(); got != m.Want {
				t.Errorf("got\n%s\nwant\n%s", got, m.Want)
			}
		})
	}
}

// TestNotUTF8: each line that is no UTF-8 is named.
func TestNotUTF8(t *testing.T) {
	_, err := Load(context.Background(), library("pages/en/a.md", "# A caf\xe9\n", "pages/es/a.md", "# Un\n\ncaf\xe9\n", "steps.yaml", "steps: [] # caf\xe9\n"))
	const want = `pages/en/a.md:1:1: the line is not UTF-8; save the file as UTF-8
pages/es/a.md:3:1: the line is not UTF-8; save the file as UTF-8
steps.yaml:1:1: the line is not UTF-8; save the file as UTF-8`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// TestMistakesInOrder: one campaign's mistakes are said in one order, however
// many of them stand in one place.
func TestMistakesInOrder(t *testing.T) {
	fsys := library("campaign.yaml", strings.Replace(libraryHead, "[en, es]", "[en, es, eo]", 1), "strings/eo.yaml", "months: [a]\nmonths_short: [b]\n")
	_, first := Load(context.Background(), fsys)
	for range 20 {
		if _, err := Load(context.Background(), fsys); err == nil || err.Error() != first.Error() {
			t.Fatalf("got\n%v\nand\n%v", first, err)
		}
	}
}

// TestHiddenCharacters: U+2066 and others turned the direction of words in a
// fact, where U+202E was refused. What a campaign takes is what runes takes.
func TestHiddenCharacters(t *testing.T) {
	tried := 0
	for r := rune(1); r < 0xF0000; r++ {
		if !runes.Hidden(r) || unicode.IsControl(r) && r != 0x85 || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r%16 != 0 {
			continue
		}
		tried++
		words := "according" + string(r) + " to its yearbook"
		_, _, refused := runes.Words.Find(words)
		_, err := Load(context.Background(), facts("{en: according to its yearbook, ", `{en: "`+words+`", `))
		if (err != nil) != refused {
			t.Errorf("%U: refused: %t, loaded: %v", r, refused, err)
		}
	}
	if tried < 100 {
		t.Errorf("%d characters were tried", tried)
	}
}

// TestFigureWithNoBreakSpace: package graphic drew a figure that was refused
// here.
func TestFigureWithNoBreakSpace(t *testing.T) {
	spent := strings.NewReplacer("412 people use it", "4\u00a0760 people use it", "412 personas", "4 760 personas", `value: "412"`, `value: "4 760"`)
	if _, err := Load(context.Background(), library("facts.yaml", spent.Replace(libraryFacts))); err != nil {
		t.Error(err)
	}
}
