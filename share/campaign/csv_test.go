package campaign

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

const libraryCSV = `id,topic,headline_en,headline_es,claim_en,claim_es,attribution_en,attribution_es,chart,stat,action,publisher,url,published,as_of
readers,library,412 people use it,412 personas la usan,In 2025 the library had 412 readers.,En 2025 la biblioteca tuvo 412 lectores.,according to its yearbook,según su anuario,stat,412,come,Old Mill Yearbook,https://oldmill.example/yearbook,2026-01-15,2026-01-15
`

func loadCSV(data string) (*Campaign, error) {
	fsys := library("facts.csv", data)
	delete(fsys, "facts.yaml")
	return Load(context.Background(), fsys)
}

// plain is a campaign's facts without the places where they were written.
func plain(c *Campaign) []Fact {
	out := append([]Fact(nil), c.Facts...)
	for i := range out {
		out[i].spot = spot{}
	}
	return out
}

// A spreadsheet and a YAML file that say the same make the same facts,
// whatever separates the cells.
func TestCSVIsYAML(t *testing.T) {
	want, err := Load(context.Background(), library())
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"commas":     libraryCSV,
		"semicolons": strings.ReplaceAll(libraryCSV, ",", ";"),
		"tabs":       strings.ReplaceAll(libraryCSV, ",", "\t"),
		"Windows":    "\uFEFF" + strings.ReplaceAll(libraryCSV, "\n", "\r\n"),
	} {
		c, err := loadCSV(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, want := plain(c), plain(want); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, got, want)
		}
	}
}

func TestCSVFigures(t *testing.T) {
	data := strings.Replace(libraryCSV, "chart,stat,", "chart,figures_en,figures_es,caveats,tags,", 1)
	data = strings.Replace(data, ",stat,412,", `,bars,Adults=1300 people; Children=112 people,Adultos=1300 people;Niños=112 people;,count by hand | see ledger,OldMill Reading,`, 1)
	c, err := loadCSV(data)
	if err != nil {
		t.Fatal(err)
	}
	f := c.Facts[0]
	wantFigures := []Figure{
		{Label: Text{"en": "Adults", "es": "Adultos"}, Value: 1300, Unit: "people"},
		{Label: Text{"en": "Children", "es": "Niños"}, Value: 112, Unit: "people"},
	}
	wantBars := []Bar{
		{Label: wantFigures[0].Label, Value: 1300},
		{Label: wantFigures[1].Label, Value: 112},
	}
	for _, p := range [][2]any{
		{f.Chart.Bars[0].Printed("en", c.Strings("en")), "1,300"}, {f.Chart.Bars[0].Printed("es", c.Strings("es")), "1,300"},
		{f.Figures, wantFigures}, {f.Chart.Bars, wantBars}, {f.Chart.Kind, KindBars},
		{f.Caveats, []string{"count by hand", "see ledger"}}, {f.Tags, []string{"OldMill", "Reading"}},
	} {
		if !reflect.DeepEqual(p[0], p[1]) {
			t.Errorf("got %+v, want %+v", p[0], p[1])
		}
	}
}

