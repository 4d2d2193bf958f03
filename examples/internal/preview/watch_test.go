package preview_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/examples/internal/preview"
)

// TestWatchFromTheBeginning: what changed while the campaign was first read was
// not seen until the next change.
func TestWatchFromTheBeginning(t *testing.T) {
	dir := t.TempDir()
	shown := preview.Look(dir)
	if err := os.WriteFile(filepath.Join(dir, "facts.yaml"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	seen := false
	preview.Watch(ctx, dir, shown, func() { seen = true; stop() })
	if !seen {
		t.Error("the change was not seen")
	}
}
