package share_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

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
