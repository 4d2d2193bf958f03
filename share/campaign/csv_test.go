package campaign

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
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
