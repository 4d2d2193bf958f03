package cardfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/cardfile"
)

func Example() {
	f, err := cardfile.Parse("my.yaml", []byte("headline: 62 classes used the library\nstat: {value: \"62\"}\n"), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = graphic.New(f.Card, nil)
	fmt.Println(f.Blame(err))
	// Output: my.yaml: source: is missing; a card with a figure or a quotation says where it comes from
}

// every is a file with every kind of block but a photograph.
const every = `lang: en
headline: 62 classes used the library
source: "Source: Town Council, 4 Mar 2031"
stat: {value: "62"}
bars: [{label: a, value: 1, text: "1"}, {label: b, value: 2, text: "2"}]
people: {per: 2, segments: [{count: 4, mark: hatch, label: classes}]}
donut: {count: 1, of: 4, value: a quarter, label: of classes}
quote: {text: We learned to read here., speaker: A reader}
versus: {claim: Nobody comes., label: Untrue}
document: {file: "Minutes, 4 Mar 2031", passage: The library stays.}
before_after: {before: {label: "2030", value: "40"}, after: {label: "2031", value: "62"}}
list: [one, two]
steps: [{text: Come}, {text: Speak}]
timeline: [{at: 2031-03-04, text: a}, {at: 2031-03-05, text: b}]
event: [{label: When, text: Friday}]
sources: [{name: Town Council, what: Minutes}]
field: {groups: [{count: 40, mark: open, label: classes}], figure: "40", clear: bottom}
few: {count: 9, mark: solid, figure: "9"}
calendar: {from: 2031-03-04, to: 2031-04-18, months: [March, April], figure: "45", label: days}
clock: {hours: 9, from: "21:00", start: 9 p.m., end: 6 a.m.}
dates: [{at: 2031-03-04, date: March 4, head: Closed}, {at: 2031-05-05, date: May 5, head: Open}]
ledger: {count: 245}
map: {value: "62", routes: [{from: {region: IE, name: Ireland}, to: {region: IS, name: Iceland}, count: 62, mark: open, when: March 2031}]}
line: {points: [{at: 2031-01-04, value: 3}, {at: 2031-02-04, value: 4}, {at: 2031-03-04, value: 5}]}
flow: {parts: [{count: 137}, {count: 101, mark: open}]}
slope: {from: "2019", to: "2025", rows: [{name: Mill Lane, from: 40, to: 18, from_text: "40", to_text: "18"}]}
scale: {count: 119, of: 150, figure: $4.76}
multiples: {of: 62, parts: [{count: 32, label: a}, {count: 40, label: b}]}
plan: {least: 65, most: 70}
`

func TestEveryBlock(t *testing.T) {
	f, err := cardfile.Parse("every.yaml", []byte(every), nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, b := range f.Card.Blocks {
		seen[fmt.Sprintf("%T", b)] = true
	}
	if len(seen) != 26 {
		t.Errorf("%d kinds of blocks: %v", len(seen), seen)
	}
}

// TestErrors: each names its place, its key and what to do.
func TestErrors(t *testing.T) {
	var pixel bytes.Buffer
	if err := png.Encode(&pixel, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	photos := fstest.MapFS{"b.jpg": {Data: []byte("x")}, "c.png": {Data: pixel.Bytes()}}
	made := map[string]bool{}
	rows := [][2]string{{"headline: A\xf1o", "my.yaml: is not a text in UTF-8; save the file as UTF-8"}}
	data, err := os.ReadFile("../testdata/cardfiles.tsv")
	for line := range strings.Lines(string(data)) {
		if quoted, want, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok {
			file, err := strconv.Unquote(quoted)
			if err != nil {
				t.Fatalf("%s: %v", quoted, err)
			}
			rows = append(rows, [2]string{file, want})
		}
	}
	if err != nil || len(rows) < 20 {
		t.Fatalf("%d files, %v", len(rows), err)
	}
	for _, c := range rows {
		_, err := cardfile.Parse("my.yaml", []byte(c[0]), photos)
		if err == nil || err.Error() != c[1] {
			t.Errorf("%q: %v, want %s", c[0], err, c[1])
		}
		var placed fault.Placed
		if !errors.As(err, &placed) || placed.Position().File != "my.yaml" || placed.Position().Line > 0 && placed.Position().Text == "" {
			t.Errorf("%q: no place in %v", c[0], err)
		}
		made[placed.Rule()] = true
	}
	for rule := range cardfile.Rules() {
		if !made[rule] {
			t.Errorf("no file here breaks %s", rule)
		}
	}
}

// TestVerbatim: words that YAML takes for numbers stand as they are written.
func TestVerbatim(t *testing.T) {
	for _, s := range []string{"012", "0x1F", "0o17", "0b11", "1_000", "1.0", "1.10", ".5", "+5", "-0", "007", ".inf", ".nan", "TRUE", "No", "12:30"} {
		f, err := cardfile.Parse("my.yaml", []byte("headline: "+s+"\nlist: ["+s+"]\nstat: {value: "+s+"}\nbars: [{value: 1, text: "+s+"}]\n"), nil)
		if err != nil {
			t.Errorf("%s: %v", s, err)
			continue
		}
		if got := fmt.Sprintf("%s %+v", f.Card.Headline, f.Card.Blocks); strings.Count(got, s) < 4 {
			t.Errorf("%s became %s", s, got)
		}
	}
}

// TestBlame: an error of the card is said by the key and the place in the file.
func TestBlame(t *testing.T) {
	for _, c := range []struct{ data, field, place string }{
		{"headline: a\nsource: b\nbars: [{label: a, value: 1, text: \"1\"}]\n", "bars", "my.yaml:3:7"},
		{"headline: a\nsource: b\nbars: [{label: a, value: 1, text: \"1\"}, {label: b, value: -1, text: x}]\n", "bars[1].value", "my.yaml:3:59"},
		{"headline: a\nsource: b\nquote:\n  text: c\n", "quote.speaker", "my.yaml:4:3"},
		{"headline: " + strings.Repeat("word ", 300), "headline", "my.yaml:1:11"},
	} {
		f, err := cardfile.Parse("my.yaml", []byte(c.data), nil)
		if err != nil {
			t.Fatal(err)
		}
		_, err = graphic.New(f.Card, nil)
		var got fault.Placed
		if !errors.As(f.Blame(err), &got) || got.Field() != c.field || got.Position().String() != c.place {
			t.Errorf("%.40q: %v, want %s at %s", c.data, f.Blame(err), c.field, c.place)
		}
	}
	f, _ := cardfile.Parse("my.yaml", []byte("headline: a"), nil)
	if err := f.Blame(fs.ErrClosed); err != fs.ErrClosed {
		t.Error(err)
	}
}

func TestKey(t *testing.T) {
	blocks := []string{"stat", "bars"}
	for field, want := range map[string]string{
		"Headline": "headline", "HeadlineShort": "headline_short", "Action.URL": "action.url", "AsOf": "as_of", "Tags[1]": "tags[1]",
		"Blocks[0].Value": "stat.value", "Blocks[1].Items[2].Text": "bars[2].text", "Blocks": "stat, bars", "": "",
	} {
		if got := cardfile.Key(field, blocks); got != want {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
	if got := cardfile.Key("Blocks[0].Value", nil); got != "chart.value" {
		t.Error(got)
	}
}

// TestKeys: the list has the keys that files have, within others too.
func TestKeys(t *testing.T) {
	var names []string
	for _, k := range cardfile.Keys() {
		names = append(names, k.Name)
		for _, below := range k.Keys {
			names = append(names, k.Name+"."+below.Name)
		}
	}
	for _, want := range []string{"headline", "as_of", "photo.file", "photo.redact", "stat.value", "bars.text", "donut.rest_value", "before_after.after",
		"steps", "event.label", "sources.name", "action.url", "tags"} {
		if !slices.Contains(names, want) {
			t.Errorf("no key %s among %v", want, names)
		}
	}
}

// FuzzParse: no file, however broken, does more than give an error with its
// name.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		every, "photo: {file: a.jpg, redact: [\"1,2,3,4\"]}\n", "headline: &a [*a]", "- a", "{{{{", "a: !!binary x", "\t", "? [", "headline: {? a : b}\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := cardfile.Parse("a.yaml", data, fstest.MapFS{})
		var own *cardfile.Error
		if err != nil {
			if !errors.As(err, &own) || own.Position().File != "a.yaml" || own.English().Message == "" {
				t.Errorf("%q: %v", data, err)
			}
			return
		}
		if _, err := graphic.New(file.Card, nil); err != nil {
			_ = file.Blame(err).Error()
		}
	})
}

// FuzzBox: a box is within reason or an error.
func FuzzBox(f *testing.F) {
	for _, seed := range []string{"1,2,3,4", "10%,5%,8%,12%", "NaN,0,1,1", "1e9,1,1,1", ",,,", "-1,0,1,1"} {
		f.Add(seed)
	}
	whole := image.Rect(0, 0, 1000, 1000)
	f.Fuzz(func(t *testing.T, s string) {
		if r, err := cardfile.Box(s, whole); err == nil && (r.Min.X < 0 || r.Min.Y < 0 || r.Empty() != (r.Dx() == 0 || r.Dy() == 0)) {
			t.Errorf("%q: %v", s, r)
		}
	})
}

// TestBoxRoundsOutwards: a pixel that a box touches is black, or an edge of what
// was to be hidden shows.
func TestBoxRoundsOutwards(t *testing.T) {
	in := image.Rect(0, 0, 1080, 1350)
	tests := []struct {
		box  string
		want image.Rectangle
	}{
		{"33.33%,33.33%,33.33%,33.33%", image.Rect(359, 449, 720, 900)},
		{"10%,10%,20%,20%", image.Rect(108, 135, 324, 405)},
		{"0.5,0.5,1,1", image.Rect(0, 0, 2, 2)},
		{"7,8,9,10", image.Rect(7, 8, 16, 18)},
	}
	for _, tt := range tests {
		if got, err := cardfile.Box(tt.box, in); err != nil || got != tt.want {
			t.Errorf("%s: got %v, %v, want %v", tt.box, got, err, tt.want)
		}
	}
}
