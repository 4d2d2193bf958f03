package campaign_test

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

func TestDefaultEdition(t *testing.T) {
	want := campaign.Default()
	if name, version, asOf := campaign.DefaultEdition(); name != want.Name || asOf != want.AsOf || version != want.Version() {
		t.Errorf("%s %s of %s, want %s %s of %s", name, version, asOf, want.Name, want.Version(), want.AsOf)
	}
}

// TestVersions: editions of one day are told apart, and the tenth is later than
// the ninth.
func TestVersions(t *testing.T) {
	day, err := campaign.ParseDate("2031-03-10")
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for _, c := range []struct {
		revision int
		want     string
	}{{0, "2031-03-10"}, {2, "2031-03-10.2"}, {9, "2031-03-10.9"}, {10, "2031-03-10.10"}} {
		got := (&campaign.Campaign{AsOf: day, Revision: c.revision}).Version()
		if got != c.want || campaign.CompareVersions(last, got) >= 0 || campaign.CompareVersions(got, got) != 0 {
			t.Errorf("revision %d is %s after %q", c.revision, got, last)
		}
		last = got
	}
	if campaign.CompareVersions(last, "2031-03-11") >= 0 || campaign.CompareVersions("2031-03-10", "2031-03-10.1") != 0 {
		t.Error("the next day comes before, or the first edition has two names")
	}
}

// changing is a folder somebody writes to while it is read: a file is shorter
// or longer than was said when it was opened, and different every time.
type changing struct {
	fs.FS
	opened map[string]int
}

func (c *changing) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	if err != nil {
		return nil, err
	}
	c.opened[name]++
	return &changed{f, int64(c.opened[name])}, nil
}

type changed struct {
	fs.File
	times int64
}

func (f *changed) ReadDir(n int) ([]fs.DirEntry, error) {
	if d, ok := f.File.(fs.ReadDirFile); ok {
		return d.ReadDir(n)
	}
	return nil, fs.ErrInvalid
}

func (f *changed) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	return sized{info, f.times}, err
}

type sized struct {
	fs.FileInfo
	times int64
}

func (s sized) Size() int64 { return s.FileInfo.Size() / 2 * s.times }

