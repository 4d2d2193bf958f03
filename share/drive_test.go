package share_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/internal/drive"
)

// errGone is why nothing is done any more by a process that was killed.
var errGone = errors.New("the process is gone")

// An accident happens at the n-th step that a delivery makes on the disk.
type accident struct {
	mu       sync.Mutex
	n, at    int
	kind     string
	happened bool
	unsynced map[string]bool
}

// The kinds of accidents.
const (
	fullDisk = "full disk" // from then on nothing more can be written
	oneError = "one error" // of the disk, and all is well again
	killed   = "kill -9"   // nothing more is done
	powerCut = "power cut" // and what was not synced is lost
)

func (a *accident) step(op drive.Op, name string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.n++
	due := a.n == a.at
	a.happened = a.happened || due
	switch {
	case a.kind == fullDisk && a.happened && (op == drive.OpOpen || op == drive.OpWrite || op == drive.OpMkdir):
		return syscall.ENOSPC
	case a.kind == oneError && due:
		return syscall.EIO
	case (a.kind == killed || a.kind == powerCut) && a.happened:
		return errGone
	}
	switch op {
	case drive.OpWrite:
		a.unsynced[name] = true
	case drive.OpSync:
		delete(a.unsynced, name)
	}
	return nil
}

// lose empties what was not synced, where it lies now.
func (a *accident) lose(t *testing.T, dir string) {
	t.Helper()
	for name := range a.unsynced {
		err := os.Truncate(name, 0)
		if _, in, made := strings.Cut(name, string(filepath.Separator)+"new"+string(filepath.Separator)); made && errors.Is(err, fs.ErrNotExist) {
			err = os.Truncate(filepath.Join(dir, in), 0) // it was renamed
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
}

// TestAccidents replaces a kit by another while the disk fills up, fails once,
// loses what was not synced, or the process is killed, at every step or many of
// them: what stands there is the old kit or the new one, whole; where the process
// lived on, nothing lies beside it; and the next delivery makes the new kit.
func TestAccidents(t *testing.T) {
	before, after := kitForKill(t, "2031-03-10"), kitForKill(t, "2031-03-11")
	none := &accident{unsynced: map[string]bool{}}
	accidentally(t, before, after, none)
	t.Logf("a delivery makes %d steps", none.n)
	tries := scaled(2, 2, 16)
	for _, kind := range []string{fullDisk, oneError, killed, powerCut} {
		for i := range tries {
			a := &accident{at: 1 + i*none.n/tries, kind: kind, unsynced: map[string]bool{}}
			if i < tries/2 { // the last steps, which are renames, one by one
				a.at = none.n - i
			}
			accidentally(t, before, after, a)
		}
	}
}

func accidentally(t *testing.T, before, after *share.Kit, a *accident) {
	t.Helper()
	parent := t.TempDir()
	dir := filepath.Join(parent, "kit")
	deliver := func(k *share.Kit) error {
		return k.Deliver(context.Background(), dir, &share.Delivery{Zip: dir + ".zip"})
	}
	if err := deliver(before); err != nil {
		t.Fatal(err)
	}
	mend := drive.Break(a.step)
	err := deliver(after)
	mend()
	what := fmt.Sprintf("%s at step %d", a.kind, a.at)
	if a.kind == powerCut {
		a.lose(t, dir)
	}
	left, state := stands(t, dir)
	alive := a.kind != killed && a.kind != powerCut
	if state != "2031-03-10" && state != "2031-03-11" || err == nil && alive && state != "2031-03-11" || alive && err != nil && state != "2031-03-10" {
		t.Fatalf("%s: the kit is that of %q, %v", what, state, err)
	}
	if a.kind == fullDisk && left > 0 {
		t.Errorf("%s: %d lie beside the kit", what, left)
	}
	age(t, parent, 2*time.Minute) // a workplace without its mark may be one that begins
	if err := deliver(after); err != nil {
		t.Fatalf("%s, and then: %v", what, err)
	}
	if left, state := stands(t, dir); state != "2031-03-11" || left > 0 {
		t.Errorf("%s: after the next delivery the kit of %q, and %d beside it", what, state, left)
	}
}

// TestAsideAfterKill: what is no kit and was set aside goes back to its place when
// the process is killed before the new kit came there.
func TestAsideAfterKill(t *testing.T) {
	k := kitForKill(t, "2031-03-10")
	count := 0
	for at := 1; ; at++ {
		parent := t.TempDir()
		dir := filepath.Join(parent, "kit")
		thesis := filepath.Join(dir, "thesis.txt")
		if err := errors.Join(os.Mkdir(dir, 0o755), os.WriteFile(thesis, []byte("years"), 0o644)); err != nil {
			t.Fatal(err)
		}
		renames := 0
		mend := drive.Break(func(op drive.Op, _ string) error {
			if op == drive.OpRename {
				renames++
			}
			if renames >= at {
				return errGone
			}
			return nil
		})
		err := k.Deliver(context.Background(), dir, &share.Delivery{Force: true})
		mend()
		if err == nil {
			break
		}
		count++
		if err := k.Deliver(context.Background(), dir, nil); ruleOf(err) != "way-not-kit" {
			t.Errorf("killed at rename %d: the next delivery says %v", at, err)
		}
		if got, err := os.ReadFile(thesis); err != nil || string(got) != "years" {
			t.Errorf("killed at rename %d: %q, %v", at, got, err)
		}
	}
	if count < 2 {
		t.Errorf("killed at %d renames only", count)
	}
}
