package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFolder writes a folder of files whole or not at all: they are gathered
// beside it and moved when they are all there. With force they replace files
// of the same names.
func (a *app) writeFolder(ctx context.Context, dir string, force bool, content func(dir string) error) error {
	dir = filepath.Clean(dir)
	if !force {
		if err := a.free(dir); err != nil {
			return err
		}
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+".new-")
	if err != nil {
		return asked(dir, err)
	}
	defer os.RemoveAll(temp)
	if err := errors.Join(content(temp), ctx.Err()); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	entries, err := os.ReadDir(temp)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.Rename(filepath.Join(temp, e.Name()), filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// asked names the file or folder that was asked for, not the one beside it
// that was tried.
func asked(name string, err error) error {
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
	return &fs.PathError{Op: "write", Path: name, Err: err}
}
