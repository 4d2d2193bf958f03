package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFolder writes a folder of files. They are gathered beside it, and move when
// they are all there: a new folder at once, so that it is there whole or not at all;
// into one that exists, file by file. With force they replace files of the same names.
func writeFolder(ctx context.Context, dir string, force bool, content func(dir string) error) error {
	dir = filepath.Clean(dir)
	if !force {
		if err := free(dir); err != nil {
			return err
		}
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+".new-")
	if err != nil {
		return asked(dir, err)
	}
	defer os.RemoveAll(temp)
	whole := filepath.Join(temp, "whole") // unlike temp as open as the user's other folders
	if err := os.Mkdir(whole, 0o755); err != nil {
		return asked(dir, err)
	}
	if err := errors.Join(content(whole), ctx.Err()); err != nil {
		return err
	}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(whole, dir); err != nil {
			return asked(dir, err)
		}
		return nil
	}
	return moveInto(dir, whole)
}

// moveInto moves the files of a folder into another, one by one.
func moveInto(dir, from string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.Rename(filepath.Join(from, e.Name()), filepath.Join(dir, e.Name())); err != nil {
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
	if errors.Is(err, fs.ErrNotExist) {
		name = filepath.Dir(name)
	}
	return &fs.PathError{Op: "write", Path: name, Err: err}
}

// free refuses a folder that holds anything.
func free(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return refuse(unwriteable, "not-folder", with{"folder": dir})
	case len(entries) > 0:
		return refuse(unwriteable, "not-empty", with{"folder": dir})
	}
	return nil
}
