package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
)

// TestWrite runs the program and verifies the kit.
func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kit")
	if err := write(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	m, err := share.Verify(os.DirFS(dir))
	if err != nil || m.Kit != "old-mill" || len(m.Facts) != 2 || len(m.Languages) != 2 {
		t.Fatalf("%+v %v", m, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "pictures/ar/classes-portrait.png")); err != nil {
		t.Error(err)
	}
}
