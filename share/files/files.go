// Package files writes files and folders whole or not at all: what is new is
// gathered beside its place, synced, and takes the place by a rename. Whoever
// looks sees the old or the new, also after a loss of power.
//
// It is one code path on every system. On Windows a rename replaces a file as
// well, but not one that somebody has open.
package files

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"

	"github.com/shutdowncecot/toolkit/share/internal/drive"
)

// Write writes one file, replacing what has its name. If content fails, or ctx
// is done, nothing is changed. An error of the disk is an *fs.PathError that
// names the file, or its folder where that does not exist. Who may read it is as
// the umask says, as of any new file: a letter or a draft is for those alone for
// whom its writer's other files are. A pipe or a device is never replaced: that
// is an *fs.PathError of ErrNotRegular.
func Write(ctx context.Context, name string, content func(io.Writer) error) error {
	if !Replaceable(name) {
		return &fs.PathError{Op: "write", Path: name, Err: ErrNotRegular}
	}
	out, err := createTemp(filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".new-"))
	if err != nil {
		return Blame(name, err)
	}
	defer drive.Remove(out.Name()) // gone already if all went well
	w := bufio.NewWriterSize(out, 1<<16)
	err = content(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = out.Sync()
	}
	if err := errors.Join(err, out.Close(), ctx.Err()); err != nil {
		return blameTemp(out.Name(), name, err)
	}
	if err := drive.Rename(out.Name(), name); err != nil {
		return Blame(name, err)
	}
	return SyncDir(filepath.Dir(name))
}

// Replaceable reports whether a file may stand at a name: no pipe, socket or
// device does, of which others hold the end.
func Replaceable(name string) bool {
	info, err := os.Stat(name)
	return err != nil || info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice|fs.ModeIrregular) == 0
}

// createTemp creates a file whose name begins so. Unlike that of os.CreateTemp
// it is as open as the umask lets it be.
func createTemp(prefix string) (*drive.File, error) {
	for try := 0; ; try++ {
		out, err := drive.OpenFile(prefix+strconv.FormatUint(uint64(rand.Uint32()), 10), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) || try == 1000 {
			return out, err
		}
	}
}

// WriteDir writes a folder of files, which content writes to the folder that
// it is told. A new folder is there whole or not at all; into one that exists
// the files move one by one when they are all there, replacing those of the
// same names.
func WriteDir(ctx context.Context, dir string, content func(dir string) error) error {
	dir = filepath.Clean(dir)
	temp, err := drive.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+".new-")
	if err != nil {
		return Blame(dir, err)
	}
	defer drive.RemoveAll(temp)
	whole := filepath.Join(temp, "whole") // unlike temp as open as the user's other folders
	if err := drive.Mkdir(whole, 0o755); err != nil {
		return Blame(dir, err)
	}
	if err := errors.Join(content(whole), ctx.Err()); err != nil {
		return err
	}
	if err := SyncAll(whole); err != nil {
		return Blame(dir, err)
	}
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		return moveInto(dir, whole)
	}
	if err := drive.Rename(whole, dir); err != nil {
		return Blame(dir, err)
	}
	return SyncDir(filepath.Dir(dir))
}

// moveInto moves the files of a folder into another, one by one.
func moveInto(dir, from string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := drive.Rename(filepath.Join(from, e.Name()), filepath.Join(dir, e.Name())); err != nil {
			return Blame(filepath.Join(dir, e.Name()), err)
		}
	}
	return SyncDir(dir)
}

// syncing is how many files are synced at once: a disk gathers what several ask
// for.
const syncing = 16

// SyncAll makes a folder and all in it outlast a loss of power.
func SyncAll(dir string) error {
	var names []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return SyncDir(name)
		}
		names = append(names, name)
		return nil
	})
	if err != nil {
		return err
	}
	var all sync.WaitGroup
	errs, next := make([]error, syncing), make(chan string)
	for i := range errs {
		all.Go(func() {
			for name := range next {
				errs[i] = errors.Join(errs[i], syncFile(name))
			}
		})
	}
	for _, name := range names {
		next <- name
	}
	close(next)
	all.Wait()
	return errors.Join(errs...)
}

func syncFile(name string) error {
	f, err := drive.OpenFile(name, os.O_RDWR, 0) // Windows syncs what can be written
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// SyncDir makes renames in a folder outlast a loss of power. Windows and
// browsers cannot sync a folder, and file systems that cannot say so are let
// pass: the rename itself is done.
func SyncDir(dir string) error {
	if runtime.GOOS == "windows" || runtime.GOOS == "js" {
		return nil
	}
	f, err := drive.OpenFile(dir, os.O_RDONLY, 0)
	if errors.Is(err, fs.ErrPermission) {
		return nil // a folder that may be written to and not read
	}
	if err != nil {
		return Blame(dir, err)
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) {
		return Blame(dir, err)
	}
	return nil
}

// Blame names the file or folder that was asked for in an error of the disk,
// not the one beside it that was tried; its folder if there is none. Other
// errors stay as they are.
func Blame(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	default:
		return err
	}
	if errors.Is(err, fs.ErrNotExist) {
		name = filepath.Dir(name)
	}
	return &fs.PathError{Op: "write", Path: name, Err: err}
}

// blameTemp is Blame for errors about the file beside it, and leaves those
// about other files alone.
func blameTemp(temp, name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) && path.Path == temp {
		return Blame(name, err)
	}
	return err
}

// Create writes a file that is not there yet, for those whom a mode lets read it.
func Create(name string, data []byte, mode fs.FileMode) error {
	f, err := drive.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return Blame(name, err)
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(Blame(name, err), drive.Remove(name))
	}
	return nil
}

// Usable makes a folder, if it is not there, and says why nothing can be
// written into it.
func Usable(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "")
	if err != nil {
		return Blame(dir, err)
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
