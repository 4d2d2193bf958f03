package campaign_test

import (
	"context"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// changing is a folder somebody writes to while it is read: a file is shorter
// or longer than was said when it was opened, and different every time.
type changing struct {
	fs.FS
	opened map[string]int
}

func (c *changing) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	if err != nil {
		return nil, err
	}
	c.opened[name]++
	return &changed{f, int64(c.opened[name])}, nil
}

type changed struct {
	fs.File
	times int64
}

func (f *changed) ReadDir(n int) ([]fs.DirEntry, error) {
	if d, ok := f.File.(fs.ReadDirFile); ok {
		return d.ReadDir(n)
	}
	return nil, fs.ErrInvalid
}

func (f *changed) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	return sized{info, f.times}, err
}

type sized struct {
	fs.FileInfo
	times int64
}

func (s sized) Size() int64 { return s.FileInfo.Size() / 2 * s.times }

// TestChangesWhileRead loads what stands there, or says what is wrong with it.
func TestChangesWhileRead(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"campaign.yaml", "facts.yaml"} {
		data, err := os.ReadFile("../testdata/mill/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	c, err := campaign.Load(context.Background(), &changing{files, map[string]int{}})
	if err != nil {
		t.Fatal(err) // the sizes were wrong, the words were not
	}
	if len(c.Facts) == 0 {
		t.Error("no facts")
	}
	files["facts.yaml"].Data = files["facts.yaml"].Data[:len(files["facts.yaml"].Data)/2]
	if c, err := campaign.Load(context.Background(), &changing{files, map[string]int{}}); err == nil && len(c.Facts) == 0 {
		t.Error("half a file is a campaign without facts")
	}
}
