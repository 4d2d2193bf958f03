//go:build unix

package files_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/shutdowncecot/toolkit/share/files"
)

// TestUmask: a letter is for those alone whom the umask of its writer lets read
// it, the first time and when it is written again.
func TestUmask(t *testing.T) {
	for _, c := range []struct {
		umask int
		want  fs.FileMode
	}{{0o077, 0o600}, {0o022, 0o644}, {0o007, 0o660}} {
		name := filepath.Join(t.TempDir(), "letter.txt")
		before := syscall.Umask(c.umask)
		for range 2 {
			if err := files.Write(t.Context(), name, func(w io.Writer) error { _, err := io.WriteString(w, "Dear council"); return err }); err != nil {
				t.Error(err)
			}
		}
		syscall.Umask(before)
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != c.want {
			t.Errorf("umask %03o: %v, want %v", c.umask, info.Mode(), c.want)
		}
	}
}

// TestPipeStays: what others read from is not replaced by a file, nor is a
// device: `-o /dev/null --force` would take it from the whole computer.
func TestPipeStays(t *testing.T) {
	dir := t.TempDir()
	pipe, link := filepath.Join(dir, "pipe"), filepath.Join(dir, "out.png")
	if err := errors.Join(syscall.Mkfifo(pipe, 0o644), os.Symlink("pipe", link)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{pipe, link} {
		err := files.Write(t.Context(), name, func(io.Writer) error { t.Error("written"); return nil })
		if !errors.Is(err, files.ErrNotRegular) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if info, err := os.Lstat(pipe); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe is %v, %v", info, err)
	}
}
