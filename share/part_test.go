package share_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// parts writes a kit in n parts and returns their folders.
func parts(t *testing.T, c *campaign.Campaign, n int, o share.Options) (all []fs.FS) {
	t.Helper()
	dir := t.TempDir()
	for i := 1; i <= n; i++ {
		o.Part = share.Part{Number: i, Of: n}
		kit := build(t, c, &o)
		at := filepath.Join(dir, strconv.Itoa(i))
		if err := kit.WriteDir(t.Context(), at); err != nil {
			t.Fatal(err)
		}
		all = append(all, os.DirFS(at))
	}
	return all
}

// contents are of all files, by name.
func contents(t *testing.T, fsys fs.FS) fstest.MapFS {
	t.Helper()
	all := make(fstest.MapFS)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		all[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestJoin(t *testing.T) {
	c := mill(t)
	kit := build(t, c, nil)
	want := contents(t, kit)
	for _, n := range []int{3, 1, 16}[:scaled(1, 1, 3)] {
		all := parts(t, c, n, share.Options{})
		files := 0
		for i, part := range all {
			m, err := share.Verify(part)
			if err != nil || m.Part == nil || m.Part.Part != (share.Part{Number: i + 1, Of: n}) {
				t.Fatal(err, m.Part)
			}
			files += len(m.Files)
		}
		if n == 16 && files < 100 {
			t.Errorf("%d files in all parts", files)
		}
		all = append(all, all[0]) // a part that was made twice
		dir := filepath.Join(t.TempDir(), "kit")
		if err := kit.Join(t.Context(), dir, all, nil); err != nil {
			t.Fatal(err)
		}
		got := contents(t, os.DirFS(dir))
		for name := range want {
			if got[name] == nil || string(got[name].Data) != string(want[name].Data) {
				t.Errorf("of %d parts: %s differs", n, name)
			}
		}
		if len(got) != len(want) {
			t.Errorf("of %d parts: %d files, want %d", n, len(got), len(want))
		}
	}
}

// A part is the same on every machine and every time.
func TestPartAgain(t *testing.T) {
	c := mill(t)
	o := &share.Options{Part: share.Part{Number: 2, Of: 5}}
	once, again := contents(t, build(t, c, o)), contents(t, build(t, c, o))
	if len(once) != len(again) || string(once["SHA256SUMS"].Data) != string(again["SHA256SUMS"].Data) {
		t.Error("the part differs")
	}
}

func TestJoinRefuses(t *testing.T) {
	c := mill(t)
	o := share.Options{Formats: graphic.Formats()[4:5]}
	kit := build(t, c, &o)
	all := parts(t, c, 3, o)
	changed := mill(t)
	changed.Title["en"] += "."
	altered := contents(t, all[1])
	for name := range altered {
		if filepath.Ext(name) == ".png" {
			altered[name] = &fstest.MapFile{Data: []byte("no picture")}
			break
		}
	}
	for _, bad := range []struct {
		rule  string
		parts []fs.FS
	}{
		{"kit-join-none", nil},
		{"kit-join-lacks", all[:2]},
		{"kit-join-whole", []fs.FS{contents(t, kit)}},
		{"sums-altered", []fs.FS{all[0], altered, all[2]}},
		{"kit-join-other", append(parts(t, c, 2, o), all...)},
		{"kit-join-other", parts(t, changed, 1, o)},
	} {
		dir := filepath.Join(t.TempDir(), "kit")
		err := kit.Join(t.Context(), dir, bad.parts, nil)
		var f interface{ Rule() string }
		if !errors.As(err, &f) || f.Rule() != bad.rule {
			t.Errorf("%s: %v", bad.rule, err)
		}
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s left something: %v", bad.rule, err)
		}
	}
	if err := build(t, c, &share.Options{Part: share.Part{Number: 1, Of: 3}}).Join(t.Context(), t.TempDir(), all, nil); err == nil {
		t.Error("a part was joined into")
	}
}

func TestPartsThatThereAreNot(t *testing.T) {
	for _, p := range []share.Part{{Number: 1}, {Of: 1}, {Number: 4, Of: 3}, {Number: -1, Of: 3}, {Number: 1, Of: 1 << 30}} {
		if _, err := share.Build(context.Background(), mill(t), &share.Options{Part: p}); err == nil {
			t.Errorf("%+v was built", p)
		}
	}
}

// TestParsePart: what is written back reads the same, and nothing else is a
// part.
func TestParsePart(t *testing.T) {
	for _, want := range []share.Part{{Number: 1, Of: 1}, {Number: 3, Of: 16}, {Number: 16, Of: 16}} {
		if p, err := share.ParsePart(fmt.Sprintf("%d/%d", want.Number, want.Of)); p != want || err != nil {
			t.Errorf("%v became %v, %v", want, p, err)
		}
	}
	if p, err := share.ParsePart(""); p != (share.Part{}) || err != nil {
		t.Errorf("the whole kit is %v, %v", p, err)
	}
	for _, s := range []string{"1", "/", "0/3", "4/3", "-1/3", "a/3", "1/b", "1/3/5", " 1/3"} {
		if p, err := share.ParsePart(s); err == nil || p != (share.Part{}) {
			t.Errorf("%q is %v, %v", s, p, err)
		}
	}
}
