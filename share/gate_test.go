package share_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestGate: before a name is filled in, letters to an agency and the steps to
// write one say for whom it is not safe.
func TestGate(t *testing.T) {
	for lang, gate := range map[string]string{"en": "No legal status, or a case pending?", "es": "¿Sin estatus o con un caso pendiente?"} {
		for _, name := range []string{"letters/LANG/foia-request.txt", "letters/LANG/foia-explainer.txt", "pages/LANG/step-by-step.md", "START-HERE.txt"} {
			text := read(t, cecot(t), strings.ReplaceAll(name, "LANG", lang))
			if at := strings.Index(text, gate); at < 0 || strings.Contains(text[:at], "[") {
				t.Errorf("%s %s: the gate stands at %d, or after the first blank", lang, name, at)
			}
		}
	}
}

// TestCorrections: a page that invites corrections is in the kit of a campaign
// with an address, and in no other; nothing else invites then.
func TestCorrections(t *testing.T) {
	for _, to := range []string{"", "mailto:mistakes@library.example", "https://library.example/mistakes"} {
		c := mill(t)
		for _, lang := range c.Languages {
			c.Pages = append(c.Pages, campaign.Page{ID: "corrections", Lang: lang, Title: "Corrections", Body: "Tell us: {corrections}"})
		}
		c.Corrections = to
		k := small(t, c)
		page, err := fs.ReadFile(k, "pages/es/corrections.md")
		if (err == nil) != (to != "") {
			t.Errorf("%q: %v", to, err)
		}
		shown := strings.TrimPrefix(to, "mailto:")
		if to != "" && !strings.Contains(string(page), "Tell us: "+shown) {
			t.Errorf("%q: %s", to, page)
		}
		for _, name := range []string{"START-HERE.txt", "START-HERE.html"} {
			text := read(t, k, name)
			if strings.Contains(text, "Found a mistake?") != (to != "") || to != "" && !strings.Contains(text, shown) {
				t.Errorf("%q: %s invites wrongly", to, name)
			}
			if strings.Contains(text, "{corrections}") {
				t.Errorf("%q: %s has a place without an address", to, name)
			}
		}
	}
}

// TestLicence: the terms of words and pictures are named.
func TestLicence(t *testing.T) {
	c := mill(t)
	c.Licence = campaign.Licence{Name: "CC BY 4.0", URL: "https://creativecommons.org/licenses/by/4.0/"}
	want := "Words and pictures: CC BY 4.0. " + c.Licence.URL + "\n"
	if text := read(t, small(t, c), "LICENSES.txt"); !strings.Contains(text, want) {
		t.Errorf("%.300s", text)
	}
}

// TestAddedLanguage: a kit in one language more has the same facts.
func TestAddedLanguage(t *testing.T) {
	one := build(t, mill(t), &share.Options{Languages: []string{"en"}})
	d, err := share.Diff(one, small(t, mill(t)))
	if err != nil || len(d.Facts) != 0 {
		t.Errorf("%+v, %v", d, err)
	}
	c := mill(t)
	c.Facts[0].Headline = campaign.Text{"en": c.Facts[0].Headline.In("en"), "es": "62 clases usaron la biblioteca"}
	if d, err := share.Diff(small(t, mill(t)), small(t, c)); err != nil || len(d.Facts) != 1 {
		t.Errorf("a headline changed in one of two languages: %+v, %v", d, err)
	}
}

// TestFilesTell reads what a picture's file says to those who find it without
// its kit: who may use it, and in full the claim that it has no room for.
func TestFilesTell(t *testing.T) {
	k := build(t, mill(t), nil)
	c := mill(t)
	for _, pic := range k.Pictures() {
		data, err := k.ReadFile(pic.Name())
		if err != nil {
			t.Fatal(err)
		}
		rights := c.Strings(pic.Lang).Label("rights")
		if rights == "" || !bytes.Contains(data, escaped(rights)) {
			t.Errorf("%s does not say %q", pic.Name(), rights)
		}
		if said := pic.Card(); said.Description != "" && !bytes.Contains(data, escaped(said.Description)) {
			t.Errorf("%s does not say %q", pic.Name(), said.Description)
		}
	}
}

// TestLicences reads the terms in every language of a kit.
func TestLicences(t *testing.T) {
	c := mill(t)
	for _, langs := range [][]string{{"en"}, {"es", "en"}} {
		k := build(t, mill(t), &share.Options{Languages: langs})
		data, err := k.ReadFile("LICENSES.txt")
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range langs {
			if terms := c.Strings(lang).Label("rights"); !strings.Contains(string(data), terms+"\n") {
				t.Errorf("kit in %v: the terms lack %q", langs, terms)
			}
		}
	}
}

