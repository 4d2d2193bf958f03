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

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/cardfile"
	"github.com/shutdowncecot/toolkit/share/files"
)

// redactFlags are the choices of the verb redact.
type redactFlags struct {
	Boxes []string `flag:"box"`
	Out   string   `flag:"out,o"`
	Force bool     `flag:"force"`
}

func redactCommand(a *app) *cobra.Command {
	var f redactFlags
	c := a.Verb(cli.GroupCheck, "redact", a.Args(1, 1), func(c *cobra.Command, args []string) error {
		return f.run(c.Context(), a, args[0])
	})
	desk.Flags(c, &f)
	c.ValidArgsFunction = nil // files
	return c
}

// run blackens parts of a photograph and drops all that is not pixels.
func (f *redactFlags) run(ctx context.Context, a *app, name string) error {
	if f.Out == "" {
		f.Out = strings.TrimSuffix(name, filepath.Ext(name)) + "-redacted.png"
		if len(f.Boxes) == 0 { // nothing is, only its notes go
			f.Out = strings.TrimSuffix(name, filepath.Ext(name)) + "-clean.png"
		}
	}
	kind, err := a.FileType("", f.Out, "png", "png", "jpg")
	if err != nil {
		return err
	}
	pic, err := files.Decode(name, graphic.DecodePicture)
	var path *fs.PathError
	switch {
	case errors.As(err, &path):
		return cli.Unreadable(name, err)
	case err != nil:
		return cli.Refuse(cli.Problems, "at", cli.With{"place": name, "cause": err})
	}
	size := pic.Bounds().Size()
	var boxes []image.Rectangle
	for _, s := range f.Boxes {
		r, err := cardfile.Box(s, pic.Bounds())
		if err != nil {
			return cli.Refuse(cli.Usage, "value-box", cli.With{"value": s, "w": size.X, "h": size.Y}).In("--box")
		}
		boxes = append(boxes, r)
	}
	black, err := pic.Redact(boxes...)
	if err != nil { // a box outside
		return cli.Refuse(cli.Problems, "box-empty", cli.With{"w": size.X, "h": size.Y}).In(name)
	}
	t := cli.Target{Name: f.Out, Force: f.Force, Binary: true}
	err = a.Write(ctx, t, func(w io.Writer) error {
		if kind == "jpg" {
			return black.WriteJPEG(w)
		}
		return black.WritePNG(w)
	})
	if err == nil {
		a.Note("redacted", cli.With{"file": f.Out, "n": len(boxes)})
	}
	return err
}