// TestChangesWhileRead loads what stands there, or says what is wrong with it.
func TestChangesWhileRead(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"campaign.yaml", "facts.yaml"} {
		data, err := os.ReadFile("../testdata/mill/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	c, err := campaign.Load(context.Background(), &changing{files, map[string]int{}})
	if err != nil {
		t.Fatal(err) // the sizes were wrong, the words were not
	}
	if len(c.Facts) == 0 {
		t.Error("no facts")
	}
	files["facts.yaml"].Data = files["facts.yaml"].Data[:len(files["facts.yaml"].Data)/2]
	if c, err := campaign.Load(context.Background(), &changing{files, map[string]int{}}); err == nil && len(c.Facts) == 0 {
		t.Error("half a file is a campaign without facts")
	}
}

// TestPlaceholder warns of words that were left standing from the beginning.
func TestPlaceholder(t *testing.T) {
	c, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("name: old-mill\ntitle: {en: \"EXAMPLE: Save the Old Mill Library\"}\nlanguages: [en]\nas_of: 2031-03-10\ntags:\n  - name: SaveOldMill\ntopics:\n  - {id: library, title: {en: The library}}\n")},
		"facts.yaml":    {Data: []byte("facts:\n  - id: classes\n    topic: library\n    headline: {en: 62 school classes used the library}\n    claim: {en: \"In 2030, 62 classes came, writes @friends@example.org.\"}\n    attribution: {en: according to the Millbrook Town Council}\n    as_of: 2031-03-04\n    source:\n      publisher: {en: Millbrook Town Council}\n      title: Minutes\n      url: https://council.example/minutes\n      published: 2031-03-04\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	placeholders := 0
	for _, f := range c.Check(time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)) {
		if strings.Contains(f.Error(), "EXAMPLE") {
			placeholders++
		}
		if strings.Contains(f.Error(), "e-mail") {
			t.Errorf("an account of the Fediverse is taken for a mail address: %v", f)
		}
	}
	if placeholders != 1 {
		t.Errorf("%d warnings of a placeholder, want 1", placeholders)
	}
}

// TestCountRows: the lines below the first; of a large table a part is counted.
func TestCountRows(t *testing.T) {
	for text, want := range map[string]int{
		"": 1, "id": 1, "id\na\n": 1, "id\na\nb\nc\n": 3, strings.Repeat("a\n", 70_000): 69_999, strings.Repeat("row of text\n", 2_000_000): 2_000_000,
	} {
		f, err := fstest.MapFS{"t.csv": {Data: []byte(text)}}.Open("t.csv")
		if err != nil {
			t.Fatal(err)
		}
		if n, err := campaign.CountRows(f); err != nil || n < want-want/1000 || n > want+want/1000 {
			t.Errorf("%d bytes: %d rows, %v; want %d", len(text), n, err, want)
		}
	}
}

// TestPhotos finds photographs of people who were not asked.
func TestPhotos(t *testing.T) {
	for name, c := range map[string]struct{ record, want string }{
		"asked":       {"consent: public\nby: Mill friends\ndate: 2031-03-01\norigin: own\n", ""},
		"nobody seen": {"Consent: none-needed\r\nBy: Mill friends\r\nDate: 2031-03-01\r\nOrigin: press\r\n", ""},
		"no record":   {"", "nobody says"},
		"private":     {"consent: private\nby: x\ndate: 2031-03-01\norigin: own\n", "did not agree"},
		"withdrawn":   {"consent: withdrawn\nby: x\ndate: 2031-03-01\norigin: own\n", "agree no longer"},
		"unclear":     {"consent: probably\nby: x\ndate: 2031-03-01\norigin: own\n", "none of public"},
		"no date":     {"consent: public\nby: x\norigin: own\n", "who asked"},
		"no origin":   {"consent: public\nby: x\ndate: 2031-03-01\n", "who took it"},
		"prison":      {"consent: public\nby: x\ndate: 2031-03-01\norigin: prison\n", "made by those who hold"},
	} {
		files := fstest.MapFS{"photos/march.JPG": {Data: []byte("x")}, "photos/.DS_Store": {Data: []byte("x")}}
		for _, f := range []string{"campaign.yaml", "facts.yaml"} {
			data, err := os.ReadFile("../testdata/mill/" + f)
			if err != nil {
				t.Fatal(err)
			}
			files[f] = &fstest.MapFile{Data: data}
		}
		if c.record != "" {
			files["photos/march.txt"] = &fstest.MapFile{Data: []byte(c.record)}
		}
		loaded, err := campaign.Load(context.Background(), files)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, f := range loaded.Check(time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)) {
			if strings.HasPrefix(f.Position().File, "photos/") {
				found = append(found, f.Error())
			}
		}
		all := strings.Join(found, "\n")
		if c.want == "" && all != "" || c.want != "" && (!strings.Contains(all, c.want) || !strings.HasPrefix(all, "photos/march.JPG: error: ")) {
			t.Errorf("%s: found %q, want %q", name, all, c.want)
		}
	}
}

// TestPhotosEverywhere: those in folders, and of other endings than four, had
// no need of a record.
func TestPhotosEverywhere(t *testing.T) {
	asked := &fstest.MapFile{Data: []byte("consent: public\nby: Mill friends\ndate: 2031-03-01\norigin: own\n")}
	files := fstest.MapFS{"photos/2031/fair/crowd.jpg": asked, "photos/2031/fair/crowd.txt": asked, "photos/2031/readers.png": asked,
		"photos/hall.heic": asked, "photos/plan.svg": asked, "photos/scan": asked, "photos/notes.TXT": asked}
	for _, f := range []string{"campaign.yaml", "facts.yaml"} {
		data, err := os.ReadFile("../testdata/mill/" + f)
		if err != nil {
			t.Fatal(err)
		}
		files[f] = &fstest.MapFile{Data: data}
	}
	loaded, err := campaign.Load(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range loaded.Check(time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)) {
		if f.Rule() == "photo-without-record" {
			found = append(found, f.Position().File)
		}
	}
	if want := "photos/2031/readers.png photos/hall.heic photos/plan.svg photos/scan"; strings.Join(found, " ") != want {
		t.Errorf("without a record are %q, want %s", found, want)
	}
}