// TestFontLicences finds the copyright line of every typeface that the kit
// carries in its terms, word for word.
func TestFontLicences(t *testing.T) {
	data, err := build(t, mill(t), nil).ReadFile("LICENSES.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(fontLicences(t)) {
		own, _, _ := strings.Cut(line, ") ") // the page's fonts name their files after it
		own = strings.TrimRight(strings.TrimSpace(own), ")")
		if strings.HasPrefix(own, "Copyright ") && !strings.Contains(string(data), own) {
			t.Errorf("the terms lack %q", own)
		}
	}
}

// fontLicences are the licence files of the typefaces, one after another.
func fontLicences(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, pattern := range []string{"../graphic/fonts/*/OFL.txt", "internal/page/fonts/LICENSE-*.txt"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(append(data, '\n'))
		}
	}
	return all.String()
}

func escaped(s string) []byte {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func small(t *testing.T, c *campaign.Campaign) *share.Kit {
	return build(t, c, &share.Options{Formats: graphic.Formats()[:1]})
}

func TestDiff(t *testing.T) {
	old := small(t, mill(t))
	if d, err := share.Diff(old, small(t, mill(t))); err != nil || len(d.Added)+len(d.Removed)+len(d.Changed)+len(d.Facts) != 0 ||
		d.Text(mill(t).Strings("es")) != "Los dos kits son iguales.\n" {
		t.Errorf("%+v, %v", d, err)
	}
	c := millWith(t, "events.yaml", "events:\n  - {id: reading, headline: {en: A reading, es: Una lectura}}\n")
	c.Facts[0].Headline = campaign.Text{"en": "62 classes used the library", "es": "62 clases usaron la biblioteca"}
	c.Facts[1].Status = campaign.Retracted
	d, err := share.Diff(old, small(t, c))
	if err != nil {
		t.Fatal(err)
	}
	for list, want := range map[*[]string]string{&d.Added: "events/en/reading.txt", &d.Removed: "posts/en/x/sale.txt",
		&d.Changed: "pictures/es/classes-portrait.png"} {
		if !slices.Contains(*list, want) || slices.Contains(*list, "posts/en/x/classes.txt") {
			t.Errorf("%v lacks %s", *list, want)
		}
	}
	if len(d.Facts) != 2 || d.Facts[0].ID != "classes" || !slices.Equal(d.Facts[0].Fields, []string{"headline"}) || d.Facts[1].Is != nil {
		t.Errorf("facts %+v", d.Facts)
	}
	want := `## Datos que ya no están: deja de compartirlos

- sale: Ningún edificio se vende sin audiencia

## Datos cambiados: comparte la nueva versión

- classes: Al menos 62 clases usaron la biblioteca → 62 clases usaron la biblioteca

## Archivos que ya no están

- pictures/es/sale-portrait.png
`
	d.Removed, d.Added, d.Changed = []string{"pictures/es/sale-portrait.png"}, nil, nil
	if got := d.Text(c.Strings("es")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDiffRefuses(t *testing.T) {
	old := small(t, mill(t))
	other := mill(t)
	other.Name = "new-mill"
	_, err := share.Diff(old, small(t, other))
	var kit *share.KitError
	if !errors.As(err, &kit) || err.Error() != `these are kits of two campaigns, "old-mill" and "new-mill"` {
		t.Error(err)
	}
	if _, err := share.Diff(old, fstest.MapFS{}); err == nil {
		t.Error("a folder that is no kit was compared")
	}
}

// TestDifferenceJSON: programs find lists where nothing differs.
func TestDifferenceJSON(t *testing.T) {
	got, err := json.Marshal(&share.Difference{})
	if want := `{"facts":[],"added":[],"removed":[],"changed":[]}`; string(got) != want || err != nil {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
}

// Whatever of the campaign rests on a fact is left out of a kit of a day on which
// it has expired, and the check says what.
func TestExpiredFalls(t *testing.T) {
	c := busyMill(t)
	fact := &c.Facts[0]
	fact.Expires = campaign.Date{Year: 2031, Month: 3, Day: 5}
	day := day(2031, 6, 1)
	k := build(t, c, &share.Options{AsOf: day})
	err := fs.WalkDir(k, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !slices.Contains([]string{".txt", ".html", ".csv", ".json", ".md", ".svg", ".xml", ".srt", ".vtt"}, path.Ext(name)) {
			return err
		}
		data, err := fs.ReadFile(k, name)
		for _, words := range []string{fact.Claim["en"], fact.Headline["en"]} {
			if strings.Contains(string(data), words) {
				t.Errorf("%s holds %q", name, words)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, f := range c.Check(day) {
		told[f.Rule()] = true
	}
	for _, rule := range []string{"expired", "letter-fallen", "page-fallen"} {
		if !told[rule] {
			t.Errorf("no finding %s", rule)
		}
	}
}

// TestNameClash: every file of a kit has a name of its own within the kit, whatever
// its facts are called.
func TestNameClash(t *testing.T) {
	demands := `demands:
  - {id: open, headline: {en: Keep it open, es: Que siga abierta}}
  - {id: fund, headline: {en: Pay for it, es: Que se pague}}
title: {en: Our demands, es: Lo que pedimos}
`
	for id, want := range map[string]string{
		"sales":         "",
		"demands":       "pictures/en/demands-portrait.png",
		"../../outside": "cannot be part of a file's name",
		"a\x00b":        "cannot be part of a file's name",
	} {
		c := millWith(t, "demands.yaml", demands)
		c.Facts[0].ID = id
		k, err := share.Build(context.Background(), c, &share.Options{Formats: graphic.Formats()[:1]})
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", id, err)
		case want != "" && (k != nil || err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: %v, want %q", id, err, want)
		}
	}
}

// TestFolderNames: what is not a fact is no way out of the kit either.
func TestFolderNames(t *testing.T) {
	c := busyMill(t)
	for i := range c.Letters {
		c.Letters[i].ID = "../../outside"
	}
	_, err := share.Build(context.Background(), c, &share.Options{Formats: graphic.Formats()[:1]})
	if len(c.Letters) == 0 || err == nil || !strings.Contains(err.Error(), `"../../outside" is not an id`) {
		t.Errorf("%d letters: %v", len(c.Letters), err)
	}
}

// TestVerifyPipe: what is no file is reported and not read, which might not end.
func TestVerifyPipe(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kit")
	if err := build(t, mill(t), &share.Options{Formats: graphic.Formats()[:1], Languages: []string{"en"}}).WriteDir(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	from := os.DirFS(dir)
	fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, _ := fs.ReadFile(from, name)
			files[name] = &fstest.MapFile{Data: data}
		}
		return err
	})
	if _, err := share.Verify(files); err != nil {
		t.Fatal(err)
	}
	files["LICENSES.txt"].Mode = fs.ModeNamedPipe
	if _, err := share.Verify(files); err == nil || !strings.Contains(err.Error(), "LICENSES.txt was altered") {
		t.Errorf("got %v", err)
	}
}

// TestFontsFolder: a folder of fonts that cannot be read is said, and one that
// holds nothing but what a file manager hides is none.
func TestFontsFolder(t *testing.T) {
	for name, fails := range map[string]bool{"fonts": true, "fonts/.DS_Store": false, "fonts/readme.md": true} {
		c := millWith(t, name, "x")
		_, err := share.Build(context.Background(), c, &share.Options{Formats: graphic.Formats()[:1]})
		if (err != nil) != fails {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestFormatNames: a format whose name is none for files is refused by Build;
// the start page failed on it when the kit was written.
func TestFormatNames(t *testing.T) {
	for name, want := range map[string]bool{"1200x1200": true, "wide-2": true, "Wide": false, "a b": false, "größe": false, "a/b": false, "": false} {
		f, err := graphic.CustomFormat(1200, 1200, 390)
		if err != nil {
			t.Fatal(err)
		}
		f.Name = name
		k, err := share.Build(context.Background(), mill(t), &share.Options{Formats: []graphic.Format{f}})
		if (err == nil) != want {
			t.Errorf("%q: %v", name, err)
		}
		if err == nil {
			if _, err := k.ReadFile("START-HERE.html"); err != nil {
				t.Errorf("%q: %v", name, err)
			}
		}
	}
}

// TestFactNames: a fact whose id is none for files is refused by Build, also one
// that was withdrawn and has only a correction.
func TestFactNames(t *testing.T) {
	for _, status := range []campaign.Status{campaign.Current, campaign.Retracted} {
		c := mill(t)
		c.Facts[0].ID, c.Facts[0].Status = "a b", status
		_, err := share.Build(context.Background(), c, nil)
		var fact *share.FactError
		if !errors.As(err, &fact) || fact.Fact != "a b" || fact.Field() != "id" {
			t.Errorf("%v: %v", status, err)
		}
	}
}

// TestHeldToRules: a kit of a topic that is not there was built, and failed
// when its page was written.
func TestHeldToRules(t *testing.T) {
	c := mill(t)
	c.Facts[0].Topic = "zzz"
	_, err := share.Build(context.Background(), c, &share.Options{Formats: graphic.Formats()[:1]})
	if m := campaign.Mistakes(err); len(m) != 1 || m[0].Rule() != "topic-unknown" {
		t.Error(err)
	}
}

// TestClosedFolder: a folder that was closed too early was taken for a theme
// that is not there.
func TestClosedFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mill")
	if err := mill(t).Save(dir); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	c, err := campaign.Load(context.Background(), root.FS())
	if err != nil {
		t.Fatal(err)
	}
	c.Theme = "mill"
	root.Close()
	if _, err := share.Build(context.Background(), c, nil); !errors.Is(err, fs.ErrClosed) {
		t.Error(err)
	}
}
