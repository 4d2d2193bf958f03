package main

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

// A target is where one file goes.
type target struct {
	name   string // "-" is standard output
	force  bool   // replaces what is there
	binary bool   // nothing for a terminal
}

// write writes one file whole or not at all, and replaces none unasked.
func (a *app) write(ctx context.Context, t target, content func(io.Writer) error) error {
	if t.name == "-" {
		if t.binary && a.Is(a.Out) {
			return refuse(usage, "terminal-binary", nil)
		}
		return content(a.Out)
	}
	if err := clear(t); err != nil {
		return err
	}
	return files.Write(ctx, t.name, content)
}

// clear refuses to write where something is that may not be replaced.
func clear(t target) error {
	info, err := os.Lstat(t.name)
	switch {
	case t.name == "-" || err != nil:
		return nil
	case info.IsDir():
		return &fs.PathError{Op: "write", Path: t.name, Err: syscall.EISDIR}
	case !t.force:
		return refuse(unwriteable, "in-way", with{"file": t.name})
	}
	return nil
}

// json prints a value for programs.
func (a *app) json(v any) error {
	e := json.NewEncoder(a.Out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// maxInput bounds a text that is read.
const maxInput = 1 << 20

// read returns the content of a file, or of standard input for "-".
func (a *app) read(name string) ([]byte, error) { return a.readAtMost(name, maxInput) }

// readAtMost is read of so many bytes.
func (a *app) readAtMost(name string, most int64) ([]byte, error) {
	in := a.In
	if name != "-" {
		f, err := files.Open(name)
		if err != nil {
			return nil, unreadable(name, err)
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	switch {
	case err != nil:
		return nil, unreadable(name, err)
	case int64(len(data)) > most:
		return nil, refuse(usage, "input-large", with{"file": name, "n": most >> 20})
	}
	return data, nil
}

// unreadable says why a file could not be read.
func unreadable(name string, err error) error {
	var large *files.SizeError
	switch {
	case errors.Is(err, files.ErrNotRegular):
		return refuse(usage, "not-regular", with{"file": name})
	case errors.As(err, &large):
		return refuse(usage, "input-large", with{"file": name, "n": large.Most >> 20})
	}
	return refuse(usage, "unreadable", with{"file": name, "cause": cause(err)})
}

// readText is read for what must be a text. The mark that Windows begins files
// with is no part of it.
func (a *app) readText(name string) ([]byte, error) {
	data, err := a.read(name)
	if err == nil && !utf8.Valid(data) {
		err = refuse(problems, "not-text", with{"file": name})
	}
	return bytes.TrimPrefix(data, []byte("\uFEFF")), err
}

// cause leaves out the name of the file that an error is about.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
