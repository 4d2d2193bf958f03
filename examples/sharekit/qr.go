package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/graphic"
)

// qrFlags are the choices of the verb qr.
type qrFlags struct {
	out, kind string
	module    int
	print     bool
	force     bool
}

func qrCommand(a *app) *cobra.Command {
	var f qrFlags
	c := a.verb(groupMake, a.say.QR, a.args(1, 1), func(c *cobra.Command, args []string) error {
		return a.qr(c.Context(), &f, args[0])
	})
	c.Flags().StringVarP(&f.out, "out", "o", "qr.png", a.say.Flag.OutCode)
	c.Flags().StringVar(&f.kind, "type", "", a.say.Flag.CodeType)
	c.Flags().IntVar(&f.module, "module", 16, a.say.Flag.Module)
	c.Flags().BoolVar(&f.print, "print", false, a.say.Flag.Print)
	c.Flags().BoolVar(&f.force, "force", false, a.say.Flag.ForceFile)
	completes(c, "type", func() []string { return []string{"png", "svg"} })
	return c
}

// Modules in pixels: smaller ones do not scan, and what must be larger is an
// SVG.
const minModule, maxModule = 6, 64

// qr draws the code of an address and prints the address, which stands beside
// the code wherever it is shown.
func (a *app) qr(ctx context.Context, f *qrFlags, address string) error {
	kind := f.kind
	if kind == "" {
		if kind = extension(f.out); kind == "" || f.out == "-" {
			kind = "png"
		}
	}
	if kind != "png" && kind != "svg" {
		return a.choice(a.say.Kind, kind, []string{"png", "svg"})
	}
	if f.module < minModule || f.module > maxModule {
		return &usageError{fmt.Errorf(a.say.OutOfRange, "--module", minModule, maxModule), ""}
	}
	if err := a.address(address); err != nil {
		return err
	}
	opt := graphic.QROptions{Module: f.module}
	if f.print {
		opt.Level = graphic.Quartile
	}
	code, err := graphic.QR(address, &opt)
	if err != nil {
		return &problemError{errors.New(a.say.LongAddress), a.say.HintShorter}
	}
	err = a.write(ctx, target{name: f.out, force: f.force, binary: kind == "png"}, func(w io.Writer) error {
		if kind == "svg" {
			return code.WriteSVG(w)
		}
		return code.WritePNG(w)
	})
	if err != nil {
		return err
	}
	if f.out == "-" {
		fmt.Fprintln(a.env.stderr, address)
		return nil
	}
	fmt.Fprintf(a.env.stderr, a.say.Wrote+"\n", f.out)
	fmt.Fprintln(a.env.stdout, address)
	return nil
}
