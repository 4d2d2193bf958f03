package files_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/shutdowncecot/toolkit/share/files"
)

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
