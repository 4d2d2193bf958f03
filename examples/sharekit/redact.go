package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/graphic"
)

// redactFlags are the choices of the verb redact.
type redactFlags struct {
	boxes []string
	out   string
	force bool
}

func redactCommand(a *app) *cobra.Command {
	var f redactFlags
	c := a.verb(groupCheck, a.say.Redact, a.args(1, 1), func(c *cobra.Command, args []string) error {
		return a.redact(c.Context(), &f, args[0])
	})
	c.Flags().StringArrayVar(&f.boxes, "box", nil, a.say.Flag.Box)
	c.Flags().StringVarP(&f.out, "out", "o", "", a.say.Flag.OutPhoto)
	c.Flags().BoolVar(&f.force, "force", false, a.say.Flag.ForceFile)
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
	save := map[string]func(*graphic.Picture, io.Writer) error{
		"png": (*graphic.Picture).WritePNG, "jpg": (*graphic.Picture).WriteJPEG, "jpeg": (*graphic.Picture).WriteJPEG,
	}
	kind := extension(f.out)
	if f.out == "-" {
		kind = "png"
	}
	if save[kind] == nil {
		return a.choice(a.say.Kind, kind, []string{"png", "jpg"})
	}
	pic, err := readPicture(name)
	var path *fs.PathError
	switch {
	case errors.As(err, &path):
		return &usageError{fmt.Errorf(a.say.CannotRead, name, a.reason(cause(err))), ""}
	case err != nil:
		return &problemError{&placeError{name, err}, ""}
	}
	size := pic.Bounds().Size()
	var boxes []image.Rectangle
	for _, s := range f.boxes {
		r, err := box(s, pic.Bounds())
		if err != nil {
			return &usageError{&placeError{"--box", err}, fmt.Sprintf(a.say.HintBox, size.X, size.Y)}
		}
		boxes = append(boxes, r)
	}
	black, err := pic.Redact(boxes...)
	if err != nil { // a box outside
		return &problemError{&placeError{name, errors.New(a.say.CoversNothing)}, fmt.Sprintf(a.say.HintBox, size.X, size.Y)}
	}
	t := target{name: f.out, force: f.force, binary: true}
	if err := a.write(ctx, t, func(w io.Writer) error { return save[kind](black, w) }); err != nil {
		return err
	}
	fmt.Fprintf(a.env.stderr, a.say.Redacted+"\n", f.out, len(boxes))
	return nil
}

// box reads "x,y,width,height" in px, or each in per cent of the photograph. What
// is not whole covers the pixels that it touches.
func box(s string, in image.Rectangle) (image.Rectangle, error) {
	parts := strings.Split(s, ",")
	if len(parts) != 4 {
		return image.Rectangle{}, &valueError{s, "box"}
	}
	var v [4]float64
	for i, p := range parts {
		of := in.Dx()
		if i%2 == 1 {
			of = in.Dy()
		}
		number, percent := strings.CutSuffix(strings.TrimSpace(p), "%")
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || !(n >= 0 && n <= 1e6) {
			return image.Rectangle{}, &valueError{s, "box"}
		}
		if percent {
			n *= float64(of) / 100
		}
		v[i] = n
	}
	// Less than a millionth of a pixel is the arithmetic's: 10% and 20% of 1080 end at 324.
	const tiny = 1e-6
	return image.Rect(int(v[0]+tiny), int(v[1]+tiny), int(math.Ceil(v[0]+v[2]-tiny)), int(math.Ceil(v[1]+v[3]-tiny))), nil
}