func TestBadCSV(t *testing.T) {
	change := func(old, new string) string {
		if !strings.Contains(libraryCSV, old) {
			t.Fatalf("facts.csv has no %q", old)
		}
		return strings.Replace(libraryCSV, old, new, 1)
	}
	for _, test := range []struct{ name, data, want string }{
		{"column", change("headline_en", "headlin_en"), `facts.csv:1:10: unknown column "headlin_en"; did you mean "headline_en"?`},
		{"language", change("claim_en", "claim"), `facts.csv:1:34: the column "claim" names no language; write claim_en`},
		{"twice", change("headline_es", "headline_en"), `facts.csv:1:22: the column "headline_en" is there twice; keep one`},
		{"both", change(",stat,action", ",publisher_en,action"), `facts.csv:1:108: the column "publisher" is there with and without a language; keep one kind`},
		{"cells", change(",2026-01-15\n", "\n"), `facts.csv:2:1: the row has more or fewer cells than the first; quote cells that contain the separator`},
		{"quotes", change("412 people use it", `"412 people" use it`), `facts.csv:2:28: a quotation mark is out of place; quote the whole cell and write "" for a mark within it`},
		{"url", change("https://", "http://"), `facts.csv:2:210: source.url: must begin with https:// (is "http://oldmill.example/yearbook")`},
		{"figure", change("chart,stat", "chart,figures_en"), `facts.csv:2:183: "412" is not a figure; write Label=123 people; Another label=45 people`},
	} {
		_, err := loadCSV(test.data)
		var le *LoadError
		if !errors.As(err, &le) {
			t.Errorf("%s: got %v, want a LoadError", test.name, err)
			continue
		}
		if got := strings.Split(err.Error(), "\n")[0]; got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestCSVReply: a fact that answers the others of its topic, or a value that
// says neither.
func TestCSVReply(t *testing.T) {
	with := func(value string) string {
		return strings.Replace(strings.Replace(libraryCSV, "id,", "reply,id,", 1), "\nreaders,", "\n"+value+",readers,", 1)
	}
	for value, want := range map[string]bool{"true": true, "false": false, "": false} {
		if c, err := loadCSV(with(value)); err != nil || c.Facts[0].Reply != want {
			t.Errorf("%q: %v", value, err)
		}
	}
	if _, err := loadCSV(with("perhaps")); err == nil {
		t.Error("a reply is true or false")
	}
}

// A table that a spreadsheet wrote in the letters of its own country is
// refused: its accents would be lost.
func TestCSVNotUTF8(t *testing.T) {
	const want = "%s:2:1: the line is not UTF-8; save the file as UTF-8"
	_, err := loadCSV(strings.ReplaceAll(libraryCSV, "ú", "\xfa"))
	if want := strings.Replace(want, "%s", "facts.csv", 1); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	_, err = new(Campaign).ReadRecipients("people.csv", strings.NewReader("name\nAna Pe\xf1a\n"))
	if want := strings.Replace(want, "%s", "people.csv", 1); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

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

// clean checks that loading ends in a campaign that can be checked or in
// mistakes of one line each, and never in a panic.
func clean(t *testing.T, c *Campaign, err error) {
	var le *LoadError
	switch {
	case err == nil:
		for _, f := range c.Check(time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)) {
			if strings.Contains(f.Error(), "\n") {
				t.Errorf("a finding of several lines: %q", f)
			}
		}
	case !errors.As(err, &le) || len(le.Mistakes) == 0:
		t.Errorf("%v is not a LoadError", err)
	default:
		for _, m := range le.Mistakes {
			if s := m.Error(); m.Position().File == "" || strings.ContainsAny(s, "\n\r\x00") {
				t.Errorf("not one printable line: %q", s)
			}
		}
	}
}

func FuzzYAML(f *testing.F) {
	f.Add([]byte(libraryHead), []byte(libraryFacts))
	f.Add([]byte("name: [[[[[[[["), []byte("a: &b\n  *b\n? - - -"))
	f.Add([]byte(libraryHead), []byte("facts: [{id: mill, claim: {\"\\0\": a}}]\n"))
	f.Add([]byte("languages: [en, zz, é]\nextends: {}\n"), []byte("facts: {en: |\n  x}\n"))
	f.Fuzz(func(t *testing.T, head, facts []byte) {
		if bytes.Contains(head, []byte(builtin)) {
			t.Skip("the built-in campaign takes as long as a thousand others")
		}
		c, err := Load(context.Background(), folder("campaign.yaml", string(head), "facts.yaml", string(facts)))
		clean(t, c, err)
	})
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte(libraryCSV))
	f.Add([]byte("id;headline_en\n\"a\"\"b\";\"c\nd\"\n"))
	f.Add([]byte("id,figures_en,figures_es,chart\na,b=1 x;,c=2,bars\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := loadCSV(string(data))
		clean(t, c, err)
	})
}

func FuzzLetter(f *testing.F) {
	f.Add([]byte(letter(mayorFront, "{why} {other}")))
	f.Add([]byte("---\nsent_in: es\n---\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Load(context.Background(), library("letters/en/mayor.md", string(data), "letters/es/mayor.md", letter(mayorFront, "{why}")))
		clean(t, c, err)
	})
}

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

var update = flag.Bool("update", false, "rewrite the schemas beside the built-in campaign")

// schemaFiles are the files that have a schema, each with what it holds: a
// struct, or a list under the key of the file's name.
var schemaFiles = map[string]any{
	"campaign": Campaign{}, "messages": Messages{}, "demands": Demands{}, "orgs": Orgs{}, "chants": Chants{},
	"people": Roster{}, "offices": Offices{}, "areas": Areas{},
	"facts": []Fact{}, "captions": []CaptionSet{}, "threads": []Thread{}, "reels": []Reel{},
	"steps": []Steps{}, "events": []EventCard{}, "contacts": []Contact{},
}

// The schemas that editors use while somebody types are made from the types
// that Load decodes into, and say what the Go documentation says.
func TestSchemas(t *testing.T) {
	docs := comments(t)
	for name, holds := range schemaFiles {
		file := filepath.Join(builtin, "schema", name+".schema.json")
		want := schemaOf(name, reflect.TypeOf(holds), docs)
		if *update {
			if err := os.WriteFile(file, want, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the types say (%v); run go test ./share/campaign -run Schemas -update", file, err)
		}
		line := "# yaml-language-server: $schema=schema/" + name + ".schema.json\n"
		if data, err := os.ReadFile(filepath.Join(builtin, name+".yaml")); err != nil || !strings.HasPrefix(string(data), line) {
			t.Errorf("%s.yaml does not begin with %q (%v)", name, line, err)
		}
	}
}

type schema = map[string]any

// A schemer writes schemas and collects the definitions they refer to.
type schemer struct {
	docs map[string]string
	defs schema
}

func schemaOf(name string, t reflect.Type, docs map[string]string) []byte {
	s := schemer{docs, schema{}}
	var out schema
	if t.Kind() == reflect.Slice {
		out = schema{"type": "object", "additionalProperties": false, "properties": schema{name: s.of(t)}}
	} else {
		out = s.object(t)
	}
	out["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	out["title"] = name + ".yaml"
	out["$defs"] = s.defs
	data, _ := json.MarshalIndent(out, "", "  ")
	return append(data, '\n')
}

// choices are the types that have a few values only.
var choices = map[reflect.Type][]string{
	reflect.TypeFor[Kind]():       {"claim", "stat", "bars", "people", "quote", "list", "timeline", "action"},
	reflect.TypeFor[Mark]():       {"solid", "hatch", "open", "foot"},
	reflect.TypeFor[Status]():     {"current", "superseded", "retracted"},
	reflect.TypeFor[OrgKind]():    {"support", "read", "public-body"},
	reflect.TypeFor[Confidence](): {"confirmed", "check-before-tagging"},
	reflect.TypeFor[As]():         {"greeting", "in-sentence"},
}

func (s *schemer) of(t reflect.Type) schema {
	words := schema{"type": []string{"string", "number"}}
	switch {
	case t == reflect.TypeFor[Date]():
		return s.define(t, schema{"anyOf": []schema{
			{"type": "string", "pattern": `^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`},
			{"type": "integer", "minimum": 1000, "maximum": 9999},
		}})
	case t == reflect.TypeFor[Moment]():
		return s.define(t, schema{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}( [+-][0-9]{2}:[0-9]{2})?)?$`})
	case t == reflect.TypeFor[Text]():
		return s.define(t, schema{"anyOf": []schema{words, byLanguage(words)}})
	case choices[t] != nil:
		return schema{"enum": choices[t]}
	}
	switch t.Kind() {
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.Int:
		return schema{"type": "integer", "minimum": 0}
	case reflect.Float64:
		return schema{"type": "number", "minimum": 0}
	case reflect.Slice:
		return schema{"type": "array", "items": s.item(t.Elem())}
	case reflect.Map:
		return byLanguage(s.of(t.Elem()))
	case reflect.Struct:
		if s.defs[t.Name()] == nil {
			s.defs[t.Name()] = schema{}
			s.define(t, s.object(t))
		}
		return schema{"$ref": "#/$defs/" + t.Name()}
	}
	return schema{"type": "string"}
}

// define keeps the schema of a type and returns a reference to it.
func (s *schemer) define(t reflect.Type, is schema) schema {
	s.defs[t.Name()] = is
	return schema{"$ref": "#/$defs/" + t.Name()}
}

func byLanguage(of schema) schema {
	return schema{"type": "object", "additionalProperties": false, "patternProperties": schema{read.LanguagePattern: of}}
}

// item is an entry of a list, which needs its id.
func (s *schemer) item(t reflect.Type) schema {
	if key := read.KeyOf(t); key.Name != "" {
		return schema{"allOf": []schema{s.of(t), {"required": []string{key.Name}}}}
	}
	return s.of(t)
}

func (s *schemer) object(t reflect.Type) schema {
	properties := schema{}
	for _, f := range read.FieldsOf(t) {
		p := s.of(t.Field(f.Index).Type)
		if f.Name == "id" {
			p["pattern"] = idPattern().String()
		}
		if f.Name == "url" && t != reflect.TypeFor[Action]() {
			p["pattern"] = "^https://"
		}
		if doc := s.docs[t.Name()+"."+t.Field(f.Index).Name]; doc != "" {
			p["description"] = doc
		}
		properties[f.Name] = p
	}
	out := schema{"type": "object", "additionalProperties": false, "properties": properties}
	if doc := s.docs[t.Name()]; doc != "" {
		out["description"] = doc
	}
	return out
}

// comments returns the documentation of types and their fields.
func comments(t *testing.T) map[string]string {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]string{}
	for _, name := range slices.Sorted(slices.Values(files)) {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				for _, spec := range g.Specs {
					commentsOf(spec, g.Doc, docs)
				}
			}
		}
	}
	return docs
}

func commentsOf(spec ast.Spec, doc *ast.CommentGroup, docs map[string]string) {
	ts, ok := spec.(*ast.TypeSpec)
	if !ok {
		return
	}
	docs[ts.Name.Name] = flat(doc.Text())
	if st, ok := ts.Type.(*ast.StructType); ok {
		for _, f := range st.Fields.List {
			for _, n := range f.Names {
				docs[ts.Name.Name+"."+n.Name] = flat(f.Doc.Text() + f.Comment.Text())
			}
		}
	}
}

// flat is a comment in one line, without what only programmers ask.
func flat(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for _, shared := range []string{" It is plain data: reading one is safe for concurrent use.", " It is a value, safe for concurrent use."} {
		s = strings.ReplaceAll(s, shared, "")
	}
	return s
}
