package share

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A workplace is a hidden folder beside a folder or a file that is to be
// replaced, as .kit.sharekit-123 is beside kit. The new one is gathered in it
// and the old one set aside in it, so that both are moved by renaming. A mark
// in it says that it is no work of a person's, and who works there.
type workplace struct{ dir, place string }

const (
	workSuffix = ".sharekit-"
	workMark   = "REMOVED-BY-SHAREKIT"

	// workDay is longer than any kit takes to write: what is older was left.
	workDay = 24 * time.Hour
)

// working holds the names of the workplaces of this process.
var working sync.Map

func newWorkplace(place string) (workplace, error) {
	dir, err := os.MkdirTemp(filepath.Dir(place), "."+filepath.Base(place)+workSuffix)
	if err != nil {
		return workplace{}, cannotWrite(place, err)
	}
	w := workplace{dir, place}
	working.Store(filepath.Base(dir), true)
	if err := os.WriteFile(w.mark(), fmt.Appendf(nil, "%d %q\n", os.Getpid(), hostname()), 0o644); err != nil {
		return w, errors.Join(cannotWrite(place, err), w.leave())
	}
	return w, nil
}

func (w workplace) fresh() string { return filepath.Join(w.dir, "new") }
func (w workplace) old() string   { return filepath.Join(w.dir, "old") }
func (w workplace) mark() string  { return filepath.Join(w.dir, workMark) }

// swap puts what was gathered in its place by one rename, or by two where a
// folder is replaced.
func (w workplace) swap() error {
	if info, err := os.Lstat(w.place); err == nil && info.IsDir() {
		if err := os.Rename(w.place, w.old()); err != nil {
			return err
		}
	}
	if err := os.Rename(w.fresh(), w.place); err != nil {
		return errors.Join(err, w.restore())
	}
	syncFolder(filepath.Dir(w.place))
	return nil
}

// syncFolder makes renames in a folder outlast a loss of power. Systems that
// cannot sync a folder, Windows among them, need no such call.
func syncFolder(dir string) {
	if f, err := os.Open(dir); err == nil {
		f.Sync()
		f.Close()
	}
}

// blame names the place that was asked for in an error of a file in the
// workplace.
func (w workplace) blame(err error) error {
	var path *fs.PathError
	if w.dir != "" && errors.As(err, &path) && within(w.dir, path.Path) {
		return cannotWrite(w.place, err)
	}
	return err
}

// undo takes back the swap of a folder.
func (w workplace) undo() error {
	if err := os.Rename(w.place, w.fresh()); err != nil {
		return err
	}
	return w.restore()
}

// restore puts back what was set aside, if its place is free.
func (w workplace) restore() error {
	if !exists(w.old()) || exists(w.place) {
		return nil
	}
	return os.Rename(w.old(), w.place)
}

// leave ends the work, done or not. What was set aside goes back if nothing
// came in its place. If something else came there than what was gathered, only
// an unaltered kit is removed. The mark goes last, so that what cannot be
// removed, or not at once, is for the next call to remove.
func (w workplace) leave() error {
	if w.dir == "" {
		return nil
	}
	defer working.Delete(filepath.Base(w.dir))
	if err := w.restore(); err != nil {
		return err
	}
	if exists(w.old()) && exists(w.fresh()) {
		if _, err := Verify(os.DirFS(w.old())); err != nil {
			return existsError("way-set-aside", w.old(), fault.Values{"from": w.place})
		}
	}
	for _, name := range []string{w.old(), w.fresh(), w.mark(), w.dir} {
		remove := os.RemoveAll
		if name == w.dir {
			remove = os.Remove // holds nothing of ours any more
		}
		if remove(name) != nil {
			return nil
		}
	}
	return nil
}

// mend ends what was cut off at the workplaces of a folder or a file. It
// touches none without a mark, but for empty ones, and none that is in use.
func mend(place string) error {
	entries, err := os.ReadDir(filepath.Dir(place))
	if err != nil {
		return nil // what is wrong shows when a workplace is made
	}
	for _, e := range entries {
		number, ok := strings.CutPrefix(e.Name(), "."+filepath.Base(place)+workSuffix)
		if _, err := strconv.ParseUint(number, 10, 64); !ok || err != nil || !e.IsDir() {
			continue
		}
		w := workplace{filepath.Join(filepath.Dir(place), e.Name()), place}
		if !exists(w.mark()) && !empty(w.dir) || w.inUse() {
			continue
		}
		if err := w.leave(); err != nil {
			return err
		}
	}
	return nil
}

// inUse reports whether somebody may still be at work. Of processes on other
// machines, and of numbers used again, only the time tells.
func (w workplace) inUse() bool {
	info, err := os.Lstat(w.mark())
	if err != nil {
		info, err = os.Lstat(w.dir)
	}
	if err != nil {
		return false
	}
	data, _ := os.ReadFile(w.mark())
	var pid int
	var host string
	n, _ := fmt.Sscanf(string(data), "%d %q", &pid, &host)
	age := time.Since(info.ModTime())
	switch {
	case n < 2:
		return age < time.Minute // its mark is being written, or was just removed
	case host == hostname() && pid == os.Getpid():
		_, mine := working.Load(filepath.Base(w.dir))
		return mine
	case host == hostname() && !runs(pid):
		return false
	}
	return age < workDay
}

// runs reports whether a process of this machine may still run.
func runs(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false // Windows opens what it finds
	}
	defer p.Release()
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

func hostname() string {
	name, _ := os.Hostname()
	return name
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}
