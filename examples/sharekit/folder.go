package main

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/shutdowncecot/toolkit/share/files"
)

// writeFolder writes a folder of files whole or not at all. One that holds
// anything needs force: then files of the same names are replaced.
func writeFolder(ctx context.Context, dir string, force bool, content func(dir string) error) error {
	if !force {
		if err := free(dir); err != nil {
			return err
		}
	}
	return files.WriteDir(ctx, dir, content)
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
