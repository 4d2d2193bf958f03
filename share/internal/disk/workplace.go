// Package disk has what a kit needs of a disk: workplaces, in which what is to
// replace a folder or a file is gathered, and zips.
package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/internal/drive"
)

// A Workplace is a hidden folder beside a folder or a file that is to be
// replaced, as .kit.sharekit-123 is beside kit. The new one is gathered in it
// and the old one set aside in it, so that both are moved by renaming. A mark
// in it says that it is no work of a person's, and who works there. The zero
// Workplace is none: to leave it does nothing.
type Workplace struct {
	dir, place string
	keep       Keeper
}

// A Keeper says why a folder that was set aside from a place is not removed,
// though something else came there; nil removes it.
type Keeper func(old, place string) error

const (
	workSuffix = ".sharekit-"
	workMark   = "REMOVED-BY-SHAREKIT"

	// workDay is longer than any kit takes to write: what is older was left.
	workDay = 24 * time.Hour
)

// working holds the names of the workplaces of this process.
var working sync.Map

// Begin makes the workplace of a folder or a file that need not exist yet.
func Begin(place string, keep Keeper) (Workplace, error) {
	dir, err := drive.MkdirTemp(filepath.Dir(place), "."+filepath.Base(place)+workSuffix)
	if err != nil {
		return Workplace{}, files.Blame(place, err)
	}
	w := Workplace{dir, place, keep}
	working.Store(filepath.Base(dir), true)
	if err := w.write(w.mark(), fmt.Sprintf("%d %q\n", os.Getpid(), hostname())); err != nil {
		return w, errors.Join(files.Blame(place, err), w.Leave())
	}
	return w, nil
}

// write writes a note of the workplace.
func (w Workplace) write(name, content string) error {
	return files.Create(name, []byte(content), 0o644)
}

// Fresh is where the new is gathered; nothing is there yet.
func (w Workplace) Fresh() string { return filepath.Join(w.dir, "new") }

// Place is what will be replaced.
func (w Workplace) Place() string { return w.place }

// None reports that there is no workplace.
func (w Workplace) None() bool { return w.dir == "" }

func (w Workplace) old() string  { return filepath.Join(w.dir, "old") }
func (w Workplace) mark() string { return filepath.Join(w.dir, workMark) }

// aside is a note of where that lies which stood in the place and is no kit.
func (w Workplace) aside() string { return filepath.Join(w.dir, "aside") }

// SetAside moves what stands in the place to another name in its folder, which
// it leaves there once something new has come. Until then it goes back if the
// work ends, or is cut off and mended.
func (w Workplace) SetAside(to string) error {
	if err := w.write(w.aside(), filepath.Base(to)); err != nil {
		return err
	}
	if err := files.SyncDir(w.dir); err != nil {
		return err
	}
	return drive.Rename(w.place, to)
}

// Swap puts what was gathered in its place by one rename, or by two where a
// folder is replaced. A folder that may not outlast a loss of power is taken
// back; a file has replaced the old one by then, and is whole.
func (w Workplace) Swap() error {
	if info, err := os.Lstat(w.place); err == nil && info.IsDir() {
		if err := drive.Rename(w.place, w.old()); err != nil {
			return err
		}
	}
	if err := drive.Rename(w.Fresh(), w.place); err != nil {
		return errors.Join(err, w.restore())
	}
	err := files.SyncDir(filepath.Dir(w.place))
	if info, broken := os.Lstat(w.place); err != nil && broken == nil && info.IsDir() {
		return errors.Join(err, w.Undo())
	}
	return nil
}

// Blame names the place that was asked for in an error of a file in the
// workplace.
func (w Workplace) Blame(err error) error {
	var path *fs.PathError
	if w.dir != "" && errors.As(err, &path) && Within(w.dir, path.Path) {
		return files.Blame(w.place, err)
	}
	return err
}

// Undo takes back the swap of a folder.
func (w Workplace) Undo() error {
	if err := drive.Rename(w.place, w.Fresh()); err != nil {
		return err
	}
	return w.restore()
}

// restore puts back what was set aside, if its place is free.
func (w Workplace) restore() error {
	if exists(w.place) {
		return nil
	}
	if exists(w.old()) {
		return drive.Rename(w.old(), w.place)
	}
	name, err := os.ReadFile(w.aside())
	if err != nil || string(name) != filepath.Base(string(name)) {
		return nil // nothing was set aside
	}
	if kept := filepath.Join(filepath.Dir(w.place), string(name)); exists(kept) {
		return drive.Rename(kept, w.place)
	}
	return nil
}

// Leave ends the work, done or not. What was set aside goes back if nothing
// came in its place. If something else came there than what was gathered, the
// keeper is asked before it is removed. The mark goes last, so that what cannot be
// removed, or not at once, is for the next call to remove.
func (w Workplace) Leave() error {
	if w.dir == "" {
		return nil
	}
	defer working.Delete(filepath.Base(w.dir))
	if err := w.restore(); err != nil {
		return err
	}
	if exists(w.old()) && exists(w.Fresh()) {
		if err := w.keep(w.old(), w.place); err != nil {
			return err
		}
	}
	for _, name := range []string{w.old(), w.Fresh(), w.aside(), w.mark(), w.dir} {
		remove := drive.RemoveAll
		if name == w.dir {
			remove = drive.Remove // holds nothing of ours any more
		}
		if remove(name) != nil {
			return nil
		}
	}
	return nil
}

// Mend ends what was cut off at the workplaces of a folder or a file. It
// touches none without a mark, but for empty ones, and none that is in use.
func Mend(place string, keep Keeper) error {
	entries, err := os.ReadDir(filepath.Dir(place))
	if err != nil {
		return nil // creating the workplace will report it
	}
	for _, e := range entries {
		number, ok := strings.CutPrefix(e.Name(), "."+filepath.Base(place)+workSuffix)
		if _, err := strconv.ParseUint(number, 10, 64); !ok || err != nil || !e.IsDir() {
			continue
		}
		w := Workplace{filepath.Join(filepath.Dir(place), e.Name()), place, keep}
		if !exists(w.mark()) && !Empty(w.dir) || w.inUse() {
			continue
		}
		if err := w.Leave(); err != nil {
			return err
		}
	}
	return nil
}

// inUse reports whether somebody may still be at work. Of processes on other
// machines, and of numbers used again, only the time tells.
func (w Workplace) inUse() bool {
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

// exists reports whether anything has a name, a broken link too.
func exists(name string) bool {
	_, err := os.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// Empty reports a folder that holds nothing.
func Empty(dir string) bool {
	f, err := os.Open(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	_, err = f.Readdirnames(1)
	return errors.Is(err, io.EOF)
}

// Within reports a name that is a folder's or lies in it, even if one of the two
// is absolute and the other is not.
func Within(dir, name string) bool {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	if name, err = filepath.Abs(name); err != nil {
		return false
	}
	in, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(in)
}
