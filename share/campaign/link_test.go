package campaign

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLinkOut: a link in a campaign's folder that leads out of it is a mistake
// where the folder is opened as documented, and one within it is followed.
func TestLinkOut(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "campaign")
	if err := os.CopyFS(folder, library("pages/es/a.md", "# A\n\nUna.\n")); err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(dir, "secret")
	if err := os.WriteFile(secret, []byte("# Diary\n\nMine.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for target, want := range map[string]string{"../../../secret": "pages/en/a.md: cannot be opened", "../es/a.md": ""} {
		link := filepath.Join(folder, "pages", "en", "a.md")
		os.MkdirAll(filepath.Dir(link), 0o755)
		os.Remove(link)
		if err := os.Symlink(target, link); err != nil {
			t.Skip(err)
		}
		_, err := Load(context.Background(), root.FS())
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", target, err)
		case want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)):
			t.Errorf("%s: got %v, want %s", target, err, want)
		}
	}
}
