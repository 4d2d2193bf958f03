package files_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/shutdowncecot/toolkit/share/files"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// broken writes something and fails.
func broken(w io.Writer) error {
	io.WriteString(w, "half a fi")
	return io.ErrUnexpectedEOF
}

// holds fails unless a folder holds nothing but these files.
func holds(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil || len(list) != len(want) {
		t.Errorf("%s holds %v, want %v: %v", dir, list, want, err)
	}
	for name, content := range want {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != content {
			t.Errorf("%s is %q, want %q: %v", name, got, content, err)
		}
	}
}

// TestWrite: a file is the new one or what was there, and nothing stays beside
// it.
func TestWrite(t *testing.T) {
	dir, ctx := t.TempDir(), t.Context()
	name := filepath.Join(dir, "a.txt")
	over, cancel := context.WithCancel(ctx)
	cancel()
	for _, step := range []struct {
		ctx     context.Context
		content func(io.Writer) error
		want    error
		is      string
	}{
		{ctx, text("one"), nil, "one"},
		{ctx, text("two"), nil, "two"},
		{ctx, broken, io.ErrUnexpectedEOF, "two"},
		{over, text("three"), context.Canceled, "two"},
	} {
		if err := files.Write(step.ctx, name, step.content); !errors.Is(err, step.want) {
			t.Errorf("got %v, want %v", err, step.want)
		}
		holds(t, dir, map[string]string{"a.txt": step.is})
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm()&0o444 != 0o444 {
		t.Errorf("others cannot read it: %v, %v", info.Mode(), err)
	}
}

// TestWriteDir: a new folder is whole or not there; one that exists keeps what
// has other names.
func TestWriteDir(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	put := func(last error, pairs ...string) func(string) error {
		return func(dir string) error {
			for i := 0; i < len(pairs); i += 2 {
				if err := os.WriteFile(filepath.Join(dir, pairs[i]), []byte(pairs[i+1]), 0o644); err != nil {
					return err
				}
			}
			return last
		}
	}
	if err := files.WriteDir(t.Context(), dir, put(io.ErrUnexpectedEOF, "a", "1")); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v", err)
	}
	holds(t, parent, nil)
	for _, step := range []struct {
		write func(string) error
		is    map[string]string
	}{
		{put(nil, "a", "1", "b", "1"), map[string]string{"a": "1", "b": "1"}},
		{put(nil, "b", "2", "c", "2"), map[string]string{"a": "1", "b": "2", "c": "2"}},
	} {
		if err := files.WriteDir(t.Context(), dir, step.write); err != nil {
			t.Error(err)
		}
		holds(t, dir, step.is)
	}
	if list, _ := os.ReadDir(parent); len(list) != 1 {
		t.Errorf("left beside it: %v", list)
	}
}

// TestBlame: errors name what was asked for, not what was tried beside it.
func TestBlame(t *testing.T) {
	dir := t.TempDir()
	nowhere := filepath.Join(dir, "none", "a.txt")
	err := files.Write(t.Context(), nowhere, text("x"))
	var path *fs.PathError
	if !errors.As(err, &path) || path.Path != filepath.Dir(nowhere) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
	os.Mkdir(filepath.Join(dir, "folder"), 0o755)
	err = files.Write(t.Context(), filepath.Join(dir, "folder"), text("x"))
	if !errors.As(err, &path) || path.Path != filepath.Join(dir, "folder") {
		t.Errorf("a folder in the way: %v", err)
	}
	other := &fs.PathError{Op: "read", Path: "other.txt", Err: fs.ErrPermission}
	if err := files.Write(t.Context(), filepath.Join(dir, "b"), func(io.Writer) error { return other }); !errors.Is(err, other) {
		t.Errorf("an error of the content's own became %v", err)
	}
	holds(t, filepath.Join(dir, "folder"), nil)
}

func ExampleWrite() {
	name := filepath.Join(os.TempDir(), "toolkit-example-post.txt")
	defer os.Remove(name)
	err := files.Write(context.Background(), name, func(w io.Writer) error {
		_, err := io.WriteString(w, "62 school classes used the library.")
		return err
	})
	data, _ := os.ReadFile(name)
	fmt.Println(string(data), err)
	// Output: 62 school classes used the library. <nil>
}

// TestCreate: a file that is there is left as it is, and a key is nobody
// else's to read.
func TestCreate(t *testing.T) {
	name := filepath.Join(t.TempDir(), "key")
	if err := files.Create(name, []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := files.Create(name, []byte("b"), 0o600); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second one: %v", err)
	}
	if data, _ := os.ReadFile(name); string(data) != "a" {
		t.Errorf("it holds %q now", data)
	}
}

// TestUsable: a folder is made and left empty; a file in its place is refused.
func TestUsable(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if err := files.Usable(dir); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
	if err := files.Create(filepath.Join(dir, "c"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := files.Usable(filepath.Join(dir, "c")); err == nil {
		t.Error("a file can be used as a folder")
	}
}

// TestRead holds reading to its bound and to files: the command's tests name
// pipes and devices to each of its doors.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(name, []byte("four"), 0o644); err != nil {
		t.Fatal(err)
	}
	if data, err := files.Read(name, 4); string(data) != "four" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
	var large *files.SizeError
	if _, err := files.Read(name, 3); !errors.As(err, &large) || large.Most != 3 {
		t.Errorf("a byte too many: %v", err)
	}
	if _, err := files.Read(dir, 4); !errors.Is(err, files.ErrNotRegular) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := files.Read(filepath.Join(dir, "b"), 4); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing: %v", err)
	}
	f, err := files.Beside(filepath.Join(dir, "c")).Open("../a.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
}
