package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// qrFlags are the choices of the verb qr.
type qrFlags struct {
	Out    string `flag:"out,o"`
	Kind   string `flag:"type"`
	Module int    `flag:"module"`
	Print  bool   `flag:"print"`
	Force  bool   `flag:"force"`
	desk.OfCampaign
	desk.Overruling
}

func qrCommand(a *app) *cobra.Command {
	f := qrFlags{Out: "qr.png", Module: 16}
	c := a.Verb(cli.GroupMake, "qr", a.Args(1, 1), func(c *cobra.Command, args []string) error {
		return f.run(c.Context(), a, args[0])
	})
	desk.Flags(c, &f)
	cli.Completes(c, "type", func() []string { return codeTypes })
	return c
}

var codeTypes = []string{"png", "svg"}

// Modules in pixels: smaller ones do not scan, and what must be larger is an
// SVG.
const minModule, maxModule = 6, 64

// run draws the code of an address and prints the address, which stands beside
// the code wherever it is shown.
func (f *qrFlags) run(ctx context.Context, a *app, address string) error {
	kind, err := a.FileType(f.Kind, f.Out, "png", codeTypes...)
	if err != nil {
		return err
	}
	if f.Module < minModule || f.Module > maxModule {
		return cli.Refuse(cli.Usage, "number-range", cli.With{"flag": "--module", "least": minModule, "most": maxModule})
	}
	if err := desk.Leads("", address); err != nil {
		return err
	}
	if err := a.JudgeText(ctx, f.Campaign, f.Anyway, truth.Address(address)...); err != nil {
		return err
	}
	opt := graphic.QROptions{Module: f.Module}
	if f.Print {
		opt.Level = graphic.Quartile
	}
	code, err := graphic.QR(address, &opt)
	if err != nil {
		return cli.Refuse(cli.Problems, "code-long", nil)
	}
	err = a.Save(ctx, cli.Target{Name: f.Out, Force: f.Force, Binary: kind == "png"}, func(w io.Writer) error {
		if kind == "svg" {
			return code.WriteSVG(w)
		}
		return code.WritePNG(w)
	})
	switch {
	case err != nil:
		return err
	case f.Out == "-":
		fmt.Fprintln(a.Err, address)
	default:
		fmt.Fprintln(a.Out, address)
	}
	return nil
}
