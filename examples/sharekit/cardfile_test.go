package main

import (
	"image"
	"os"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
)

// FuzzCardFile holds that no file, however broken, does more than give an
// error.
func FuzzCardFile(f *testing.F) {
	for _, seed := range []string{
		"headline: 62 classes used the library\nstat: {value: \"62\"}\nsource: \"Source: Town Council\"\n",
		"people: {per: 2, segments: [{count: 4, mark: hatch, label: classes}]}\n",
		"timeline: [{at: 2031-03-04, text: a, focus: true}]\nlang: es\n",
		"photo: {file: a.jpg, redact: [\"1,2,3,4\"]}\n", "headline: &a [*a]", "- a", "{{{{", "a: !!binary x", "\t", "? [",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var file cardFile
		if decodeCard(data, &file) != nil {
			return
		}
		if card, err := file.card(t.TempDir()); err == nil {
			graphic.New(card, nil) // its own errors are its own tests' matter
		}
	})
}

// FuzzBox holds that a box is within reason or an error.
func FuzzBox(f *testing.F) {
	for _, seed := range []string{"1,2,3,4", "10%,5%,8%,12%", "NaN,0,1,1", "1e9,1,1,1", ",,,", "-1,0,1,1"} {
		f.Add(seed)
	}
	whole := image.Rect(0, 0, 1000, 1000)
	f.Fuzz(func(t *testing.T, s string) {
		if r, err := box(s, whole); err == nil && (r.Min.X < 0 || r.Min.Y < 0 || r.Empty() != (r.Dx() == 0 || r.Dy() == 0)) {
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
		if got, err := box(tt.box, in); err != nil || got != tt.want {
			t.Errorf("%s: got %v, %v, want %v", tt.box, got, err, tt.want)
		}
	}
}

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
		"tab.yaml":   {"headline: a\n\tbody: b\n", "sharekit: tab.yaml:2:1: there is a tab here; indent with spaces\nhint: sharekit help card shows how\n"},
		"list.yaml":  {"- headline\n", "sharekit: list.yaml:1:1: keys with values belong here\nhint: sharekit help card shows how\n"},
		"type.yaml":  {"headline: a\nstat: 62\n", "sharekit: type.yaml:2:7: keys with values belong here\nhint: sharekit help card shows how\n"},
		"twice.yaml": {"headline: a\nbody: b\nbody: c\n", "sharekit: twice.yaml:3:1: the key \"body\" stands in line 2 already\nhint: sharekit help card shows how\n"},
		"tags.yaml":  {"headline: a\ntags: [b, c d]\n", "sharekit: tags.yaml: tags[1]: not a hashtag: \"c d\" has a space; join the words, each with a capital\n"},
		"photo.yaml": {"headline: a\nphoto: {alt: b}\n", "sharekit: photo.yaml: photo.file: is missing\n"},
		"empty.yaml": {"", "sharekit: empty.yaml: headline: a card needs a headline\n"},
		"one.yaml":   {"headline: a\nsource: b\nquote: {text: a, speaker: b}\nbars: [{label: a, value: 1, text: \"1\"}]\n", "sharekit: one.yaml: bars: 1 bars: two to seven can be compared\n"},
		"last.yaml":  {"headline: a\nsource: b\nstat: {value: \"3\"}\ntimeline: [{at: 2031-01-01, text: a}, {at: 2031-01-01, text: \"\"}]\n", "sharekit: last.yaml: timeline[1]: an event needs At, Date and Text\n"},
	} {
		if err := os.WriteFile(name, []byte(c.data), 0o644); err != nil {
			t.Fatal(err)
		}
		status, _, stderr := try(t, "card", name)
		if c.want == "" && status != done || c.want != "" && (stderr != c.want || status != problems) {
			t.Errorf("%s: %d, %q", name, status, stderr)
		}
	}
}
