package share_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

const desksHead = "id,place,closed,all,year,publisher,published\n"

const desks = desksHead + `alder,Alder,4,9,2030,Alder Council,2031-03-04
birch,Birch & Sons,62,1080,2030,"Birch ""Town"" Council",2031-03-01
cedar,Cedar Ñandú,7,8,2029,Cedar Council,2030-12-11
`

// tabled reads a table and the folder of slots for it.
func tabled(t testing.TB, csv, fact string, o *share.Options) (*share.Table, *campaign.Rows) {
	t.Helper()
	rows, err := campaign.ReadRows("rows.csv", strings.NewReader(csv))
	if err != nil {
		t.Fatal(err)
	}
	table, err := share.NewTable(context.Background(), os.DirFS("testdata/districts"), rows.Columns(), fact, o)
	if err != nil {
		t.Fatal(err)
	}
	return table, rows
}

// tableFiles are the files of a folder but for its list of rows.
func tableFiles(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, ".sharekit-rows") || strings.HasPrefix(name, "SHA256SUMS-") {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var twoFormats = &share.Options{Formats: graphic.Formats()[:2]}

// TestTable makes cards of each row, in every language and format, with their
// words.
func TestTable(t *testing.T) {
	table, rows := tabled(t, desks, "closed-desks", twoFormats)
	dir := t.TempDir()
	result, err := table.WriteDir(context.Background(), dir, rows.All(), nil)
	if err != nil || result.Made != 3 {
		t.Fatalf("%+v %v", result, err)
	}
	got := tableFiles(t, dir)
	if len(got) != 3*2*3+1 {
		t.Errorf("%d files", len(got))
	}
	for name, want := range map[string]string{
		"pictures/en/birch.txt": "In Birch & Sons, 62 of 1080 library desks were closed in 2030.",
		"pictures/es/cedar.txt": "7 de 8 ventanillas de Cedar Ñandú están cerradas",
	} {
		if !strings.Contains(got[name], want) {
			t.Errorf("%s lacks %q:\n%s", name, want, got[name])
		}
	}
	for name, data := range got {
		words, picture := strings.HasSuffix(name, ".txt"), strings.HasPrefix(data, "\x89PNG")
		if name == "SHA256SUMS" {
			continue
		}
		if words && strings.ContainsAny(data, "{}") || words == picture {
			t.Errorf("%s: %.200q", name, data)
		}
	}
}

// TestTableGoesOn: a run that was stopped goes on, a changed row alone is made
// again, and parts together are the whole.
func TestTableGoesOn(t *testing.T) {
	whole, rows := tabled(t, desks, "closed-desks", twoFormats)
	dir := t.TempDir()
	if _, err := whole.WriteDir(context.Background(), dir, rows.All(), nil); err != nil {
		t.Fatal(err)
	}
	want := tableFiles(t, dir)
	for name, more := range map[string]struct {
		csv        string
		made, kept int
	}{"again": {desks, 0, 3}, "changed": {strings.Replace(desks, "7,8", "6,8", 1), 1, 2}} {
		table, rows := tabled(t, more.csv, "closed-desks", twoFormats)
		copied := t.TempDir()
		if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		result, err := table.WriteDir(context.Background(), copied, rows.All(), nil)
		if err != nil || result.Made != more.made || result.Kept != more.kept {
			t.Errorf("%s: %+v %v", name, result, err)
		}
		if n, err := share.VerifyCards(os.DirFS(copied)); err != nil || n != 3*2*3 {
			t.Errorf("%s: %d files: %v", name, n, err)
		}
	}
	parts := t.TempDir()
	for i := range 3 {
		o := *twoFormats
		o.Part = share.Part{Number: i + 1, Of: 3}
		for range 2 { // given twice
			table, rows := tabled(t, desks, "closed-desks", &o)
			if _, err := table.WriteDir(context.Background(), parts, rows.All(), nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	sums := want["SHA256SUMS"]
	delete(want, "SHA256SUMS") // each part has its own
	if n, err := share.VerifyCards(os.DirFS(parts)); err != nil || n != len(want) {
		t.Errorf("the parts list %d files of %d: %v", n, len(want), err)
	}
	if got := tableFiles(t, parts); len(got) != len(want) || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("three parts are %d files, in one go %d", len(got), len(want))
	}
	want["SHA256SUMS"] = sums
	ctx, cancel := context.WithCancel(context.Background())
	stopped := t.TempDir()
	table, rows := tabled(t, desks, "closed-desks", twoFormats)
	_, err := table.WriteDir(ctx, stopped, rows.All(), &share.TableDelivery{Progress: func(int) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("%v", err)
	}
	os.WriteFile(filepath.Join(stopped, ".sharekit-rows"), append(must(os.ReadFile(filepath.Join(stopped, ".sharekit-rows"))), "ab12"...), 0o600) // torn
	table, rows = tabled(t, desks, "closed-desks", twoFormats)
	if result, err := table.WriteDir(context.Background(), stopped, rows.All(), nil); err != nil || result.Kept == 0 || result.Kept+result.Made != 3 {
		t.Errorf("%+v %v", result, err)
	}
	if fmt.Sprint(tableFiles(t, stopped)) != fmt.Sprint(want) {
		t.Error("a run that was stopped and went on made other files")
	}
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

// TestTableSums: what was altered, taken away or added is named, and lists of
// what is no list are refused.
func TestTableSums(t *testing.T) {
	dir := t.TempDir()
	table, rows := tabled(t, desks, "closed-desks", twoFormats)
	if _, err := table.WriteDir(context.Background(), dir, rows.All(), nil); err != nil {
		t.Fatal(err)
	}
	at := func(name string) string { return filepath.Join(dir, "pictures", name) }
	os.WriteFile(at("en/alder.txt"), []byte("another"), 0o600)
	os.Remove(at("es/birch.txt"))
	os.WriteFile(at("es/dill.txt"), nil, 0o600)
	_, err := share.VerifyCards(os.DirFS(dir))
	var sums *share.SumError
	if !errors.As(err, &sums) || fmt.Sprint(sums.Altered, sums.Missing, sums.Added) != "[pictures/en/alder.txt] [pictures/es/birch.txt] [pictures/es/dill.txt]" {
		t.Errorf("%v %+v", err, sums)
	}
	for _, line := range []string{"x", strings.Repeat("0", 64) + "  ../facts.yaml", strings.Repeat("0", 64) + `  a\b`} {
		if _, err := share.VerifyCards(fstest.MapFS{"SHA256SUMS": {Data: []byte(line)}}); err == nil {
			t.Errorf("%s: no error", line)
		}
	}
	if _, err := share.VerifyCards(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no list: %v", err)
	}
}

// TestTableErrors: each is told by row and column, and the other rows are made.
func TestTableErrors(t *testing.T) {
	for _, c := range []struct{ row, column, rule string }{
		{"x,Elm,four,9,2030,Elm Council,2031-03-04", "closed", "number"},
		{"x,Elm,4,9,2030,Elm Council,soon", "published", "date"},
		{"x,Elm,4,9,2030,,2031-03-04", "publisher", ""},
		{"x,Elm,=4+1,9,2030,Elm Council,2031-03-04", "closed", "cell-formula"},
		{"x,,4,9,2030,Elm Council,2031-03-04", "place", ""},
		{"x_ 1,Elm,4,9,2030,Elm Council,2031-03-04", "id", ""}, // an address
		{"ALDER,Elm,4,9,2030,Elm Council,2031-03-04", "", "table-row-twice"},
		{"学,Elm,4,9,2030,Elm Council,2031-03-04", "", "table-row-name"},
		{"CON,Elm,4,9,2030,Elm Council,2031-03-04", "", "table-row-device"},
		{"x," + strings.Repeat("Elm ", 60) + ",4,9,2030,Elm Council,2031-03-04", "", ""},
	} {
		table, rows := tabled(t, desks+c.row+"\n", "closed-desks", twoFormats)
		result, err := table.WriteDir(context.Background(), t.TempDir(), rows.All(), &share.TableDelivery{Check: true})
		var all *share.TableError
		if result.Made != 3 || result.Failed != 1 || !errors.As(err, &all) || len(all.Rows) != 1 {
			t.Errorf("%s: %+v %v", c.row, result, err)
			continue
		}
		said := all.Rows[0].Error()
		var kit *share.KitError
		if errors.As(all.Rows[0], &kit) != strings.HasPrefix(c.rule, "table-") || kit != nil && kit.Rule() != c.rule {
			t.Errorf("%s: %v, want %s", c.row, kit, c.rule)
		}
		if !strings.HasPrefix(said, "row 5") || c.column != "" && !strings.Contains(said, "column "+c.column) {
			t.Errorf("%s: %s", c.row, said)
		}
		t.Log(said)
	}
}

// TestTableSlots: what no column fills is an error of the template.
func TestTableSlots(t *testing.T) {
	rows, err := campaign.ReadRows("rows.csv", strings.NewReader("id,place\nalder,Alder\n"))
	if err != nil {
		t.Fatal(err)
	}
	table, err := share.NewTable(context.Background(), os.DirFS("testdata/districts"), rows.Columns(), "closed-desks", nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = table.WriteDir(context.Background(), t.TempDir(), rows.All(), &share.TableDelivery{Check: true})
	var all *share.TableError
	if !errors.As(err, &all) || len(all.Rows) != 1 || !strings.Contains(all.Rows[0].Error(), "{closed}") {
		t.Errorf("slots without a column: %v", err)
	}
	_, err = share.NewTable(context.Background(), os.DirFS("testdata/districts"), rows.Columns(), "closed-desk", nil)
	if err == nil || !strings.Contains(err.Error(), "closed-desks") {
		t.Errorf("another fact: %v", err)
	}
}

// TestTableTruth: what other words say of a row is held to its figures.
func TestTableTruth(t *testing.T) {
	fsys := fstest.MapFS{"captions.yaml": {Data: []byte("captions:\n  - fact: closed-desks\n    captions:\n      en:\n        - {limit: 300, text: \"{closed} of {all} library desks in {place} are closed, " +
		"and {people} people wait. According to the {publisher}.\"}\n      es:\n        - {limit: 300, text: \"{closed} de {all} ventanillas de {place} están cerradas y " +
		"{people} personas esperan. Según {publisher}.\"}\n")}}
	for _, name := range []string{"campaign.yaml", "facts.yaml"} {
		fsys[name] = &fstest.MapFile{Data: must(os.ReadFile("testdata/districts/" + name))}
	}
	rows, err := campaign.ReadRows("rows.csv", strings.NewReader("people,"+desksHead+"4,alder,Alder,4,9,2030,Alder Council,2031-03-04\n777,birch,Birch,4,9,2030,Birch Council,2031-03-04\n"))
	if err != nil {
		t.Fatal(err)
	}
	table, err := share.NewTable(context.Background(), fsys, rows.Columns(), "closed-desks", twoFormats)
	if err != nil {
		t.Fatal(err)
	}
	result, err := table.WriteDir(context.Background(), t.TempDir(), rows.All(), &share.TableDelivery{Check: true})
	var all *share.TableError
	if result.Made != 1 || !errors.As(err, &all) || !strings.Contains(all.Rows[0].Error(), "row 3, column") || !strings.Contains(all.Rows[0].Error(), "777") {
		t.Errorf("%+v %v", result, err)
	}
}

// TestTableForms reads tables as spreadsheets write them.
func TestTableForms(t *testing.T) {
	for name, csv := range map[string]string{
		"mark": "\xEF\xBB\xBF" + desks, "quoted mark": "\xEF\xBB\xBF\"id\"" + strings.TrimPrefix(desks, "id"), "windows": strings.ReplaceAll(desks, "\n", "\r\n"),
		"told": "sep=,\n" + desks, "blank": desks + ",,,,,,\n\n", "wide": strings.ReplaceAll(desks, "\n", ",,\n"),
	} {
		rows, err := campaign.ReadRows("rows.csv", strings.NewReader(csv))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var places []string
		for row, err := range rows.All() {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			places = append(places, row.Cells["place"])
		}
		if want := []string{"Alder", "Birch & Sons", "Cedar Ñandú"}; rows.Columns()[0] != "id" || !slices.Equal(places, want) {
			t.Errorf("%s: %q %q", name, rows.Columns(), places)
		}
	}
}

// TestTableNumbers: −5.00 begins as a formula does and is a number.
func TestTableNumbers(t *testing.T) {
	rows, err := campaign.ReadRows("rows.csv", strings.NewReader("id,change\na,-5.00\nb,+12 %\nc,'-five\nd,-five\ne,@SUM(1)\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for row, err := range rows.All() {
		got = append(got, fmt.Sprint(row.Cells["change"], " ", err == nil))
	}
	if want := []string{"-5.00 true", "+12 % true", "-five true", "-five false", "@SUM(1) false"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestTableOfKits makes a kit of each row.
func TestTableOfKits(t *testing.T) {
	if testing.Short() {
		t.Skip("short: no kits of rows were made")
	}
	table, rows := tabled(t, strings.Join(strings.SplitAfter(desks, "\n")[:3], ""), "", twoFormats)
	dir := t.TempDir()
	if result, err := table.WriteDir(context.Background(), dir, rows.All(), nil); err != nil || result.Made != 2 {
		t.Fatalf("%+v %v", result, err)
	}
	for _, name := range []string{"alder", "birch"} {
		if _, err := share.Verify(os.DirFS(filepath.Join(dir, name))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if sum := must(os.ReadFile(filepath.Join(dir, "birch", "pictures", "en", "closed-desks.txt"))); !bytes.Contains(sum, []byte("Birch & Sons")) {
		t.Errorf("%s", sum)
	}
}

// TestTableTogether makes one kit of all rows: what has slots stands in it once
// for each, and so does what names it.
func TestTableTogether(t *testing.T) {
	fsys := fstest.MapFS{
		"captions.yaml": {Data: []byte("captions:\n  - fact: closed-desks\n    captions:\n      en:\n        - {limit: 300, text: \"{closed} of {all} " +
			"library desks in {place} are closed, according to the {publisher}.\"}\n      es:\n        - {limit: 300, text: \"{closed} de {all} ventanillas " +
			"de {place} están cerradas, según {publisher}.\"}\n")},
		"letters/en/ask.md": {Data: []byte(letterOf("Dear council of {place},"))}, "letters/es/ask.md": {Data: []byte(letterOf("Al municipio de {place}:"))},
		"letters/en/thank.md": {Data: []byte(strings.Replace(letterOf("Dear neighbor,"), "facts: [closed-desks]\n", "", 1))},
		"letters/es/thank.md": {Data: []byte(strings.Replace(letterOf("Buenas tardes:"), "facts: [closed-desks]\n", "", 1))},
	}
	for _, name := range []string{"campaign.yaml", "facts.yaml"} {
		fsys[name] = &fstest.MapFile{Data: must(os.ReadFile("testdata/districts/" + name))}
	}
	together := func(csv string) (*campaign.Campaign, share.TableResult, error) {
		rows, err := campaign.ReadRows("rows.csv", strings.NewReader(csv))
		if err != nil {
			t.Fatal(err)
		}
		table, err := share.NewTable(context.Background(), fsys, rows.Columns(), "", nil)
		if err != nil {
			t.Fatal(err)
		}
		return table.Together(context.Background(), rows.All())
	}
	c, made, err := together(desks)
	if err != nil || made.Made != 3 {
		t.Fatalf("%+v %v %v", made, err, errors.Unwrap(err))
	}
	var facts, letters []string
	for _, f := range c.Facts {
		facts = append(facts, f.ID+" "+f.Action)
	}
	for _, l := range c.Letters {
		letters = append(letters, l.Lang+"/"+l.ID)
	}
	if got, want := fmt.Sprint(facts), "[closed-desks-alder ask-alder closed-desks-birch ask-birch closed-desks-cedar ask-cedar]"; got != want {
		t.Errorf("facts %s", got)
	}
	if got, want := fmt.Sprint(letters), "[en/ask-alder en/ask-birch en/ask-cedar en/thank es/ask-alder es/ask-birch es/ask-cedar es/thank]"; got != want {
		t.Errorf("letters %s", got)
	}
	k := build(t, c, &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	for name, want := range map[string]string{
		"pictures/en/closed-desks-birch.txt": "In Birch & Sons, 62 of 1080", "letters/en/ask-cedar.txt": "Dear council of Cedar Ñandú,",
	} {
		if data, err := fs.ReadFile(k, name); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s: %v\n%s", name, err, data)
		}
	}
	var wrong *share.TableError
	if c, _, err := together(desks + "x,Elm,four,9,2030,Elm Council,2031-03-04\n"); c != nil || !errors.As(err, &wrong) || !strings.Contains(err.Error(), "of 4") {
		t.Errorf("a wrong row: %v", err)
	}
	fsys["campaign.yaml"] = &fstest.MapFile{Data: bytes.Replace(fsys["campaign.yaml"].Data, []byte("Open Desks"), []byte("Desks of {place}"), 1)}
	var load *campaign.LoadError
	if _, _, err := together(desks); !errors.As(err, &load) || !strings.Contains(err.Error(), "{place} differs from row to row") {
		t.Errorf("a slot in what all have in common: %v", err)
	}
}

func letterOf(greeting string) string {
	return "---\ntitle: Ask\nform: letter\nfacts: [closed-desks]\nslots:\n  - {id: own, label: A line of your own, required: true, own: true}\n---\n\n" +
		greeting + "\n\n{own}\n"
}

// TestTableMemory: a table of many rows takes no more than one of few, but for
// the names.
func TestTableMemory(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	runtime.GC() // of other tests
	n := scaled(500, 600, 20_000)
	table, _ := tabled(t, desks, "closed-desks", &share.Options{Formats: graphic.Formats()[:1], Languages: []string{"en"}})
	var most uint64
	start := time.Now()
	rows := func(yield func(campaign.Row, error) bool) {
		for i := range n {
			if i%100 == 0 {
				var s runtime.MemStats
				runtime.ReadMemStats(&s)
				most = max(most, s.HeapInuse)
			}
			if !yield(campaign.Row{Line: i + 2, Cells: map[string]string{
				"id": fmt.Sprint("r", i), "place": fmt.Sprint("Ward ", i), "closed": fmt.Sprint(1 + i%400), "all": "900", "year": "2030",
				"publisher": "Ward Council", "published": "2031-03-04",
			}}, nil) {
				return
			}
		}
	}
	result, err := table.WriteDir(context.Background(), t.TempDir(), rows, &share.TableDelivery{Check: true})
	if err != nil || result.Made != n {
		t.Fatalf("%+v %v", result, err)
	}
	t.Logf("%d rows, %.0f a second, %.0f MB", n, float64(n)/time.Since(start).Seconds(), float64(most)/1e6)
	if most > 250e6 {
		t.Errorf("%.0f MB in use", float64(most)/1e6)
	}
}

// TestTableHarm: what must not leave in a campaign does not leave in a row
// either, and the other rows are made.
func TestTableHarm(t *testing.T) {
	for rule, row := range map[string]string{
		"private-phone-number":   `x,"Elm; text his brother at (737) 555-0142",4,9,2030,Elm Council,2031-03-04`,
		"private-mail-address":   `x,"Elm, write to ana.ejemplo@gmail.com",4,9,2030,Elm Council,2031-03-04`,
		"private-street-address": `x,"Elm, where he lives at 12 Oak Street",4,9,2030,Elm Council,2031-03-04`,
		"private-file-number":    `x,"Elm, of A 098 765 432",4,9,2030,Elm Council,2031-03-04`,
		"hate":                   `x,"Elm, and all clerks are rats",4,9,2030,Elm Council,2031-03-04`,
		"health-told":            `x,"Elm. He has HIV and takes pills",4,9,2030,Elm Council,2031-03-04`,
		"child-named":            `x,"Elm. Su hija Camila, de 9 años, va a la escuela Roble",4,9,2030,Elm Council,2031-03-04`,
		"private-payment":        `x,"Elm. Venmo @ana-ejemplo",4,9,2030,Elm Council,2031-03-04`,
	} {
		table, rows := tabled(t, desks+row+"\n", "closed-desks", twoFormats)
		result, err := table.WriteDir(context.Background(), t.TempDir(), rows.All(), nil)
		var wrong *share.TableError
		if !errors.As(err, &wrong) || len(wrong.Rows) != 1 || result.Made != 3 {
			t.Errorf("%s: %d rows made, %v", rule, result.Made, err)
			continue
		}
		named := slices.ContainsFunc(campaign.RowErrors(wrong.Rows[0]), func(f *campaign.CellError) bool {
			var found fault.Fault
			return errors.As(f.Err, &found) && found.Rule() == rule
		})
		if !named {
			t.Errorf("%s: the row is refused for %v", rule, wrong.Rows[0])
		}
	}
}
