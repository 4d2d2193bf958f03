package share_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// TestCache draws only what has changed: the second time nothing, and after
// a change of one claim no more than the files of that fact and those made of
// several.
func TestCache(t *testing.T) {
	o := &share.Options{Cache: t.TempDir(), Formats: graphic.Formats()[:2], Languages: []string{"en"}}
	kept := func() map[string]bool {
		names := make(map[string]bool)
		fs.WalkDir(os.DirFS(o.Cache), ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				names[name] = true
			}
			return err
		})
		return names
	}
	drawAll := func(k *share.Kit) map[string][]byte {
		files := make(map[string][]byte)
		for _, name := range k.Names() {
			if ext := filepath.Ext(name); ext == ".png" || ext == ".pdf" {
				data, err := fs.ReadFile(k, name)
				if err != nil {
					t.Fatal(err)
				}
				files[name] = data
			}
		}
		return files
	}
	first := drawAll(build(t, mill(t), o))
	all := kept()
	if len(all) < 10 {
		t.Fatalf("%d files are kept", len(all))
	}
	plain := drawAll(build(t, mill(t), &share.Options{Formats: o.Formats, Languages: o.Languages}))
	for name, data := range first {
		if !bytes.Equal(data, plain[name]) {
			t.Errorf("%s differs from what is drawn without a cache", name)
		}
	}
	// What is kept is what is read: nothing is drawn twice.
	for name := range all {
		if err := os.WriteFile(filepath.Join(o.Cache, filepath.FromSlash(name)), []byte("kept"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range drawAll(build(t, mill(t), o)) {
		if string(data) != "kept" && filepath.Dir(name) != "qr" {
			t.Errorf("%s was drawn again", name)
		}
	}
	c := mill(t)
	c.Facts[0].Headline["en"] = c.Facts[0].Headline["en"] + " again"
	again := 0
	for _, data := range drawAll(build(t, c, o)) {
		if string(data) != "kept" {
			again++
		}
	}
	if again == 0 || again > len(first)/2 {
		t.Errorf("%d of %d files were drawn again after one headline changed", again, len(first))
	}
	// A folder that cannot be used stops nobody.
	drawAll(build(t, mill(t), &share.Options{Cache: "/dev/null/x", Formats: o.Formats[:1], Languages: o.Languages}))
}
