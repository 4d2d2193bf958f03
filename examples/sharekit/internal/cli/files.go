package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share/files"
)

// A Target is where one file goes.
type Target struct {
	Name   string // "-" is standard output
	Force  bool   // replaces what is there
	Binary bool   // nothing for a terminal
}

// Write writes one file whole or not at all, and replaces none unasked.
func (a *App) Write(ctx context.Context, t Target, content func(io.Writer) error) error {
	if t.Name == "-" {
		if t.Binary && a.Is(a.Out) {
			return Refuse(Usage, "terminal-binary", nil)
		}
		return content(a.Out)
	}
	if err := Clear(t); err != nil {
		return err
	}
	return files.Write(ctx, t.Name, content)
}

// Save is Write for a file that the user asked for: it says where it is.
func (a *App) Save(ctx context.Context, t Target, content func(io.Writer) error) error {
	err := a.Write(ctx, t, content)
	if err == nil && t.Name != "-" {
		a.Note("wrote", With{"file": t.Name})
	}
	return err
}

// Clear refuses to write where something is that may not be replaced.
func Clear(t Target) error {
	info, err := os.Lstat(t.Name)
	switch {
	case t.Name == "-" || err != nil:
		return nil
	case info.IsDir():
		return &fs.PathError{Op: "write", Path: t.Name, Err: syscall.EISDIR}
	case !files.Replaceable(t.Name):
		return Refuse(Unwriteable, "not-regular", With{"file": t.Name})
	case !t.Force:
		return Refuse(Unwriteable, "in-way", With{"file": t.Name})
	}
	return nil
}

// JSON prints a value for programs.
func (a *App) JSON(v any) error {
	e := json.NewEncoder(a.Out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// maxInput bounds a text that is read.
const maxInput = 1 << 20

// Read returns the content of a file, or of standard input for "-".
func (a *App) Read(name string) ([]byte, error) { return a.ReadAtMost(name, maxInput) }

// ReadAtMost is read of so many bytes.
func (a *App) ReadAtMost(name string, most int64) ([]byte, error) {
	in := a.In
	if name != "-" {
		f, err := files.Open(name)
		if err != nil {
			return nil, Unreadable(name, err)
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	switch {
	case err != nil:
		return nil, Unreadable(name, err)
	case int64(len(data)) > most:
		return nil, Refuse(Usage, "input-large", With{"file": name, "n": most >> 20})
	}
	return data, nil
}

// Unreadable says why a file could not be read.
func Unreadable(name string, err error) error {
	var large *files.SizeError
	switch {
	case errors.Is(err, files.ErrNotRegular):
		return Refuse(Usage, "not-regular", With{"file": name})
	case errors.As(err, &large):
		return Refuse(Usage, "input-large", With{"file": name, "n": large.Most >> 20})
	}
	return Refuse(Usage, "unreadable", With{"file": name, "cause": Cause(err)})
}

// ReadText is Read for what must be a text. The mark that Windows begins files
// with is no part of it.
func (a *App) ReadText(name string) ([]byte, error) {
	data, err := a.Read(name)
	if err == nil && !utf8.Valid(data) {
		err = Refuse(Problems, "not-text", With{"file": name})
	}
	return bytes.TrimPrefix(data, []byte("\uFEFF")), err
}

// Cause leaves out the name of the file that an error is about.
func Cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// WriteFolder writes a folder of files whole or not at all. One that holds
// anything needs force: then files of the same names are replaced.
func WriteFolder(ctx context.Context, dir string, force bool, content func(dir string) error) error {
	if !force {
		if err := Free(dir); err != nil {
			return err
		}
	}
	return files.WriteDir(ctx, dir, content)
}

// Free refuses a folder that holds anything.
func Free(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return Refuse(Unwriteable, "not-folder", With{"folder": dir})
	case len(entries) > 0:
		return Refuse(Unwriteable, "not-empty", With{"folder": dir})
	}
	return nil
}