// TestList: parts are joined by each script's own comma.
func TestList(t *testing.T) {
	for want, s := range map[string]campaign.Strings{
		"a, b": {}, "a، b": {Labels: map[string]string{"comma": "، "}},
	} {
		if got := s.List("", "a", "", "b"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestKeepTogether: no line ends within a name of the campaign.
func TestKeepTogether(t *testing.T) {
	c := &campaign.Campaign{KeepTogether: []string{"Old Mill", "U.S.C.", ""}}
	for text, want := range map[string]string{
		"The Old Mill of old":               "The Old\u00a0Mill of old",
		"according to 8 U.S.C. 1231":        "according to 8\u00a0U.S.C.\u00a01231",
		"the U.S.C. and 8 U.S.C.":           "the U.S.C. and 8\u00a0U.S.C.",
		"8 U.S.C. 1 or U.S.C. 2, 50\u00a0%": "8\u00a0U.S.C.\u00a01 or U.S.C.\u00a02, 50\u00a0%",
		"U.S.C.":                            "U.S.C.",
	} {
		if got := c.Strings("en").NoBreak(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := (&campaign.Campaign{}).Strings("en").NoBreak("The Old Mill"); got != "The Old Mill" {
		t.Errorf("%q", got)
	}
}

// TestNames splits by the words of the language, and at commas where a language
// brings none.
func TestNames(t *testing.T) {
	c := &campaign.Campaign{}
	for _, test := range []struct{ lang, text, want string }{
		{"en", "A, B and C", "A|B|C"}, {"es", "A, B y C e I", "A|B|C|I"},
		{"es", "A and B", "A and B"}, {"ar", "أ و ب", "أ|ب"}, {"pt", "A, B e C", "A|B e C"}, {"en", "", ""},
	} {
		if got := strings.Join(c.Strings(test.lang).Names(test.text), "|"); got != test.want {
			t.Errorf("%s: %q, want %q", test.lang, got, test.want)
		}
	}
}

// An address stands in lines on an envelope: the town with its postal code on the
// last, whatever the list has between them.
func TestAddressLines(t *testing.T) {
	for address, want := range map[string]string{
		"522 Hart Senate Office Building Washington DC 20510":       "522 Hart Senate Office Building|Washington DC 20510",
		"153 Cannon House Office Building Washington DC 20515-0200": "153 Cannon House Office Building|Washington DC 20515-0200",
		"1 Mill Lane, Old Millbrook, NY 10001":                      "1 Mill Lane|Old Millbrook, NY 10001",
		"1 Mill Lane\nMillbrook, NY 10001":                          "1 Mill Lane|Millbrook, NY 10001",
		"Plaza 2, Piso 3":                                           "Plaza 2, Piso 3",
		"":                                                          "",
	} {
		r := campaign.Recipient{Address: address}
		if got := strings.Join(r.AddressLines(), "|"); got != want {
			t.Errorf("%q: %q", address, got)
		}
	}
	people := campaign.Default().People.List
	for i := range people {
		p := &people[i]
		r := p.Recipient()
		if lines := r.AddressLines(); p.Address != "" && (len(lines) != 2 || !strings.HasPrefix(lines[1], "Washington DC 205")) {
			t.Errorf("%s: %q", p.Name, lines)
		}
	}
}

// A date with its day of the week keeps the language's own order.
func TestLongWeekday(t *testing.T) {
	c := campaign.Default()
	for lang, want := range map[string]string{"en": "{weekday}, {month} {day}, {year}", "es": "{weekday} {day} de {month} de {year}"} {
		if got := c.Strings(lang).Dates.LongWeekday(); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// TestOwnStrings: campaigns that are loaded share no table, nor does decoding
// the built-in ones again for each row of a table take its time.
func TestOwnStrings(t *testing.T) {
	row := campaign.Row{Cells: map[string]string{
		"id": "a", "place": "Alder", "closed": "4", "all": "9", "year": "2030", "publisher": "Alder Council", "published": "2031-03-04",
	}}
	template, err := campaign.LoadTemplate(t.Context(), os.DirFS("../testdata/districts"), slices.Collect(maps.Keys(row.Cells)), "closed-desks")
	if err != nil {
		t.Fatal(err)
	}
	load := func() campaign.Strings {
		c, err := template.Fill(row)
		if err != nil {
			t.Fatal(err)
		}
		return c.Strings("en")
	}
	one := load()
	want := one.Label("source")
	one.Labels["source"], one.Months[0] = "?", "?"
	if got := load(); got.Label("source") != want || want == "" || got.Months[0] != "January" {
		t.Errorf("%q, want %q; %s", got.Label("source"), want, got.Months[0])
	}
	if n := testing.AllocsPerRun(10, func() { load() }); n > 1600 {
		t.Errorf("a row makes %v allocations", n)
	}
}
