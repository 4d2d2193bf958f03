package examples_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// unpackers are programs that unpack a zip into a folder: Info-ZIP's, that of
// BSD and macOS, and Python's.
var unpackers = []struct {
	name string
	args func(file, into string) []string
}{
	{"unzip", func(file, into string) []string { return []string{"-qq", file, "-d", into} }},
	{"bsdtar", func(file, into string) []string { return []string{"-xf", file, "-C", into} }},
	{"python3", func(file, into string) []string { return []string{"-m", "zipfile", "-e", file, into} }},
}

// TestUnpacked unpacks a kit's zips with other programs: nothing is complained of,
// and the whole kit verifies. Usual runs take the first of them.
func TestUnpacked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kit")
	c, err := campaign.Load(context.Background(), os.DirFS("campaign/mill"))
	if err != nil {
		t.Fatal(err)
	}
	k, err := share.Build(context.Background(), c, &share.Options{Formats: graphic.Formats()[:2], Languages: []string{"en"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := k.Deliver(context.Background(), dir, &share.Delivery{Zip: dir + ".zip"}); err != nil {
		t.Fatal(err)
	}
	parcels, err := filepath.Glob(filepath.Join(dir, "zips", "*.zip"))
	if err != nil || len(parcels) == 0 {
		t.Fatalf("%d zips, %v", len(parcels), err)
	}
	for i, by := range unpackers {
		if i > 0 && !everything() {
			continue
		}
		t.Run(by.name, func(t *testing.T) {
			program, err := exec.LookPath(by.name)
			if err != nil {
				t.Skip(by.name + " is not installed: the zips were not unpacked by it")
			}
			unpack := func(file string) fs.FS {
				into := t.TempDir()
				if said, err := exec.Command(program, by.args(file, into)...).CombinedOutput(); err != nil || len(said) > 0 {
					t.Errorf("%s: %v\n%s", filepath.Base(file), err, said)
				}
				return os.DirFS(into)
			}
			for _, file := range parcels {
				pictures, err := fs.Glob(unpack(file), "*/*/*.*")
				if err != nil || len(pictures) == 0 {
					t.Errorf("%s: %d files, %v", filepath.Base(file), len(pictures), err)
				}
			}
			out := unpack(dir + ".zip")
			top, err := fs.Glob(out, "*")
			if err != nil || len(top) != 1 {
				t.Fatalf("at the top stand %v, %v", top, err)
			}
			whole, _ := fs.Sub(out, top[0])
			if _, err := share.Verify(whole); err != nil {
				t.Error(err)
			}
			page, err := fs.ReadFile(whole, "START-HERE.html")
			if want, _ := os.ReadFile(filepath.Join(dir, "START-HERE.html")); err != nil || !bytes.Equal(page, want) {
				t.Errorf("START-HERE.html is another, %v", err)
			}
		})
	}
}
