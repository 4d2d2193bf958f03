package main

import (
	"context"
	"errors"
	"image"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share/cardfile"
)

// redactFlags are the choices of the verb redact.
type redactFlags struct {
	boxes []string
	out   string
	force bool
}

func redactCommand(a *app) *cobra.Command {
	var f redactFlags
	c := a.verb(groupCheck, "redact", a.args(1, 1), func(c *cobra.Command, args []string) error {
		return a.redact(c.Context(), &f, args[0])
	})
	c.Flags().StringArrayVar(&f.boxes, "box", nil, "")
	c.Flags().StringVarP(&f.out, "out", "o", "", "")
	c.Flags().BoolVar(&f.force, "force", false, "")
	c.ValidArgsFunction = nil // files
	return c
}

// redact blackens parts of a photograph and drops all that is not pixels.
func (a *app) redact(ctx context.Context, f *redactFlags, name string) error {
	if f.out == "" {
		f.out = strings.TrimSuffix(name, filepath.Ext(name)) + "-redacted.png"
		if len(f.boxes) == 0 { // nothing is, only its notes go
			f.out = strings.TrimSuffix(name, filepath.Ext(name)) + "-clean.png"
		}
	}
	kind, err := a.fileType("", f.out, "png", "png", "jpg")
	if err != nil {
		return err
	}
	pic, err := readPicture(name)
	var path *fs.PathError
	switch {
	case errors.As(err, &path):
		return unreadable(name, err)
	case err != nil:
		return refuse(problems, "at", with{"place": name, "cause": err})
	}
	size := pic.Bounds().Size()
	var boxes []image.Rectangle
	for _, s := range f.boxes {
		r, err := cardfile.Box(s, pic.Bounds())
		if err != nil {
			return refuse(usage, "value-box", with{"value": s, "w": size.X, "h": size.Y}).in("--box")
		}
		boxes = append(boxes, r)
	}
	black, err := pic.Redact(boxes...)
	if err != nil { // a box outside
		return refuse(problems, "box-empty", with{"w": size.X, "h": size.Y}).in(name)
	}
	t := target{name: f.out, force: f.force, binary: true}
	err = a.write(ctx, t, func(w io.Writer) error {
		if kind == "jpg" {
			return black.WriteJPEG(w)
		}
		return black.WritePNG(w)
	})
	if err == nil {
		a.note("redacted", with{"file": f.out, "n": len(boxes)})
	}
	return err
}
