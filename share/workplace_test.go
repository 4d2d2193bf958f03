package share

import (
	"os"
	"path/filepath"
	"testing"

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
