package campaign

import (
	"context"
	"errors"
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

func TestCheckLink(t *testing.T) {
	for address, rule := range map[string]string{
		"https://oldmill.example/books":      "",
		"tel:+1-202-555-0100":                "",
		"mailto:desk@oldmill.example":        "",
		"":                                   "address-incomplete",
		"oldmill":                            "address-incomplete",
		"https://oldmill":                    "address-incomplete",
		"https://ana:secret@oldmill.example": "address-incomplete",
		"https://oldmill.example/a b":        "address-incomplete",
		"tel:":                               "address-incomplete",
		"https://[":                          "address-incomplete",
		"oldmill.example/books":              "address-near",
		"http://oldmill.example":             "http",
		"javascript:alert(1)":                "address-incomplete",
		"data:text/html,x":                   "address-incomplete",
		"https://bit.ly/3abc":                "link-shortened",
		"https://oldmill.example/books?utm_source=x":                                        "link-tracked",
		"https://oldmill.example/books#fbclid=1":                                            "link-tracked",
		"https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Foldmill.example": "link-shortened",
	} {
		err := CheckLink(address)
		var refused *LinkError
		if !errors.As(err, &refused) != (rule == "") || rule != "" && refused.Rule() != rule {
			t.Errorf("%q: got %v, want rule %q", address, err, rule)
		}
	}
	if err := CheckLink("tel:+1-202-555-0100", "https"); err == nil {
		t.Error("a telephone number passes as a page's address")
	}
}
