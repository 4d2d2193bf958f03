package graphic

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
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

// TestLoadThemeRefuses names what is wrong and where.
func TestLoadThemeRefuses(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"not JSON":    {`{"name": `, "unexpected end"},
		"misspelt":    {`{"name": "a", "extends": "vigil", "colours": {}}`, `"colours"`},
		"no base":     {`{"name": "a", "extends": "nowhere"}`, `"nowhere"`},
		"no name":     {`{"extends": "vigil"}`, "name"},
		"pale text":   {`{"name": "a", "extends": "broadside", "colors": {"ink": "#C0B8A8"}}`, "below 4.5:1"},
		"pale mark":   {`{"name": "a", "extends": "newsroom", "colors": {"mid": "#E8E8E8"}}`, "below 3.0:1"},
		"font unsaid": {`{"name": "a", "extends": "vigil", "type": {"body": {"leading": 1.4}}}`, "type.body.font: is missing"},
		"two rules":   {`{"name": "a", "extends": "vigil", "rule": {"top": 99, "slug": 99, "row": 99}}`, "rule.top: 99 is not between 0 and 24"},
		"too airy":    {`{"name": "a", "extends": "vigil", "air": 1.5}`, "air: 1.5 is not between 0 and 1"},
		"words on it": {`{"name": "a", "extends": "vigil", "colors": {"day": "#FFFFFF", "black": "#000000", "mid": "#808080"}, "schemes": {"night": {"ground": "day", "text": "black", "accent": "black", "figure": "black", "strong": "black", "mute": "black", "rule": "black", "mark": "mid", "line": "black", "idle": "black"}}}`, "below 4.5:1"},
		"bad colour":  {`{"name": "a", "extends": "vigil", "colors": {"amber": "orange"}}`, "colors.amber"},
		"no scheme":   {`{"name": "a", "extends": "vigil", "grounds": [{"name": "g", "head": "day", "foot": "night", "panel": "night", "band": "night"}]}`, `"day"`},
		"no ground":   {`{"name": "a", "extends": "vigil", "grounds": []}`, "at least one"},
		"no font":     {`{"name": "a", "extends": "vigil", "type": {"body": {"font": "gone.ttf", "leading": 1.3}}}`, "type.body"},
		"size": {`{"name": "a", "extends": "vigil", "type": {"display": {"font": "archivo/Archivo_500Medium.ttf", "leading": 1, "size": 9}}}`,
			"type.display.size"},
		"body's size": {`{"name": "a", "extends": "vigil", "type": {"body": {"font": "archivo/Archivo_500Medium.ttf", "leading": 1.3, "size": 1.1}}}`,
			"type.body.size"},
		"no leading": {`{"name": "a", "extends": "vigil", "type": {"body": {"font": "archivo/Archivo_500Medium.ttf"}}}`, "type.body.leading"},
		"red, green": {`{"name": "a", "extends": "vigil", "colors": {"ground": "#7A1010", "amber": "#5FBF2A", "dim": "#9AD08A"}}`, "green cones"},
	} {
		_, err := LoadTheme(themeFile(c.file), "themes/own.json")
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "own.json") {
			t.Errorf("%s: %v, want the file's name and %s", name, err, c.want)
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
