package graphic

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

func themeFile(s string) fstest.MapFS { return fstest.MapFS{"themes/own.json": {Data: []byte(s)}} }

func TestLoadTheme(t *testing.T) {
	font, err := os.ReadFile("fonts/archivo-black/ArchivoBlack_400Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	fsys := themeFile(`{"name": "millgreen", "extends": "broadside", "colors": {"red": "#147630", "red-on-ink": "#6FCF7F"},
		"type": {"display": {"font": "Own.ttf", "leading": 1.05}}}`)
	fsys["themes/Own.ttf"] = &fstest.MapFile{Data: font}
	th, err := LoadTheme(fsys, "themes/own.json")
	if err != nil {
		t.Fatal(err)
	}
	if th.Name != "millgreen" {
		t.Errorf("name is %q", th.Name)
	}
	g := mustNew(t, sampleCards()["people"], &Options{Theme: th})
	for _, b := range g.Boxes() {
		if b.Field == "Blocks[0]" && b.Contrast < 3 {
			t.Errorf("%s: %.1f:1", b.Field, b.Contrast)
		}
	}
	if _, err := LoadTheme(themeFile(`{"name": "same", "extends": "vigil"}`), "themes/own.json"); err != nil {
		t.Error(err)
	}
}

// TestLoadThemeRefuses names what is wrong by its rule, its key and its place
// in the file.
func TestLoadThemeRefuses(t *testing.T) {
	const ownNight = `{"name": "a", "extends": "vigil", "colors": {"day": "#FFFFFF", "black": "#000000", "mid": "#808080"},
"schemes": {"night": {"ground": "day", "text": "black", "accent": "black", "figure": "black", "strong": "black", "mute": "black",
"rule": "black", "mark": "mid", "line": "black", "idle": "black"}}}`
	for name, c := range map[string]struct{ file, rule, key, place string }{
		"not JSON":    {`{"name": `, "json-syntax", "", "1:8"},
		"misspelt":    {`{"name": "a", "extends": "vigil", "colours": {}}`, "json-key-unknown", "colours", "1:43"},
		"twice":       {`{"name": "a", "extends": "vigil", "air": 0.1, "air": 0.2}`, "json-key-twice", "air", "1:51"},
		"a number":    {`{"name": "a", "extends": "vigil", "air": "much"}`, "json-want-number", "air", "1:47"},
		"no base":     {`{"name": "a", "extends": "nowhere"}`, "theme-extends", "extends", "1:23"},
		"no name":     {`{"extends": "vigil"}`, "theme-missing", "name", ""},
		"pale text":   {`{"name": "a", "extends": "broadside", "colors": {"ink": "#C0B8A8"}}`, "theme-contrast", "schemes.ink.text", "1:54"},
		"pale mark":   {`{"name": "a", "extends": "newsroom", "colors": {"mid": "#E8E8E8"}}`, "theme-contrast", "schemes.paper.idle", "1:53"},
		"font unsaid": {`{"name": "a", "extends": "vigil", "type": {"body": {"leading": 1.4}}}`, "theme-missing", "type.body.font", "1:49"},
		"role":        {`{"name": "a", "extends": "vigil", "type": {"boddy": {"leading": 1.4}}}`, "theme-role", "type.boddy", "1:50"},
		"two rules":   {`{"name": "a", "extends": "vigil", "rule": {"top": 99, "slug": 99, "row": 99}}`, "theme-number", "rule.top", "1:48"},
		"too airy":    {`{"name": "a", "extends": "vigil", "air": 1.5}`, "theme-number", "air", "1:39"},
		"words on it": {ownNight, "theme-contrast", "schemes.night.mark", "3:23"},
		"bad colour":  {`{"name": "a", "extends": "vigil", "colors": {"amber": "orange"}}`, "theme-color-form", "colors.amber", "1:52"},
		"no scheme": {`{"name": "a", "extends": "vigil", "grounds": [{"name": "g", "head": "day", "foot": "night", "panel": "night", "band": "night"}]}`,
			"theme-scheme", "grounds[0].head", "1:66"},
		"no ground": {`{"name": "a", "extends": "vigil", "grounds": []}`, "theme-grounds", "grounds", "1:43"},
		"no font": {`{"name": "a", "extends": "vigil", "type": {"body": {"font": "gone.ttf", "leading": 1.3}}}`,
			"theme-font", "type.body.font", "1:58"},
		"size": {`{"name": "a", "extends": "vigil", "type": {"display": {"font": "archivo/Archivo_500Medium.ttf", "leading": 1, "size": 9}}}`,
			"theme-number", "type.display.size", "1:116"},
		"body's size": {`{"name": "a", "extends": "vigil", "type": {"body": {"font": "archivo/Archivo_500Medium.ttf", "leading": 1.3, "size": 1.1}}}`,
			"theme-size", "type.body.size", "1:115"},
		"no leading": {`{"name": "a", "extends": "vigil", "type": {"body": {"font": "archivo/Archivo_500Medium.ttf"}}}`,
			"theme-number", "type.body.leading", "1:49"},
		"red, green": {`{"name": "a", "extends": "vigil", "colors": {"ground": "#7A1010", "amber": "#5FBF2A", "dim": "#9AD08A"}}`,
			"theme-contrast-cones", "schemes.amber.text", "1:53"},
	} {
		_, err := LoadTheme(themeFile(c.file), "themes/own.json")
		var f *FileError
		if !errors.As(err, &f) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		_, place, _ := strings.Cut(f.Position().String(), "own.json:")
		if f.Rule() != c.rule || f.Field() != c.key || place != c.place || !strings.Contains(err.Error(), "themes/own.json") {
			t.Errorf("%s: %s of %q at %s, want %s of %q at %s (%v)", name, f.Rule(), f.Field(), place, c.rule, c.key, c.place, err)
		}
	}
}

// TestLoadRefusesFiles tells a file of a theme or a font that is damaged, or
// too large, from one that the system does not give.
func TestLoadRefusesFiles(t *testing.T) {
	font, err := os.ReadFile("fonts/archivo-black/ArchivoBlack_400Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for rule, data := range map[string]string{
		"font-format": "wOF2 and a few bytes more", "font-cut": string(font[:1000]), "file-large": string(font[:16]) + strings.Repeat(" ", 64<<20),
		"font-damaged": strings.Replace(string(font), "maxp", "mAxp", 1),
	} {
		_, err := LoadFonts(fstest.MapFS{"own/a.ttf": {Data: []byte(data)}})
		var f *FileError
		if !errors.As(err, &f) || f.Rule() != rule || f.Position().File != "own/a.ttf" {
			t.Errorf("%s: %v", rule, err)
		}
	}
	var f fault.Fault
	if _, err := LoadFonts(fstest.MapFS{"a.txt": {}}); !errors.As(err, &f) || f.Rule() != "font-none" {
		t.Error(err)
	}
	if _, err := LoadTheme(fstest.MapFS{}, "themes/own.json"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// TestThemeDocument: every theme is read back from its own document, by name or
// in full, and draws the same.
func TestThemeDocument(t *testing.T) {
	own, err := LoadTheme(themeFile(`{"name": "millgreen", "extends": "broadside", "colors": {"red": "#147630", "red-on-ink": "#6FCF7F"}}`), "themes/own.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, th := range append(Themes(), own, Theme{}) {
		data, err := json.Marshal(map[string]Theme{"theme": th})
		if err != nil {
			t.Fatal(th.Name, err)
		}
		var read map[string]Theme
		if err := json.Unmarshal(data, &read); err != nil {
			t.Fatal(th.Name, err)
		}
		c := sampleCards()["people"]
		want, got := mustNew(t, c, &Options{Theme: th}), mustNew(t, c, &Options{Theme: read["theme"]})
		if read["theme"].Name != th.Name || !bytes.Equal(want.Image().Pix, got.Image().Pix) {
			t.Errorf("%s comes back as %s and draws otherwise", th.Name, read["theme"].Name)
		}
	}
	for in, rule := range map[string]string{
		`"nowhere"`: "theme-extends", `{"name": "a", "colours": {}}`: "json-key-unknown", `{"extends": "vigil"}`: "theme-missing", `3`: "json-want-object",
		`{"name": "a", "extends": "vigil", "air": 2}`: "theme-number",
	} {
		var th Theme
		var f fault.Fault
		if err := json.Unmarshal([]byte(in), &th); !errors.As(err, &f) || f.Rule() != rule || th.t != nil {
			t.Errorf("%s: %v, want %s", in, err, rule)
		}
	}
}

// TestFormatDocument: every format, and one of any canvas, is read back from
// its document.
func TestFormatDocument(t *testing.T) {
	formats := slices.Concat(Formats(), PrintFormats(), ReelFormats(), []Format{{}})
	for w := 300; w < 2400; w += 137 {
		for _, displayed := range []float64{100, 123.4, 390, 1000, 4000} {
			f, err := CustomFormat(w, w+50, displayed)
			if err != nil {
				t.Fatal(err)
			}
			formats = append(formats, f)
		}
	}
	for _, f := range formats {
		data, err := json.Marshal(f)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		var read Format
		if err := json.Unmarshal(data, &read); err != nil || read != f {
			t.Errorf("%s comes back from %s as %+v (%v)", f.Name, data, read, err)
		}
	}
	changed := Formats()[0]
	changed.Floor = 31
	var f fault.Fault
	if _, err := json.Marshal(changed); !errors.As(err, &f) || f.Rule() != "format-changed" {
		t.Error(err)
	}
	for in, rule := range map[string]string{
		`"portrayt"`: "format-unknown", `{"width": 10, "height": 1000, "displayed": 390}`: "format-canvas",
		`{"w": 1}`: "json-key-unknown", `{"width": 1080, "height": 1080}`: "format-displayed", `[]`: "json-want-object",
	} {
		if err := json.Unmarshal([]byte(in), &changed); !errors.As(err, &f) || f.Rule() != rule {
			t.Errorf("%s: %v, want %s", in, err, rule)
		}
	}
}

func FuzzLoadTheme(f *testing.F) {
	for _, th := range Themes() {
		data, err := shelfFiles.ReadFile("themes/" + th.Name + ".json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(`{"extends": "../themes/vigil", "name": "x", "schemes": {"night": null}}`)
	f.Fuzz(func(t *testing.T, s string) {
		th, err := LoadTheme(themeFile(s), "themes/own.json")
		if err != nil {
			return
		}
		if _, err := New(Card{Headline: "One **word**", Source: "S"}, &Options{Theme: th}); err != nil && !strings.HasPrefix(fmt.Sprint(err), "graphic: ") {
			t.Error(err)
		}
	})
}
