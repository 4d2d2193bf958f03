// Package drive is the disk for those packages that write kits and letters
// whole or not at all. It is package os, but that tests can make any step fail.
package drive

import (
	"errors"
	"io/fs"
	"os"
	"sync/atomic"
)

// An Op is a kind of step.
type Op string

// The steps that change what is on a disk.
const (
	OpOpen   Op = "open" // to be written to
	OpWrite  Op = "write"
	OpSync   Op = "sync"
	OpClose  Op = "close"
	OpRename Op = "rename"
	OpRemove Op = "remove"
	OpMkdir  Op = "mkdir"
)

// A Fault is told of each step before it is done, by the name that it changes,
// and says why it fails; nil lets it be. It is called from several goroutines.
type Fault func(op Op, name string) error

var fault atomic.Pointer[Fault]

// Break makes every step ask a fault, until mend is called. It is for tests: one
// that breaks the drive runs alone.
func Break(f Fault) (mend func()) {
	fault.Store(&f)
	return func() { fault.Store(nil) }
}

func failing(op Op, name string) error {
	f := fault.Load()
	if f == nil {
		return nil
	}
	if err := (*f)(op, name); err != nil {
		return &fs.PathError{Op: string(op), Path: name, Err: err}
	}
	return nil
}

// A File is open to be written to.
type File struct{ f *os.File }

// OpenFile opens a file, as os.OpenFile does.
func OpenFile(name string, flag int, mode fs.FileMode) (*File, error) {
	if err := failing(OpOpen, name); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(name, flag, mode)
	if err != nil {
		return nil, err
	}
	return &File{f}, nil
}

// Name is what the file was opened by.
func (f *File) Name() string { return f.f.Name() }

// Write writes to the file. A disk that fails has taken half of it.
func (f *File) Write(p []byte) (int, error) {
	if err := failing(OpWrite, f.Name()); err != nil {
		n, failed := f.f.Write(p[:len(p)/2])
		return n, errors.Join(err, failed)
	}
	return f.f.Write(p)
}

// Sync makes what was written outlast a loss of power.
func (f *File) Sync() error {
	if err := failing(OpSync, f.Name()); err != nil {
		return err
	}
	return f.f.Sync()
}

// Close closes the file, also where it says that this failed.
func (f *File) Close() error { return errors.Join(failing(OpClose, f.Name()), f.f.Close()) }

// Rename renames a file or a folder.
func Rename(from, to string) error {
	if err := failing(OpRename, from); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// Remove removes a file or an empty folder.
func Remove(name string) error {
	if err := failing(OpRemove, name); err != nil {
		return err
	}
	return os.Remove(name)
}

// RemoveAll removes a folder and all in it.
func RemoveAll(name string) error {
	if err := failing(OpRemove, name); err != nil {
		return err
	}
	return os.RemoveAll(name)
}

// Mkdir makes a folder.
func Mkdir(name string, mode fs.FileMode) error {
	if err := failing(OpMkdir, name); err != nil {
		return err
	}
	return os.Mkdir(name, mode)
}

// MkdirAll makes a folder and those it lies in.
func MkdirAll(name string, mode fs.FileMode) error {
	if err := failing(OpMkdir, name); err != nil {
		return err
	}
	return os.MkdirAll(name, mode)
}

// MkdirTemp makes a folder of a name that is not taken, as os.MkdirTemp does.
func MkdirTemp(dir, pattern string) (string, error) {
	if err := failing(OpMkdir, dir); err != nil {
		return "", err
	}
	return os.MkdirTemp(dir, pattern)
}
