package program

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
)

// TestNotices: the licences of what the studio's program is built of are
// passed on with it.
func TestNotices(t *testing.T) {
	root, err := goSays(t.Context(), "env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	got, err := notices(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Go\n\nCopyright", "golang.org/x/image v", "github.com/skip2/go-qrcode v", "github.com/go-text/typesetting v"} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("%q is not there", want)
		}
	}
	if bytes.Contains(got, []byte("github.com/spf13/cobra")) {
		t.Error("the command's modules are no part of the page's program")
	}
}

// TestRead: a program comes with its loader and its licences.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "toolkit.wasm")
	for _, name := range []string{"toolkit.wasm", Loader, Notices} {
		if _, err := Read(program); err == nil {
			t.Errorf("nothing is missed before %s is there", name)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Read(program)
	if err != nil {
		t.Fatal(err)
	}
	want := share.Studio{Program: []byte("toolkit.wasm"), Loader: []byte(Loader), Notices: []byte(Notices)}
	if !bytes.Equal(s.Program, want.Program) || !bytes.Equal(s.Loader, want.Loader) || !bytes.Equal(s.Notices, want.Notices) {
		t.Errorf("got %s", s)
	}
}
