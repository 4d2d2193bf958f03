package share_test

import (
	"context"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// killedTable is where a process started by TestTableKill writes cards.
const killedTable = "SHARE_TEST_TABLE"

func writeTable(t *testing.T, dir string) {
	t.Helper()
	table, rows := tabled(t, desks, "closed-desks", &share.Options{Formats: graphic.Formats()[4:5]})
	if _, err := table.WriteDir(context.Background(), dir, rows.All(), nil); err != nil {
		t.Fatal(err)
	}
}

func TestTableForKill(t *testing.T) {
	dir := os.Getenv(killedTable)
	if dir == "" {
		t.Skip("for TestTableKill only")
	}
	writeTable(t, dir)
}

// TestTableKill: a process that is killed while it writes and started again
// leaves what one leaves that was not, and nothing half-written.
func TestTableKill(t *testing.T) {
	parent := t.TempDir()
	whole := filepath.Join(parent, "whole")
	began := time.Now()
	killTable(t, whole, 0)
	took := time.Since(began)
	want := tableFiles(t, whole)
	killed := 0
	for i := range scaled(3, 4, 50) {
		dir := filepath.Join(parent, "killed")
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		for range 1 + i%3 {
			if killTable(t, dir, rand.N(took)) != nil {
				killed++
			}
		}
		writeTable(t, dir)
		if got := tableFiles(t, dir); !maps.Equal(got, want) {
			t.Fatalf("%d files, want %d", len(got), len(want))
		}
	}
	if t.Logf("killed %d times", killed); killed == 0 {
		t.Error("nothing was killed")
	}
}

// TestTableSweep: what a killed process has half-written is not left.
func TestTableSweep(t *testing.T) {
	dir := t.TempDir()
	writeTable(t, dir)
	want := tableFiles(t, dir)
	for _, name := range []string{".SHA256SUMS.new-123", "pictures/en/.alder-og.png.new-456"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	writeTable(t, dir)
	if got := tableFiles(t, dir); !maps.Equal(got, want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

// killTable writes in a process of its own and kills that after a time; 0 lets
// it end.
func killTable(t *testing.T, dir string, after time.Duration) error {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestTableForKill$", "-test.timeout=60s")
	cmd.Env = append(os.Environ(), killedTable+"="+dir)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if after > 0 {
		time.AfterFunc(after, func() { cmd.Process.Kill() })
	}
	return cmd.Wait()
}
