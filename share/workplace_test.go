package share

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/disk"
)

// TestReplaceUndone: the folder was new already when the zip's renaming
// failed, and stayed so.
func TestReplaceUndone(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "kit")
	folder, err := disk.Begin(dir, unlessKit)
	if err != nil {
		t.Fatal(err)
	}
	zipped, err := disk.Begin(dir+".zip", unlessKit) // in which no zip was made
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{dir: "old", folder.Fresh(): "new"} {
		os.Mkdir(name, 0o755)
		os.WriteFile(filepath.Join(name, "file"), []byte(content), 0o644)
	}
	if err := new(Kit).replace(folder, zipped, &Delivery{Force: true}); err == nil {
		t.Error("replaced by nothing")
	}
	if got, err := os.ReadFile(filepath.Join(dir, "file")); string(got) != "old" {
		t.Errorf("the folder holds %q, %v", got, err)
	}
	if err := folder.Leave(); err != nil {
		t.Error(err)
	}
	if err := zipped.Leave(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(parent); len(left) != 1 {
		t.Errorf("left %v", left)
	}
}

// Many programs count the files of a zip in 16 bits: what they do not count
// they leave out without a word.
func TestZipOfMany(t *testing.T) {
	ended, end := context.WithCancel(t.Context())
	end() // before anything is made
	for _, test := range []struct {
		files int
		zip   bool // they are small zips, which the whole one leaves out
		rule  string
	}{
		{65_535, false, ""},
		{65_536, false, "kit-zip-many"},
		{65_536, true, ""},
	} {
		k := &Kit{plan: &plan{campaign: new(campaign.Campaign)}}
		for i := range test.files {
			k.files = append(k.files, &file{name: fmt.Sprintf("pages/en/%05d.txt", i), tells: about{zip: test.zip}})
		}
		err := k.WriteZip(ended, io.Discard)
		var broken fault.Fault
		switch {
		case test.rule == "" && !errors.Is(err, context.Canceled):
			t.Errorf("%d files: %v, want the context's error", test.files, err)
		case test.rule != "" && (!errors.As(err, &broken) || broken.Rule() != test.rule):
			t.Errorf("%d files: %v, want %s", test.files, err, test.rule)
		}
	}
}
