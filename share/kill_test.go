package share_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// killedKit is where a process started by TestKill writes a kit.
const (
	killedKit  = "SHARE_TEST_KIT"
	killedAsOf = "SHARE_TEST_AS_OF"
)

// kitForKill is a small kit of a day.
func kitForKill(t *testing.T, asOf string) *share.Kit {
	t.Helper()
	when, err := time.Parse(time.DateOnly, asOf)
	if err != nil {
		t.Fatal(err)
	}
	return build(t, mill(t), &share.Options{AsOf: when, Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
}

// TestWriteForKill is what a process does that TestKill started: it says when
// it begins to write, and writes.
func TestWriteForKill(t *testing.T) {
	dir := os.Getenv(killedKit)
	if dir == "" {
		t.Skip("for TestKill only")
	}
	k := kitForKill(t, os.Getenv(killedAsOf))
	os.Stdout.WriteString("!")
	if err := k.Deliver(context.Background(), dir, &share.Delivery{Zip: dir + ".zip"}); err != nil {
		t.Fatal(err)
	}
}

// TestKill kills a process that replaces one kit by another, at moments spread
// over all of its work, and starts it again: what stands there is the old kit
// or the new one, whole, or nothing but the old one set aside; and the next
// start leaves the new kit and nothing else.
func TestKill(t *testing.T) {
	for range 2 { // as many as there are cores to work with
		t.Run("", func(t *testing.T) {
			t.Parallel()
			kill(t, scaled(3, 4, 50))
		})
	}
}

func kill(t *testing.T, kills int) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "kit")
	whole, err := run(t, dir, "2031-03-10", 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("a whole writing takes %v", whole)
	killed, half := 0, 0
	for i := range kills {
		day := []string{"2031-03-11", "2031-03-12"}[i%2]
		took, err := run(t, dir, day, rand.N(whole))
		if err != nil {
			killed++
		} else {
			whole = min(whole, took)
		}
		left, state := stands(t, dir)
		if left > 0 {
			half++
		}
		if state == "" || err == nil && state != day {
			t.Fatalf("kill %d: the kit is that of %q, %v", i, state, err)
		}
	}
	t.Logf("%d of %d were killed, %d with something unfinished beside the kit", killed, kills, half)
	if killed == 0 {
		t.Error("nothing was killed")
	}
	// A process that was killed before it marked its workplace may, for a
	// minute, be one that is about to.
	age(t, parent, 2*time.Minute)
	restart(t, dir)
	if left := busy(t, parent); left > 0 {
		t.Logf("%d workplaces bear the number of a process that runs again", left)
		age(t, parent, 25*time.Hour)
		restart(t, dir)
	}
	if left, state := stands(t, dir); state != "2031-03-13" || left > 0 {
		t.Errorf("after the last start: the kit of %q, and %d beside it", state, left)
	}
	checkSame(t, dir, kitForKill(t, "2031-03-13"))
}

// restart writes a whole kit where processes were killed.
func restart(t *testing.T, dir string) {
	t.Helper()
	if _, err := run(t, dir, "2031-03-13", 0); err != nil {
		t.Fatal(err)
	}
}

// busy counts the workplaces in a folder whose process seems to run: the system
// gives the number of a killed process to another after a while.
func busy(t *testing.T, dir string) (count int) {
	t.Helper()
	marks, err := filepath.Glob(filepath.Join(dir, ".kit*", "REMOVED-BY-SHAREKIT"))
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range marks {
		data, err := os.ReadFile(mark)
		if err != nil {
			t.Fatal(err)
		}
		var pid int
		if _, err := fmt.Sscan(string(data), &pid); err != nil {
			continue
		}
		if p, err := os.FindProcess(pid); err == nil && p.Signal(syscall.Signal(0)) == nil {
			count++
		}
	}
	return count
}

// age makes a folder and everything in it older.
func age(t *testing.T, dir string, by time.Duration) {
	t.Helper()
	then := time.Now().Add(-by)
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(name, then, then))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// run writes the kit in a process of its own and kills that some time after
// the writing began; 0 lets it end. It gives the time that the writing took.
func run(t *testing.T, dir, asOf string, after time.Duration) (time.Duration, error) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriteForKill$", "-test.timeout=60s")
	cmd.Env = append(os.Environ(), killedKit+"="+dir, killedAsOf+"="+asOf, "TMPDIR="+t.TempDir())
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err == nil {
		_, err = io.ReadFull(out, make([]byte, 1))
	}
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if after > 0 {
		time.AfterFunc(after, func() { cmd.Process.Kill() })
	}
	said, _ := io.ReadAll(out)
	took := time.Since(began)
	if err := cmd.Wait(); err != nil {
		return took, fmt.Errorf("%w: %s", err, said)
	}
	return took, nil
}

// stands returns the day of the kit in a folder that a process may have been
// killed in, "" if it is not whole, and how much lies beside it unfinished.
func stands(t *testing.T, dir string) (left int, asOf string) {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Name() != "kit" && e.Name() != "kit.zip" {
			left++
		}
	}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		aside, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".kit.sharekit-*", "old")) // between the two renames
		if len(aside) != 1 {
			t.Fatalf("no kit, and set aside: %v", aside)
		}
		dir = aside[0]
	}
	m, err := share.Verify(os.DirFS(dir))
	if err != nil {
		t.Errorf("%s: %v", filepath.Base(dir), err)
		return left, ""
	}
	return left, m.AsOf
}

// checkSame compares a folder with the kit that was to be written there.
func checkSame(t *testing.T, dir string, k *share.Kit) {
	t.Helper()
	names := listing(t, dir)
	if got, want := strings.Join(names, "\n"), strings.Join(k.Names(), "\n"); got != want {
		t.Errorf("the folder holds\n%s\nwant\n%s", got, want)
	}
	for _, name := range names {
		written, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		made, err2 := fs.ReadFile(k, name)
		if err := errors.Join(err, err2); err != nil || string(written) != string(made) {
			t.Errorf("%s differs: %v", name, err)
		}
	}
}
